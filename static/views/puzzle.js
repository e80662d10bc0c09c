// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { Problem, Puzzle } from "../puzzle/types.js" */
import { h } from "../dom.js";
import { problemOf, productWires } from "../puzzle/problem.js";
import { productView } from "../puzzle/product.js";
import { siblingsView } from "../puzzle/siblings_view.js";
import { slopeName } from "../puzzle/names.js";
import { button, rove } from "../stage/controls.js";
import { focusAgain, focusIn } from "../stage/focus.js";
import { t } from "../strings/index.js";

const TABS = /** @type {const} */ (["product", "siblings"]);

/**
 * The puzzle over the graph: which product is this message?
 *
 * @param {HTMLElement} root
 * @param {HTMLElement[]} under  what it lies over
 * @param {Store} store
 */
export function mount(root, under, store) {
  const view = new PuzzleView(root, under, store);
  store.subscribe((state, before) => view.update(state, before));
  view.update(store.state, { ...store.state, puzzle: null });
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !store.state.puzzle) return;
    event.preventDefault();
    store.dispatch({ type: "ui.puzzle", act: { do: "close" } });
  });
}

class PuzzleView {
  /** @param {HTMLElement} root @param {HTMLElement[]} under @param {Store} store */
  constructor(root, under, store) {
    this.root = root;
    this.under = under;
    this.store = store;
    this.request = 0;
    this.takes = false;
    /** What had the focus before. @type {HTMLElement | null} */
    this.back = null;
  }

  /** @param {State} state @param {State} before */
  update(state, before) {
    const { puzzle, run } = state;
    if (!puzzle || !run) return before.puzzle ? this.close(state) : undefined;
    const look = state.digits !== before.digits || state.theme !== before.theme ||
      state.systemTheme !== before.systemTheme;
    const other = puzzle !== before.puzzle || run !== before.run ||
      run.finished !== before.run?.finished;
    if (!run.finished || !(other || look)) return;
    const problem = problemOf(run, puzzle.key);
    if (!problem) return;
    if (!before.puzzle) this.opens();
    this.draw(problem, puzzle, run);
  }

  opens() {
    const active = document.activeElement;
    this.back = active instanceof HTMLElement ? active : null;
    for (const element of this.under) element.inert = true;
    this.root.hidden = false;
    this.takes = true;
    document.body.classList.add("explaining");
  }

  /** @param {State} state */
  close(state) {
    this.request++;
    const inside = this.root.contains(document.activeElement);
    this.root.hidden = true;
    this.root.replaceChildren();
    for (const element of this.under) element.inert = false;
    if (state.explained) return this.handOver();
    document.body.classList.remove("explaining");
    if (inside && this.back?.isConnected) this.back.focus({ preventScroll: true });
  }

  /** The stage is open now, over the graph alone. */
  handOver() {
    this.under[0].inert = true;
  }

  /** @param {Problem} problem @param {Puzzle} puzzle @param {RunState} run */
  draw(problem, puzzle, run) {
    const mine = ++this.request;
    const view = puzzle.tab === "product" ? productView : siblingsView;
    const drawn = view(this.store, problem, puzzle);
    if (!(drawn instanceof Promise)) return this.show(problem, puzzle, run, drawn);
    this.show(problem, puzzle, run, { element: said(t("explain.waiting")) });
    drawn.then(
      (later) => mine === this.request && this.show(problem, puzzle, run, later),
      () =>
        mine === this.request &&
        this.show(problem, puzzle, run, { element: said(t("explain.failed")) }),
    );
  }

  /** @param {Problem} problem @param {Puzzle} puzzle @param {RunState} run @param {{ element: HTMLElement, foot?: HTMLElement }} drawn */
  show(problem, puzzle, run, { element, foot }) {
    const { root } = this;
    const focused = this.takes ? "" : focusIn(root);
    this.takes = false;
    const top = root.querySelector(".puzzle__body")?.scrollTop ?? 0;
    const body = h(
      "div",
      { class: "puzzle__body", id: "puzzle-panel", role: "tabpanel", tabindex: 0 },
      element,
    );
    body.setAttribute("aria-labelledby", `puzzle-tab-${puzzle.tab}`);
    const footer = foot ? h("footer", { class: "stage__foot puzzle__foot" }, foot) : null;
    root.replaceChildren(this.head(problem, puzzle, run), body, ...(footer ? [footer] : []));
    body.scrollTop = top;
    if (focused !== null) focusAgain(root, focused);
  }

  /** @param {Problem} problem @param {Puzzle} puzzle @param {RunState} run */
  head(problem, puzzle, run) {
    const { dispatch } = this.store;
    const close = button(
      t("explain.close"),
      "close",
      () => dispatch({ type: "ui.puzzle", act: { do: "close" } }),
    );
    const gradient = slopeName(problem, problem.target.id);
    const title = puzzle.tab === "product"
      ? t("puzzle.title", { gradient })
      : t("puzzle.title_siblings", { op: problem.op.op ?? problem.op.id });
    const way = h(
      "div",
      { class: "stage__way" },
      h("h2", { class: "stage__title" }, title),
      puzzle.tab === "product" ? this.sides(problem, puzzle, run) : null,
      this.tabs(puzzle),
    );
    return h("header", { class: "stage__head" }, way, close);
  }

  /** The messages of the product: which one is asked for. @param {Problem} problem @param {Puzzle} puzzle @param {RunState} run */
  sides(problem, puzzle, run) {
    const keys = productWires(run, problem.op.id);
    if (keys.length < 2) return null;
    const group = h("div", {
      ...{ class: "stage__tabs", role: "group", "aria-label": t("puzzle.sides") },
    });
    for (const key of keys) {
      const node = run.graph.edges.get(key)?.from ?? "";
      const element = button(slopeName(problem, node), `side:${key}`, () => {
        this.store.dispatch({ type: "ui.puzzle", act: { do: "open", key } });
      });
      element.setAttribute("aria-pressed", String(key === puzzle.key));
      group.append(element);
    }
    return group;
  }

  /** @param {Puzzle} puzzle */
  tabs(puzzle) {
    const row = h("div", { class: "stage__tabs", role: "tablist", "aria-label": t("puzzle.tabs") });
    const choose = (/** @type {number} */ at) =>
      this.store.dispatch({ type: "ui.puzzle", act: { do: "tab", tab: TABS[at] } });
    const parts = TABS.map((tab, at) => {
      const element = button(t(`puzzle.tab.${tab}`), `tab:${tab}`, () => choose(at));
      element.id = `puzzle-tab-${tab}`;
      element.setAttribute("role", "tab");
      element.setAttribute("aria-selected", String(tab === puzzle.tab));
      element.setAttribute("aria-controls", "puzzle-panel");
      return element;
    });
    row.append(...parts);
    rove(row, parts, TABS.indexOf(puzzle.tab), choose);
    return row;
  }
}

/** @param {string} words */
function said(words) {
  return h("p", { class: "puzzle__words" }, words);
}

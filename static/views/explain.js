// @ts-check
/** @import { Drawn } from "../stage/tabs.js" */
/** @import { Explained, RunState, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { beatsOf, cellName, headOf } from "../stage/head.js";
import { tabOf } from "../stage/tabs.js";
import { t } from "../strings/index.js";

/** How long a beat stands while the four are played, in milliseconds. */
const BEAT = 2600;

/**
 * The stage over the graph, on which one cell explains itself.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const stage = new ExplainStage(root, store);
  store.subscribe((state, before) => stage.update(state, before));
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key !== "Escape" || event.defaultPrevented || typing || !store.state.explained) {
      return;
    }
    event.preventDefault();
    store.dispatch({ type: "ui.explain.close" });
  });
}

class ExplainStage {
  /** @param {HTMLElement} root @param {Store} store */
  constructor(root, store) {
    this.root = root;
    this.store = store;
    this.stop = () => {};
    this.request = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** What had the focus before. @type {HTMLElement | null} */
    this.back = null;
  }

  /** @param {State} state @param {State} before */
  update(state, before) {
    const { explained, run } = state;
    if (!explained || !run) return before.explained ? this.close() : undefined;
    const other = explained !== before.explained;
    const follows = explained.tab === before.explained?.tab && tabOf(explained, run).follows;
    const look = (follows && follows(state) !== follows(before)) ||
      state.digits !== before.digits ||
      state.theme !== before.theme || state.systemTheme !== before.systemTheme;
    if (other || look || (run.finished && (run !== before.run || !before.run?.finished))) {
      if (!before.explained) this.opens();
      this.draw(explained, run, other && explained.name !== before.explained?.name);
    }
  }

  opens() {
    const active = document.activeElement;
    this.back = active instanceof HTMLElement ? active : null;
  }

  close() {
    this.stop();
    this.pause();
    this.request++;
    const inside = this.root.contains(document.activeElement);
    this.root.hidden = true;
    this.root.replaceChildren();
    if (inside) this.back?.focus({ preventScroll: true });
  }

  /** @param {Explained} explained @param {RunState} run @param {boolean} another */
  draw(explained, run, another) {
    const mine = ++this.request;
    const drawn = tabOf(explained, run).draw({
      ...{ store: this.store, run, explained, name: cellName(run, explained) },
    });
    if (!(drawn instanceof Promise)) return this.show(explained, run, drawn, another);
    const waiting = h("p", { class: "stage__words" }, t("explain.waiting"));
    this.show(explained, run, { element: waiting }, another);
    drawn.then((later) => {
      if (mine === this.request) this.show(explained, run, later, another);
      else later.stop?.();
    });
  }

  /** @param {Explained} explained @param {RunState} run @param {Drawn} drawn @param {boolean} another */
  show(explained, run, { element, stop = () => {} }, another) {
    this.stop();
    this.stop = stop;
    this.place(explained, run, element, another);
  }

  /** @param {Explained} explained @param {RunState} run @param {HTMLElement} content @param {boolean} another */
  place(explained, run, content, another) {
    const { root, store } = this;
    const label = root.contains(document.activeElement)
      ? document.activeElement?.textContent
      : null;
    const player = { playing: this.timer !== undefined, toggle: () => this.toggle() };
    const bar = tabOf(explained, run).beats ? beatsOf(store, explained, player) : null;
    const body = h("div", { class: "stage__body" }, content);
    root.replaceChildren(headOf(store, run, explained), ...(bar ? [bar] : []), body);
    root.hidden = false;
    if (label !== null) this.refocus(label ?? "", another);
  }

  /** The focus stays on what was pressed, or goes to the title of what came. @param {string} label @param {boolean} another */
  refocus(label, another) {
    const same = [...this.root.querySelectorAll("button")].find((button) =>
      button.textContent === label
    );
    const target = another ? null : same;
    (target ?? this.root.querySelector("h2"))?.focus({ preventScroll: true });
  }

  /** Plays the four beats from the first, or stops. */
  toggle() {
    if (this.timer !== undefined) this.pause();
    else this.timer = setTimeout(() => this.next(), BEAT);
    const beat = this.timer === undefined ? this.store.state.explained?.beat ?? 1 : 1;
    this.store.dispatch({ type: "ui.explain.beat", beat });
  }

  next() {
    const beat = (this.store.state.explained?.beat ?? 4) + 1;
    this.timer = beat < 4 ? setTimeout(() => this.next(), BEAT) : undefined;
    this.store.dispatch({ type: "ui.explain.beat", beat: Math.min(beat, 4) });
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

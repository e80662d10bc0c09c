// @ts-check
/** @import { Drawn, StageTab } from "../stage/tabs.js" */
/** @import { Explained, RunState, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { cellName } from "../explain/name.js";
import { hintsOf, waiting } from "../predict/waits.js";
import { beatsOf } from "../stage/beats.js";
import { wordsOf } from "../stage/controls.js";
import { fit } from "../stage/fit.js";
import { focusAgain, focusIn } from "../stage/focus.js";
import { headOf } from "../stage/head.js";
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
  stage.update(store.state, { ...store.state, explained: null });
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "radio";
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
    this.takes = false;
    this.fitted = new ResizeObserver(() => this.fit());
  }

  /** @param {State} state @param {State} before */
  update(state, before) {
    const { explained, run } = state;
    if (!explained || !run) return before.explained ? this.close() : undefined;
    if (!run.finished) return;
    const other = explained !== before.explained || run !== before.run || !before.run?.finished ||
      hintsOf(state) !== hintsOf(before);
    if (!other && sameLook(state, before, tabOf(explained, run))) return;
    if (!before.explained) this.opens();
    this.draw(explained, run);
  }

  /** Takes the focus from the graph, which it lies over. */
  opens() {
    const active = document.activeElement;
    this.back = active instanceof HTMLElement ? active : null;
    this.takes = !active || active === document.body || under(this.root).contains(active);
    under(this.root).inert = true;
  }

  close() {
    this.stop();
    this.stop = () => {};
    this.pause();
    this.request++;
    this.fitted.disconnect();
    const inside = this.root.contains(document.activeElement);
    under(this.root).inert = false;
    this.root.hidden = true;
    document.body.classList.remove("explaining");
    this.root.replaceChildren();
    if (inside) this.back?.focus({ preventScroll: true });
  }

  /** @param {Explained} explained @param {RunState} run */
  draw(explained, run) {
    const mine = ++this.request;
    const tab = tabOf(explained, run);
    const drawn = waiting(this.store, run, explained, tab.id) ?? tab.draw({
      ...{ store: this.store, run, explained, name: cellName(run, explained) },
    });
    if (!(drawn instanceof Promise)) return this.show(explained, run, drawn);
    this.show(explained, run, { element: h("div"), foot: [wordsOf(t("explain.waiting"))] });
    drawn.then(
      (later) => (mine === this.request ? this.show(explained, run, later) : later.stop?.()),
      () =>
        mine === this.request && this.show(explained, run, {
          ...{ element: h("div"), foot: [wordsOf(t("explain.failed"))] },
        }),
    );
  }

  /** @param {Explained} explained @param {RunState} run @param {Drawn} drawn */
  show(explained, run, { element, foot = [], fits = false, stop = () => {} }) {
    this.stop();
    this.stop = stop;
    const { root, store } = this;
    const focused = this.takes ? "" : focusIn(root);
    this.takes = false;
    const { beats, id } = tabOf(explained, run);
    const player = { playing: this.timer !== undefined, toggle: () => this.toggle() };
    const body = h(
      "div",
      {
        ...{ class: "stage__body", id: "stage-panel", role: "tabpanel" },
        "aria-labelledby": `stage-tab-${id}`,
      },
      element,
    );
    if (fits) element.classList.add("stage__content");
    root.replaceChildren(
      headOf(store, run, explained),
      ...(beats ? [beatsOf(store, explained, beats, player)] : []),
      body,
      ...(foot.length > 0 ? [h("footer", { class: "stage__foot" }, ...foot)] : []),
    );
    root.hidden = false;
    document.body.classList.add("explaining");
    this.fitted.disconnect();
    // It is told of the size at once, before anything is painted, and of each size from then on.
    if (fits) this.fitted.observe(body);
    if (focused !== null) focusAgain(root, focused);
  }

  fit() {
    const body = /** @type {HTMLElement | null} */ (this.root.querySelector(".stage__body"));
    const content = body?.firstElementChild;
    if (body && content instanceof HTMLElement) fit(content, body);
  }

  /** Plays the beats from the first, or stops. */
  toggle() {
    if (this.timer !== undefined) this.pause();
    else this.timer = setTimeout(() => this.next(), BEAT);
    const beat = this.timer === undefined ? this.store.state.explained?.beat ?? 1 : 1;
    this.store.dispatch({ type: "ui.explain.beat", beat });
  }

  next() {
    const { explained, run } = this.store.state;
    if (!explained || !run) return this.pause();
    const last = tabOf(explained, run).beats ?? 1;
    const beat = Math.min(explained.beat + 1, last);
    this.timer = beat < last ? setTimeout(() => this.next(), BEAT) : undefined;
    this.store.dispatch({ type: "ui.explain.beat", beat });
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}

/** Whether all that a tab is drawn from, beside its cell, is as before. @param {State} state @param {State} before @param {StageTab} tab */
function sameLook(state, before, { follows = () => null }) {
  return follows(state) === follows(before) && state.digits === before.digits &&
    state.theme === before.theme && state.systemTheme === before.systemTheme;
}

/** What the stage lies over. @param {HTMLElement} root */
function under(root) {
  return /** @type {HTMLElement} */ (root.ownerDocument.getElementById("graph"));
}

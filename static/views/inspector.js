// @ts-check
/** @import { State, Store } from "../types.js" */
/** @import { Part, Scene } from "../inspector/scene.js" */
/** @import { Topic } from "../inspector/topic.js" */
import { h } from "../dom.js";
import { drawingOf, partOf } from "../inspector/scene.js";
import { Operands } from "../inspector/operands.js";
import { messageParts, nodeParts } from "../inspector/parts.js";
import { sameTopic, topicOf } from "../inspector/topic.js";
import { t } from "../strings/index.js";

/** What the panel has at least, in CSS pixels, where it is not laid out yet. */
const NARROWEST = 280;

/**
 * The region "Inspector": what is selected, or what the active step is about, with its formula, its
 * matrices and its code.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  root.classList.add("inspector");
  const inspector = new Inspector(root, store);
  inspector.update(store.state, null);
  store.subscribe((state, before) => inspector.update(state, before));
  new ResizeObserver(([{ contentRect }]) => inspector.resize(contentRect.width)).observe(root);
  globalThis.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !store.state.pinned) return;
    store.dispatch({ type: "ui.pin", highlight: null });
  });
}

/** Builds what a topic needs once, and from then on only tells it of new numbers. */
class Inspector {
  /**
   * @param {HTMLElement} root
   * @param {Store} store
   */
  constructor(root, store) {
    this.root = root;
    this.store = store;
    this.operands = new Operands(root, store);
    this.drawing = drawingOf(store);
    this.width = NARROWEST;
    this.scale = 0;
    /** @type {{ topic: Topic | null, part: Part } | null} */
    this.shown = null;
  }

  /** @param {State} state @param {State | null} before */
  update(state, before) {
    if (state.folded.inspector) return this.clear();
    const topic = topicOf(state);
    const other = !this.shown || !sameTopic(this.shown.topic, topic);
    if (!before || other || state.lessonText !== before.lessonText) {
      return this.build(topic, state);
    }
    if (state.run && numbersChanged(state, before)) this.shown?.part.update(state, state.run);
    if (this.lookChanged(state, before)) this.shown?.part.refresh?.();
    if (state.hover !== before.hover || state.pinned !== before.pinned) this.operands.light(state);
  }

  clear() {
    if (!this.shown) return;
    this.root.replaceChildren();
    this.shown.part.destroy?.();
    this.operands.clear();
    this.shown = null;
  }

  /** @param {Topic | null} topic @param {State} state */
  build(topic, state) {
    const { root, store, operands, width } = this;
    const { run } = state;
    const focused = root.contains(document.activeElement);
    const old = this.shown;
    operands.clear();
    const part = topic && run ? topicPart({ store, run, operands, width }, topic) : invitation();
    if (run) part.update(state, run);
    root.replaceChildren(part.element);
    old?.part.destroy?.();
    if (focused) part.element.querySelector("h3")?.focus({ preventScroll: true });
    operands.light(state);
    this.shown = { topic, part };
    this.scale = this.drawing.maxAbs();
  }

  /** Heat maps are as wide as the panel. @param {number} width  0 while it is folded */
  resize(width) {
    if (width === 0 || width === this.width) return;
    this.width = width;
    if (this.shown?.topic) this.build(this.shown.topic, this.store.state);
  }

  /**
   * Whether the same numbers look different. The scale is worked out anew only when another run is
   * there as a whole.
   *
   * @param {State} state
   * @param {State} before
   */
  lookChanged(state, before) {
    const settled = state.run !== before.run && state.run?.finished;
    const most = settled ? this.drawing.maxAbs() : this.scale;
    const changed = most !== this.scale || state.digits !== before.digits ||
      state.theme !== before.theme || state.systemTheme !== before.systemTheme;
    this.scale = most;
    return changed;
  }
}

/** @param {State} state @param {State} before */
function numbersChanged(state, before) {
  return state.run !== before.run || state.step !== before.step ||
    state.selection !== before.selection;
}

/** @param {Scene} scene @param {Topic} topic @returns {Part} */
function topicPart(scene, topic) {
  const parts = topic.kind === "node" ? nodeParts(scene, topic) : messageParts(scene, topic);
  const element = h("div", { class: "inspector__topic" }, ...parts.map((part) => part.element));
  return partOf(element, parts);
}

/** @returns {Part} */
function invitation() {
  const element = h("p", { class: "inspector__invitation" }, t("inspector.invitation"));
  return { element, update() {} };
}

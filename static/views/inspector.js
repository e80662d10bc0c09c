// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { Part, Scene } from "../inspector/scene.js" */
/** @import { Topic } from "../inspector/topic.js" */
import { h } from "../dom.js";
import { drawingOf, partOf } from "../inspector/scene.js";
import { Operands } from "../inspector/operands.js";
import { messageParts, nodeParts } from "../inspector/parts.js";
import { sameTopic, topicOf } from "../inspector/topic.js";
import { t } from "../strings/index.js";

/** What the panel is at least, in CSS pixels, where it is not laid out yet. */
const NARROWEST = 304;

/**
 * The region "Inspector": what is selected, or what the active step is about, with its formula, its
 * matrices and its code.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  root.classList.add("inspector");
  const operands = new Operands(root, store);
  const drawing = drawingOf(store);
  /** @type {{ topic: Topic | null, part: Part } | null} */
  let shown = null;

  /** @param {State} state @param {State | null} before */
  function update(state, before) {
    if (state.folded.inspector) return clear();
    const topic = topicOf(state);
    const fresh = !shown || !sameTopic(shown.topic, topic) ||
      state.lessonText !== before?.lessonText;
    if (fresh) shown = build(topic, state.run);
    if (shown && state.run && (fresh || numbersChanged(state, before))) {
      shown.part.update(state, state.run);
    }
    if (fresh || lightChanged(state, before)) operands.light(state);
    if (!fresh && before && lookChanged(state, before)) shown?.part.refresh?.();
  }

  function clear() {
    shown?.part.destroy?.();
    operands.clear();
    if (shown) root.replaceChildren();
    shown = null;
  }

  /** @param {Topic | null} topic @param {RunState | null} run */
  function build(topic, run) {
    const focused = root.contains(document.activeElement);
    shown?.part.destroy?.();
    operands.clear();
    const scene = run && { store, run, operands, width: root.clientWidth || NARROWEST };
    const part = topic && scene ? topicPart(scene, topic) : invitation();
    root.replaceChildren(part.element);
    if (focused) part.element.querySelector("h3")?.focus({ preventScroll: true });
    return { topic, part };
  }

  /** The scale is worked out anew only when the run is another one. */
  let scale = drawing.maxAbs();
  /** @param {State} state @param {State} before */
  function lookChanged(state, before) {
    const settled = state.run !== before.run && state.run?.finished;
    const most = settled ? drawing.maxAbs() : scale;
    const changed = most !== scale || state.digits !== before.digits ||
      state.theme !== before.theme || state.systemTheme !== before.systemTheme;
    scale = most;
    return changed;
  }

  globalThis.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !store.state.pinned) return;
    store.dispatch({ type: "ui.pin", highlight: null });
  });
  update(store.state, null);
  store.subscribe(update);
}

/** @param {State} state @param {State | null} before */
function numbersChanged(state, before) {
  return !before || state.run !== before.run || state.step !== before.step ||
    state.selection !== before.selection;
}

/** @param {State} state @param {State | null} before */
function lightChanged(state, before) {
  return !before || state.hover !== before.hover || state.pinned !== before.pinned;
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

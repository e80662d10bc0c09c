// @ts-check
/** @import { CellRef, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { stepAt } from "../select.js";
import { t } from "../strings/index.js";

/** @typedef {"layers" | "operations" | "element"} Level */

/** @type {readonly Level[]} */
const LEVELS = ["layers", "operations", "element"];

let groups = 0;

/**
 * At which level the network is seen: what was asked of all layers counts at once. Null where some
 * layers are open and some are not. A program without layers is made of operations.
 *
 * @param {State} state
 * @returns {Level | null}
 */
export function levelOf({ explained, outbox, run, incoming }) {
  if (explained?.tab === "element") return "element";
  const layers = (incoming ?? run)?.graph.graph.layers ?? [];
  const asked = outbox.findLast(({ type }) => type === "layer.expand");
  if (asked?.type === "layer.expand" && asked.layer === null) {
    return asked.expanded ? "operations" : "layers";
  }
  if (layers.every(({ expanded }) => expanded)) return "operations";
  return layers.some(({ expanded }) => expanded) ? null : "layers";
}

/**
 * The one element that is looked at: the cell that is open or selected, else the first of what the
 * step makes; before the first step, of the output.
 *
 * @param {State} state
 * @returns {CellRef | null}
 */
export function elementOf(state) {
  const { explained, selection, run } = state;
  if (explained) return { of: explained.of, name: explained.name, index: explained.index };
  if (!run) return null;
  if (selection?.index) {
    const { index } = selection;
    if (selection.kind === "node") {
      return { of: selection.of ?? "value", name: selection.id, index };
    }
    const edge = run.graph.edges.get(selection.key);
    if (edge) return { of: "gradient", name: edge.from, index };
  }
  const step = stepAt(state);
  const backward = step?.type === "edge.backward";
  const name = backward ? step.target : step?.node ?? run.graph.graph.output;
  const shape = run.graph.nodes.get(name)?.shape ?? [];
  return { of: backward ? "gradient" : "value", name, index: shape.map(() => 0) };
}

/**
 * The events that lead to a level; none where we are there.
 *
 * @param {State} state
 * @param {Level} level
 * @returns {import("../types.js").PageEvent[]}
 */
export function toLevel(state, level) {
  const now = levelOf(state);
  if (now === level) return [];
  if (level === "element") {
    const cell = elementOf(state);
    return cell ? [{ type: "ui.explain", cell }, { type: "ui.explain.tab", tab: "element" }] : [];
  }
  const closed = { ...state, explained: null };
  return [
    ...(state.explained ? [{ type: /** @type {const} */ ("ui.explain.close") }] : []),
    ...(levelOf(closed) === level ? [] : [{
      ...{ type: /** @type {const} */ ("ask.expand"), layer: null },
      expanded: level === "operations",
    }]),
  ];
}

/**
 * The control for all: layers, their operations, or one element.
 *
 * @param {Store} store
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function levelControl(store) {
  const name = `level-${++groups}`;
  const inputs = LEVELS.map((level) => {
    const input = h("input", { type: "radio", class: "levels__input", name, value: level });
    input.addEventListener("change", () => {
      store.dispatchAll(toLevel(store.state, level));
      update(store.state);
    });
    return input;
  });
  const labels = inputs.map((input, at) =>
    h("label", { class: "levels__level" }, input, h("span", {}, t(`levels.${LEVELS[at]}`)))
  );
  const element = h("div", {
    class: "levels",
    role: "radiogroup",
    "aria-label": t("levels.levels"),
  }, ...labels);

  /** What was asked and done stays as it is until its run is there. @param {State} state @param {State} before */
  function changed(state, before) {
    const same = state.run?.graph === before.run?.graph && state.incoming === before.incoming &&
      state.problem === before.problem && state.outbox.length <= before.outbox.length &&
      state.explained?.tab === before.explained?.tab;
    if (!same) update(state);
  }

  /** @param {State} state */
  function update(state) {
    const level = levelOf(state);
    const flat = state.run?.graph.graph.layers.length === 0;
    inputs.forEach((input, at) => {
      input.checked = LEVELS[at] === level;
      if (LEVELS[at] === "layers") {
        input.disabled = flat;
        labels[at].title = flat ? t("levels.none") : "";
      }
    });
  }

  update(store.state);
  return { element, stop: store.subscribe(changed) };
}

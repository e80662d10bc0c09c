// @ts-check
/** @import { Drawn, Stage, StageTab } from "../stage/tabs.js" */
/** @import { State } from "../types.js" */
/** @import { ScalarGraph } from "./types.js" */
import { h } from "../dom.js";
import { levelControl } from "../graph/level.js";
import { COVERED } from "../numbers.js";
import { covers, isCovered } from "../predict/cover.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { fit } from "./fit.js";
import { scalarGraph } from "./graph.js";
import { Lines } from "./lines.js";
import { placed } from "./place.js";
import { drawing } from "./view.js";

/** One element: the scalar graph of the cell. @type {StageTab} */
export const elementTab = {
  id: "element",
  words: "scalar.tab",
  opensOn: ({ wire }) => wire === undefined,
  draw(stage) {
    const graph = scalarGraph(stage.run, stage.explained);
    return graph instanceof Promise
      ? graph.then((later) => drawn(stage, later))
      : drawn(stage, graph);
  },
};

/** @param {Stage} stage @param {ScalarGraph | null} whole @returns {Drawn} */
function drawn(stage, whole) {
  const { store, run } = stage;
  const graph = whole && withoutCovered(whole, store.state);
  const level = levelControl(store);
  if (!graph) {
    const words = h("p", { class: "stage__words" }, nothing(stage));
    return { element: h("div", { class: "scalar" }, level.element, words), stop: level.stop };
  }
  const lines = new Lines(run, graph, writingOf(store.state));
  const picture = drawing(graph, placed(graph, lines), lines, ({ cell }) => {
    if (!cell) return;
    store.dispatchAll([
      { type: "ui.explain", cell },
      { type: "ui.explain.tab", tab: "element" },
    ]);
  });
  const frame = h("div", { class: "scalar__frame" }, picture);
  const first = lines.first();
  const line = h("p", { class: "scalar__line", "aria-hidden": "true" }, first);
  tell(frame, line, first);
  const foot = h("div", { class: "scalar__foot" }, line, level.element);
  const list = h(
    "ul",
    { class: "visually-hidden", "aria-label": t("scalar.list") },
    ...lines.all().map((text) => h("li", {}, text)),
  );
  const unfit = fit(frame, picture);
  return {
    element: h("div", { class: "scalar" }, frame, foot, list),
    stop() {
      level.stop();
      unfit();
    },
  };
}

/** A message alone would tell the gradient that is to be predicted. @param {ScalarGraph} graph @param {State} state @returns {ScalarGraph} */
function withoutCovered(graph, state) {
  const covered = new Set(
    graph.nodes.flatMap(({ id, cell }) =>
      cell && isCovered(state, "gradient", cell.name, cell.index) ? [id] : []
    ),
  );
  if (covered.size === 0) return graph;
  const edges = graph.edges.map((edge) =>
    covered.has(edge.from) && edge.message !== null ? { ...edge, message: NaN, factors: [] } : edge
  );
  return { ...graph, edges };
}

/** How numbers are written: what depends on one that is covered is not said either. @param {State} state */
function writingOf({ digits, predict }) {
  return { digits, unknown: predict.asked.some(covers) ? COVERED : "NaN" };
}

/** Why there is no graph. @param {Stage} stage */
function nothing({ run, explained }) {
  const target = run.graph.nodes.get(explained.name)?.role === "target";
  return target ? t("explain.target") : t("explain.no_path", { loss: lossName(run) });
}

/** Tells under the drawing of what is pointed at, and lights what it is made of. @param {HTMLElement} frame @param {HTMLElement} line @param {string} first */
function tell(frame, line, first) {
  /** @param {Event} event */
  const told = ({ target }) => {
    const element = target instanceof Element ? target.closest("[data-line]") : null;
    line.textContent = element?.getAttribute("data-line") ?? first;
  };
  for (const type of ["pointerover", "focusin"]) frame.addEventListener(type, told);
  for (const type of ["pointerleave", "focusout"]) {
    frame.addEventListener(type, () => (line.textContent = first));
  }
}

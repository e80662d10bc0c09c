// @ts-check
/** @import { Whole } from "../explain/whole.js" */
/** @import { Stage } from "./tabs.js" */
import { h } from "../dom.js";
import { wholeOf } from "../explain/whole.js";
import { indexOf } from "../grid/geometry.js";
import { renderFormula } from "../formula/index.js";
import { messageTex } from "../inspector/forms.js";
import { envOf } from "../inspector/names.js";
import { keptOf } from "../inspector/readings.js";
import { totalSteps } from "../select.js";
import { t } from "../strings/index.js";
import { cellIn, stageMatrix } from "./matrix.js";

/** How long a moment takes, in milliseconds. */
const MOMENT = 900;

/**
 * Beat 4: the same for all cells at once, and last the formula, the shorthand of what was seen.
 *
 * @param {Stage} stage
 * @returns {{ element: HTMLElement, stop: () => void }}
 */
export function wholeView(stage) {
  const { run, explained } = stage;
  const pictures = (run.graph.outOf.get(explained.name) ?? []).flatMap((key) => {
    const edge = run.graph.edges.get(key);
    return edge?.gradient ? [pictureOf(stage, { ...edge, key })] : [];
  });
  const shape = h("p", { class: "stage__words" }, t("explain.shape", { name: explained.name }));
  const element = h(
    "div",
    { class: "stage__whole" },
    ...pictures.map((picture) => picture.element),
    shape,
  );
  return { element, stop: () => pictures.forEach((picture) => picture.stop()) };
}

/** @param {Stage} stage @param {import("../wire.js").GraphEdge & { key: string }} edge */
function pictureOf({ store, run, explained }, edge) {
  const whole = wholeOf(run, edge, explained.index);
  const sender = run.graph.nodes.get(edge.to);
  const tex = sender && messageTex(run, { key: edge.key, edge, sender });
  const kept = sender ? keptOf(run, totalSteps(run), sender) : null;
  const formula = sender && tex
    ? h("div", { class: "stage__formula" }, renderFormula(tex.shown, envOf(run, sender, kept)))
    : null;
  if (!whole) return { element: h("div", {}, formula), stop: () => {} };
  const matrices = whole.panels.map((panel) => stageMatrix(store, panel).element);
  const row = h("div", { class: "stage__panels" });
  whole.panels.forEach(({ sign }, at) => {
    if (sign) row.append(h("span", { class: "stage__sign" }, sign));
    row.append(matrices[at]);
  });
  const words = h("p", { class: "stage__words" }, t(`explain.whole.${whole.kind}`, whole.params));
  return {
    element: h("div", { class: "stage__picture" }, row, words, formula),
    stop: fill(whole, matrices, formula),
  };
}

/** Fills the frames moment by moment; gives the way to stop. @param {Whole} whole @param {HTMLElement[]} matrices @param {HTMLElement | null} formula */
function fill({ panels, moments }, matrices, formula) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  /** @param {number} panel @param {number} flat */
  const cell = (panel, flat) => cellIn(matrices[panel], indexOf(flat, panels[panel].shape));
  for (const { write: [panel, places] } of moments) {
    for (const flat of places) cell(panel, flat)?.classList.add("stage__empty");
  }
  formula?.classList.add("stage__later");
  const timers = moments.map((moment, at) =>
    setTimeout(() => show(moment, cell), 350 + at * MOMENT)
  );
  timers.push(setTimeout(() => {
    clear(matrices);
    formula?.classList.remove("stage__later");
  }, 350 + moments.length * MOMENT));
  return () => timers.forEach(clearTimeout);
}

/** @param {import("../explain/whole.js").Moment} moment @param {(panel: number, flat: number) => HTMLElement | null} cell */
function show({ read, write: [panel, places] }, cell) {
  const into = places.flatMap((flat) => cell(panel, flat) ?? []);
  clear([...document.querySelectorAll(".stage__panels")]);
  const from = read.flatMap(([source, flats]) => flats.flatMap((flat) => cell(source, flat) ?? []));
  for (const element of from) element.classList.add("stage__lit");
  into.forEach((element, n) => {
    element.classList.remove("stage__empty");
    element.classList.add("stage__lit", "stage__lit--gradient");
    const start = read.length === 1 && from.length === into.length
      ? from[n].getBoundingClientRect()
      : null;
    const end = element.getBoundingClientRect();
    const path = start ? `translate(${start.x - end.x}px, ${start.y - end.y}px)` : "scale(0.6)";
    element.animate([{ transform: path, opacity: start ? 1 : 0 }, {
      transform: "none",
      opacity: 1,
    }], {
      ...{ duration: MOMENT * 0.7, easing: "ease-in-out" },
    });
  });
}

/** @param {Element[]} parts */
function clear(parts) {
  for (const part of parts) {
    for (const lit of part.querySelectorAll(".stage__lit")) {
      lit.classList.remove("stage__lit", "stage__lit--gradient");
    }
  }
}

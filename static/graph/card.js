// @ts-check
/** @import { GradientNow, RunState } from "../types.js" */
/** @import { EdgeBackward, WireArray } from "../wire.js" */
/** @import { CardSpec } from "./types.js" */
/** @import { CellLook } from "./cells.js" */
/** @import { Half } from "./half.js" */
/** @import { Halves } from "./sizes.js" */
/** @import { Pen } from "./pen.js" */
import { h } from "../dom.js";
import { shapeText } from "../numbers.js";
import { arrayAt, changedCells, gradientAt, lossName, valueAt } from "../select.js";
import { t } from "../strings/index.js";
import { createHalf } from "./half.js";
import { createRoads } from "./roads.js";
import { arraySize, charsFor, chipPicture, isScalar } from "./sizes.js";

/**
 * @typedef {object} Card
 * @property {HTMLElement} element
 * @property {CardSpec} spec
 * @property {(run: RunState, step: number, before: RunState | null) => void} show  `before`: a run
 *   that this one takes the place of
 * @property {(large: boolean, halves: Halves) => void} enlarge
 * @property {{ value: Half, gradient: Half | null }} halves
 */

/**
 * The card of a value: its name, its shape, its numbers, and below them those of its gradient.
 *
 * @param {CardSpec} spec
 * @param {Pen} pen
 * @param {{ cells: boolean, loss: string }} options
 * @returns {Card}
 */
export function createCard(spec, pen, { cells, loss }) {
  const { id } = spec;
  const value = createHalf(spec, "value", pen, cells);
  const gradient = spec.gradient === "half" ? createHalf(spec, "gradient", pen, cells) : null;
  const roads = spec.roads.length > 0 ? createRoads(spec, pen) : null;
  const count = h("span", { class: "card__count" });
  const element = outline(
    spec,
    value.element,
    gradient
      ? [
        h(
          "div",
          { class: "card__label", "aria-hidden": "true" },
          h("span", {}, t("graph.gradient_of", { loss, name: id })),
          count,
        ),
        roads?.element ?? null,
        h("div", { class: "card__sum" }, roads?.terms ?? null, gradient.element),
      ]
      : [h("div", { class: "card__nopath" }, t("graph.nopath"))],
  );
  if (roads) element.dataset.roads = "";

  return {
    element,
    spec,
    halves: { value, gradient },
    show(run, step, before) {
      const array = valueAt(run, step, id);
      const label = t("graph.value_grid", { name: id });
      const changed = changedCells(before, run, step, "value", id);
      value.show(array, array ? "value" : "empty", label, changed);
      compare(value, before, run, step);
      if (!gradient) return;
      const now = gradientAt(run, step, id);
      const look = lookOf(now, step >= run.forward && run.steps.length >= run.forward);
      gradient.show(
        now.state === "value" ? now.array : null,
        look,
        gradientLabel(run, look),
        changedCells(before, run, step, "gradient", id),
      );
      compare(gradient, before, run, step);
      element.dataset.gradient = look;
      const parts = now.state === "value" ? now.messages.length : 0;
      const text = roads && parts > 0
        ? t("graph.count", { message: parts, of: spec.roads.length })
        : "";
      if (count.textContent !== text) count.textContent = text;
      roads?.show(now.state === "value" ? now.messages : [], run, look);
    },
    enlarge(large, halves) {
      const chars = charsFor(spec, halves);
      value.enlarge(large, chars);
      gradient?.enlarge(large, chars);
      roads?.enlarge(large, chars);
    },
  };

  /** What an edit has changed in a picture. @param {Half} half @param {RunState | null} before @param {RunState} run @param {number} step */
  function compare({ picture }, before, run, step) {
    if (!picture || !before || before === run || before.graph !== run.graph) return;
    const old = arrayAt(before, step, picture === value.picture ? "value" : "gradient", id);
    if (old) picture.compare(old);
  }

  /** @param {RunState} run @param {CellLook} look */
  function gradientLabel(run, look) {
    const label = t("graph.gradient_grid", { name: id, loss: lossName(run) });
    return look === "value" ? label : `${label}, ${t("graph.unreached")}`;
  }
}

/**
 * @param {CardSpec} spec
 * @param {HTMLElement} value
 * @param {(HTMLElement | null)[]} gradient
 */
function outline(spec, value, gradient) {
  const { id, node } = spec;
  const element = h(
    "div",
    { class: "card", "data-card": id, "data-role": node.role ?? node.kind, "data-pass": "idle" },
    h(
      "div",
      { class: "card__head" },
      h("span", { class: "card__name" }, id),
      h("span", { class: "card__shape" }, shapeText(node.shape)),
    ),
    h("div", { class: "card__half card__half--value" }, value),
    spec.gradient === "none"
      ? null
      : h("div", { class: "card__half card__half--gradient" }, ...gradient),
  );
  if (isScalar(spec)) element.dataset.scalar = "";
  const [large, small] = [arraySize(spec, 0), chipPicture(spec)];
  element.style.setProperty("--width", `${large.width}em`);
  element.style.setProperty("--height", `${large.height}em`);
  element.style.setProperty("--chip-width", `${small.width}px`);
  element.style.setProperty("--chip-height", `${small.height}px`);
  return element;
}

/**
 * @param {GradientNow} now
 * @param {boolean} turned
 * @returns {CellLook}
 */
function lookOf(now, turned) {
  if (now.state === "value") return "value";
  return turned ? "unreached" : "empty";
}

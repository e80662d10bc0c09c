// @ts-check
/** @import { Panel, Whole } from "../explain/whole/types.js" */
/** @import { Stage } from "./tabs.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { stripsOf } from "./bars.js";
import { stageMatrix } from "./matrix.js";

/**
 * The matrices of a picture in their lines, the number of each in `data-panel`: what was set on the
 * way forward above, what comes back under it.
 *
 * @param {Stage} stage
 * @param {Whole} whole
 * @returns {HTMLElement[]}
 */
export function linesOf({ store }, { panels }) {
  if (panels.every(({ look }) => look === "bars")) return [stripsOf(store, panels)];
  const numbers = [...new Set(panels.map(({ line }) => line))].sort((one, other) => one - other);
  return numbers.map((line) => {
    const row = h("div", { class: "whole__line" });
    if (numbers.length > 1) row.append(passOf(line));
    panels.forEach((panel, at) => {
      if (panel.line !== line) return;
      if (panel.sign) row.append(h("span", { class: "whole__sign" }, panel.sign));
      row.append(matrixOf(store, panel, at));
    });
    return row;
  });
}

/** Which way a line goes. @param {number} line */
function passOf(line) {
  const pass = line === 0 ? "forward" : "backward";
  const words = line < 2 ? t(`explain.pass.${pass}`) : "";
  return h("span", { class: `whole__pass whole__pass--${pass}` }, words);
}

/** @param {import("../types.js").Store} store @param {Panel} panel @param {number} at */
function matrixOf(store, { caption, shape, data, of, name }, at) {
  const { element } = stageMatrix(store, { caption, shape, data, of, name });
  element.dataset.panel = String(at);
  return element;
}

// @ts-check
/** @import { GridOptions, Model } from "./types.js" */
import { readable } from "../numbers.js";
import { t } from "../strings/index.js";
import { indexOf } from "./geometry.js";
import { columnTexts, indexText } from "./texts.js";

/**
 * Why there are no numbers.
 *
 * @param {Model} model
 */
export function stateWords({ look, failed }) {
  if (look.state === "unreached") return t("grid.unreached");
  if (look.state === "nopath") return t("grid.nopath");
  return t(failed ? "grid.failed" : "grid.waiting");
}

/**
 * One number in words: W1[3, 17] = −0.25, every digit of it.
 *
 * @param {Model} model
 * @param {GridOptions} options
 * @param {number} flat
 */
export function cellWords(model, { name }, flat) {
  const number = model.at(flat);
  const cell = `${name}${indexText(indexOf(flat, model.shape))}`;
  if (model.covered(flat)) return `${cell} ${t("grid.covered")}`;
  return number === null ? `${cell} ${stateWords(model)}` : `${cell} = ${readable(number)}`;
}

/**
 * The array in words: from its least number to its largest.
 *
 * @param {Model} model
 * @param {GridOptions} options
 */
export function rangeWords(model, { digits }) {
  const numbers = model.numbers();
  if (!numbers) return stateWords(model);
  let [least, most] = [Infinity, -Infinity];
  for (let flat = 0; flat < numbers.length; flat++) {
    const number = Number(numbers[flat]);
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const [from, to] = columnTexts(least <= most ? [least, most] : [NaN, NaN], digits());
  return t("grid.range", { from: from.trim(), to: to.trim() });
}

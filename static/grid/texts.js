// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { Geometry, Model } from "./types.js" */
import { COVERED, formatColumn } from "../numbers.js";

/** A number in plain notation; what has an exponent, and NaN and ∞, stand for themselves, in the middle. */
const PLAIN = /^−?\d+(\.\d*)?$/;

/**
 * Texts of a column padded so that the decimal points of those in plain notation stand under each
 * other, in a type where all characters are as wide.
 *
 * @param {string[]} texts
 * @returns {string[]}
 */
function aligned(texts) {
  const plain = texts.filter((text) => PLAIN.test(text));
  const before = Math.max(0, ...plain.map((text) => wholeOf(text).length));
  const after = Math.max(0, ...plain.map((text) => text.length - wholeOf(text).length));
  return texts.map((text) => {
    // Among decimals an exact zero stands in the middle of its cell, unlike any 0.000.
    if (!PLAIN.test(text) || (text === "0" && after > 0)) return text;
    const whole = wholeOf(text);
    return whole.padStart(before) + text.slice(whole.length).padEnd(after);
  });
}

/** What is before the decimal point. @param {string} text */
function wholeOf(text) {
  return text.split(".")[0];
}

/**
 * The numbers of a column as they are shown.
 *
 * @param {ArrayLike<NumberLike>} column
 * @param {number} digits
 * @returns {string[]}
 */
export function columnTexts(column, digits) {
  return aligned(formatColumn(column, digits));
}

/**
 * The numbers of a small array as they are shown, all with as many decimals.
 *
 * @param {ArrayLike<NumberLike>} numbers
 * @param {Geometry} geometry
 * @param {number} digits
 * @returns {string[]}
 */
export function matrixTexts(numbers, { cols }, digits) {
  const texts = formatColumn(numbers, digits);
  for (let col = 0; col < cols; col++) {
    aligned(texts.filter((_, flat) => flat % cols === col))
      .forEach((text, row) => texts[row * cols + col] = text);
  }
  return texts;
}

/**
 * The text of each number of a large array, a column worked out when it is first asked for.
 *
 * @param {Pick<Model, "at" | "covered">} model
 * @param {Geometry} geometry
 * @param {number} digits
 * @returns {(flat: number) => string}
 */
export function lazyTexts(model, { rows, cols }, digits) {
  /** @type {Map<number, string[]>} */
  const columns = new Map();
  /** @param {number} flat */
  const numberAt = (flat) => (model.covered(flat) ? COVERED : model.at(flat) ?? NaN);
  return (flat) => {
    const col = flat % cols;
    let texts = columns.get(col);
    if (!texts) {
      const column = Array.from({ length: rows }, (_, row) => numberAt(row * cols + col));
      texts = columnTexts(column, digits);
      columns.set(col, texts);
    }
    return texts[Math.floor(flat / cols)];
  };
}

/**
 * An index as it is written after a name: [0, 1]; nothing for a scalar.
 *
 * @param {readonly number[]} index
 */
export function indexText(index) {
  return index.length === 0 ? "" : `[${index.join(", ")}]`;
}

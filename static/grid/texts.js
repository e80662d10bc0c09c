// @ts-check
/** @import { NumberLike } from "../numbers.js" */
import { formatColumn } from "../numbers.js";

/** A number in plain notation; what has an exponent, and NaN and ∞, stand for themselves. */
const PLAIN = /^−?\d+(\.\d*)?$/;

/**
 * The numbers of a column as they are shown, those in plain notation padded so that their decimal
 * points stand under each other in a type where all characters are as wide.
 *
 * @param {ArrayLike<NumberLike>} column
 * @param {number} digits
 * @returns {string[]}
 */
export function columnTexts(column, digits) {
  const texts = formatColumn(column, digits);
  const plain = texts.filter((text) => PLAIN.test(text));
  const before = Math.max(0, ...plain.map((text) => text.split(".")[0].length));
  const after = Math.max(0, ...plain.map((text) => text.length - text.split(".")[0].length));
  return texts.map((text) => {
    if (!PLAIN.test(text)) return text;
    const whole = text.split(".")[0];
    return whole.padStart(before) + text.slice(whole.length).padEnd(after);
  });
}

/**
 * An index as it is written after a name: [0, 1]; nothing for a scalar.
 *
 * @param {readonly number[]} index
 */
export function indexText(index) {
  return index.length === 0 ? "" : `[${index.join(", ")}]`;
}

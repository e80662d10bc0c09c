// @ts-check
/** @import { NumberLike } from "../numbers.js" */
import { formatColumn } from "../numbers.js";

/**
 * The numbers of a column as they are shown, padded so that their decimal points stand under each
 * other in a type where all characters are as wide.
 *
 * @param {ArrayLike<NumberLike>} column
 * @param {number} digits
 * @returns {string[]}
 */
export function columnTexts(column, digits) {
  const texts = formatColumn(column, digits);
  const points = texts.map(pointOf);
  const before = Math.max(...points);
  const padded = texts.map((text, i) => " ".repeat(before - points[i]) + text);
  const width = Math.max(...padded.map((text) => text.length));
  return padded.map((text) => text.padEnd(width));
}

/** Where the decimal point of a text is, or would be. @param {string} text */
function pointOf(text) {
  const point = text.search(/[.e]/);
  return point < 0 ? text.length : point;
}

/**
 * An index as it is written after a name: [0, 1]; nothing for a scalar.
 *
 * @param {readonly number[]} index
 */
export function indexText(index) {
  return index.length === 0 ? "" : `[${index.join(", ")}]`;
}

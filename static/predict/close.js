// @ts-check
import { stepOf } from "../numbers.js";

/**
 * How near an answer has to be.
 *
 * @typedef {{ text: string, value: number }} Answer  as it was typed, and the number that it means
 */

const PLAIN = /^\s*[-+\u2212\u2013]?(\d+\.?\d*|\.\d+)\s*$/;
/** No rounding excuses more than this part of the number. */
const MOST = 0.01;
/** What is not typed as a decimal is meant exactly; decimals in it may be rounded. */
const EXACT = 1e-4;
const NOISE = 1e-9;

/**
 * Whether an answer means a number: as it would be rounded to the digits that were typed.
 *
 * @param {Answer} answer
 * @param {number} number
 */
export function means({ text, value }, number) {
  const size = Math.abs(number);
  const typed = PLAIN.test(text) ? 0.5 * stepOf(text.replace("\u2013", "-")) : EXACT * size;
  const allowed = Math.max(NOISE * Math.max(1, size) * 1e-3, Math.min(typed * 1.0001, MOST * size));
  return Math.abs(value - number) <= allowed;
}

/** Whether two numbers are the same, but for what arithmetic does to the last digits. @param {number} one @param {number} other */
export function same(one, other) {
  return Math.abs(one - other) <= NOISE * Math.max(1e-3, Math.abs(one), Math.abs(other));
}

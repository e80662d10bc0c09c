// @ts-check
/** @import { RunState } from "../types.js" */
import { valueOf } from "../explain/record.js";

/** The next of 1, 2, 5, 10, 20 ... from a number on. @param {number} number  positive */
export function roundUp(number) {
  const power = 10 ** Math.floor(Math.log10(number));
  const factor = [1, 2, 5, 10].find((n) => n * power >= number * (1 - 1e-12)) ?? 10;
  return Number((factor * power).toPrecision(1));
}

/**
 * How far a number of an array is moved by hand, to both sides: as far as the largest of them is
 * from 0.
 *
 * @param {RunState} run
 * @param {string} name
 */
export function handReach(run, name) {
  const array = valueOf(run, name);
  const numbers = array ? ("data" in array ? array.data : array.range) : [];
  const sizes = Array.from(numbers, (number) => Math.abs(Number(number))).filter(Number.isFinite);
  const most = sizes.reduce((one, other) => Math.max(one, other), 0);
  return most > 0 ? roundUp(most) : 1;
}

/**
 * How far the curve of the loss goes, to both sides: as far as the hand does, and beyond the step.
 *
 * @param {RunState} run
 * @param {string} name
 * @param {number} by
 */
export function nudgeReach(run, name, by) {
  const hand = handReach(run, name);
  return Math.abs(by) <= hand ? hand : roundUp(1.2 * Math.abs(by));
}

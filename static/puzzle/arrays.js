// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { Matrix, Problem } from "./types.js" */
import { gradientOf, valueOf } from "../explain/record.js";
import { arrayData } from "../grid/fetch.js";
import { matricesOf } from "./problem.js";

/**
 * The three arrays of a product as matrices: at once where all numbers are here. Null where no
 * gradient has come.
 *
 * @param {Problem} problem
 * @returns {{ left: Matrix, right: Matrix, out: Matrix } | null
 *   | Promise<{ left: Matrix, right: Matrix, out: Matrix }>}
 */
export function arraysFor(problem) {
  const { run, left, right, op } = problem;
  /** @type {[string, WireArray | null][]} */
  const wanted = [
    [`value ${left.id}`, valueOf(run, left.id)],
    [`value ${right.id}`, valueOf(run, right.id)],
    [`gradient ${op.id}`, gradientOf(run, op.id)],
  ];
  if (wanted.some(([, array]) => array === null)) return null;
  const data = wanted.map(([, array]) => arrayData(/** @type {WireArray} */ (array)));
  /** @param {ArrayLike<NumberLike>[]} all */
  const made = (all) => {
    const numbers = new Map(wanted.map(([key], n) => [key, Float64Array.from(all[n], Number)]));
    /** @param {GraphNode} node @param {"value" | "gradient"} of */
    const of = ({ id }, of) => numbers.get(`${of} ${id}`) ?? new Float64Array();
    return matricesOf(problem, of);
  };
  return data.some((numbers) => numbers instanceof Promise)
    ? Promise.all(data).then(made)
    : made(/** @type {ArrayLike<NumberLike>[]} */ (data));
}

// @ts-check
/** @import { Road } from "./types.js" */
import { sumOf } from "./expression.js";

/** So many terms are shown one by one. */
export const MOST_TERMS = 20;

/**
 * The terms of a road that are shown, in their order, and what the others add up to. A road with
 * many shows the largest; what the rest adds up to is what is missing, exactly.
 *
 * @param {Pick<Road, "count" | "products">} road
 * @param {number} [most]
 * @returns {{ shown: number[], rest: { count: number, sum: number } | null }}
 */
export function largest({ count, products }, most = MOST_TERMS) {
  const all = Array.from({ length: count }, (_, n) => n);
  if (count <= most) return { shown: all, rest: null };
  const size = (/** @type {number} */ n) =>
    Number.isNaN(products[n]) ? Infinity : Math.abs(products[n]);
  const ordered = all.sort((one, other) => size(other) - size(one) || one - other);
  const folded = ordered.slice(most);
  return {
    shown: ordered.slice(0, most).sort((one, other) => one - other),
    rest: { count: folded.length, sum: sumOf(folded.map((n) => products[n])) },
  };
}

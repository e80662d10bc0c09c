// @ts-check
/** @import { Explanation } from "../explain/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Mistaken } from "./mistakes.js" */
import { said } from "./said.js";

/** Of more terms than this each is not tried alone. */
const MOST = 64;

/**
 * What mistakes make of a value, on the way forward.
 *
 * @param {RunState} _run
 * @param {Explanation} found
 * @returns {Mistaken[]}
 */
export function valueMistakes({ graph }, { combine, roads, value }) {
  const terms = roads.flatMap((road) =>
    Array.from({ length: Math.min(road.count, MOST) }, (_, n) => ({
      ...{ value: road.products[n], name: road.factors(n).map(({ label }) => label).join(" · ") },
      factors: road.factors(n),
    }))
  );
  if (terms.length === 0 || graph.nodes.size === 0) return [];
  if (combine !== "sum") {
    const inverse = combine === "quotient" ? [{ ...said("inverse"), value: 1 / value }] : [];
    return [
      ...inverse,
      ...terms.map((term) => ({ ...said("input_itself", { term: term.name }), value: term.value })),
    ];
  }
  const parts = terms.flatMap(({ factors }) =>
    factors.length > 1
      ? factors.map((factor) => ({
        ...said("one_factor", { factor: factor.label }),
        value: factor.value,
      }))
      : []
  );
  const added = terms.map(({ factors }) => factors.reduce((sum, factor) => sum + factor.value, 0));
  const sum = { ...said("added_factors"), value: added.reduce((all, number) => all + number, 0) };
  return [
    ...(terms.length > 1
      ? terms.map((term) => ({
        ...said("missing_part", { term: term.name }),
        value: value - term.value,
      }))
      : []),
    ...(terms.length > 1
      ? terms.map((term) => ({ ...said("one_part", { term: term.name }), value: term.value }))
      : []),
    ...(parts.length > 0 ? [sum] : []),
    ...parts,
  ];
}

// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { GraphEdge } from "../wire.js" */
/** @import { Problem } from "./types.js" */
import { productWires } from "./problem.js";

/**
 * The messages of one product and of the bias beside it, each as a sum in letters. `sum` is the
 * index that it runs over, and that is gone afterwards; null where nothing is added.
 *
 * @typedef {{ of: "value" | "gradient", node: string, letters: string[] }} Lettered
 *
 * @typedef {object} Sibling
 * @property {GraphEdge & { key: string }} edge
 * @property {Lettered} result
 * @property {string | null} sum
 * @property {Lettered[]} factors
 */

/** Letters of the samples, of what goes in and of what comes out. */
const [SAMPLE, IN, OUT] = ["n", "i", "j"];

/**
 * @param {Problem} problem
 * @returns {Sibling[]}
 */
export function siblingsOf({ run, op, left, right }) {
  const rows = left.shape.length > 1 ? [SAMPLE] : [];
  const cols = right.shape.length > 1 ? [OUT] : [];
  const x = lettered("value", left.id, [...rows, IN]);
  const w = lettered("value", right.id, [IN, ...cols]);
  const dy = lettered("gradient", op.id, [...rows, ...cols]);
  const wires = productWires(run, op.id).flatMap((key) => run.graph.edges.get(key) ?? []);
  const [first, second] = [left.id, right.id].map((id) => wires.find(({ from }) => from === id));
  return [
    ...(first && left.shape.length < 3
      ? [{ edge: first, result: slopeOf(x), sum: cols[0] ?? null, factors: [dy, w] }]
      : []),
    ...(second && left.shape.length < 3
      ? [{ edge: second, result: slopeOf(w), sum: rows[0] ?? null, factors: [x, dy] }]
      : []),
    ...biasOf(run, op.id, rows),
  ];
}

/** @param {"value" | "gradient"} of @param {string} node @param {string[]} letters @returns {Lettered} */
function lettered(of, node, letters) {
  return { of, node, letters };
}

/** @param {Lettered} value @returns {Lettered} */
function slopeOf({ node, letters }) {
  return { of: "gradient", node, letters };
}

/** The bias of a layer, or of the sum behind the product in an opened one. @param {RunState} run @param {string} id @param {string[]} rows @returns {Sibling[]} */
function biasOf({ graph }, id, rows) {
  const op = graph.nodes.get(id);
  const layer = graph.layers.get(op?.group ?? "");
  const adds = op?.op === "Affine" ? id : layer?.op === "Affine" ? layer.id : "";
  const wires = (graph.into.get(adds) ?? []).flatMap((key) => graph.edges.get(key) ?? []);
  const wire = wires.find(({ slot, gradient }) => slot === "b" && gradient);
  if (!wire || (graph.nodes.get(adds)?.shape.length ?? 0) > 2) return [];
  return [{
    edge: wire,
    result: lettered("gradient", wire.from, [OUT]),
    sum: rows[0] ?? null,
    factors: [lettered("gradient", adds, [...rows, OUT])],
  }];
}

// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Matrix, Problem } from "./types.js" */

/** The slots of the ops that multiply two matrices, the left one first. @type {Record<string, [string, string]>} */
const SLOTS = { Affine: ["x", "W"], dot: ["a", "b"] };

/**
 * The product that a wire goes into; null where it goes into something else, or no gradient comes.
 *
 * @param {RunState} run
 * @param {string} key
 * @returns {Problem | null}
 */
export function problemOf(run, key) {
  const edge = run.graph.edges.get(key);
  const op = edge && run.graph.nodes.get(edge.to);
  const slots = SLOTS[op?.op ?? ""];
  if (!edge?.gradient || !op || !slots?.includes(edge.slot)) return null;
  const [left, right] = slots.map((slot) => operandOf(run, op, slot));
  if (!left || !right) return null;
  const side = edge.slot === slots[0] ? "left" : "right";
  const [target, other] = side === "left" ? [left, right] : [right, left];
  return { run, op, edge, left, right, side, target, other };
}

/** @param {RunState} run @param {GraphNode} op @param {string} slot */
function operandOf({ graph }, op, slot) {
  const id = op.inputs?.find((input) => input.slot === slot)?.node;
  return id === undefined ? undefined : graph.nodes.get(id);
}

/**
 * The wires into a product whose message can be asked for: of a part of an opened layer, those into
 * the product in it.
 *
 * @param {RunState} run
 * @param {string} id  of an op, or of one beside the product in an opened layer
 * @returns {string[]}
 */
export function productWires(run, id) {
  const { graph } = run;
  const own = (graph.into.get(id) ?? []).filter((key) => problemOf(run, key));
  if (own.length > 0) return own;
  const layer = graph.layers.get(graph.nodes.get(id)?.group ?? "");
  if (layer?.op !== "Affine" || !layer.expanded) return [];
  return layer.nodes.flatMap((node) => graph.into.get(node) ?? []).filter((key) =>
    problemOf(run, key)
  );
}

/**
 * The three arrays of a product as matrices.
 *
 * @param {Problem} problem
 * @param {(node: GraphNode, of: "value" | "gradient") => ArrayLike<number>} numbers
 * @returns {{ left: Matrix, right: Matrix, out: Matrix }}
 */
export function matricesOf({ left, right, op }, numbers) {
  const a = { ...sizeOf(left.shape, "left"), data: numbers(left, "value") };
  const b = { ...sizeOf(right.shape, "right"), data: numbers(right, "value") };
  return { left: a, right: b, out: { rows: a.rows, cols: b.cols, data: numbers(op, "gradient") } };
}

/** @param {readonly number[]} shape @param {"left" | "right"} side */
function sizeOf(shape, side) {
  const all = shape.reduce((product, length) => product * length, 1);
  if (shape.length === 1) return side === "left" ? { rows: 1, cols: all } : { rows: all, cols: 1 };
  return { rows: shape[0], cols: all / shape[0] };
}

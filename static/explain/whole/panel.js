// @ts-check
/** @import { GraphNode, WireArray } from "../../wire.js" */
/** @import { RunState } from "../../types.js" */
/** @import { Panel, Wire } from "./types.js" */
import { lossName } from "../../select.js";
import { gradientOf, valueOf } from "../record.js";

/** @param {number} count */
export const upTo = (count) => Array.from({ length: count }, (_, n) => n);

/** @param {{ shape: readonly number[] }} of */
export function sizeOf({ shape }) {
  return shape.reduce((product, length) => product * length, 1);
}

/** Numbers that came with their array; the pictures are of small arrays alone. @param {WireArray | null} array @returns {number[]} */
export function numbersOf(array) {
  return array && "data" in array ? array.data.map(Number) : [];
}

/**
 * The value of a node.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @param {Partial<Panel>} [more]
 * @returns {Panel}
 */
export function valuePanel(run, { id, shape }, more = {}) {
  const data = numbersOf(valueOf(run, id));
  return { ...plainPanel(id, shape, data), name: id, ...more };
}

/**
 * The gradient of a node, the sum of all that came.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @param {Partial<Panel>} [more]
 * @returns {Panel}
 */
export function gradientPanel(run, { id, shape }, more = {}) {
  const data = numbersOf(gradientOf(run, id));
  const own = plainPanel(`∂${lossName(run)}/∂${id}`, shape, data);
  return { ...own, of: "gradient", name: id, line: 1, ...more };
}

/**
 * Numbers that are no cells of the run.
 *
 * @param {string} caption
 * @param {readonly number[]} shape
 * @param {ArrayLike<number>} data
 * @param {Partial<Panel>} [more]
 * @returns {Panel}
 */
export function plainPanel(caption, shape, data, more = {}) {
  return {
    ...{ line: 0, sign: "", caption, shape, data },
    ...{ of: "value", name: "", look: "cells", ...more },
  };
}

/**
 * What one op sends to its input. Where other roads lead there too it is not yet the gradient.
 *
 * @param {Wire} wire
 * @param {Partial<Panel>} [more]
 * @returns {Panel}
 */
export function resultPanel(wire, more = {}) {
  const { run, input, roads } = wire;
  const data = roads.map((road) => messageOf(wire, road));
  const panel = gradientPanel(run, input, { sign: "=", ...more });
  const several = gradientWires(run, input.id).length > 1;
  const caption = several ? `${panel.caption} ← ${wire.op.id}` : panel.caption;
  return { ...panel, caption, data, name: several ? "" : panel.name };
}

/** @param {Wire} wire @param {import("../types.js").Road} road */
export function messageOf({ run, op }, { products, reaches }) {
  const arrived = numbersOf(gradientOf(run, op.id));
  return products.reduce((sum, local, n) => sum + local * arrived[reaches[n]], 0);
}

/** The wires by which gradient comes back to a node. @param {RunState} run @param {string} id */
export function gradientWires(run, id) {
  return (run.graph.outOf.get(id) ?? []).flatMap((key) => {
    const edge = run.graph.edges.get(key);
    return edge?.gradient ? [edge] : [];
  });
}

/**
 * Rows, or columns, of an array as flat places. A vector is one row.
 *
 * @param {readonly number[]} shape
 * @param {"rows" | "columns"} which
 */
export function linesOf(shape, which) {
  const width = shape[shape.length - 1] ?? 1;
  const height = sizeOf({ shape }) / width;
  return which === "rows"
    ? upTo(height).map((row) => upTo(width).map((col) => row * width + col))
    : upTo(width).map((col) => upTo(height).map((row) => row * width + col));
}

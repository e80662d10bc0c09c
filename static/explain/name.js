// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
import { lossName } from "../select.js";
import { bracketed } from "./label.js";

/**
 * The name of a cell of a gradient: ∂L/∂S[0,0]; of what the loss is called by, ∂L/∂L.
 *
 * @param {RunState} run
 * @param {string} id
 * @param {readonly number[]} index
 */
export function gradientName(run, id, index) {
  return `∂${lossName(run)}/∂${id}${bracketed(index)}`;
}

/**
 * How a cell is written: x[0], ∂L/∂x[0], and of what came by one wire alone ∂L/∂x[0] ← p.
 *
 * @param {RunState} run
 * @param {CellRef} cell
 */
export function cellName(run, { of, name, index, wire }) {
  if (of === "value") return name + bracketed(index);
  const gradient = gradientName(run, name, index);
  const edge = wire === undefined ? undefined : run.graph.edges.get(wire);
  return edge ? `${gradient} ← ${edge.to}` : gradient;
}

// @ts-check
/** @import { CellRef } from "../types.js" */
/** @import { ScalarGraph, Sources } from "./types.js" */
import { draw } from "./making.js";
import { cellId, Sketch } from "./sketch.js";

/**
 * What a value is made of, the largest of it where there is much, and what comes back by each.
 *
 * @param {Sources} sources
 * @param {CellRef} cell
 * @returns {ScalarGraph | null}
 */
export function made(sources, cell) {
  const found = sources.ask({ ...cell, of: "value" });
  if (!found) return null;
  const gradient = sources.ask({ ...cell, of: "gradient" })?.value ?? null;
  const sketch = new Sketch();
  const own = { ...cell, of: /** @type {const} */ ("value") };
  draw({ sources, sketch, cell: own, found, gradient, mine: null });
  return {
    ...{ cell, kind: "made", root: cellId(own) },
    ...{ nodes: [...sketch.nodes.values()], edges: [...sketch.edges.values()] },
  };
}

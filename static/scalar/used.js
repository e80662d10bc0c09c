// @ts-check
/** @import { CellRef } from "../types.js" */
/** @import { Explanation } from "../explain/types.js" */
/** @import { Graph } from "../wire.js" */
/** @import { ScalarGraph, Sources } from "./types.js" */
import { largest } from "../explain/largest.js";
import { indexOf } from "../grid/geometry.js";
import { draw } from "./making.js";
import { Sketch } from "./sketch.js";

/** So many cells are drawn that one goes into. */
const MOST = 4;

/**
 * What a value is used for, and the messages that add up to its gradient.
 *
 * @param {Sources} sources
 * @param {CellRef} cell
 * @returns {ScalarGraph | null}  null where no gradient comes
 */
export function used(sources, cell) {
  const own = { ...cell, of: /** @type {const} */ ("value") };
  const value = sources.ask(own);
  const gradient = sources.ask({ ...cell, of: "gradient" });
  if (!value || !gradient) return null;
  const sketch = new Sketch();
  const root = sketch.cell(own, { value: value.value, gradient: gradient.value });
  const uses = usesOf(gradient, sources.run.graph.graph);
  const products = Float64Array.from(uses, ({ message }) => message);
  const { shown, rest } = largest({ count: uses.length, products }, MOST);
  for (const n of shown) use(sources, sketch, root, uses[n]);
  if (rest) {
    const id = sketch.node({ id: "rest", kind: "rest", count: rest.count, symbol: "…" });
    sketch.edge(root, id, null, rest.sum);
  }
  return {
    ...{ cell, kind: "used", root },
    ...{ nodes: [...sketch.nodes.values()], edges: [...sketch.edges.values()] },
  };
}

/**
 * The cells that are made of a cell, each once, with what comes back from it. What is fed into an
 * output that is no scalar comes back from the loss.
 *
 * @param {Explanation} gradient
 * @param {Graph} graph
 */
function usesOf({ roads, value }, { loss, output }) {
  /** @type {Map<string, { consumer: string, place: number, message: number }>} */
  const uses = new Map();
  for (const { consumer, slot, products, reaches } of roads) {
    if (slot === null) {
      const fed = loss !== null && loss !== output && consumer === output;
      return fed ? [{ consumer: loss, place: 0, message: value }] : [];
    }
    for (let n = 0; n < products.length; n++) {
      const place = reaches[n];
      const key = `${consumer} ${place}`;
      const before = uses.get(key)?.message ?? 0;
      uses.set(key, { consumer, place, message: before + products[n] });
    }
  }
  return [...uses.values()];
}

/** @param {Sources} sources @param {Sketch} sketch @param {string} mine @param {{ consumer: string, place: number }} use */
function use(sources, sketch, mine, { consumer, place }) {
  const index = indexOf(place, sources.run.graph.nodes.get(consumer)?.shape ?? []);
  const cell = { of: /** @type {const} */ ("value"), name: consumer, index };
  const found = sources.ask(cell);
  const gradient = sources.ask({ ...cell, of: "gradient" })?.value ?? null;
  if (found) draw({ sources, sketch, cell, found, gradient, mine });
}

// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Explanation } from "../explain/types.js" */
/** @import { Ask, ScalarGraph } from "./types.js" */
import { explain } from "../explain/index.js";
import { made } from "./made.js";
import { used } from "./used.js";

/**
 * The scalar graph of one cell: of a value, what it is made of; of a gradient, and of a value that
 * was given, what it is used for. Null where no gradient comes. At once where all numbers are here.
 *
 * @param {RunState} run
 * @param {CellRef} cell
 * @returns {ScalarGraph | null | Promise<ScalarGraph | null>}
 */
export function scalarGraph(run, cell) {
  /** @type {Promise<unknown>[]} */
  const waiting = [];
  /** @type {Ask} */
  const ask = (question) => {
    const found = explain(run, question);
    if (!(found instanceof Promise)) return found;
    waiting.push(found);
    return null;
  };
  const graph = built({ run, ask }, cell);
  return waiting.length === 0 ? graph : Promise.all(waiting).then(() => scalarGraph(run, cell));
}

/** @param {import("./types.js").Sources} sources @param {CellRef} cell */
function built(sources, cell) {
  const value = sources.ask({ ...cell, of: "value" });
  if (cell.of === "value" && value && !isGiven(value)) return made(sources, cell);
  return value ? used(sources, cell) : null;
}

/** @param {Explanation} found */
function isGiven({ combine }) {
  return combine === "given";
}

// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { ElementNudged, MovedCells, WireArray } from "../wire.js" */
/** @import { RunState, State } from "../types.js" */
import { COVERED } from "../numbers.js";
import { isCovered } from "../predict/cover.js";
import { valueOf } from "../explain/record.js";
import { indexOf } from "../grid/geometry.js";

/**
 * A value after a nudge: drawn as a matrix where it is small, else as the cells that moved most.
 * What a number is that is covered is not said here either.
 *
 * @typedef {object} MovedCell
 * @property {number[]} index
 * @property {number} before
 * @property {number} after
 *
 * @typedef {object} MovedMatrix
 * @property {"matrix"} kind
 * @property {string} name
 * @property {readonly number[]} shape
 * @property {number} count  how many numbers moved
 * @property {NumberLike[]} after
 * @property {ReadonlyMap<number, MovedCell>} cells  those that moved, by flat index
 *
 * @typedef {object} MovedList
 * @property {"list"} kind
 * @property {string} name
 * @property {readonly number[]} shape
 * @property {number} count
 * @property {MovedCell[]} cells  the largest, where they stand
 *
 * @typedef {MovedMatrix | MovedList} Moved
 */

/** A matrix up to so many rows and columns is drawn whole. */
const MOST_ROWS = 16;
const MOST_COLUMNS = 12;

/** As many cells of a larger value are listed. */
const LISTED = 12;

/**
 * Every value that was made anew after a nudge, in the order of the forward pass.
 *
 * @param {Pick<State, "predict" | "run">} state
 * @param {RunState} run  the one that was nudged
 * @param {ElementNudged} answer
 * @returns {Moved[]}
 */
export function movedOf(state, run, { moved }) {
  /** @param {string} id @returns {Moved[]} */
  const movedAt = (id) => {
    const before = Object.hasOwn(moved, id) ? valueOf(run, id) : null;
    if (!before) return [];
    const value = movedValue(id, before, moved[id]);
    if (value.kind === "matrix") return [value];
    const shown = value.cells.filter(({ index }) => !isCovered(state, "value", id, index));
    return [{ ...value, cells: shown }];
  };
  return run.graph.graph.nodes.flatMap(({ id }) => movedAt(id));
}

/** @param {string} name @param {WireArray} before @param {ElementNudged["moved"][string]} after @returns {Moved} */
function movedValue(name, before, after) {
  if ("cells" in after) return told(name, after);
  const { shape } = after;
  /** @type {NumberLike[]} */
  const was = "data" in before ? before.data : [];
  const data = after.data.map((number, flat) => (was[flat] === COVERED ? COVERED : number));
  /** @type {Map<number, MovedCell>} */
  const cells = new Map();
  for (const [flat, number] of data.entries()) {
    if (number === was[flat]) continue;
    const [from, to] = [Number(was[flat]), Number(number)];
    cells.set(flat, { index: indexOf(flat, shape), before: from, after: to });
  }
  const count = cells.size;
  if (fits(shape)) return { kind: "matrix", name, shape, count, after: data, cells };
  return { kind: "list", name, shape, count, cells: largest([...cells.values()]) };
}

/** @param {string} name @param {MovedCells} after @returns {MovedList} */
function told(name, { shape, count, cells }) {
  return {
    ...{ kind: "list", name, shape, count },
    cells: cells.map(({ index, before, after }) => ({
      index,
      before: Number(before),
      after: Number(after),
    })),
  };
}

/** @param {readonly number[]} shape */
function fits(shape) {
  const size = shape.reduce((product, length) => product * length, 1);
  const columns = shape.at(-1) ?? 1;
  return columns <= MOST_COLUMNS && size / columns <= MOST_ROWS;
}

/** Those that moved farthest, where they stand. @param {MovedCell[]} cells */
function largest(cells) {
  const far = ({ before, after } = cells[0]) => {
    const change = Math.abs(after - before);
    return Number.isNaN(change) ? Infinity : change;
  };
  const kept = new Set([...cells].sort((one, other) => far(other) - far(one)).slice(0, LISTED));
  return cells.filter((cell) => kept.has(cell));
}

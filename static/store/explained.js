// @ts-check
/** @import { CellRef, Explained, RunState, State, UiEvent } from "../types.js" */
import { flatOf } from "../grid/geometry.js";
import { closed } from "./puzzle.js";

/** @typedef {Extract<UiEvent, { type: `ui.explain${string}` | "ui.nudge" }>} ExplainEvent */

/**
 * The cell that is opened, and what of it is shown. Opening another one from here leaves a trail.
 *
 * @param {State} state
 * @param {ExplainEvent} event
 * @returns {State}
 */
export function explaining(state, event) {
  const { explained } = state;
  switch (event.type) {
    case "ui.explain":
      return there(state.run, event.cell)
        ? { ...closed(state), explained: opened(explained, event.cell) }
        : state;
    case "ui.explain.tab":
      return explained ? { ...state, explained: { ...explained, tab: event.tab } } : state;
    case "ui.explain.beat":
      return explained ? { ...state, explained: { ...explained, beat: event.beat } } : state;
    case "ui.explain.back": {
      const cell = explained?.trail[event.at];
      if (!explained || !cell) return state;
      const trail = explained.trail.slice(0, event.at);
      return { ...state, explained: { ...opened(null, cell), trail } };
    }
    case "ui.explain.close":
      return explained ? { ...state, explained: null, selection: null } : state;
    case "ui.nudge":
      return Number.isFinite(event.by) && event.by !== 0 ? { ...state, nudge: event.by } : state;
  }
}

/** @param {Explained | null} from @param {CellRef} cell @returns {Explained} */
function opened(from, cell) {
  if (from && sameCell(from, cell)) return from;
  const trail = from ? [...from.trail, cellOf(from)] : [];
  const before = trail.findIndex((step) => sameCell(step, cell));
  return {
    ...{ ...cellOf(cell), beat: 1, tab: cell.of === "value" ? "goes" : "from" },
    trail: before < 0 ? trail : trail.slice(0, before),
  };
}

/**
 * The cell of a message that is pointed at: one of the gradient itself, where that is all of it.
 *
 * @param {RunState | null} run
 * @param {{ key: string, index?: number[] }} selection
 * @returns {CellRef | null}
 */
export function messageCell(run, { key, index }) {
  const edge = run?.graph.edges.get(key);
  if (!run || !edge || !index) return null;
  const cell = { of: /** @type {const} */ ("gradient"), name: edge.from, index };
  const others = (run.graph.outOf.get(edge.from) ?? []).filter((other) =>
    run.graph.edges.get(other)?.gradient
  );
  return others.length > 1 ? { ...cell, wire: key } : cell;
}

/** @param {CellRef} cell @returns {CellRef} */
function cellOf({ of, name, index, wire }) {
  return wire === undefined ? { of, name, index } : { of, name, index, wire };
}

/**
 * The opened cell in another run; null where it has no such cell.
 *
 * @param {Explained | null} explained
 * @param {RunState} run
 */
export function stillThere(explained, run) {
  if (!explained || !there(run, explained)) return null;
  const trail = explained.trail.filter((cell) => there(run, cell));
  return trail.length === explained.trail.length ? explained : { ...explained, trail };
}

/** @param {RunState | null} run @param {CellRef} cell */
function there(run, { name, index, wire }) {
  const node = run?.graph.nodes.get(name);
  if (wire !== undefined && run?.graph.edges.get(wire)?.from !== name) return false;
  return node !== undefined && flatOf(index, node.shape) !== null;
}

/** @param {CellRef} one @param {CellRef} other */
export function sameCell(one, other) {
  return one.of === other.of && one.name === other.name && one.wire === other.wire &&
    String(one.index) === String(other.index);
}

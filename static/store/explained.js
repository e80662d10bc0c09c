// @ts-check
/** @import { CellRef, Explained, RunState, State, UiEvent } from "../types.js" */
import { flatOf } from "../grid/geometry.js";

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
        ? { ...state, explained: opened(explained, event.cell) }
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
  const trail = from ? [...from.trail, { of: from.of, name: from.name, index: from.index }] : [];
  const before = trail.findIndex((step) => sameCell(step, cell));
  const { of, name, index } = cell;
  return {
    ...{ of, name, index, beat: 1, tab: of === "value" ? "goes" : "from" },
    trail: before < 0 ? trail : trail.slice(0, before),
  };
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
function there(run, { name, index }) {
  const node = run?.graph.nodes.get(name);
  return node !== undefined && flatOf(index, node.shape) !== null;
}

/** @param {CellRef} one @param {CellRef} other */
export function sameCell(one, other) {
  return one.of === other.of && one.name === other.name &&
    String(one.index) === String(other.index);
}

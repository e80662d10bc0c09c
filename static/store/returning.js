// @ts-check
/** @import { Place, State } from "../types.js" */

/**
 * What a page that is loaded again finds as it was left: where a person is in the document, and what
 * was done and typed that the server does not keep.
 *
 * @param {State} state
 * @returns {Place | null}  null while no run is drawn
 */
export function placeIn(state) {
  if (!state.run) return state.returning;
  const { step, asking, speed, selection, explained, nudge, pinned, folded, puzzle } = state;
  const { problem, draft, undo, redo, aside, lessonText, revealed, predict } = state;
  return {
    ...{ step, asking, speed, selection, explained, nudge, pinned, folded },
    ...{ problem, draft, undo, redo, aside, lessonText, revealed, predict },
    // What it was told is of a run that will be another.
    puzzle: puzzle && { ...puzzle, asked: null, told: [], refused: null },
  };
}

/**
 * Back at the place, once there is a run to be at it in.
 *
 * @param {State} state
 * @returns {State}
 */
export function returned(state) {
  return state.returning ? { ...state, ...state.returning, returning: null } : state;
}

// @ts-check
/** @import { ElementNudged, ErrorBody } from "../wire.js" */
/** @import { RunState, State } from "../types.js" */
/** @import { Puzzle, PuzzleAct, PuzzleNudge } from "../puzzle/types.js" */
import { problemOf } from "../puzzle/problem.js";
import { asking, forgetting } from "./questions.js";

/**
 * The puzzle which product a message is.
 *
 * @param {State} state
 * @param {PuzzleAct} act
 * @returns {State}
 */
export function puzzling(state, act) {
  const { puzzle, run } = state;
  if (act.do === "open") return opened(state, act.key);
  if (!puzzle || !run) return state;
  switch (act.do) {
    case "close":
      return closed(state);
    case "tab":
      return { ...state, puzzle: { ...puzzle, tab: act.tab } };
    case "pick":
      return { ...state, puzzle: { ...puzzle, picked: act.id } };
    case "cell":
      return { ...state, puzzle: { ...puzzle, cells: { ...puzzle.cells, [act.key]: act.index } } };
    case "nudge":
      return nudged(state, puzzle, { run, index: act.index, by: act.by });
  }
}

/** Another wire begins anew, in the tab that is open. @param {State} state @param {string} key @returns {State} */
function opened(state, key) {
  const { puzzle, run } = state;
  if (!run || !problemOf(run, key) || puzzle?.key === key) return state;
  return {
    ...forgetting(state, puzzle?.asked?.id),
    explained: null,
    puzzle: {
      ...{ key, tab: puzzle?.tab ?? "product", picked: null, cells: puzzle?.cells ?? {} },
      ...{ asked: null, told: [], refused: null },
    },
  };
}

/** @param {State} state @returns {State} */
export function closed(state) {
  const { puzzle } = state;
  return puzzle ? { ...forgetting(state, puzzle.asked?.id), puzzle: null } : state;
}

/** Asks the server; without one, what the local derivatives say counts. @param {State} state @param {Puzzle} puzzle @param {PuzzleNudge} nudge @returns {State} */
function nudged(state, puzzle, nudge) {
  const target = problemOf(nudge.run, puzzle.key)?.target;
  if (!target || puzzle.asked) return state;
  if (state.connection.status !== "open") {
    const told = [...puzzle.told, { nudge, answer: null }];
    return { ...state, puzzle: { ...puzzle, told, refused: null } };
  }
  const { index, by } = nudge;
  const next = asking(state, { type: "element.nudge", name: target.id, index, by });
  return {
    ...next.state,
    puzzle: { ...puzzle, asked: { id: next.id, nudge }, refused: null },
  };
}

/** The answer to the puzzle's nudge; null where it is another's. @param {State} state @param {ElementNudged} answer @returns {State | null} */
export function puzzleTold(state, answer) {
  const { puzzle } = state;
  if (!puzzle?.asked || puzzle.asked.id !== answer.id) return null;
  const { nudge } = puzzle.asked;
  const told = answer.run === nudge.run.number ? [...puzzle.told, { nudge, answer }] : puzzle.told;
  return { ...forgetting(state, answer.id), puzzle: { ...puzzle, asked: null, told } };
}

/** @param {State} state @param {ErrorBody} error @returns {State} */
export function puzzleRefused(state, error) {
  const { puzzle } = state;
  if (!puzzle?.asked) return state;
  return {
    ...forgetting(state, puzzle.asked.id),
    puzzle: { ...puzzle, asked: null, refused: error },
  };
}

/**
 * The state with the puzzle as it is in another run: with other numbers nothing of it is decided. It
 * closes where there is no such wire.
 *
 * @param {State} state
 * @param {RunState} run
 * @returns {State}
 */
export function puzzleFollows(state, run) {
  const { puzzle } = state;
  if (!puzzle) return state;
  if (!problemOf(run, puzzle.key)) return closed(state);
  return {
    ...forgetting(state, puzzle.asked?.id),
    puzzle: { ...puzzle, asked: null, told: [], refused: null },
  };
}

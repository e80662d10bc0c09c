// @ts-check
/** @import { RunState, State } from "../types.js" */
/** @import { Command } from "../wire.js" */
/**
 * Questions about the run that is drawn. Unlike an edit, one changes nothing and may be forgotten:
 * the server answers none of a run that a newer one took the place of.
 *
 * @typedef {{ type: "element.nudge", name: string, index: number[], by: number, points?: number,
 *     reach?: number }
 *   | { type: "gradients.check" } | { type: "gradients.stop" }} Question
 */

/**
 * The state with a question on its way, and the id that its answer will have.
 *
 * @param {State} state
 * @param {Question} question
 * @returns {{ state: State, id: string }}
 */
export function asking(state, question) {
  const asked = state.asked + 1;
  const id = `question-${asked}`;
  const questions = [...state.questions, /** @type {Command} */ ({ id, ...question })];
  return { state: { ...state, asked, questions }, id };
}

/** Without a question that was answered, or whose answer nobody needs. @param {State} state @param {string | undefined} id @returns {State} */
export function forgetting(state, id) {
  const questions = state.questions.filter((question) => question.id !== id);
  return questions.length === state.questions.length ? state : { ...state, questions };
}

/**
 * Whether two are one run: views have theirs without the numbers that are covered. A session counts
 * its runs, and another session has another graph.
 *
 * @param {RunState | null} one
 * @param {RunState | null} other
 */
export function sameRun(one, other) {
  return one === other ||
    (one !== null && other !== null && one.number === other.number && one.graph === other.graph);
}

// @ts-check
/** @import { ElementNudged, ErrorBody } from "../wire.js" */
/** @import { NudgeQuestion, State } from "../types.js" */
import { nudgeReach } from "../nudge/reach.js";
import { asking, forgetting, sameRun } from "./questions.js";

/** Of the curve of the loss: enough to see every kink, odd so that the number itself is one. */
const POINTS = 81;

/**
 * Asks how the opened cell's nudge goes, while the stage shows it and the answer is not here. There
 * is one such question at a time: what a drag asked for meanwhile comes after its answer.
 *
 * @param {State} state
 * @returns {State}
 */
export function nudging(state) {
  const wanted = wantedNudge(state);
  const { asked, told, refused } = state.nudged;
  if (!wanted || (asked && sameRun(asked.question.run, wanted.run))) return state;
  const here = told && sameNudge(told.question, wanted) &&
    (wanted.reach === null || curveOf(state));
  if (here || (refused && sameNudge(refused.question, wanted))) return state;
  const { name, index, by, reach } = wanted;
  const curve = reach === null || curveOf(state) ? {} : { points: POINTS, reach };
  const next = asking(forgetting(state, asked?.id), {
    ...{ type: "element.nudge", name, index, by },
    ...curve,
  });
  const question = { ...wanted, reach: "reach" in curve ? reach : null };
  return { ...next.state, nudged: { ...state.nudged, asked: { id: next.id, question } } };
}

/**
 * What there is to be known of the cell that is opened; null while nobody asks, and while a newer
 * run is about to be drawn.
 *
 * @param {State} state
 * @returns {NudgeQuestion | null}
 */
export function wantedNudge({ explained, run, incoming, nudge, nudged }) {
  if (explained?.tab !== "nudge" || !run?.finished || incoming) return null;
  const { name, index } = explained;
  const reach = nudged.plot ? nudgeReach(run, name, nudge) : null;
  return { run, name, index, by: nudge, reach };
}

/** The curve of the loss along the opened cell, if it is here. @param {State} state */
export function curveOf(state) {
  const wanted = wantedNudge(state);
  const { curve } = state.nudged;
  return curve && wanted && sameCell(curve.question, wanted) &&
      curve.question.reach === wanted.reach
    ? curve.curve
    : null;
}

/** @param {NudgeQuestion} one @param {NudgeQuestion} other */
export function sameCell(one, other) {
  return sameRun(one.run, other.run) && one.name === other.name &&
    String(one.index) === String(other.index);
}

/** @param {NudgeQuestion} one @param {NudgeQuestion} other */
export function sameNudge(one, other) {
  return sameCell(one, other) && one.by === other.by;
}

/** The answer; one to an older question is nobody's. @param {State} state @param {ElementNudged} answer @returns {State} */
export function nudgeTold(state, answer) {
  const { asked } = state.nudged;
  if (answer.id !== asked?.id) return state;
  const { question } = asked;
  const rest = forgetting(state, asked.id);
  if (answer.run !== question.run.number) {
    return { ...rest, nudged: { ...state.nudged, asked: null } };
  }
  const curve = answer.curve ? { question, curve: answer.curve } : state.nudged.curve;
  const told = { question, answer };
  return { ...rest, nudged: { ...state.nudged, asked: null, told, refused: null, curve } };
}

/** @param {State} state @param {ErrorBody} error @returns {State} */
export function nudgeRefused(state, error) {
  const { asked } = state.nudged;
  if (!asked) return state;
  const refused = { question: asked.question, error };
  return { ...forgetting(state, asked.id), nudged: { ...state.nudged, asked: null, refused } };
}

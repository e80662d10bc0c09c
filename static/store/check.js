// @ts-check
/** @import { CheckEvent, Checking, State } from "../types.js" */
/** @import { ErrorBody, GradientsChecked, GradientsProgress } from "../wire.js" */
import { asking, forgetting, sameRun } from "./questions.js";

/**
 * What a person does with the check of all gradients.
 *
 * @param {State} state
 * @param {CheckEvent} event
 * @returns {State}
 */
export function checking(state, event) {
  switch (event.type) {
    case "check.open":
      return state.checking.open === event.open ? state : checkingWith(state, { open: event.open });
    case "check.start":
      return canCheck(state) ? started(state) : state;
    case "check.stop":
      return stopped(state);
  }
}

/** Whether there is a run to check, and none is under way. @param {State} state */
export function canCheck({ run, incoming, checking: { id } }) {
  return run !== null && run.finished && incoming === null && id === null;
}

/** @param {State} state @returns {State} */
function started(state) {
  const next = asking(state, { type: "gradients.check" });
  const fresh = { id: next.id, run: state.run, progress: null, result: null, error: null };
  return checkingWith(next.state, { ...fresh, stop: null, ended: false });
}

/** @param {State} state @returns {State} */
function stopped(state) {
  const { id, stop } = state.checking;
  if (id === null || stop !== null) return state;
  const next = asking(state, { type: "gradients.stop" });
  return checkingWith(next.state, { stop: next.id });
}

/**
 * A check ends without a word when a newer run begins: notes that it has.
 *
 * @param {State} state
 * @returns {State}
 */
export function checkFollows(state) {
  const { id, run } = state.checking;
  if (id === null || (sameRun(state.run, run) && state.incoming === null)) return state;
  return over(state, { ended: true });
}

/** @param {State} state @param {GradientsProgress} event @returns {State} */
export function checkGoesOn(state, event) {
  return event.id === state.checking.id ? checkingWith(state, { progress: event }) : state;
}

/** @param {State} state @param {GradientsChecked} event @returns {State} */
export function checkTold(state, event) {
  return event.id === state.checking.id ? over(state, { result: event }) : state;
}

/** @param {State} state @param {ErrorBody} error @returns {State} */
export function checkRefused(state, error) {
  return over(state, { error });
}

/** @param {State} state @param {Partial<Checking>} how */
function over(state, how) {
  const { id, stop } = state.checking;
  const rest = forgetting(forgetting(state, id ?? undefined), stop ?? undefined);
  return checkingWith(rest, { id: null, stop: null, progress: null, ...how });
}

/** @param {State} state @param {Partial<Checking>} some @returns {State} */
function checkingWith(state, some) {
  return { ...state, checking: { ...state.checking, ...some } };
}

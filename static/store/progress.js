// @ts-check
/** @import { Progress, State, UiEvent } from "../types.js" */

/** @typedef {Extract<UiEvent, { type: "ui.reveal" | "ui.solved" | "ui.progress" }>} LearnEvent */

/**
 * What a person has done with the lessons: whether the answer of this one is shown, and how far
 * each of them is.
 *
 * @param {State} state
 * @param {LearnEvent} event
 * @returns {State}
 */
export function learned(state, event) {
  switch (event.type) {
    case "ui.reveal":
      return { ...state, revealed: event.revealed };
    case "ui.solved":
      return { ...state, progress: { ...state.progress, [event.lesson]: "solved" } };
    case "ui.progress": {
      const { lesson } = state;
      return { ...state, progress: lesson ? opened(event.progress, lesson) : event.progress };
    }
  }
}

/** @param {Progress} progress @param {string} lesson @returns {Progress} */
export function opened(progress, lesson) {
  return Object.hasOwn(progress, lesson) ? progress : { ...progress, [lesson]: "opened" };
}

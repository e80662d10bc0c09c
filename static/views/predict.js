// @ts-check
/** @import { State, Store } from "../types.js" */
import { listenForAnswers } from "../predict/keys.js";
import { listenForMenu } from "../predict/menu.js";
import { markPicks } from "../predict/marks.js";
import { QuestionBar } from "../predict/bar.js";

/**
 * The region "Predict": what is to be predicted, and what is said of the answer. It is not there
 * while nothing is asked.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const bar = new QuestionBar(root, store);
  bar.update(store.state);
  store.subscribe((state, before) => {
    if (concerns(state, before)) bar.update(state);
    if (state.predict.asked !== before.predict.asked) solved(store, state, before);
  });
  listenForAnswers(root, store);
  listenForMenu(store);
  markPicks(root, store);
}

/** @param {State} state @param {State} before */
function concerns(state, before) {
  return state.predict !== before.predict || state.digits !== before.digits ||
    state.run?.graph !== before.run?.graph;
}

/** A lesson is solved when all that it asks was answered, and not only shown. @param {Store} store @param {State} state @param {State} before */
function solved({ dispatch }, { lesson, predict, progress }, before) {
  const own = predict.asked.filter(({ by }) => by === "lesson");
  if (!lesson || own.length === 0 || own.some(({ done }) => done === null)) return;
  const open = before.predict.asked.some(({ by, done }) => by === "lesson" && done === null);
  if (open && own.some(({ done }) => done === "right") && progress[lesson] !== "solved") {
    dispatch({ type: "ui.solved", lesson });
  }
}

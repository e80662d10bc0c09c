// @ts-check
/** @import { Problem, State, Store } from "../types.js" */

const FALLBACK = "L08";

/**
 * Loads the list of lessons, and the words of each one that is opened; keeps the address in step.
 *
 * @param {Store} store
 */
export function followLessons(store) {
  fetched("api/lessons").then(({ lessons }) => store.dispatch({ type: "ui.lessons", lessons }));
  store.subscribe((state, before) => {
    if (state.lesson !== before.lesson) {
      showAddress(state.lesson);
      if (state.lesson) load(state.lesson, store);
    }
    if (state.problem !== before.problem) fallBack(state, store);
  });
}

/** @param {string} id @param {Store} store */
async function load(id, store) {
  const lesson = await fetched(`api/lessons/${encodeURIComponent(id)}`);
  if (store.state.lesson === id) store.dispatch({ type: "ui.lesson", lesson });
}

/** An address that names no lesson opens the first one, and says what was wrong. @param {State} state @param {Store} store */
function fallBack({ problem, document, run }, store) {
  if (problem?.about !== "document" || document || run || problem === answered) return;
  answered = problem;
  store.dispatchAll([{ type: "ask.lesson", id: FALLBACK }, { type: "ui.problem", problem }]);
}

/** @type {Problem | null} */
let answered = null;

/** @param {string | null} lesson */
function showAddress(lesson) {
  const address = new URL(location.href);
  if (lesson) address.searchParams.set("lesson", lesson);
  else address.searchParams.delete("lesson");
  history.replaceState(null, "", address);
}

/** @param {string} address  relative to the page */
async function fetched(address) {
  const answer = await fetch(new URL(address, document.baseURI));
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

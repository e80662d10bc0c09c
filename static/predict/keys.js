// @ts-check
/** @import { Store } from "../types.js" */
import { act } from "./bar.js";
import { votedOptions } from "./vote.js";

const TYPED =
  'input:not([type="range"], [type="radio"]), textarea, select, [contenteditable="true"], dialog, [role="menu"], [role="gridcell"]';

/**
 * The keys of a vote: 1 to 4 count, Backspace takes the last one back, R reveals, Escape ends it.
 * They rest while something is typed, and in a grid, whose keys edit.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function listenForAnswers(root, store) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.altKey || event.ctrlKey || event.metaKey || root.hidden) return;
    if (event.target instanceof Element && event.target.closest(TYPED)) return;
    if (voted(store, event.key)) event.preventDefault();
  });
}

/** @param {Store} store @param {string} key */
function voted(store, key) {
  const { asked, at } = store.state.predict;
  const one = asked[at];
  if (!one?.vote) return false;
  if (key === "Escape") act(store, { do: "endVote" });
  else if (one.vote.revealed) return false;
  else if (key === "Backspace" || key === "Delete") act(store, { do: "uncount" });
  else if (key === "r" || key === "R") act(store, { do: "reveal" });
  else {
    const option = votedOptions(one)[Number(key) - 1];
    if (!/^[1-4]$/.test(key) || option === undefined) return false;
    act(store, { do: "count", option });
  }
  return true;
}

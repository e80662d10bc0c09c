// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Move } from "./timeline.js" */
import { go } from "./timeline.js";

/** @type {Record<string, Move>} */
const MOVES = { Home: "first", ArrowLeft: "previous", ArrowRight: "next", End: "last" };

/** What has keys of its own, and what Space presses. */
const OWN_KEYS = 'input, select, textarea, [contenteditable="true"], [role="grid"], dialog, ' +
  '[role="menu"], [role="listbox"], [role="textbox"], [role="radiogroup"]';
const PRESSED = 'button, summary, a[href], [role="button"]';
const TYPED = 'textarea, [contenteditable="true"], input:not([type="range"], [type="radio"])';

/**
 * The keys that work wherever nothing else wants them.
 *
 * @param {Store} store
 */
export function listen(store) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    const taken = event.ctrlKey || event.metaKey
      ? history(store, event, target)
      : moved(store, event, target);
    if (taken) event.preventDefault();
  });
}

/** @param {Store} store @param {KeyboardEvent} event @param {Element} target */
function moved(store, event, target) {
  const slider = target instanceof HTMLInputElement && target.type === "range";
  if (event.altKey || target.closest(OWN_KEYS) && !(slider && event.key === " ")) return false;
  if (event.key === " ") {
    if (target.closest(PRESSED)) return false;
    store.dispatch({ type: "ui.play", playing: !store.state.playing });
    return true;
  }
  if (event.shiftKey || !Object.hasOwn(MOVES, event.key)) return false;
  go(store, MOVES[event.key]);
  return true;
}

/** Undo and redo, outside of an editor with an undo of its own. @param {Store} store @param {KeyboardEvent} event @param {Element} target */
function history(store, event, target) {
  if (event.altKey || target.closest(TYPED)) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  const redo = key === "y" || event.shiftKey;
  store.dispatch({ type: redo ? "ask.redo" : "ask.undo" });
  return true;
}

// @ts-check
import { h } from "../dom.js";

/**
 * A button of the stage. `key` is what it is known by when the stage is drawn anew: the focus goes
 * back to what has the same.
 *
 * @param {string} words
 * @param {string} key
 * @param {() => void} act
 */
export function button(words, key, act) {
  const element = h("button", { type: "button", class: "stage__button", "data-focus": key }, words);
  element.addEventListener("click", act);
  return element;
}

/** What is said under a picture. @param {string} text */
export function wordsOf(text) {
  return h("p", { class: "stage__words", "aria-live": "polite" }, text);
}

/**
 * The keys of a row of which one is chosen: the arrows, Home and End move the choice along.
 *
 * @param {HTMLElement} row
 * @param {HTMLElement[]} parts
 * @param {number} chosen
 * @param {(at: number) => void} choose
 */
export function rove(row, parts, chosen, choose) {
  parts.forEach((part, at) => part.tabIndex = at === chosen ? 0 : -1);
  row.addEventListener("keydown", (event) => {
    const at = parts.indexOf(/** @type {HTMLElement} */ (event.target));
    const to = moved(event.key, at, parts.length);
    if (at < 0 || to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    parts[to].focus();
    choose(to);
  });
}

/** @param {string} key @param {number} at @param {number} count */
function moved(key, at, count) {
  if (key === "ArrowRight" || key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowUp") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

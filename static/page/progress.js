// @ts-check
/** @import { Progress, Store } from "../types.js" */
import { keep, kept } from "./keep.js";

const KEY = "whygrad.progress";
const STATES = ["opened", "solved"];

/** More lessons than there will ever be, and a longer id than any: what is kept stays small. */
const MOST = 200;
const LONGEST = 80;

/** How far the lessons were when the page was last open. @returns {Progress} */
export function savedProgress() {
  return readProgress(kept("localStorage", KEY));
}

/**
 * Keeps the progress, and takes over what another tab of this browser keeps.
 *
 * @param {Store} store
 */
export function rememberProgress(store) {
  store.subscribe(({ progress }, before) => {
    if (progress === before.progress) return;
    const text = JSON.stringify(progress);
    if (text !== kept("localStorage", KEY)) keep("localStorage", KEY, text);
  });
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY) return;
    store.dispatch({ type: "ui.progress", progress: readProgress(newValue) });
  });
}

/**
 * The progress that a text is; what is no progress counts as none.
 *
 * @param {string | null} text
 * @returns {Progress}
 */
export function readProgress(text) {
  const entries = Object.entries(parsed(text)).filter(([id, state]) =>
    id.length <= LONGEST && STATES.includes(state)
  );
  return Object.fromEntries(entries.slice(0, MOST));
}

/** @param {string | null} text @returns {Record<string, any>} */
function parsed(text) {
  try {
    const found = JSON.parse(text ?? "{}");
    return found !== null && typeof found === "object" && !Array.isArray(found) ? found : {};
  } catch {
    return {};
  }
}

// @ts-check
/**
 * What the browser keeps for us; a browser that is told to keep nothing refuses even to be asked.
 *
 * @typedef {"localStorage" | "sessionStorage"} Shelf
 */

/** @param {Shelf} shelf @param {string} key @returns {string | null} */
export function kept(shelf, key) {
  try {
    return globalThis[shelf].getItem(key);
  } catch {
    return null;
  }
}

/** @param {Shelf} shelf @param {string} key @param {string} text */
export function keep(shelf, key, text) {
  try {
    globalThis[shelf].setItem(key, text);
  } catch {
    // The page works without: it only begins anew the next time.
  }
}

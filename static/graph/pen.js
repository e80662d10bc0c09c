// @ts-check
/** @import { Theme } from "../colors.js" */
/** @import { Store } from "../types.js" */
import { maxAbs } from "../select.js";

/**
 * What a drawing of numbers asks: how many digits, where the one scale ends, and the theme.
 *
 * @typedef {{ digits: () => number, maxAbs: () => number, theme: () => Theme }} Pen
 */

/**
 * @param {Store} store
 * @returns {Pen}
 */
export function penOf(store) {
  return {
    digits: () => store.state.digits,
    maxAbs: () => (store.state.run ? maxAbs(store.state.run) : 0),
    theme: () => themeOf(store.state),
  };
}

/** @param {Store["state"]} state @returns {Theme} */
export function themeOf({ theme, systemTheme }) {
  return theme === "system" ? systemTheme : theme;
}

// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { Theme } from "../colors.js" */
/** @import { Operands } from "./operands.js" */
import { maxAbs } from "../select.js";

/**
 * What the parts of the inspector are drawn from.
 *
 * @typedef {object} Scene
 * @property {Store} store
 * @property {RunState} run  the run at the time of building: its graph stays, its numbers may not
 * @property {Operands} operands
 * @property {number} width  what the panel has for its content, in CSS pixels
 *
 * A part of the inspector: built once for a topic, and told of each new state.
 *
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {(state: State, run: RunState) => void} update
 * @property {() => void} [refresh]  the theme, the scale or the digits changed
 * @property {() => void} [destroy]
 */

/**
 * How numbers are drawn now, as a grid asks.
 *
 * @param {Store} store
 * @returns {{ digits: () => number, maxAbs: () => number, theme: () => Theme }}
 */
export function drawingOf(store) {
  return {
    digits: () => store.state.digits,
    maxAbs: () => (store.state.run ? maxAbs(store.state.run) : 1),
    theme: () => themeOf(store.state),
  };
}

/** @param {State} state @returns {Theme} */
export function themeOf({ theme, systemTheme }) {
  return theme === "system" ? systemTheme : theme;
}

/**
 * One part made of several.
 *
 * @param {HTMLElement} element
 * @param {Part[]} parts
 * @param {Part["update"]} [update]  what is left to do once they have been told
 * @returns {Part}
 */
export function partOf(element, parts, update) {
  return {
    element,
    update(state, run) {
      for (const part of parts) part.update(state, run);
      update?.(state, run);
    },
    refresh: () => parts.forEach((part) => part.refresh?.()),
    destroy: () => parts.forEach((part) => part.destroy?.()),
  };
}

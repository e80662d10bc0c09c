// @ts-check
/** @import { Store } from "../types.js" */
import { signedColor } from "../colors.js";
import { h } from "../dom.js";
import { maxAbs } from "../select.js";

/**
 * A number on the stage that is in no matrix, tinted as it would be in one.
 *
 * @param {Store} store
 * @param {number} number
 * @param {string | Node} shown
 * @param {string} [more]  a class of its own
 */
export function tinted({ state }, number, shown, more = "") {
  const cell = h("span", { class: `stage__cell ${more}`.trim() }, shown);
  const theme = state.theme === "system" ? state.systemTheme : state.theme;
  cell.style.backgroundColor = signedColor(number, state.run ? maxAbs(state.run) : 0, theme);
  return cell;
}

// @ts-check
/** @import { CellRef, Explained, ExplainedTab, RunState, State, Store } from "../types.js" */
import { fromTab } from "./from.js";
import { goesTab } from "./goes.js";
import { nudgeTab } from "../nudge/tab.js";
import { elementTab } from "../scalar/tab.js";

/**
 * What a tab draws from.
 *
 * @typedef {object} Stage
 * @property {Store} store
 * @property {RunState} run  finished
 * @property {Explained} explained  the cell that is opened
 * @property {string} name  of that cell, as it is written: x[0], ∂L/∂x[0]
 *
 * What it drew, and what stands under it. `stop` is called once, when it leaves the screen. What
 * `fits` has all its sizes in em, and gets the largest type at which all of it is seen.
 *
 * @typedef {{ element: HTMLElement, foot?: HTMLElement[], fits?: boolean, stop?: () => void }} Drawn
 *
 * One way to ask about a cell. The stage draws it anew when the cell, the beat, the run, the digits
 * or the theme is another, and when what `follows` gives is another; for all else a tab may
 * subscribe to the store itself until `stop`.
 *
 * @typedef {object} StageTab
 * @property {ExplainedTab} id
 * @property {string} words  the key of its name
 * @property {(cell: CellRef, run: RunState) => boolean} opensOn  whether it has anything to say
 * @property {(stage: Stage) => Drawn | Promise<Drawn>} draw
 * @property {(state: State) => unknown} [follows]
 * @property {number} [beats]  how many beats it is told in; the strings are explain.beat.1 ...
 */

/** All tabs, in the order they stand. @type {readonly StageTab[]} */
export const TABS = [goesTab, fromTab, nudgeTab, elementTab];

/** @param {CellRef} cell @param {RunState} run */
export function tabsOf(cell, run) {
  return TABS.filter((tab) => tab.opensOn(cell, run));
}

/** The tab that is open; the first of those there are where that one is not. @param {Explained} explained @param {RunState} run */
export function tabOf(explained, run) {
  const tabs = tabsOf(explained, run);
  return tabs.find(({ id }) => id === explained.tab) ?? tabs[0];
}

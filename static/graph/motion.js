// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Drawing } from "./drawing.js" */
/** @import { Touched } from "./types.js" */

/** A row of a result, and all of them, in milliseconds. */
const ROW = { takes: 120, follows: 60, all: 220 };
const DROP = 420;

/** Whether a person wants nothing to move. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/**
 * The result fills in row by row; at the turn the gradient of the loss drops from its value.
 *
 * @param {Drawing} drawing
 * @param {RunState} run
 * @param {Touched} touched
 */
export function animateStep({ cards }, run, { pass, result }) {
  if (isCalm()) return;
  if (pass !== "backward" && result !== null) fill(cards.get(result)?.halves.value.element);
  if (pass !== "turn") return;
  const { loss, output } = run.graph.graph;
  drop(cards.get(loss ?? output)?.halves.gradient?.element);
}

/** @param {HTMLElement | undefined} array */
function fill(array) {
  const rows = array?.querySelectorAll(".cells__row") ?? [];
  const follows = Math.min(ROW.follows, ROW.all / Math.max(1, rows.length));
  rows.forEach((row, i) => {
    row.animate([{ opacity: 0 }, { opacity: 1 }], {
      duration: ROW.takes,
      delay: i * follows,
      fill: "backwards",
    });
  });
}

/** @param {HTMLElement | undefined} array */
function drop(array) {
  array?.animate(
    [{ transform: "translateY(-3em)", opacity: 0 }, { transform: "none", opacity: 1 }],
    { duration: DROP, easing: "cubic-bezier(.3,1.4,.6,1)" },
  );
}

// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Halves } from "./sizes.js" */
/** @import { Touched } from "./types.js" */

/**
 * Values to be drawn large, with their halves.
 *
 * @typedef {Map<string, { halves: Halves }>} Wanted
 */

/** So many leaves, and no more, are drawn large before the first step. */
const LEAVES = 8;

/**
 * Which values are drawn large, with which halves, the most important first.
 *
 * @param {RunState} run
 * @param {Touched} touched
 * @param {number} step
 * @returns {Wanted}
 */
export function wanted(run, touched, step) {
  /** @type {Wanted} */
  const found = new Map();
  /** @param {string} id @param {Halves} halves */
  const add = (id, halves) => {
    const before = found.get(id);
    if (!before) found.set(id, { halves });
    else if (before.halves !== halves) before.halves = "both";
  };
  const { loss, output } = run.graph.graph;
  if (touched.pass === "backward") {
    add(touched.receiver ?? "", "both");
    add(touched.result ?? "", "gradient");
  } else if (touched.pass !== "rest") {
    const turn = touched.pass === "turn";
    add(touched.result ?? "", turn && touched.result === output ? "both" : "value");
    if (turn && loss !== null) add(loss, "both");
    for (const id of touched.inputs) add(id, "value");
  } else if (step === 0) {
    const leaves = run.graph.graph.nodes.filter(({ kind }) => kind === "leaf");
    if (leaves.length <= LEAVES) leaves.forEach(({ id }) => add(id, "value"));
  }
  found.delete("");
  return found;
}

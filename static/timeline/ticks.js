// @ts-check
/** @import { RunState, Step } from "../types.js" */

/** More marks than this are a grey blur. */
const MOST = 160;

/**
 * Where the track is marked: between steps, and finer between those inside of an opened layer.
 *
 * @param {RunState} run
 * @returns {{ major: number[], minor: number[] }} steps after which there is a mark
 */
export function ticksOf(run) {
  /** @type {{ major: number[], minor: number[] }} */
  const ticks = { major: [], minor: [] };
  if (!run.finished || run.steps.length > MOST) return ticks;
  run.steps.slice(0, -1).forEach((step, i) => {
    const next = run.steps[i + 1];
    if (next.type !== step.type) return;
    const group = groupOf(run, step);
    const inside = group !== null && group === groupOf(run, next);
    ticks[inside ? "minor" : "major"].push(i + 1);
  });
  return ticks;
}

/** The opened layer that a step is in. @param {RunState} run @param {Step} step */
function groupOf(run, step) {
  const node = step.type === "node.forward" ? step.node : step.source;
  return run.graph.nodes.get(node)?.group ?? null;
}

// @ts-check
/** @import { EdgeBackward } from "../wire.js" */
/** @import { RunState, Step } from "../types.js" */

/**
 * The step of another run of the same document that is at the same place in the pass, where a layer
 * was opened or closed, or the program changed: the same node's value, the same message; inside a
 * layer that is closed now, the layer's own step; else what came last before it.
 *
 * @param {RunState} from
 * @param {number} step
 * @param {RunState} to  with all of its steps
 * @returns {number}
 */
export function placeOf(from, step, to) {
  for (let at = Math.min(step, from.steps.length); at > 0; at--) {
    const found = sameStep(from.steps[at - 1], from, to);
    if (found) return found;
  }
  return 0;
}

/** @param {Step} step @param {RunState} from @param {RunState} to */
function sameStep(step, from, to) {
  if (step.type === "edge.backward") return sameMessage(step, to);
  const group = from.graph.nodes.get(step.node)?.group;
  return forwardOf(step.node, to) ?? (group ? forwardOf(group, to) : undefined);
}

/** @param {string} node @param {RunState} run */
function forwardOf(node, run) {
  return run.steps.find((step) => step.type === "node.forward" && step.node === node)?.seq;
}

/** @param {EdgeBackward} message @param {RunState} run */
function sameMessage(message, run) {
  const before = run.steps.filter((step) =>
    step.type === "edge.backward" && step.target === message.target &&
    step.message <= message.message
  );
  return before.at(-1)?.seq;
}

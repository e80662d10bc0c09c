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
  if (step.type === "edge.backward") return sameMessage(step, from, to);
  const group = from.graph.nodes.get(step.node)?.group;
  return forwardOf(step.node, to) ?? (group ? forwardOf(group, to) : undefined);
}

/** @param {string} node @param {RunState} run */
function forwardOf(node, run) {
  return run.steps.find((step) => step.type === "node.forward" && step.node === node)?.seq;
}

/**
 * The same message; of a layer that is opened or closed, the last one that it sends there, so that
 * what the receiver has is the same.
 *
 * @param {EdgeBackward} message
 * @param {RunState} from
 * @param {RunState} to
 */
function sameMessage(message, from, to) {
  const sent = messagesTo(message.target, to);
  const kind = (/** @type {RunState} */ run) => run.graph.nodes.get(message.source)?.kind;
  const same = sent.find(({ source, slot }) => source === message.source && slot === message.slot);
  if (same && kind(from) === kind(to)) return same.seq;
  const layer = layerOf(message, from);
  const parts = sent.filter((other) => layerOf(other, to) === layer);
  if (parts.length === 0) return sent.findLast((other) => other.message <= message.message)?.seq;
  const last = messagesTo(message.target, from).findLast((other) => layerOf(other, from) === layer);
  return last === message ? parts[parts.length - 1].seq : undefined;
}

/** @param {string} target @param {RunState} run */
function messagesTo(target, run) {
  return run.steps.filter((step) => step.type === "edge.backward").filter((step) =>
    step.target === target
  );
}

/** The layer that sends a message, opened or not. @param {EdgeBackward} message @param {RunState} run */
function layerOf({ source }, run) {
  return run.graph.nodes.get(source)?.group ?? source;
}

// @ts-check
/** @import { GraphIndex, RunState, Selection, State, Step } from "../types.js" */
/** @import { GraphEdge, GraphNode } from "../wire.js" */
import { edgeKeyOf, stepAt } from "../select.js";

/**
 * What the inspector is about: a value and its gradient, or the message along one wire.
 *
 * @typedef {{ kind: "node", node: GraphNode }
 *   | { kind: "message", key: string, edge: GraphEdge, sender: GraphNode, target: GraphNode }} Topic
 */

/**
 * What a person selected, or else what the active step is about; null before the first step.
 *
 * @param {State} state
 * @returns {Topic | null}
 */
export function topicOf(state) {
  const { run, selection } = state;
  if (!run) return null;
  const selected = selection && selectedTopic(run.graph, selection);
  return selected ?? stepTopic(run, stepAt(state));
}

/**
 * Whether both say the same, though a newer run brought new numbers.
 *
 * @param {Topic | null} one
 * @param {Topic | null} other
 */
export function sameTopic(one, other) {
  if (!one || !other) return one === other;
  if (one.kind === "node") return other.kind === "node" && one.node === other.node;
  return other.kind === "message" && one.edge === other.edge;
}

/**
 * A selection of what the program no longer has counts for nothing.
 *
 * @param {GraphIndex} graph
 * @param {Selection} selection
 * @returns {Topic | null}
 */
function selectedTopic(graph, selection) {
  if (selection.kind === "edge") return messageTopic(graph, selection.key);
  const node = graph.nodes.get(selection.id);
  return node ? { kind: "node", node } : null;
}

/**
 * @param {RunState} run
 * @param {Step | null} step
 * @returns {Topic | null}
 */
function stepTopic({ graph }, step) {
  if (!step) return null;
  if (step.type === "edge.backward") return messageTopic(graph, edgeKeyOf(step, graph));
  const node = graph.nodes.get(step.node);
  return node ? { kind: "node", node } : null;
}

/**
 * @param {GraphIndex} graph
 * @param {string} key
 * @returns {Topic | null}
 */
function messageTopic(graph, key) {
  const edge = graph.edges.get(key);
  const sender = edge && graph.nodes.get(edge.to);
  const target = edge && graph.nodes.get(edge.from);
  return edge && sender && target ? { kind: "message", key, edge, sender, target } : null;
}

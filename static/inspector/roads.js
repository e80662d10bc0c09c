// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { EdgeBackward, GraphEdge, GraphNode, WireArray } from "../wire.js" */
import { edgeKeyOf, gradientAt, totalSteps } from "../select.js";

/**
 * One way on which gradient comes back to a value: the wire to an op that uses it.
 *
 * @typedef {{ key: string, edge: GraphEdge, sender: GraphNode }} Road
 */

/**
 * The roads to a node in the order in which their messages arrive: the ops send in reverse.
 *
 * @param {RunState} run
 * @param {string} id
 * @returns {Road[]}
 */
export function roadsTo(run, id) {
  const { graph } = run;
  const roads = (graph.outOf.get(id) ?? []).flatMap((key) => {
    const edge = graph.edges.get(key);
    const sender = edge && graph.nodes.get(edge.to);
    return edge?.gradient && sender ? [{ key, edge, sender }] : [];
  }).reverse();
  if (roads.length < 2) return roads;
  const arrival = messagesTo(run, totalSteps(run), id).map((message) => edgeKeyOf(message, graph));
  const place = new Map(roads.map(({ key }, at) => [key, arrivalOf(key, arrival, at)]));
  return roads.sort((one, other) => (place.get(one.key) ?? 0) - (place.get(other.key) ?? 0));
}

/**
 * Which of the messages to its receiver comes along a road, from 1, and how many there are.
 *
 * @param {RunState} run
 * @param {Road} road
 */
export function placeOf(run, { key, edge }) {
  const roads = roadsTo(run, edge.from);
  return { number: roads.findIndex((other) => other.key === key) + 1, of: roads.length };
}

/** @param {string} key @param {string[]} arrival @param {number} at */
function arrivalOf(key, arrival, at) {
  const place = arrival.indexOf(key);
  return place < 0 ? arrival.length + at : place;
}

/**
 * What has come along a wire at a step: a message, or, from the loss where that is a node of its
 * own, what is fed in at the turn.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {Road} road
 * @returns {WireArray | null}
 */
export function arrivedOn(run, step, { key, edge, sender }) {
  if (sender.kind === "loss") {
    const gradient = gradientAt(run, step, edge.from);
    return gradient.state === "value" ? gradient.array : null;
  }
  const messages = messagesTo(run, step, edge.from);
  return messages.find((message) => edgeKeyOf(message, run.graph) === key)?.value ?? null;
}

/**
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 * @returns {EdgeBackward[]}
 */
function messagesTo(run, step, id) {
  const gradient = gradientAt(run, step, id);
  return gradient.state === "value" ? gradient.messages : [];
}

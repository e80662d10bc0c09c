// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Touched } from "./types.js" */
import { edgeKeyOf } from "../select.js";

/** @type {Touched} */
const NOTHING = Object.freeze({
  pass: "rest",
  op: null,
  inputs: [],
  result: null,
  receiver: null,
  edge: null,
});

/**
 * What a step touches: a forward op with its inputs and its result, or the op that sends a message
 * with the wire and the receiver. The last forward step is also the turn.
 *
 * @param {RunState | null} run
 * @param {number} step
 * @returns {Touched}
 */
export function touchedAt(run, step) {
  const now = step > 0 ? run?.steps[step - 1] : undefined;
  if (!run || !now) return NOTHING;
  if (now.type === "edge.backward") {
    const { source, target } = now;
    const edge = edgeKeyOf(now, run.graph);
    return { pass: "backward", op: source, inputs: [], result: source, receiver: target, edge };
  }
  return {
    pass: step === run.forward ? "turn" : "forward",
    op: now.node,
    inputs: inputsOf(run, now.node),
    result: now.node,
    receiver: null,
    edge: null,
  };
}

/**
 * The nodes and wires that may look different from one step to its neighbour: what either touches,
 * and at the turn what gets the upstream gradient.
 *
 * @param {RunState} run
 * @param {number} from
 * @param {number} to
 * @returns {{ nodes: Set<string>, edges: Set<string> }}
 */
export function differing(run, from, to) {
  /** @type {Set<string>} */
  const nodes = new Set();
  /** @type {Set<string>} */
  const edges = new Set();
  for (const step of [from, to]) {
    const { op, receiver, edge, pass } = touchedAt(run, step);
    if (op !== null) {
      nodes.add(op);
      for (const key of run.graph.outOf.get(op) ?? []) edges.add(key);
    }
    if (receiver !== null) nodes.add(receiver);
    if (edge !== null) edges.add(edge);
    if (pass !== "turn") continue;
    const { loss, output } = run.graph.graph;
    nodes.add(output);
    if (loss !== null) {
      nodes.add(loss);
      for (const key of run.graph.into.get(loss) ?? []) edges.add(key);
    }
  }
  return { nodes, edges };
}

/** @param {RunState} run @param {string} id */
function inputsOf(run, id) {
  const from = (run.graph.into.get(id) ?? []).map((key) => run.graph.edges.get(key)?.from ?? "");
  return [...new Set(from)];
}

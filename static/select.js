// @ts-check
/** @import { EdgeBackward, NodeForward, WireArray } from "./wire.js" */
/** @import { DrawState, GradientNow, GraphIndex, RunState, State, Step } from "./types.js" */
/**
 * What can be said of a run at a step: pure functions, looked up in an index made once for the
 * steps that have come.
 *
 * @typedef {object} StepIndex
 * @property {Map<string, NodeForward>} forward  by the node that gets its value
 * @property {Map<string, EdgeBackward[]>} messages  by the node that receives, in order
 * @property {Map<string, EdgeBackward>} edges  by the key of the edge
 */

/** @type {WireArray} */
const ONE = Object.freeze({ shape: [], data: [1] });

/** @type {ReadonlySet<number>} */
const NOTHING = new Set();

/** @type {WeakMap<Step[], StepIndex>} */
const indices = new WeakMap();

/** @type {WeakMap<Step[], { loss: unknown, most: number }>} */
const scales = new WeakMap();

/** @type {WeakMap<WireArray, number>} */
const sizes = new WeakMap();

/** The active step; null at step 0, and while it has not come yet. @param {State} state */
export function stepAt(state) {
  return state.run && state.step > 0 ? state.run.steps[state.step - 1] ?? null : null;
}

/** @param {RunState | null} run */
export function totalSteps(run) {
  return run ? run.forward + run.backward : 0;
}

/**
 * The value of a node at a step: leaves always have theirs, the loss node when all else has.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 * @returns {WireArray | null}
 */
export function valueAt(run, step, id) {
  if (Object.hasOwn(run.leaves, id)) return run.leaves[id];
  if (id === run.graph.graph.loss && isLossNode(run, id)) {
    return step >= run.forward && run.loss !== null ? lossArray(run) : null;
  }
  const made = stepsOf(run).forward.get(id);
  return made && made.seq <= step ? made.value : null;
}

/**
 * What is known of a node's gradient at a step. The output has its own from the turn on: what is
 * fed into it.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 * @returns {GradientNow}
 */
export function gradientAt(run, step, id) {
  if (!run.graph.nodes.get(id)?.path) return { state: "nopath" };
  const { loss, output } = run.graph.graph;
  if (id === loss || id === output) {
    if (!turned(run, step)) return { state: "unreached" };
    return { state: "value", array: id === output ? run.upstream : ONE, messages: [], of: 0 };
  }
  const messages = messagesAt(run, step, id);
  const last = messages.at(-1);
  if (!last) return { state: "unreached" };
  return { state: "value", array: last.total ?? last.value, messages, of: last.of };
}

/**
 * How a node is drawn at a step: active where it sends, receives or gets its value.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 * @returns {DrawState}
 */
export function nodeState(run, step, id) {
  const now = step > 0 ? run.steps[step - 1] : undefined;
  if (now && touches(now, id)) return "active";
  if (gradientAt(run, step, id).state === "value") return "reached";
  return valueAt(run, step, id) ? "forward" : "idle";
}

/**
 * How a wire is drawn at a step, by its key.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} key
 * @returns {DrawState}
 */
export function edgeState(run, step, key) {
  const edge = run.graph.edges.get(key);
  if (!edge) return "idle";
  const message = stepsOf(run).edges.get(key);
  if (message && message.seq <= step) return message.seq === step ? "active" : "reached";
  if (isLossNode(run, edge.to) && edge.gradient && turned(run, step)) return "reached";
  return valueAt(run, step, edge.from) ? "forward" : "idle";
}

/**
 * What a layer keeps for the way back, once it has run.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 * @returns {Record<string, WireArray> | null}
 */
export function keptAt(run, step, id) {
  const made = stepsOf(run).forward.get(id);
  return made && made.seq <= step ? made.kept : null;
}

/** The node that is the loss: one of its own, or the output. @param {RunState} run */
export function lossName(run) {
  return run.graph.graph.loss ?? run.graph.graph.output;
}

/**
 * The key of the wire that a message travels.
 *
 * @param {{ edge: string, slot: string }} message
 * @param {GraphIndex} graph
 */
export function edgeKeyOf(message, graph) {
  const first = graph.edges.get(message.edge);
  return !first || first.slot === message.slot ? message.edge : `${message.edge}#${message.slot}`;
}

/**
 * Where the one scale of the document ends: the largest finite magnitude of all that has come.
 *
 * @param {RunState} run
 */
export function maxAbs(run) {
  const known = scales.get(run.steps);
  if (known && known.loss === run.loss) return known.most;
  let most = Math.max(sizeOf(run.upstream), finiteSize(run.loss ?? 0));
  for (const array of Object.values(run.leaves)) most = Math.max(most, sizeOf(array));
  for (const step of run.steps) most = Math.max(most, ...arraysOf(step).map(sizeOf));
  scales.set(run.steps, { loss: run.loss, most });
  return most;
}

/**
 * The flat indices of an array that are not what they were in the run before, at the same step.
 * Nothing where the graph is another one, or the numbers are not here.
 *
 * @param {RunState | null} before
 * @param {RunState} run
 * @param {number} step
 * @param {"value" | "gradient"} kind
 * @param {string} id
 * @returns {ReadonlySet<number>}
 */
export function changedCells(before, run, step, kind, id) {
  if (!before || before === run || before.graph !== run.graph) return NOTHING;
  const old = numbersAt(before, step, kind, id);
  const now = numbersAt(run, step, kind, id);
  if (!old || !now || old.length !== now.length) return NOTHING;
  const changed = new Set();
  now.forEach((number, i) => {
    if (number !== old[i]) changed.add(i);
  });
  return changed;
}

/**
 * The messages that have reached a node.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 */
function messagesAt(run, step, id) {
  const all = stepsOf(run).messages.get(id) ?? [];
  return all.length > 0 && all[all.length - 1].seq <= step ? all : all.filter((m) => m.seq <= step);
}

/**
 * Whether the pass has turned round: all values are there.
 *
 * @param {RunState} run
 * @param {number} step
 */
function turned(run, step) {
  return step >= run.forward && run.steps.length >= run.forward;
}

/** @param {RunState} run @param {string} id */
function isLossNode(run, id) {
  return run.graph.nodes.get(id)?.kind === "loss";
}

/** @type {WeakMap<RunState, WireArray>} */
const losses = new WeakMap();

/** The same array each time, so that views can compare by identity. @param {RunState} run */
function lossArray(run) {
  const known = losses.get(run);
  if (known) return known;
  /** @type {WireArray} */
  const array = { shape: [], data: [run.loss ?? "NaN"] };
  losses.set(run, array);
  return array;
}

/** @param {Step} step @param {string} id */
function touches(step, id) {
  return step.type === "node.forward" ? step.node === id : step.source === id || step.target === id;
}

/** @param {RunState} run @returns {StepIndex} */
function stepsOf(run) {
  const known = indices.get(run.steps);
  if (known) return known;
  /** @type {StepIndex} */
  const index = { forward: new Map(), messages: new Map(), edges: new Map() };
  for (const step of run.steps) {
    if (step.type === "node.forward") index.forward.set(step.node, step);
    else {
      index.edges.set(edgeKeyOf(step, run.graph), step);
      const messages = index.messages.get(step.target);
      if (messages) messages.push(step);
      else index.messages.set(step.target, [step]);
    }
  }
  indices.set(run.steps, index);
  return index;
}

/** @param {Step} step @returns {WireArray[]} */
function arraysOf(step) {
  if (step.type === "node.forward") return [step.value, ...Object.values(step.kept)];
  return step.total ? [step.value, step.total] : [step.value];
}

/** @param {WireArray} array */
function sizeOf(array) {
  let most = sizes.get(array);
  if (most === undefined) {
    const numbers = "data" in array ? array.data : array.range;
    most = numbers.reduce((/** @type {number} */ size, n) => Math.max(size, finiteSize(n)), 0);
    sizes.set(array, most);
  }
  return most;
}

/** @param {number | string} number */
function finiteSize(number) {
  return typeof number === "number" ? Math.abs(number) : 0;
}

/**
 * The value of a node at a step, or its gradient.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {"value" | "gradient"} kind
 * @param {string} id
 * @returns {WireArray | null}
 */
export function arrayAt(run, step, kind, id) {
  if (kind === "value") return valueAt(run, step, id);
  const gradient = gradientAt(run, step, id);
  return gradient.state === "value" ? gradient.array : null;
}

/** @param {Parameters<typeof arrayAt>} asked */
function numbersAt(...asked) {
  const array = arrayAt(...asked);
  return array && "data" in array ? array.data : null;
}

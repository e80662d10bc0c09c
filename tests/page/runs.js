// @ts-check
/** @import { EdgeBackward, Graph, GraphNode, NodeForward, RunStarted, WireArray, WireEvent } from "../../static/wire.js" */
/** @import { State } from "../../static/types.js" */
import { EMPTY, reduce } from "../../static/store.js";

/**
 * Runs to test with, as the wire brings them: y = Affine(x, W, b), closed and opened, and
 * f = x * y + x, where x feeds two ops.
 */

/** @param {number} value @returns {WireArray} */
export const scalar = (value) => ({ shape: [], data: [value] });

/** @param {...number} data @returns {WireArray} */
export const vector = (...data) => ({ shape: [data.length], data });

/** @param {string} id @param {Partial<GraphNode>} [more] @returns {GraphNode} */
const leaf = (id, more) => ({ id, kind: "leaf", shape: [], path: true, role: "input", ...more });

/** @param {string} id @param {string[]} inputs @param {Partial<GraphNode>} [more] @returns {GraphNode} */
const op = (id, inputs, more) => ({
  ...{ id, kind: "op", shape: [], path: true, op: "mul", symbol: "×", line: 1, group: null },
  inputs: inputs.map((node, i) => ({ slot: "ab"[i], node })),
  ...more,
});

/** @param {GraphNode[]} nodes @param {Partial<Graph>} [more] @returns {Graph} */
const graphOf = (nodes, more) => ({
  nodes,
  edges: nodes.flatMap((node) =>
    (node.inputs ?? []).map(({ slot, node: from }) => ({
      ...{ id: `${from}>${node.id}`, from: from ?? "", to: node.id, slot },
      gradient: true,
    }))
  ),
  ...{ layers: [], forms: [], codes: [], output: nodes[nodes.length - 1].id, loss: null },
  ...more,
});

/** @param {number} seq @param {string} node @param {WireArray} value @returns {Omit<NodeForward, "run">} */
const forward = (seq, node, value) => ({
  ...{ type: "node.forward", seq, node, value, kept: {}, notice: null },
});

/** @param {number} seq @param {string} source @param {string} target @param {WireArray} value @param {Partial<EdgeBackward>} [more] @returns {Omit<EdgeBackward, "run">} */
const backward = (seq, source, target, value, more) => ({
  ...{ type: "edge.backward", seq, source, target, slot: "a", edge: `${target}>${source}`, value },
  ...{ total: null, message: 1, of: 1, notice: null },
  ...more,
});

/**
 * @typedef {object} Recipe
 * @property {Graph} graph
 * @property {Record<string, WireArray>} leaves
 * @property {(Omit<NodeForward, "run"> | Omit<EdgeBackward, "run">)[]} steps
 * @property {number} loss
 * @property {string[]} [expand]
 * @property {WireArray} [upstream]
 */

/** f = x * y + x at x = 2, y = 3. @param {number} [x] @returns {Recipe} */
export function branch(x = 2) {
  return {
    graph: graphOf([leaf("x"), leaf("y"), op("p", ["x", "y"]), op("f", ["p", "x"])]),
    leaves: { x: scalar(x), y: scalar(3) },
    steps: [
      forward(1, "p", scalar(3 * x)),
      forward(2, "f", scalar(4 * x)),
      backward(3, "f", "x", scalar(1), { slot: "b", of: 2 }),
      backward(4, "f", "p", scalar(1)),
      backward(5, "p", "y", scalar(x), { slot: "b" }),
      backward(6, "p", "x", scalar(3), { total: scalar(4), message: 2, of: 2 }),
    ],
    loss: 4 * x,
  };
}

/** q = x * x: a value that enters an op twice. @returns {Recipe} */
export function square() {
  return {
    graph: graphOf([leaf("x"), op("q", ["x", "x"])]),
    leaves: { x: scalar(3) },
    steps: [
      forward(1, "q", scalar(9)),
      backward(2, "q", "x", scalar(3), { slot: "b", of: 2 }),
      backward(3, "q", "x", scalar(3), { total: scalar(6), message: 2, of: 2 }),
    ],
    loss: 9,
  };
}

/** z = Relu(Affine(x, W, b)), the Affine as one layer, with a loss node. @returns {Recipe} */
export function closed() {
  const affine = op("y", ["x", "W"], { kind: "layer", op: "Affine", group: "y", shape: [2] });
  const relu = op("z", ["y"], { kind: "layer", op: "Relu", group: "z", shape: [2] });
  const loss = op("L", ["z"], { kind: "loss" });
  return {
    graph: graphOf([
      leaf("x", { shape: [2] }),
      leaf("W", { shape: [2], role: "parameter" }),
      affine,
      relu,
      loss,
    ], {
      ...{ output: "z", loss: "L" },
      layers: [{ id: "y", op: "Affine", expanded: false, nodes: ["y"] }],
    }),
    leaves: { x: vector(1, 2), W: vector(3, 4) },
    steps: [
      forward(1, "y", vector(5, -7)),
      forward(2, "z", vector(5, 0)),
      backward(3, "z", "y", vector(1, 0)),
      backward(4, "y", "W", vector(1, 0), { slot: "b" }),
      backward(5, "y", "x", vector(3, 0)),
    ],
    loss: 5,
    upstream: vector(1, 1),
  };
}

/** The same with the Affine opened: y.dot and y. @returns {Recipe} */
export function opened() {
  const dot = op("y.dot", ["x", "W"], { op: "dot", group: "y", shape: [2] });
  const add = op("y", ["y.dot", "W"], { op: "add", group: "y", shape: [2] });
  const relu = op("z", ["y"], { kind: "layer", op: "Relu", group: "z", shape: [2] });
  const loss = op("L", ["z"], { kind: "loss" });
  return {
    graph: graphOf([
      leaf("x", { shape: [2] }),
      leaf("W", { shape: [2], role: "parameter" }),
      dot,
      add,
      relu,
      loss,
    ], {
      ...{ output: "z", loss: "L" },
      layers: [{ id: "y", op: "Affine", expanded: true, nodes: ["y.dot", "y"] }],
    }),
    leaves: { x: vector(1, 2), W: vector(3, 4) },
    steps: [
      forward(1, "y.dot", vector(4, -8)),
      forward(2, "y", vector(5, -7)),
      forward(3, "z", vector(5, 0)),
      backward(4, "z", "y", vector(1, 0)),
      backward(5, "y", "W", vector(1, 0), { slot: "b", of: 2 }),
      backward(6, "y", "y.dot", vector(1, 0)),
      backward(7, "y.dot", "W", vector(1, 0), {
        slot: "b",
        total: vector(2, 0),
        message: 2,
        of: 2,
      }),
      backward(8, "y.dot", "x", vector(3, 0)),
    ],
    loss: 5,
    expand: ["y"],
    upstream: vector(1, 1),
  };
}

/** @param {Recipe} recipe @param {number} run @param {{ graph?: boolean }} [how] @returns {RunStarted} */
export function started(recipe, run, { graph = true } = {}) {
  const count = recipe.steps.filter(({ type }) => type === "node.forward").length;
  return {
    ...{ type: "run.started", run, seq: 0, graph: graph ? recipe.graph : null, warnings: [] },
    ...{ leaves: recipe.leaves, upstream: recipe.upstream ?? scalar(1) },
    ...{ forward: count, backward: recipe.steps.length - count, expand: recipe.expand ?? [] },
  };
}

/** All events of a run, in order. @param {Recipe} recipe @param {number} run @param {{ graph?: boolean }} [how] @returns {WireEvent[]} */
export function events(recipe, run, how) {
  return [
    started(recipe, run, how),
    .../** @type {WireEvent[]} */ (recipe.steps.map((step) => ({ ...step, run }))),
    { type: "run.finished", run, seq: recipe.steps.length + 1, loss: recipe.loss },
  ];
}

/** The state with a document open and its run drawn. @param {Recipe} recipe @param {number} [step] @returns {State} */
export function open(recipe, step = 0) {
  /** @type {Record<string, number | number[]>} */
  const values = {};
  for (const [name, array] of Object.entries(recipe.leaves)) {
    const numbers = "data" in array ? array.data.map(Number) : [];
    values[name] = array.shape.length === 0 ? numbers[0] : numbers;
  }
  const document = { format: 1, program: "f = x * y + x", values };
  return [
    { type: /** @type {const} */ ("connection.opened") },
    { type: /** @type {const} */ ("session.opened"), session: "s1", known: false },
    {
      ...{ type: /** @type {const} */ ("document.opened"), document, lesson: "L04" },
      expand: recipe.expand ?? [],
    },
    ...events(recipe, 1),
    { type: /** @type {const} */ ("ui.step"), step },
  ].reduce(reduce, /** @type {State} */ (EMPTY));
}

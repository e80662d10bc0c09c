// @ts-check
/** @import { RunState, State } from "../../static/types.js" */
/** @import { EdgeBackward, GraphNode } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { messageTex, valueTex } from "../../static/inspector/forms.js";
import { envOf, highlightOf, operandName, sameHighlight } from "../../static/inspector/names.js";
import { arrivedOn, placeOf, roadsTo } from "../../static/inspector/roads.js";
import { sameTopic, topicOf } from "../../static/inspector/topic.js";
import { indexGraph } from "../../static/store/graph.js";
import { EMPTY } from "../../static/store.js";
import { lineStates, nodeOfLine } from "../../static/network/lines.js";

/** @param {number} number */
const scalar = (number) => ({ shape: [], data: [number] });

/** @param {string} id @param {string} op @param {string[]} inputs @param {number} line @returns {GraphNode} */
function node(id, op, inputs, line) {
  const slots = inputs.map((input, at) => ({ slot: "ab"[at], node: input }));
  return { id, kind: "op", shape: [], path: true, op, symbol: op, line, inputs: slots, form: 0 };
}

/** p = x * x, f = p + x at x = 3. */
const GRAPH = indexGraph({
  nodes: [
    { id: "x", kind: "leaf", shape: [], path: true, role: "input" },
    node("p", "mul", ["x", "x"], 1),
    node("f", "add", ["p", "x"], 2),
  ],
  edges: [
    { id: "x>p", from: "x", to: "p", slot: "a", gradient: true },
    { id: "x>p", from: "x", to: "p", slot: "b", gradient: true },
    { id: "p>f", from: "p", to: "f", slot: "a", gradient: true },
    { id: "x>f", from: "x", to: "f", slot: "b", gradient: true },
  ],
  layers: [],
  forms: [{
    op: "mul",
    formula: "\\v{out} = \\v{a} \\odot \\v{b}",
    messages: { a: "\\d{a} = \\d{out} \\odot \\v{b}", b: "\\d{b} = \\d{out} \\odot \\v{a}" },
    map: {},
  }],
  codes: [],
  output: "f",
  loss: null,
});

/** @param {number} seq @param {string} from @param {string} to @param {string} slot @param {[number, number, number, number]} numbers @returns {EdgeBackward} */
function message(seq, from, to, slot, [value, total, at, of]) {
  const edge = { source: from, target: to, slot, edge: `${to}>${from}` };
  const arrays = { value: scalar(value), total: at > 1 ? scalar(total) : null };
  return { type: "edge.backward", run: 1, seq, ...edge, ...arrays, message: at, of, notice: null };
}

/** @type {RunState} */
const RUN = {
  number: 1,
  graph: GRAPH,
  leaves: { x: scalar(3) },
  upstream: scalar(1),
  forward: 2,
  backward: 4,
  steps: [
    { type: "node.forward", run: 1, seq: 1, node: "p", value: scalar(9), kept: {}, notice: null },
    { type: "node.forward", run: 1, seq: 2, node: "f", value: scalar(12), kept: {}, notice: null },
    message(3, "f", "x", "b", [1, 1, 1, 3]),
    message(4, "f", "p", "a", [1, 1, 1, 1]),
    message(5, "p", "x", "b", [3, 4, 2, 3]),
    message(6, "p", "x", "a", [3, 7, 3, 3]),
  ],
  finished: true,
  loss: 12,
  warnings: [],
  expand: [],
};

/** @param {Partial<State>} more @returns {State} */
const state = (more) => ({ ...EMPTY, run: RUN, ...more });

/** @param {Partial<State>} more */
function about(more) {
  const topic = topicOf(state(more));
  return topic && (topic.kind === "node" ? topic.node.id : topic.key);
}

test("the inspector follows the step where nothing is selected", () => {
  assert.equal(about({ step: 0 }), null);
  assert.equal(about({ step: 2 }), "f");
  assert.equal(about({ step: 3 }), "x>f");
  assert.equal(about({ step: 5 }), "x>p#b");
  assert.equal(topicOf({ ...EMPTY }), null);
});

test("a selection comes first, unless the program no longer has it", () => {
  assert.equal(about({ step: 2, selection: { kind: "node", id: "x" } }), "x");
  assert.equal(about({ step: 2, selection: { kind: "edge", key: "x>p#b" } }), "x>p#b");
  assert.equal(about({ step: 2, selection: { kind: "node", id: "gone" } }), "f");
  assert.equal(about({ step: 2, selection: { kind: "edge", key: "gone" } }), "f");
});

test("a step on the same topic draws nothing anew", () => {
  const [p, again] = [1, 1].map((step) => topicOf(state({ step })));
  assert.ok(sameTopic(p, again));
  assert.ok(!sameTopic(p, topicOf(state({ step: 2 }))));
  assert.ok(!sameTopic(p, null));
});

test("roads are in the order in which their messages come", () => {
  assert.deepEqual(roadsTo(RUN, "x").map((road) => road.key), ["x>f", "x>p#b", "x>p"]);
  assert.deepEqual(roadsTo(RUN, "x").map((road) => placeOf(RUN, road)), [
    { number: 1, of: 3 },
    { number: 2, of: 3 },
    { number: 3, of: 3 },
  ]);
});

test("before the messages have come, roads are in reverse program order", () => {
  const early = { ...RUN, steps: RUN.steps.slice(0, 2), finished: false };
  assert.deepEqual(roadsTo(early, "x").map((road) => road.key), ["x>f", "x>p#b", "x>p"]);
});

test("what came along a road is there from its step on", () => {
  const [, second] = roadsTo(RUN, "x");
  assert.equal(arrivedOn(RUN, 4, second), null);
  assert.deepEqual(arrivedOn(RUN, 5, second), scalar(3));
});

test("one message of several does not say that it is the gradient", () => {
  const [, second] = roadsTo(RUN, "x");
  assert.deepEqual(messageTex(RUN, second), {
    tex: "\\d{b} = \\d{out} \\odot \\v{a}",
    shown: "\\text{message 2} =  \\d{out} \\odot \\v{a}",
  });
  const [only] = roadsTo(RUN, "p");
  assert.equal(messageTex(RUN, only)?.shown, messageTex(RUN, only)?.tex);
  assert.equal(valueTex(RUN, GRAPH.graph.nodes[0]), null);
});

test("slots have the names of the network, literals their number", () => {
  const half = { ...node("h", "mul", ["x"], 3), inputs: [{ slot: "a", literal: 0.5 }] };
  const env = envOf(RUN, GRAPH.graph.nodes[1], null);
  assert.deepEqual(env.value("a"), { name: "x", node: "x", shape: [] });
  assert.deepEqual(env.value("out"), { name: "p", node: "p", shape: [] });
  assert.deepEqual(env.gradient("b"), { name: "x", node: "x", shape: [] });
  assert.deepEqual(envOf(RUN, half, null).value("a"), { literal: 0.5 });
  assert.equal(env.lossName, "f");
});

test("a slot named out or y is the op's own value only where no input has that name", () => {
  const loss = { ...node("L", "CrossEntropyError", [], 1), inputs: [{ slot: "y", node: "x" }] };
  assert.deepEqual(envOf(RUN, loss, null).value("y"), { name: "x", node: "x", shape: [] });
  assert.deepEqual(envOf(RUN, loss, null).value("out"), { name: "L", node: "L", shape: [] });
});

test("an operand is lit by its kind and node, what is kept by its name too", () => {
  const own = highlightOf("gradient", "p", "out", "p");
  assert.deepEqual(own, { kind: "gradient", node: "p" });
  assert.deepEqual(highlightOf("value", "x", "b", "p"), { kind: "value", node: "x", slot: "b" });
  assert.ok(sameHighlight({ kind: "gradient", node: "p", slot: "a" }, own));
  assert.ok(!sameHighlight({ kind: "value", node: "p" }, own));
  assert.ok(!sameHighlight(null, own));
  const mask = highlightOf("kept", "p", "mask", "p");
  assert.ok(sameHighlight({ kind: "kept", node: "p" }, mask));
  assert.ok(!sameHighlight({ kind: "kept", node: "p", slot: "y" }, mask));
});

test("operands are called as they are written", () => {
  assert.equal(operandName("value", "W", "L", true), "Wᵀ");
  assert.equal(operandName("gradient", "W", "L"), "∂L/∂W");
  assert.equal(operandName("gradient", "W", "L", true), "(∂L/∂W)ᵀ");
});

test("a line of the program is done going forward, then active, then done going back", () => {
  /** @param {number} step */
  const lines = (step) =>
    [...lineStates(RUN, step).values()].map(({ forward, backward, active }) =>
      `${forward ? "f" : "-"}${backward ? "b" : "-"} ${active ?? ""}`.trim()
    );
  assert.deepEqual(lines(0), ["--", "--"]);
  assert.deepEqual(lines(1), ["f- forward", "--"]);
  assert.deepEqual(lines(3), ["f-", "f- backward"]);
  assert.deepEqual(lines(4), ["f-", "fb backward"]);
  assert.deepEqual(lines(6), ["fb backward", "fb"]);
});

test("a line leads to the node whose value it assigns", () => {
  assert.deepEqual([...nodeOfLine(GRAPH)], [[1, "p"], [2, "f"]]);
});

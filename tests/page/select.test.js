// @ts-check
/** @import { RunState, State } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import {
  changedCells,
  edgeKeyOf,
  edgeState,
  gradientAt,
  lossName,
  maxAbs,
  nodeState,
  stepAt,
  totalSteps,
  valueAt,
} from "../../static/select.js";
import { reduce } from "../../static/store.js";
import { branch, closed, events, open, square } from "./runs.js";

/** @param {State} state @returns {RunState} */
function run(state) {
  assert.ok(state.run);
  return state.run;
}

test("at step 0 the leaves have their values and nothing else has", () => {
  const drawn = run(open(branch()));
  assert.deepEqual(valueAt(drawn, 0, "x"), { shape: [], data: [2] });
  assert.equal(valueAt(drawn, 0, "p"), null);
  assert.equal(nodeState(drawn, 0, "x"), "forward");
  assert.equal(nodeState(drawn, 0, "p"), "idle");
  assert.equal(gradientAt(drawn, 0, "x").state, "unreached");
  assert.equal(edgeState(drawn, 0, "x>p"), "forward");
  assert.equal(edgeState(drawn, 0, "p>f"), "idle");
});

test("the active step is the one the state is at", () => {
  assert.equal(stepAt(open(branch())), null);
  assert.equal(stepAt(open(branch(), 2))?.seq, 2);
  assert.equal(totalSteps(open(branch()).run), 6);
  assert.equal(totalSteps(null), 0);
});

test("a forward step makes its node active, and the output has its gradient at the turn", () => {
  const drawn = run(open(branch()));
  assert.equal(nodeState(drawn, 1, "p"), "active");
  assert.equal(gradientAt(drawn, 1, "f").state, "unreached");
  assert.equal(nodeState(drawn, 2, "f"), "active");
  const turn = gradientAt(drawn, 2, "f");
  assert.deepEqual(turn.state === "value" && turn.array, { shape: [], data: [1] });
  assert.equal(nodeState(drawn, 3, "f"), "active");
  assert.equal(nodeState(drawn, 5, "f"), "reached");
});

test("a message makes its sender, its wire and its receiver active", () => {
  const drawn = run(open(branch()));
  assert.equal(nodeState(drawn, 4, "f"), "active");
  assert.equal(nodeState(drawn, 4, "p"), "active");
  assert.equal(edgeState(drawn, 4, "p>f"), "active");
  assert.equal(edgeState(drawn, 3, "p>f"), "forward");
  assert.equal(edgeState(drawn, 5, "p>f"), "reached");
});

test("the sum grows with each message", () => {
  const drawn = run(open(branch()));
  const first = gradientAt(drawn, 3, "x");
  const both = gradientAt(drawn, 6, "x");
  assert.ok(first.state === "value" && both.state === "value");
  assert.deepEqual([first.array, first.messages.length, first.of], [
    { shape: [], data: [1] },
    1,
    2,
  ]);
  assert.deepEqual([both.array, both.messages.length], [{ shape: [], data: [4] }, 2]);
});

test("the loss node has its value and its 1 when all else is made", () => {
  const drawn = run(open(closed()));
  assert.equal(lossName(drawn), "L");
  assert.equal(valueAt(drawn, 1, "L"), null);
  assert.deepEqual(valueAt(drawn, 2, "L"), { shape: [], data: [5] });
  assert.equal(valueAt(drawn, 2, "L"), valueAt(drawn, 3, "L"));
  assert.equal(nodeState(drawn, 2, "L"), "reached");
  assert.equal(edgeState(drawn, 1, "z>L"), "idle");
  assert.equal(edgeState(drawn, 2, "z>L"), "reached");
  assert.equal(lossName(run(open(branch()))), "f");
});

test("a node without a path has no gradient ever", () => {
  const recipe = branch();
  recipe.graph.nodes[1] = { ...recipe.graph.nodes[1], path: false };
  assert.equal(gradientAt(run(open(recipe)), 6, "y").state, "nopath");
});

test("the two wires of a value that enters an op twice have keys of their own", () => {
  const { graph } = run(open(square()));
  assert.deepEqual([...graph.edges.keys()], ["x>q", "x>q#b"]);
  assert.ok([...graph.edges.values()].every((edge) => edge.twice));
  assert.equal(edgeKeyOf({ edge: "x>q", slot: "a" }, graph), "x>q");
  assert.equal(edgeKeyOf({ edge: "x>q", slot: "b" }, graph), "x>q#b");
  const drawn = run(open(square()));
  assert.equal(edgeState(drawn, 2, "x>q#b"), "active");
  assert.equal(edgeState(drawn, 2, "x>q"), "forward");
});

test("one scale reaches over all that has come", () => {
  assert.equal(maxAbs(run(open(branch()))), 8);
  assert.equal(maxAbs(run(open(branch(-50)))), 200);
});

test("numbers that are not finite leave the scale alone", () => {
  const recipe = branch();
  recipe.steps[0] = { ...recipe.steps[0], value: { shape: [], data: ["Infinity"] } };
  assert.equal(maxAbs(run(open(recipe))), 8);
});

test("cells that changed since the run before are told, on the same graph alone", () => {
  const first = open(branch(), 6);
  const second = events(branch(5), 2, { graph: false }).reduce(reduce, first);
  assert.deepEqual([...changedCells(second.before, run(second), 6, "value", "x")], [0]);
  assert.deepEqual([...changedCells(second.before, run(second), 6, "value", "y")], []);
  assert.deepEqual([...changedCells(second.before, run(second), 6, "gradient", "y")], [0]);
  assert.deepEqual([...changedCells(second.before, run(second), 3, "gradient", "y")], []);
  const other = events(branch(5), 3).reduce(reduce, second);
  assert.equal(changedCells(other.before, run(other), 6, "value", "x").size, 0);
});

// @ts-check
/** @import { Recipe } from "./runs.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { differing, touchedAt } from "../../static/graph/touched.js";
import { wanted } from "../../static/graph/wanted.js";
import { edgeState, nodeState } from "../../static/select.js";
import { branch, closed, open, opened, square } from "./runs.js";

/** @param {Recipe} recipe */
function runOf(recipe) {
  const { run } = open(recipe);
  assert.ok(run);
  return run;
}

/** @param {Recipe} recipe @param {number} step */
function large(recipe, step) {
  const run = runOf(recipe);
  const found = wanted(run, touchedAt(run, step), step);
  return Object.fromEntries([...found].map(([id, { halves }]) => [id, halves]));
}

test("a forward step touches the op, its inputs and its result", () => {
  assert.deepEqual(touchedAt(runOf(branch()), 1), {
    ...{ pass: "forward", op: "p", inputs: ["x", "y"], result: "p", receiver: null, edge: null },
  });
});

test("the last forward step is the turn", () => {
  assert.equal(touchedAt(runOf(branch()), 2).pass, "turn");
});

test("a message touches the op that sends, the wire and the receiver", () => {
  const { op, receiver, edge, pass } = touchedAt(runOf(branch()), 6);
  assert.deepEqual([pass, op, receiver, edge], ["backward", "p", "x", "x>p"]);
});

test("a value that enters an op twice is one input, with a wire for each slot", () => {
  const run = runOf(square());
  assert.deepEqual(touchedAt(run, 1).inputs, ["x"]);
  assert.deepEqual([2, 3].map((step) => touchedAt(run, step).edge), ["x>q#b", "x>q"]);
});

test("nothing is touched at step 0, nor by a step that has not come", () => {
  const run = runOf(branch());
  assert.equal(touchedAt(run, 0).op, null);
  assert.equal(touchedAt({ ...run, steps: [] }, 3).op, null);
});

test("from a step to its neighbour no node or wire changes but the ones that are named", () => {
  for (const recipe of [branch(), square(), closed(), opened()]) {
    const run = runOf(recipe);
    for (let step = 0; step < recipe.steps.length; step++) {
      const { nodes, edges } = differing(run, step, step + 1);
      for (const id of run.graph.nodes.keys()) {
        if (nodes.has(id)) continue;
        assert.equal(nodeState(run, step, id), nodeState(run, step + 1, id), `${id} at ${step}`);
      }
      for (const key of run.graph.edges.keys()) {
        if (edges.has(key)) continue;
        assert.equal(edgeState(run, step, key), edgeState(run, step + 1, key), `${key} at ${step}`);
      }
    }
  }
});

test("before the first step the leaves are drawn large, with their values", () => {
  assert.deepEqual(large(branch(), 0), { x: "value", y: "value" });
});

test("a forward step draws the values of its inputs and of its result large", () => {
  assert.deepEqual(large(closed(), 1), { y: "value", x: "value", W: "value" });
});

test("the turn draws the loss large with its gradient, and the output that it reaches", () => {
  assert.deepEqual(large(closed(), 2), { z: "both", L: "both", y: "value" });
});

test("a message draws its receiver large, and the gradient of the op that sends", () => {
  assert.deepEqual(large(closed(), 4), { W: "both", y: "gradient" });
});

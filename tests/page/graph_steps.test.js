// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { layoutInput } from "../../static/graph/input.js";
import { specsOf } from "../../static/graph/spec.js";
import { nodeFrom } from "../../static/graph/steps.js";
import { layout } from "../../static/layout/index.js";
import { closed, open } from "./runs.js";

const { run } = open(closed());
if (!run) throw new Error("no run");
const { graph } = run;
const placed = layout(layoutInput(graph, specsOf(run, 3, {}), "cards", 17));

/** @param {string} id @param {...string} keys */
function walk(id, ...keys) {
  return keys.reduce((at, key) => nodeFrom(graph, placed, at, key) ?? `${at}!`, id);
}

test("right leads along a wire to the consumer, left back to the main input", () => {
  assert.equal(walk("x", "ArrowRight", "ArrowRight"), "z");
  assert.equal(walk("z", "ArrowLeft", "ArrowLeft"), "x");
});

test("up and down lead to what stands above and below", () => {
  assert.equal(walk("y", "ArrowUp"), "W");
  assert.equal(walk("W", "ArrowDown"), "y");
});

test("where no wire leads on, a key leads nowhere", () => {
  assert.equal(nodeFrom(graph, placed, "L", "ArrowRight"), null);
  assert.equal(nodeFrom(graph, placed, "x", "ArrowLeft"), null);
  assert.equal(nodeFrom(graph, placed, "x", "Tab"), null);
});

test("Home and End lead to the first and the last node", () => {
  assert.equal(walk("z", "Home"), "x");
  assert.equal(walk("z", "End"), "L");
});

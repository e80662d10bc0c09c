// @ts-check
/** @import { Graph } from "../../static/wire.js" */
/** @import { State } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { litCode } from "../../static/narration/code.js";
import { sentenceAt } from "../../static/narration/sentence.js";
import { EMPTY, reduce } from "../../static/store.js";
import { branch, closed, events, open, opened, started } from "./runs.js";

/** @param {State} state */
const text = (state) => sentenceAt(state).pieces.map((piece) => piece.text).join("");

/** @param {Graph} graph @param {string} id @param {object} more */
function change(graph, id, more) {
  const at = graph.nodes.findIndex((node) => node.id === id);
  graph.nodes[at] = { ...graph.nodes[at], ...more };
}

test("a lesson's question stands until a person moves, and at step 0", () => {
  const begun = open(branch());
  assert.match(text({ ...begun, lesson: null }), /^The leaves have their values/);
  const lesson = { ...open(branch(), 2), lesson: "L04-branch-sum", asking: true };
  const question = /^x = 2 goes into both p = xy and s = x \+ y\./;
  assert.match(text(lesson), question);
  const moved = reduce(lesson, { type: "ui.step", step: 3 });
  assert.doesNotMatch(text(moved), question);
  assert.doesNotMatch(text(reduce(moved, { type: "ui.step", step: 2 })), question);
  assert.match(text(reduce(moved, { type: "ui.step", step: 0 })), question);
});

test("before there is a run, and before a step has come, it says so", () => {
  assert.equal(text(EMPTY), "Opening the document.");
  const waiting = [started(branch(), 1), /** @type {const} */ ({ type: "ui.step", step: 3 })];
  assert.match(text(waiting.reduce(reduce, EMPTY)), /^Waiting/);
});

test("a forward step says what the op does, with its numbers or its shapes", () => {
  assert.equal(text(open(branch(), 1)), "× multiplies x = 2 by y = 3: p = 6.");
  const recipe = opened();
  change(recipe.graph, "y.dot", { symbol: "dot", op: "dot" });
  assert.equal(text(open(recipe, 1)), "dot multiplies x (2,) by W (2,): y.dot (2,).");
});

test("an op without words of its own is said by its name", () => {
  const recipe = branch();
  change(recipe.graph, "p", { symbol: "hypot", op: "hypot" });
  assert.equal(text(open(recipe, 1)), "hypot makes p = 6 from x = 2 and y = 3.");
});

test("the turn names the loss, where no step makes it", () => {
  assert.match(text(open(closed(), 2)), /All values are there: L = 5\. Now back\.$/);
  assert.doesNotMatch(text(open(branch(), 2)), /Now back/);
});

test("the first message says what enters, and where", () => {
  assert.match(text(open(branch(), 3)), /^1 enters at f\. /);
  assert.match(text(open(closed(), 3)), /^\(1, 1\) enters at z\. /);
});

test("a message says who sends what to whom", () => {
  assert.equal(text(open(branch(), 4)), "The × op sends ∂f/∂p = 1 to p.");
  assert.equal(text(open(closed(), 5)), "The × layer sends ∂L/∂x to x: shape (2,).");
});

test("of several messages each says its place, and the last one the sum", () => {
  assert.match(text(open(branch(), 3)), /sends 1 to x \(1 of 2\)\. The sum so far is 1\.$/);
  assert.equal(
    text(open(branch(), 6)),
    "The × op sends 3 to x (2 of 2). ∂f/∂x = 1 + 3 = 4.",
  );
  assert.match(text(open(opened(), 5)), /sends W message 1 of 2: shape \(2,\)\. .*not complete/);
  assert.match(text(open(opened(), 7)), /message 2 of 2.* the sum ∂L\/∂W is complete\.$/);
});

test("a negative message is taken away in the sum", () => {
  const recipe = branch();
  recipe.steps[5] = {
    ...recipe.steps[5],
    ...{ value: { shape: [], data: [-3] }, total: { shape: [], data: [-2] } },
  };
  assert.match(text(open(recipe, 6)), /∂f\/∂x = 1 − 3 = −2\.$/);
});

test("a message of zeros is said to be exactly zero", () => {
  const recipe = closed();
  recipe.steps[4] = { ...recipe.steps[4], value: { shape: [2], data: [0, 0] } };
  assert.match(text(open(recipe, 5)), /It is exactly zero\.$/);
});

test("names are toned by their pass", () => {
  const { pieces } = sentenceAt(open(branch(), 4));
  const toned = pieces.filter(({ tone }) => tone !== "plain");
  assert.deepEqual(toned, [
    { text: "×", tone: "op" },
    { text: "∂f/∂p", tone: "backward" },
    { text: "1", tone: "backward" },
    { text: "p", tone: "forward" },
  ]);
});

test("what is not finite is a warning of its step", () => {
  const recipe = branch();
  const notice = { code: "some.notice", message: "f is Infinity", params: {} };
  recipe.steps[1] = { ...recipe.steps[1], notice };
  assert.deepEqual(sentenceAt(open(recipe, 2)).warnings, ["f is Infinity"]);
  assert.deepEqual(sentenceAt(open(recipe, 1)).warnings, []);
});

test("the code of a step is the lines that do it", () => {
  const recipe = branch();
  recipe.graph.codes = [{
    title: "mul",
    forward: ["out = a * b"],
    backward: ["da = 1", " db = 2"],
  }];
  const lit = { forward: [0], backward: { a: [0], b: [1] } };
  change(recipe.graph, "p", { code: 0, lit });
  assert.deepEqual(litCode(open(recipe, 1)), {
    ...{ title: "mul", pass: "forward", lines: ["out = a * b"] },
  });
  assert.deepEqual(litCode(open(recipe, 5)), {
    ...{ title: "mul", pass: "backward", lines: ["db = 2"] },
  });
  assert.equal(litCode(open(recipe, 0)), null);
  assert.equal(litCode(open(recipe, 2)), null);
});

test("a run that is done says the same of a step as while it came", () => {
  const whole = events(branch(), 1);
  const early = whole.slice(0, 4).reduce(reduce, EMPTY);
  const late = whole.reduce(reduce, EMPTY);
  const there = /** @type {const} */ ({ type: "ui.step", step: 3 });
  assert.equal(text(reduce(early, there)), text(reduce(late, there)));
});

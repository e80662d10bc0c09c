// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { readValue, suggestedText, writtenValue } from "../../static/network/value_text.js";
import { reduce } from "../../static/store.js";
import { branch, open } from "./runs.js";

/** @param {State} state @param {...PageEvent} happened */
const after = (state, ...happened) => happened.reduce(reduce, state);

/** @param {string} text */
const value = (text) => {
  const read = readValue(text);
  return "value" in read ? read.value : read.problem;
};

test("a number, a list and a list of lists are read as they are typed", () => {
  assert.equal(value("1/3"), 1 / 3);
  assert.equal(value(" ln 2 "), Math.log(2));
  assert.deepEqual(value("[1, 2]"), [1, 2]);
  assert.deepEqual(value("[[1, 1/4],\n [−3, sqrt(4)]]"), [[1, 0.25], [-3, 2]]);
  assert.deepEqual(value("［１，２］"), [1, 2]);
  assert.deepEqual(value("[5]"), [5]);
});

test("an array of one number all over is read by its shape", () => {
  assert.deepEqual(value("zeros(2, 3)"), [[0, 0, 0], [0, 0, 0]]);
  assert.deepEqual(value("ones(2,)"), [1, 1]);
});

test("what is no value says why", () => {
  assert.equal(value(""), "grid.number.empty");
  assert.equal(value("1/0"), "grid.number.division_by_zero");
  assert.equal(value("k"), "grid.number.unknown_name");
  for (const text of ["[1, [2]]", "[[1, 2], [3]]", "[]", "[1, x]", "[1, 2", "zeros(0)"]) {
    assert.equal(value(text), "missing.no_array", text);
  }
  assert.equal(value("ones(100000, 100000)"), "missing.no_array");
});

test("what is suggested is read as the shape it was asked for", () => {
  const dot = { name: "W", op: "Affine", slot: "W", shape: [2, 3] };
  assert.equal(suggestedText(dot), "[[1, 2, 3], [4, 5, 6]]");
  assert.equal(suggestedText({ ...dot, slot: "b", shape: [3] }), "[0, 0, 0]");
  assert.equal(suggestedText({ ...dot, op: "dot", slot: "b", shape: [2] }), "[1, 2]");
  assert.equal(suggestedText({ ...dot, op: "div", slot: "b", shape: [] }), "1");
  assert.equal(suggestedText({ ...dot, slot: "gamma", shape: [2] }), "[1, 1]");
  assert.equal(suggestedText({ ...dot, shape: [64, 12] }), "ones(64, 12)");
  assert.equal(suggestedText({ ...dot, slot: "b", shape: [64] }), "zeros(64,)");
  assert.equal(suggestedText({ ...dot, shape: null }), "1");
});

test("a value is written as it is read", () => {
  for (const text of ["-0.5", "[1, 2]", "[[1, 2.5], [-3e-7, 4]]"]) {
    assert.equal(writtenValue(/** @type {any} */ (value(text))), text);
  }
});

test("values go out with the program, are in the document once it was taken, and undo with it", () => {
  const asked = after(open(branch(), 1), {
    ...{ type: "ask.program", program: "f = x * new", values: { new: [1, 2] } },
  });
  const [command] = asked.outbox;
  assert.deepEqual({ ...command, id: "" }, {
    ...{ id: "", type: "program.edit", program: "f = x * new", values: { new: [1, 2] } },
  });
  const taken = after(asked, { type: "command.done", id: command.id, run: 2 });
  assert.deepEqual(taken.document?.values.new, [1, 2]);
  assert.equal(taken.undo.at(-1)?.kind, "program");
  const undone = after(taken, { type: "ask.undo" });
  assert.deepEqual(undone.outbox.map((one) => one.type), ["program.edit"]);
  assert.equal("values" in undone.outbox[0], false);
});

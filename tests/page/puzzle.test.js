// @ts-check
/** @import { RunState, State } from "../../static/types.js" */
/** @import { Candidate, Matrix, Problem, PuzzleAct } from "../../static/puzzle/types.js" */
/** @import { ElementNudged } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { explain } from "../../static/explain/index.js";
import { indexOf } from "../../static/grid/geometry.js";
import { arraysFor } from "../../static/puzzle/arrays.js";
import { candidatesOf, decidingCell, sameNumbers, stands } from "../../static/puzzle/candidates.js";
import { inverse, multiplied, transposed } from "../../static/puzzle/matrix.js";
import { candidateName } from "../../static/puzzle/names.js";
import { problemOf, productWires } from "../../static/puzzle/problem.js";
import { siblingsOf } from "../../static/puzzle/siblings.js";
import { reduce } from "../../static/store.js";
import { everyRun, lesson } from "./lessons.js";

const RUNS = everyRun();

/** @param {string} name @param {"closed" | "opened"} [layers] @returns {RunState} */
function runOf(name, layers = "closed") {
  const found = RUNS.find((one) => one.lesson === name);
  assert.ok(found);
  return found[layers];
}

/** @param {RunState} run @param {string} key @returns {Problem} */
function problem(run, key) {
  const found = problemOf(run, key);
  assert.ok(found);
  return found;
}

/** @param {Problem} of @returns {Candidate[]} */
function candidates(of) {
  const arrays = arraysFor(of);
  assert.ok(arrays && !(arrays instanceof Promise));
  return candidatesOf(of, arrays);
}

/** @param {number[][]} rows @returns {Matrix} */
const matrix = (rows) => ({ rows: rows.length, cols: rows[0].length, data: rows.flat() });

/** @param {ArrayLike<number>} one @param {ArrayLike<number>} other @param {string} [where] */
function near(one, other, where) {
  assert.equal(one.length, other.length, where);
  Array.from(one).forEach((n, i) =>
    assert.ok(Math.abs(n - other[i]) <= 1e-9 * Math.max(1, Math.abs(n)), `${where}: ${n}`)
  );
}

test("a matrix times its inverse has ones on its diagonal, and what is singular has no inverse", () => {
  const W = matrix([[0, 2, 1], [3, 4, 0], [1, 0, 5]]);
  const undone = inverse(W);
  assert.ok(undone);
  near(multiplied(W, undone)?.data ?? [], [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  assert.equal(inverse(matrix([[1, 2], [2, 4]])), null);
  assert.equal(inverse(matrix([[1, 2, 3], [4, 5, 6]])), null);
  assert.equal(inverse(matrix([[NaN, 1], [1, 1]])), null);
});

test("a transpose has the rows as its columns, and sizes that differ give no product", () => {
  const W = matrix([[1, 2, 3], [4, 5, 6]]);
  assert.deepEqual(Array.from(transposed(W).data), [1, 4, 2, 5, 3, 6]);
  assert.equal(multiplied(W, W), null);
});

for (const { lesson: name, closed, opened } of RUNS) {
  for (const [layers, run] of /** @type {const} */ ([["closed", closed], ["opened", opened]])) {
    const keys = [...run.graph.edges.keys()].filter((key) => problemOf(run, key));
    if (keys.length === 0) continue;
    test(`${name} ${layers}: of the products one is the message, to each of its numbers`, () => {
      for (const key of keys) {
        const asked = problem(run, key);
        const truth = candidates(asked).find(({ is }) => is === "true");
        assert.ok(truth?.fits && truth.matrix, key);
        const message = Array.from(truth.matrix.data, (_, flat) => {
          const index = indexOf(flat, asked.target.shape);
          const found = explain(run, { of: "message", key, index });
          assert.ok(found && !(found instanceof Promise));
          return found.value;
        });
        near(truth.matrix.data, message, key);
      }
    });
  }
}

test("with one sample two products of the transpose's kind fit, and the nudge tells them apart", () => {
  const asked = problem(runOf("L27"), "x>y");
  const all = candidates(asked);
  const fitting = all.filter(({ fits }) => fits);
  assert.deepEqual(fitting.map((one) => candidateName(asked, one)), [
    "∂L/∂y · W",
    "∂L/∂y · Wᵀ",
    "∂L/∂y · W⁻¹",
  ]);
  assert.deepEqual(fitting.map(({ matrix }) => matrix?.data[decidingCell(all)]), [7, 5, 1]);
  const left = fitting.filter(({ matrix }) => stands(matrix?.data[decidingCell(all)] ?? NaN, 5));
  assert.deepEqual(left.map(({ is }) => is), ["true"]);
});

test("in the square trap every product fits, and a nudge or two leave the true one alone", () => {
  for (const key of ["X>Y", "W>Y"]) {
    const all = candidates(problem(runOf("L09"), key));
    assert.ok(all.length === 6 && all.every(({ fits }) => fits), key);
    const truth = all.find(({ is }) => is === "true");
    assert.ok(truth);
    let left = all;
    for (let nudges = 0; nudges < 2; nudges++) {
      const at = decidingCell(left);
      const slope = truth.matrix?.data[at] ?? NaN;
      left = left.filter(({ matrix }) => stands(matrix?.data[at] ?? NaN, slope));
    }
    assert.ok(left.includes(truth) && left.every((one) => sameNumbers(one, truth)), key);
  }
});

test("no cell that is to be predicted decides, and none where a number is not known", () => {
  const all = candidates(problem(runOf("L27"), "x>y"));
  assert.equal(decidingCell(all), 0);
  assert.equal(decidingCell(all, new Set([0])), 1);
  assert.equal(decidingCell(all, new Set([0, 1])), -1);
  const unknown = all.map((one) => ({
    ...one,
    matrix: one.matrix && { ...one.matrix, data: [NaN, one.matrix.data[1]] },
  }));
  assert.equal(decidingCell(unknown), 1);
  assert.ok(sameNumbers(unknown[0], unknown[0]));
});

test("where the shapes differ one product alone fits, and others are not defined", () => {
  const all = candidates(problem(runOf("L11"), "X>Y"));
  assert.deepEqual(all.filter(({ fits }) => fits).map(({ is }) => is), ["true"]);
  assert.ok(all.some(({ matrix }) => matrix === null));
  assert.ok(all.some(({ matrix, fits }) => matrix !== null && !fits));
  assert.ok(all.every(({ is }) => is !== "inverse"), "W is not square");
});

test("what is no product of matrices asks for none, and an opened layer asks of the product in it", () => {
  const run = runOf("L19");
  assert.equal(problemOf(run, "A1>Z1"), null);
  assert.equal(problemOf(run, "b1>A1"), null);
  assert.deepEqual(productWires(run, "A1"), ["X>A1", "W1>A1"]);
  assert.deepEqual(productWires(run, "Z1"), []);
  const opened = runOf("L19", "opened");
  assert.deepEqual(productWires(opened, "A1"), ["X>A1.dot", "W1>A1.dot"]);
  assert.deepEqual(productWires(opened, "Z1"), []);
});

test("the siblings of an Affine each add over the index that they do not have", () => {
  for (const layers of /** @type {const} */ (["closed", "opened"])) {
    const run = runOf("L11", layers);
    const [key] = productWires(run, "Y");
    const all = siblingsOf(problem(run, key));
    assert.deepEqual(all.map(({ result, sum }) => [result.node, result.letters.join(), sum]), [
      ["X", "n,i", "j"],
      ["W", "i,j", "n"],
      ["b", "j", "n"],
    ]);
  }
  const one = siblingsOf(problem(runOf("L27"), "x>y"));
  assert.deepEqual(one.map(({ result, sum }) => [result.node, sum]), [["x", "j"], ["W", null]]);
});

test("every sibling's sum runs over as many terms as its index has values", () => {
  const run = runOf("L11");
  const counts = siblingsOf(problem(run, "X>Y")).map(({ edge, result }) => {
    const index = (run.graph.nodes.get(result.node)?.shape ?? []).map(() => 0);
    const found = explain(run, { of: "message", key: edge.key, index });
    assert.ok(found && !(found instanceof Promise));
    return found.roads[0].count;
  });
  assert.deepEqual(counts, [3, 4, 4]);
});

/** @param {State} state @param {...PuzzleAct} acts */
const after = (state, ...acts) =>
  acts.reduce((s, act) => reduce(s, { type: "ui.puzzle", act }), state);

/** @param {string} id @returns {ElementNudged} */
const answer = (id, run = 1) => ({
  ...{ type: "element.nudged", id, run, before: 1, after: 2, slope: 1, gradient: 1, central: 1 },
  ...{ relative_error: 0, doubt: 0, verdict: "agrees", kink: null, moved: {}, left_out: 0 },
  curve: null,
});

/** @returns {State} */
function open() {
  const state = reduce(lesson("L11"), { type: "connection.opened" });
  return after(state, { do: "open", key: "X>Y" });
}

test("a puzzle opens on a product, over an opened cell, and on nothing else", () => {
  const state = lesson("L11");
  assert.equal(after(state, { do: "open", key: "b>Y" }).puzzle, null);
  const cell = { of: /** @type {const} */ ("value"), name: "X", index: [0, 0] };
  const explained = reduce(state, { type: "ui.explain", cell });
  const opened = after(explained, { do: "open", key: "X>Y" });
  assert.deepEqual([opened.explained, opened.puzzle?.key], [null, "X>Y"]);
  assert.equal(reduce(opened, { type: "ui.explain", cell }).puzzle, null);
  assert.equal(after(opened, { do: "close" }).puzzle, null);
});

test("a nudge is asked of the server, and its answer is the puzzle's own", () => {
  const asked = after(open(), { do: "pick", id: "true" }, { do: "nudge", index: [0, 1], by: 0.1 });
  const [question] = asked.questions;
  assert.equal(question.type, "element.nudge");
  const told = reduce(asked, answer(question.id));
  assert.deepEqual(told.puzzle?.told.map(({ answer }) => answer?.slope), [1]);
  assert.deepEqual([told.puzzle?.asked, told.questions.length], [null, 0]);
  assert.deepEqual(reduce(asked, answer("question-0")).puzzle?.told, []);
  assert.deepEqual(reduce(asked, answer(question.id, 7)).puzzle?.told, []);
});

test("what the server refuses is said, and another wire begins anew", () => {
  const asked = after(open(), { do: "pick", id: "true" }, { do: "nudge", index: [0, 1], by: 0.1 });
  const error = { code: "nudge.step", message: "no", params: {} };
  const refused = reduce(asked, { type: "command.refused", id: asked.questions[0].id, error });
  assert.equal(refused.puzzle?.refused, error);
  const other = after(refused, { do: "open", key: "W>Y" });
  assert.deepEqual(
    [other.puzzle?.key, other.puzzle?.picked, other.puzzle?.refused],
    ["W>Y", null, null],
  );
  assert.equal(after(asked, { do: "close" }).questions.length, 0);
});

test("without a server the nudge counts by the local derivatives", () => {
  const lost = reduce(open(), { type: "connection.lost", retryAt: 0 });
  const told = after(lost, { do: "nudge", index: [0, 1], by: 0.1 }).puzzle?.told ?? [];
  assert.deepEqual(told.map(({ answer, nudge }) => [answer, nudge.index]), [[null, [0, 1]]]);
});

// @ts-check
/** @import { ElementNudged } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { numberIn } from "../../static/explain/digits.js";
import { COVERED } from "../../static/numbers.js";
import { digitsToSee, ghostText, lossTexts } from "../../static/nudge/digits.js";
import { movedOf } from "../../static/nudge/moved.js";
import { plotted } from "../../static/nudge/plotted.js";
import { verdictText } from "../../static/nudge/verdict.js";
import { reduce } from "../../static/store.js";
import { lesson, runOf } from "./lessons.js";

/** @param {Partial<ElementNudged>} [more] @returns {ElementNudged} */
const answer = (more) => ({
  ...{ type: "element.nudged", id: "n", run: 1, before: 20, after: 20.2, slope: 2, gradient: 2 },
  ...{ central: 2, doubt: 1e-9, relative_error: 0, verdict: "agrees", kink: null, moved: {} },
  ...{ left_out: 0, curve: null },
  ...more,
});

const MOVED = {
  y: { shape: [3], data: [10.1, 13.2, 16.3] },
  x: { shape: [2], data: [1.1, 2] },
};

test("what moves comes in the order of the forward pass, with the cells that moved", () => {
  const moved = movedOf(lesson("L08"), runOf("L08"), answer({ moved: MOVED }));
  assert.deepEqual(moved.map(({ name, count }) => [name, count]), [["x", 1], ["y", 3]]);
  const [x, y] = moved;
  assert.ok(x.kind === "matrix" && y.kind === "matrix");
  assert.deepEqual([...x.cells.keys()], [0]);
  assert.deepEqual(y.cells.get(2), { index: [2], before: 16, after: 16.3 });
});

test("a value that is too wide for a matrix is a list of what moved farthest, where it stands", () => {
  const run = runOf("L08");
  const wide = { shape: [40], data: Array.from({ length: 40 }, () => 0) };
  const after = { shape: [40], data: Array.from({ length: 40 }, (_, n) => (n % 2) * n) };
  const wider = { ...run, leaves: { ...run.leaves, x: wide } };
  const [x] = movedOf(lesson("L08"), wider, answer({ moved: { x: after } }));
  assert.ok(x.kind === "list");
  assert.equal(x.count, 20);
  assert.deepEqual(x.cells.map(({ index }) => index[0]), [
    ...[17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39],
  ]);
});

test("of a far value the cells are those that the server tells, and the count is of all", () => {
  const cells = [{ index: [3], before: 1, after: "NaN" }];
  const far = /** @type {ElementNudged["moved"][string]} */ ({ shape: [900], count: 77, cells });
  const [x] = movedOf(lesson("L08"), runOf("L08"), answer({ moved: { x: far } }));
  assert.deepEqual([x.kind, x.count], ["list", 77]);
  assert.ok(Number.isNaN(/** @type {any} */ (x.cells)[0].after));
});

test("a number that is covered is not told by its nudge", () => {
  const cover = { of: /** @type {const} */ ("value"), name: "y", cells: [[1]] };
  const full = lesson("L08");
  const state = reduce(full, { type: "ui.predict", act: { do: "cover", cells: cover } });
  const run = runOf("L08");
  const steps = run.steps.map((step) =>
    step.type === "node.forward" && step.node === "y"
      ? { ...step, value: { shape: [3], data: [10, /** @type {any} */ (COVERED), 16] } }
      : step
  );
  const [, y] = movedOf(state, { ...run, steps }, answer({ moved: MOVED }));
  assert.ok(y.kind === "matrix");
  assert.deepEqual([...y.cells.keys()], [0, 2]);
  assert.equal(y.after[1], COVERED);
  const list = { shape: [3], count: 1, cells: [{ index: [1], before: 13, after: 13.2 }] };
  const [told] = movedOf(state, run, answer({ moved: { y: list } }));
  assert.deepEqual(told.cells, []);
});

test("the loss before and after subtracts to the change, which divides to the slope", () => {
  assert.deepEqual(lossTexts(20, 20.2, 0.1, 3), {
    ...{ before: "20", after: "20.2", change: "0.2", by: "0.1", slope: "2" },
  });
  for (const [before, after, by] of [[0.70646, 0.72891, 0.1], [-3, 1e-3, -0.25], [0, 0, 1]]) {
    const texts = lossTexts(before, after, by, 3);
    const [was, now, far] = [texts.before, texts.after, texts.change].map(numberIn);
    assert.ok(Math.abs(now - was - far) < 1e-9, JSON.stringify(texts));
    const decimals = texts.slope.split(".")[1]?.length ?? 0;
    assert.equal(Number((far / by).toFixed(decimals)), numberIn(texts.slope));
  }
  assert.equal(lossTexts(1, Infinity, 1, 3).after, "∞");
});

test("a matrix has the digits it takes to see that a cell has moved", () => {
  const cell = { index: [0], before: 10, after: 10.001 };
  assert.equal(digitsToSee([10.001, 2], [cell], 3), 5);
  assert.equal(digitsToSee([10.1, 2], [{ ...cell, after: 10.1 }], 3), 3);
  assert.equal(ghostText(cell, 3), "+0.001");
  assert.equal(ghostText({ before: 1, after: 0.9 }, 3), "−0.1");
});

test("the tangent and the secant go through the number, over the whole width of the curve", () => {
  const curve = { at: [1, 2, 3], losses: [1, 4, 9] };
  const lines = plotted(curve, answer({ before: 4, after: 9, slope: 5, gradient: 4 }), 1);
  assert.ok(lines);
  assert.deepEqual([lines.x, lines.tangent, lines.secant], [[1, 3], [0, 8], [-1, 9]]);
  assert.deepEqual([lines.here, lines.there], [[2, 4], [3, 9]]);
  assert.ok(lines.y[0] < 1 && lines.y[1] > 9);
});

test("a loss that is not finite is a gap in the curve; without a loss there is no plot", () => {
  const curve = { at: [1, 2, 3], losses: [1, 4, /** @type {const} */ ("Infinity")] };
  const told = answer({ before: 4, after: "Infinity", slope: "Infinity", gradient: 4 });
  assert.deepEqual(plotted(curve, told, 1)?.curve.y, [1, 4, null]);
  assert.equal(plotted(curve, answer({ before: "NaN" }), 1), null);
});

test("a loss that does not move is a line in the middle", () => {
  const still = answer({ before: 5, after: 5, slope: 0, gradient: 0 });
  const flat = plotted({ at: [1, 2, 3], losses: [5, 5 + 1e-15, 5] }, still, 1);
  assert.deepEqual(flat?.y.map((end) => Number(end.toFixed(6))), [4.5, 5.5]);
});

test("a verdict names what makes the kink", () => {
  const subject = { run: runOf("L06"), cell: "x[0]" };
  const kink = [...subject.run.graph.nodes.values()].find(({ op }) => op === "Relu")?.id ?? null;
  assert.match(verdictText(subject, { verdict: "kink", kink }), /stands where the ReLU/);
  assert.match(verdictText(subject, { verdict: "crosses_kink", kink: null }), /switches/);
  assert.match(verdictText(subject, { verdict: "agrees", kink: null }), /agree/);
});

// @ts-check
/** @import { Explanation, Question } from "../../static/explain/types.js" */
/** @import { RunState } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { explain } from "../../static/explain/index.js";
import { numberText } from "../../static/explain/label.js";
import { largest } from "../../static/explain/largest.js";
import { indexOf } from "../../static/grid/geometry.js";
import { everyRun, LESSONS, runOf, saidOf } from "./lessons.js";

/** @param {RunState} run @param {Question} question @returns {Explanation} */
function found(run, question) {
  const explanation = explain(run, question);
  assert.ok(explanation && !(explanation instanceof Promise));
  return explanation;
}

/** @param {number} one @param {number} other @param {number} scale @param {string} of */
function near(one, other, scale, of) {
  assert.ok(Math.abs(one - other) <= 1e-12 * Math.max(scale, 1e-300), `${of}: ${one}, ${other}`);
}

/** @param {ArrayLike<number>} numbers */
const sizes = (numbers) => Array.from(numbers).reduce((sum, number) => sum + Math.abs(number), 0);

for (const lesson of LESSONS) {
  test(`${lesson}: the terms of every cell are those of the core`, () => {
    const run = runOf(lesson);
    for (const { of, name, index, value, combine, roads } of saidOf(lesson)) {
      const own = found(run, { of, name, index });
      const where = `${of} ${name}[${index}]`;
      assert.equal(own.combine, combine, where);
      near(own.value, value, Math.abs(value), where);
      assert.deepEqual(
        new Set(own.roads.map((road) => `${road.consumer} ${road.slot}`)),
        new Set(roads.map((road) => `${road.consumer} ${road.slot}`)),
        where,
      );
      for (const road of roads) {
        const same = own.roads.filter((r) => r.consumer === road.consumer && r.slot === road.slot)
          .find((r) => r.count === road.products.length);
        assert.ok(same, where);
      }
      const terms = (/** @type {{ products: ArrayLike<number> }[]} */ all) =>
        all.flatMap(({ products }) => Array.from(products)).sort((a, b) => a - b);
      const [mine, theirs] = [terms(own.roads), terms(roads)];
      mine.forEach((term, n) => near(term, theirs[n], sizes(theirs), where));
    }
  });
}

for (const { lesson, closed, opened } of everyRun()) {
  test(`${lesson}: the terms of every value and gradient that is a sum add up to it`, () => {
    addUp(closed);
    addUp(opened);
  });
}

/** @param {RunState} run */
function addUp(run) {
  for (const node of run.graph.graph.nodes) {
    const size = node.shape.reduce((product, length) => product * length, 1);
    for (let flat = 0; flat < size; flat++) {
      for (const of of /** @type {const} */ (["value", "gradient"])) {
        const explanation = explain(run, { of, name: node.id, index: indexOf(flat, node.shape) });
        assert.ok(!(explanation instanceof Promise));
        if (explanation?.combine !== "sum") continue;
        const sum = explanation.roads.reduce((total, road) => total + road.sum, 0);
        const scale = explanation.roads.reduce((total, road) => total + sizes(road.products), 0);
        near(sum, explanation.value, scale, `${of} ${node.id} at ${flat}`);
      }
    }
  }
}

/** @param {Explanation} explanation */
function written({ roads }) {
  return roads.map((road) =>
    Array.from(
      { length: road.count },
      (_, n) => road.factors(n).map(({ label, value }) => `${label} = ${value}`).join(" · "),
    )
  );
}

test("where a cell goes: each cell it reaches, with the local derivative as number and symbol", () => {
  const { roads, combine } = found(runOf("L08"), {
    ...{ of: "value", name: "x", index: [0], direction: "to" },
  });
  assert.equal(combine, "to");
  assert.deepEqual(roads.map(({ consumer, slot }) => [consumer, slot]), [["y", "x"]]);
  assert.deepEqual(Array.from(roads[0].reaches), [0, 1, 2]);
  assert.deepEqual(written({ value: 0, combine, roads }), [
    ["W[0,0] = 1", "W[0,1] = 2", "W[0,2] = 3"],
  ]);
});

test("a gradient is what each cell is worth times how far it moves, with a link to each operand", () => {
  const explanation = found(runOf("L08"), { of: "gradient", name: "x", index: [0] });
  assert.deepEqual(written(explanation), [
    ["∂L/∂y[0] = 1 · W[0,0] = 1", "∂L/∂y[1] = 2 · W[0,1] = 2", "∂L/∂y[2] = -1 · W[0,2] = 3"],
  ]);
  assert.deepEqual(explanation.roads[0].factors(2).map(({ ref }) => ref), [
    { of: "gradient", name: "y", index: [2] },
    { of: "value", name: "W", index: [0, 2] },
  ]);
});

test("a value with two consumers has a road for each", () => {
  const explanation = found(runOf("L04"), { of: "gradient", name: "x", index: [] });
  assert.deepEqual(explanation.roads.map(({ consumer, sum }) => [consumer, sum]).sort(), [
    ["p", 15],
    ["s", 6],
  ]);
  assert.equal(explanation.value, 21);
});

test("the pieces of a factor are cells, what a layer keeps among them", () => {
  const [road] = found(runOf("L17"), { of: "gradient", name: "X", index: [0, 1] }).roads;
  const [, difference, scale] = road.factors(0);
  assert.equal(difference.label, "(y[0,1] − t[0,1])");
  assert.deepEqual(difference.pieces.filter(({ ref }) => ref).map(({ ref }) => ref), [
    { of: "kept", name: "L", kept: "y", index: [0, 1] },
    { of: "kept", name: "L", kept: "t", index: [0, 1] },
  ]);
  assert.equal(scale.label, "1/2");
});

test("the loss that is a node of its own is what the output is worth, added up", () => {
  const explanation = found(runOf("L08"), { of: "value", name: "L", index: [] });
  assert.equal(explanation.roads[0].sum, explanation.value);
  assert.deepEqual(written(explanation)[0][1], "∂L/∂y[1] = 2 · y[1] = 13");
});

test("one message alone is one road", () => {
  const explanation = found(runOf("L04"), { of: "message", key: "x>p", index: [] });
  assert.deepEqual(explanation.roads.map(({ sum }) => sum), [15]);
});

test("there is nothing to say of a target's gradient, of no node, and of no cell", () => {
  const run = runOf("L17");
  assert.equal(explain(run, { of: "gradient", name: "t", index: [0, 0] }), null);
  assert.equal(explain(run, { of: "value", name: "none", index: [] }), null);
  assert.equal(explain(run, { of: "value", name: "X", index: [2, 0] }), null);
});

test("of many terms the largest are shown, and the rest keeps the sum exact", () => {
  const products = Float64Array.from({ length: 50 }, (_, n) => (n % 2 ? 1 : -1) * (n + 1));
  const road = { products, count: 50 };
  const { shown, rest } = largest(/** @type {any} */ (road));
  assert.equal(shown.length, 20);
  assert.deepEqual([shown[0], shown.at(-1)], [30, 49]);
  const sum = shown.reduce((total, n) => total + products[n], 0) + (rest?.sum ?? 0);
  assert.equal(sum, products.reduce((total, number) => total + number));
  assert.equal(rest?.count, 30);
});

test("a number of an op is written as a formula has it", () => {
  assert.deepEqual([1 / 4, -0.5, -1, 2, 0.3].map(numberText), ["1/4", "−1/2", "−1", "2", "0.3"]);
});

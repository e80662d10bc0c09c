// @ts-check
/** @import { RunState } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { gradientAt, totalSteps, valueAt } from "../../static/select.js";
import { placeOf } from "../../static/store/place.js";
import { everyRun } from "./lessons.js";

/** What a node shows at a step: its value and its gradient, or why it has none. @param {RunState} run @param {number} step @param {string} id */
function shown(run, step, id) {
  const gradient = gradientAt(run, step, id);
  const value = valueAt(run, step, id);
  return {
    value: value && "data" in value ? value.data.map(Number) : [],
    gradient: gradient.state === "value" && "data" in gradient.array
      ? gradient.array.data.map(Number)
      : [],
    state: gradient.state,
  };
}

/** @param {number[]} one @param {number[]} other @param {string} where */
function same(one, other, where) {
  assert.equal(one.length, other.length, where);
  one.forEach((number, n) => assert.ok(Math.abs(number - other[n]) < 1e-9, where));
}

/** @param {RunState} run */
const steps = (run) => Array.from({ length: totalSteps(run) + 1 }, (_, step) => step);

for (const { lesson, closed, opened } of everyRun()) {
  test(`${lesson}: opening all layers keeps every number that is shown, at every step`, () => {
    for (const step of steps(closed)) {
      const there = placeOf(closed, step, opened);
      for (const id of closed.graph.nodes.keys()) {
        if (!opened.graph.nodes.has(id)) continue;
        const where = `${id} at ${step}, opened ${there}`;
        const [before, after] = [shown(closed, step, id), shown(opened, there, id)];
        assert.equal(before.state, after.state, where);
        same(before.value, after.value, where);
        same(before.gradient, after.gradient, where);
      }
    }
  });

  test(`${lesson}: closing all layers again leads back to the step`, () => {
    for (const step of steps(closed)) {
      assert.equal(placeOf(opened, placeOf(closed, step, opened), closed), step);
    }
  });

  test(`${lesson}: closing all layers goes neither on in the pass nor back past an earlier step`, () => {
    const places = steps(opened).map((step) => placeOf(opened, step, closed));
    assert.deepEqual(places, places.toSorted((one, other) => one - other));
    assert.equal(places.at(-1), totalSteps(closed));
  });
}

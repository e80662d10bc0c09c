// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, reduce } from "../../static/store.js";
import { ticksOf } from "../../static/timeline/ticks.js";
import { closed, events, open, opened } from "./runs.js";

test("steps inside of an opened layer are marked finer, and the turn not at all", () => {
  const { run } = open(opened());
  assert.ok(run);
  assert.deepEqual(ticksOf(run), { major: [2, 4], minor: [1, 5, 6, 7] });
});

test("a run that is still coming has no marks yet", () => {
  const { run } = events(closed(), 1).slice(0, -1).reduce(reduce, EMPTY);
  assert.ok(run);
  assert.deepEqual(ticksOf(run), { major: [], minor: [] });
});

test("a long run has none: they would run together", () => {
  const { run } = open(closed());
  assert.ok(run);
  const steps = Array.from({ length: 200 }, () => run.steps[0]);
  assert.deepEqual(ticksOf({ ...run, steps }), { major: [], minor: [] });
});

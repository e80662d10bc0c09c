// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { byTrack, placeAmong, tally } from "../../static/lesson/order.js";
import { readProgress } from "../../static/page/progress.js";

const LESSONS = [["a", "A x"], ["b", "A x"], ["c", "B y"]].map(([id, track]) => ({
  ...{ id, track, title: id, question: id },
}));

test("a lesson has its neighbours in the menu's order, the first and last only one", () => {
  assert.deepEqual(placeAmong(LESSONS, "a"), { at: 0, previous: null, next: "b" });
  assert.deepEqual(placeAmong(LESSONS, "b"), { at: 1, previous: "a", next: "c" });
  assert.deepEqual(placeAmong(LESSONS, "c"), { at: 2, previous: "b", next: null });
  assert.deepEqual(placeAmong(LESSONS, null), { at: -1, previous: null, next: null });
  assert.deepEqual(placeAmong([], "a"), { at: -1, previous: null, next: null });
});

test("what was solved was opened too, and what is no lesson any more does not count", () => {
  const progress = /** @type {const} */ ({ a: "solved", c: "opened", gone: "solved" });
  assert.deepEqual(tally(LESSONS, progress), { count: 3, opened: 2, solved: 1 });
});

test("lessons come by track", () => {
  const ids = byTrack(LESSONS).map(([track, inside]) => [track, ...inside.map(({ id }) => id)]);
  assert.deepEqual(ids, [["A x", "a", "b"], ["B y", "c"]]);
});

test("progress is read as it was kept", () => {
  const progress = { "L01-buy-apple": "solved", "digits": "opened" };
  assert.deepEqual(readProgress(JSON.stringify(progress)), progress);
  assert.deepEqual(readProgress(null), {});
});

test("what is no progress counts as none, and there is never much of it", () => {
  for (const text of ["", "{", "null", "3", '"solved"', "[1]", '{"a": 1}', '{"a": "done"}']) {
    assert.deepEqual(readProgress(text), {}, text);
  }
  const long = "x".repeat(1000);
  assert.deepEqual(readProgress(JSON.stringify({ [long]: "opened", b: "opened" })), {
    b: "opened",
  });
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`l${n}`, "opened"]));
  assert.equal(Object.keys(readProgress(JSON.stringify(many))).length, 200);
});

test("a name that every object has is no progress", () => {
  assert.deepEqual(readProgress('{"__proto__": {"a": "opened"}}'), {});
});

// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { differing } from "../../static/graph/picture.js";

test("what differs between two arrays is told by its places", () => {
  assert.deepEqual([...differing([1, 2, 3], Float64Array.of(1, 5, 3))], [1]);
  assert.deepEqual([...differing(["NaN", 0, 1], ["NaN", 0, 1])], []);
});

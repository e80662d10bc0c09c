// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { backgroundOf } from "../../static/graph/swatch.js";

test("each row of a wide array is a stripe of its colors", () => {
  assert.equal(
    backgroundOf(["a", "b", "c", "d", "e", "f"], 2, 3),
    "linear-gradient(to right, a 0 33.33%, b 0 66.67%, c 0 100%) 0 0% / 100% 50% no-repeat, " +
      "linear-gradient(to right, d 0 33.33%, e 0 66.67%, f 0 100%) 0 100% / 100% 50% no-repeat",
  );
});

test("each column of a high array is a stripe of its colors", () => {
  assert.equal(
    backgroundOf(["a", "b", "c"], 3, 1),
    "linear-gradient(a 0 33.33%, b 0 66.67%, c 0 100%) 0% 0 / 100% 100% no-repeat",
  );
});

test("one number is one color", () => {
  assert.equal(
    backgroundOf(["a"], 1, 1),
    "linear-gradient(to right, a 0 100%) 0 0% / 100% 100% no-repeat",
  );
});

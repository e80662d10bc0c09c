// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { errorText, noticeText } from "../../static/strings/said.js";

test("what is wrong is said by its code, shapes and places as NumPy writes them", () => {
  const error = {
    code: "shape.inner_sizes",
    message: "from the server",
    params: { op: "dot", left: [2, 3], right: [4] },
  };
  assert.equal(errorText(error), "dot: inner sizes differ: left (2, 3), right (4,)");
  const place = { name: "x", index: [0, 3], shape: [] };
  const out = { code: "index.out_of_range", message: "from the server", params: place };
  assert.equal(errorText(out), "x: there is no element [0, 3]: the shape is ()");
});

test("a code that the page has no text of is said as the server says it", () => {
  assert.equal(errorText({ code: "no.such", message: "told so", params: {} }), "told so");
});

test("a text that lacks a parameter gives way to what the server says", () => {
  const error = { code: "shape.inner_sizes", message: "told so", params: { op: "dot" } };
  assert.equal(errorText(error), "told so");
});

test("a notice is said by its code", () => {
  const params = { target: "x", index: "[0]", value: "NaN", op: "log", cause: "y[0] = 0" };
  const notice = { code: "backward.not_finite", message: "told so", params };
  assert.equal(
    noticeText(notice),
    "the message to x[0] is NaN: log makes no finite one of y[0] = 0",
  );
});

test("a parameter that is words itself comes as their code", () => {
  const expected = { word: "expected.whole_from", params: { least: 1 } };
  const params = { op: "im2col", name: "stride", expected, got: 0 };
  assert.equal(
    errorText({ code: "attribute.kind", message: "told so", params }),
    "im2col: stride must be a whole number from 1: got 0",
  );
});

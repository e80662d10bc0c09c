// @ts-check
/** @import { CardSpec } from "../../static/graph/types.js" */
/** @import { Recipe } from "./runs.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { glyphLines, glyphSize, layoutInput } from "../../static/graph/input.js";
import { cardSize, charsFor, chipSize, pictureSize } from "../../static/graph/sizes.js";
import { specOfArray, specsOf } from "../../static/graph/spec.js";
import { layout } from "../../static/layout/index.js";
import { branch, closed, open, opened, vector } from "./runs.js";

/** @param {Recipe} recipe @param {Record<string, { height: number, width: number }>} [images] */
function specs(recipe, images = {}) {
  const { run } = open(recipe);
  assert.ok(run);
  return { run, all: specsOf(run, 3, images) };
}

/** @param {Recipe} recipe @param {string} id @returns {CardSpec} */
function spec(recipe, id) {
  return specs(recipe).all.get(id) ?? assert.fail(id);
}

/** A graph of one leaf. @param {number[]} shape @param {number} number @param {"target" | "input"} role */
function alone(shape, number, role = "input") {
  const recipe = branch();
  const data = new Array(shape.reduce((a, b) => a * b, 1)).fill(number);
  Object.assign(recipe.graph.nodes[1], { shape, role });
  recipe.leaves.y = { shape, data };
  return recipe;
}

test("a value that feeds several ops has a road from each", () => {
  assert.deepEqual(spec(branch(), "x").roads.map(({ to }) => to), ["p", "f"]);
  assert.deepEqual(spec(branch(), "y").roads, []);
});

test("small arrays are cells, larger ones and images are pictures", () => {
  assert.equal(spec(alone([4, 3], 1), "y").look, "cells");
  assert.equal(spec(alone([12], 1), "y").look, "heat");
  assert.equal(spec(alone([64, 10], 1), "y").look, "heat");
  const { all } = specs(alone([2, 16], 1), { y: { height: 4, width: 4 } });
  assert.equal(all.get("y")?.look, "image");
});

test("cells are as wide as the widest number of the run, within reason", () => {
  assert.equal(charsFor(spec(alone([2], 1), "y"), "value"), 3);
  assert.equal(charsFor(spec(alone([2], -0.125), "y"), "value"), 6);
  assert.equal(charsFor(spec(alone([2], -1.234567e-11), "y"), "value"), 7);
});

test("a target has no gradient half, and a card of one half is smaller", () => {
  const target = spec(alone([2], 1, "target"), "y");
  const input = spec(alone([2], 1), "y");
  assert.equal(target.gradient, "none");
  assert.ok(cardSize(target).height < cardSize(input).height);
  assert.equal(cardSize(target).height, cardSize(input, "value").height);
});

test("a chip takes much less room than a card", () => {
  for (const recipe of [branch(), alone([4, 3], -0.5)]) {
    const it = spec(recipe, "y");
    assert.ok(chipSize(it).width * 1.5 < cardSize(it).width * 17 + 40);
    assert.ok(chipSize(it).height < cardSize(it).height * 17);
  }
});

test("a picture keeps within its room and is not stretched out of its shape", () => {
  const it = specOfArray("W", { ...vector(), shape: [64, 12] }, 3);
  const { width, height } = pictureSize(it, { width: 100, height: 80 });
  assert.ok(width <= 100 && height <= 80);
  assert.ok(width / 12 <= 4.001 * (height / 64));
});

test("a long name of a layer is in two lines of about the same length", () => {
  const node = spec(closed(), "y").node;
  assert.deepEqual(glyphLines({ ...node, symbol: "SoftmaxWithLoss" }), ["Softmax", "WithLoss"]);
  assert.deepEqual(glyphLines({ ...node, symbol: "Affine" }), ["Affine"]);
});

test("leaves have no glyph, ops a circle, layers a box", () => {
  const [leaf, op, layer] = [
    spec(branch(), "x").node,
    spec(branch(), "p").node,
    { ...spec(closed(), "y").node, symbol: "Affine" },
  ].map((node) => glyphSize(node, "chips"));
  assert.equal(leaf, null);
  assert.equal(op?.width, op?.height);
  assert.ok(layer && layer.width > layer.height);
});

test("what the layout is given can be laid out, with a box for each expanded layer", () => {
  for (const mode of /** @type {const} */ (["cards", "chips"])) {
    const { run, all } = specs(opened());
    const placed = layout(layoutInput(run.graph, all, mode, 17));
    assert.deepEqual(Object.keys(placed.groups), ["y"]);
    assert.deepEqual(new Set(Object.keys(placed.nodes)), new Set(run.graph.nodes.keys()));
    assert.deepEqual(new Set(Object.keys(placed.edges)), new Set(run.graph.edges.keys()));
  }
});

test("an edit changes no size", () => {
  const sizes = [2, 3].map((x) => {
    const { run, all } = specs(branch(x));
    return layoutInput(run.graph, all, "cards", 17);
  });
  assert.deepEqual(sizes[0], sizes[1]);
});

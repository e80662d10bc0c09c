// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { layout } from "../../static/layout/index.js";
import * as graphs from "./graphs.js";
import { covered, verify } from "./verify.js";

/**
 * The first fault of a layout spoiled by hand.
 *
 * @param {(result: import("../../static/layout/types.js").Layout) => void} spoil
 */
function faultOf(spoil) {
  const input = graphs.affine();
  const result = layout(input);
  spoil(result);
  return verify(result, input).join("\n");
}

test("a card moved onto another is found", () => {
  assert.match(faultOf(({ nodes }) => nodes.W.card.y = nodes["y.dot"].card.y), /card W overlaps/);
});

test("a card moved out of its group is found", () => {
  assert.match(faultOf(({ nodes }) => nodes["y.dot"].card.x += 1000), /not in its group y/);
});

test("a card moved into a group is found", () => {
  assert.match(
    faultOf(({ nodes, groups }) => nodes.x.card.x = groups.y.x - 10),
    /card x is in the group/,
  );
});

test("a wire led through a card is found", () => {
  const fault = faultOf(({ edges, nodes }) => {
    const { x, y } = nodes.L.card;
    edges["x>y.dot"].forward += `L${x + 5} ${y + 5}`;
  });
  assert.match(fault, /wire x>y.dot runs through card L/);
  assert.match(fault, /does not end at its glyph/);
});

test("a wire that is missing, or leads nowhere, is found", () => {
  assert.match(faultOf(({ stems }) => delete stems.y), /y has no stem/);
  assert.match(faultOf(({ edges }) => edges["x>y.dot"].length = NaN), /leads nowhere/);
});

test("a wire that lies on another is found", () => {
  const input = graphs.branch();
  const result = layout(input);
  result.edges["y>s"].forward = result.edges["x>p"].forward;
  assert.match(covered(result, input).join("\n"), /covers/);
});

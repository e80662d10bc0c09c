// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import {
  arrowHead,
  lengthOf,
  pathOf,
  pointsOf,
  shortened,
  upTo,
} from "../../static/graph/route.js";

const BENT = "M0 0L40 0Q50 0 50 10L50 60";
const BOX = { x: 40, y: 30, width: 20, height: 20 };

test("the points of a wire begin and end where it does", () => {
  const points = pointsOf(BENT);
  assert.deepEqual(points[0], { x: 0, y: 0 });
  assert.deepEqual(points.at(-1), { x: 50, y: 60 });
  assert.ok(points.every(({ x, y }) => x <= 50 && y >= 0));
});

test("a rounded corner is shorter than a sharp one", () => {
  const length = lengthOf(pointsOf(BENT));
  assert.ok(length > Math.hypot(50, 60) && length < 110);
});

test("path data survives the way to points and back", () => {
  const straight = "M0 0L40 0L40 25";
  assert.equal(pathOf(pointsOf(straight)), straight);
});

test("a wire into a card ends at its border", () => {
  const end = upTo(pointsOf(BENT), BOX).at(-1);
  assert.ok(end && Math.abs(end.x - 50) < 1e-3 && Math.abs(end.y - 30) < 1e-3);
});

test("a wire that meets no card is whole", () => {
  const points = pointsOf(BENT);
  assert.equal(upTo(points, { ...BOX, x: 200 }), points);
});

test("a shortened wire leaves room for its arrow head, round a corner too", () => {
  const points = pointsOf(BENT);
  for (const by of [5, 55]) {
    assert.ok(Math.abs(lengthOf(points) - lengthOf(shortened(points, by)) - by) < 1e-9);
  }
});

test("a wire shorter than its arrow head does not vanish", () => {
  const points = pointsOf("M0 0L10 0");
  assert.ok(lengthOf(shortened(points, 50)) > 0);
});

test("the tip of an arrow head is the end of its wire, and its foot lies behind", () => {
  const [tip, left, right] = pointsOf(arrowHead(pointsOf("M0 0L100 0"), 12, 8).replace("Z", ""));
  assert.deepEqual(tip, { x: 100, y: 0 });
  assert.deepEqual([left, right].map(({ x }) => x), [88, 88]);
  assert.deepEqual([left.y, right.y], [4, -4]);
});

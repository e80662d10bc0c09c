// @ts-check
/** @import { View } from "../../static/graph/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { fitted, fittedAround, keeping } from "../../static/graph/camera.js";

const STAGE = { width: 1000, height: 500 };
const EVEN = { left: 12, right: 12, most: 1.7 };

/** @param {View} view @param {number} x @param {number} y */
const seen = (view, x, y) => [x * view.scale + view.x, y * view.scale + view.y];

test("a drawing that fits is seen whole and in the middle", () => {
  const view = fitted({ width: 1952, height: 400 }, STAGE, null, EVEN);
  assert.equal(view.scale, 0.5);
  assert.deepEqual(seen(view, 0, 200), [12, 250]);
  assert.deepEqual(seen(view, 1952, 200), [988, 250]);
});

test("a small drawing is not blown up without end", () => {
  assert.ok(fitted({ width: 50, height: 20 }, STAGE, null, EVEN).scale <= 1.7);
});

test("the room that is asked for beside a drawing stays free", () => {
  const view = fitted({ width: 2000, height: 100 }, STAGE, null, {
    left: 100,
    right: 20,
    most: 1.7,
  });
  assert.ok(seen(view, 0, 0)[0] >= 100);
  assert.ok(seen(view, 2000, 0)[0] <= 980);
});

test("a drawing too large to be read whole is seen in part, around what matters", () => {
  const drawing = { width: 100_000, height: 200 };
  const start = fitted(drawing, STAGE, null, EVEN);
  assert.ok(start.scale > 0.5);
  assert.equal(seen(start, 0, 0)[0], 12);
  const focus = { x: 50_000, y: 90, width: 20, height: 20 };
  assert.ok(Math.abs(seen(fitted(drawing, STAGE, focus, EVEN), 50_010, 0)[0] - 500) < 1e-6);
});

test("a point stays where it is at another scale", () => {
  assert.deepEqual(seen(keeping({ x: 30, y: 40 }, { x: 100, y: 200 }, 2.5), 30, 40), [100, 200]);
});

test("around a point that stays, as much is seen as can be", () => {
  const drawing = { width: 2000, height: 400 };
  const [world, at] = [{ x: 500, y: 200 }, { x: 300, y: 250 }];
  const view = fittedAround(drawing, STAGE, world, at, 1);
  assert.deepEqual(seen(view, 500, 200), [300, 250]);
  assert.ok(view.scale < 1 && view.scale >= 0.46);
  assert.equal(fittedAround(drawing, { width: 9000, height: 9000 }, world, at, 1).scale <= 1, true);
});

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
  const view = fitted({ width: 1952, height: 400 }, STAGE, EVEN);
  assert.equal(view.scale, 0.5);
  assert.deepEqual(seen(view, 0, 200), [12, 250]);
  assert.deepEqual(seen(view, 1952, 200), [988, 250]);
});

test("a small drawing is not blown up without end", () => {
  assert.ok(fitted({ width: 50, height: 20 }, STAGE, EVEN).scale <= 1.7);
});

test("the room that is asked for beside a drawing stays free", () => {
  const view = fitted({ width: 2000, height: 100 }, STAGE, {
    left: 100,
    right: 20,
    most: 1.7,
  });
  assert.ok(seen(view, 0, 0)[0] >= 100);
  assert.ok(seen(view, 2000, 0)[0] <= 980);
});

test("a point stays where it is at another scale", () => {
  assert.deepEqual(seen(keeping({ x: 30, y: 40 }, { x: 100, y: 200 }, 2.5), 30, 40), [100, 200]);
});

test("around a part whose middle stays, as much is seen as can be", () => {
  const drawing = { width: 2000, height: 400 };
  const part = { x: 480, y: 190, width: 40, height: 20 };
  const at = { x: 300, y: 250 };
  const view = fittedAround(drawing, STAGE, part, at, 1, 0.6);
  assert.deepEqual(seen(view, 500, 200), [300, 250]);
  assert.ok(view.scale < 1 && view.scale >= 0.46);
  assert.equal(
    fittedAround(drawing, { width: 9000, height: 9000 }, part, at, 1, 0.6).scale <= 1,
    true,
  );
});

test("a part that is larger than the stage is made to fit", () => {
  const part = { x: 0, y: 0, width: 3000, height: 100 };
  const view = fittedAround({ width: 4000, height: 400 }, STAGE, part, { x: 500, y: 250 }, 1, 0.6);
  assert.ok(part.width * view.scale <= STAGE.width);
});

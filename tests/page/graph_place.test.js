// @ts-check
/** @import { Block, Item } from "../../static/graph/place.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { overlap, place } from "../../static/graph/place.js";

const STAGE = { width: 800, height: 500 };
const SIZE = { width: 160, height: 120 };

/** @param {string} id @param {number} x @param {number} y @param {Partial<Item>} [more] @returns {Item} */
const item = (id, x, y, more) => ({
  ...{ id, size: SIZE, anchor: { x, y, width: 60, height: 80 }, optional: false },
  ...more,
});

/** @param {Item[]} items @param {Block[]} [blocks] */
function placed(items, blocks = []) {
  const rects = place(items, blocks, STAGE);
  return items.map(({ id }) => rects.get(id) ?? assert.fail(`no place for ${id}`));
}

test("a card with nothing in its way stands over its place in the drawing", () => {
  const [rect] = placed([item("a", 400, 200)]);
  assert.deepEqual(rect, { x: 350, y: 180, ...SIZE });
});

test("a card at the edge stays inside the stage", () => {
  for (const [x, y] of [[-30, 0], [780, 480], [0, 480]]) {
    const [rect] = placed([item("a", x, y)]);
    assert.ok(rect.x >= 0 && rect.x + rect.width <= STAGE.width);
    assert.ok(rect.y >= 0 && rect.y + rect.height <= STAGE.height);
  }
});

test("cards do not cover each other, nor the op between them", () => {
  const op = { x: 340, y: 210, width: 80, height: 60 };
  const items = [
    item("x", 250, 200),
    item("y", 450, 200),
    item("w", 350, 100),
    item("b", 350, 300),
  ];
  const rects = placed(items, [{ rect: op, weight: 30 }]);
  rects.forEach((rect, i) => {
    assert.equal(overlap(rect, op), 0, items[i].id);
    for (const other of rects.slice(i + 1)) assert.equal(overlap(rect, other), 0);
  });
});

test("a card beside the op that is active keeps its height", () => {
  const op = { x: 340, y: 210, width: 80, height: 60 };
  const [rect] = placed([item("x", 270, 200)], [{ rect: op, weight: 30 }]);
  assert.equal(rect.y + rect.height / 2, 240);
  assert.ok(rect.x + rect.width <= op.x);
});

test("a card that need not be large is left out rather than over another", () => {
  const wide = { size: { width: 780, height: 480 } };
  const rects = place(
    [item("a", 300, 200, wide), item("b", 340, 200, { optional: true })],
    [],
    STAGE,
  );
  assert.deepEqual([...rects.keys()], ["a"]);
});

test("the same cards get the same places", () => {
  const items = [item("x", 250, 200), item("y", 300, 220)];
  assert.deepEqual(placed(items), placed(items));
});

// @ts-check
/** @import { Block, Item } from "../../static/graph/place.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { overlap, place, SOLID } from "../../static/graph/place.js";

const STAGE = { width: 800, height: 500 };
const SIZE = { width: 160, height: 120 };

/** @param {string} id @param {number} x @param {number} y @param {Partial<Item>} [more] @returns {Item} */
const item = (id, x, y, more) => ({
  ...{ id, size: SIZE, anchor: { x, y, width: 60, height: 80 } },
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

test("what is solid is never covered, however near it is", () => {
  const solid = { x: 300, y: 60, width: 200, height: 380 };
  const [rect] = placed([item("a", 370, 200)], [{ rect: solid, weight: SOLID }]);
  assert.equal(overlap(rect, solid), 0);
});

test("a gap that a card just fits is found", () => {
  const walls = [0, 200 + SIZE.width + 4].map((x) => ({
    rect: { x, y: 0, width: 200, height: 500 },
    weight: SOLID,
  }));
  const rest = { rect: { x: 568, y: 0, width: 232, height: 500 }, weight: SOLID };
  const [rect] = placed([item("a", 100, 200)], [...walls, rest]);
  for (const wall of walls) assert.equal(overlap(rect, wall.rect), 0);
});

test("a card without a place is left out rather than over another or over what is solid", () => {
  const wide = { size: { width: 780, height: 480 } };
  const two = place([item("a", 300, 200, wide), item("b", 340, 200)], [], STAGE);
  assert.deepEqual([...two.keys()], ["a"]);
  const solid = { rect: { x: 390, y: 240, width: 20, height: 20 }, weight: SOLID };
  assert.equal(place([item("a", 300, 200, wide)], [solid], STAGE).size, 0);
});

test("a card may stand on the wires of its own value", () => {
  const wire = { rect: { x: 0, y: 230, width: 800, height: 20 }, weight: 4, of: "a" };
  const [rect] = placed([item("a", 400, 200)], [wire]);
  assert.ok(overlap(rect, wire.rect) > 0);
});

test("the same cards get the same places", () => {
  const items = [item("x", 250, 200), item("y", 300, 220)];
  assert.deepEqual(placed(items), placed(items));
});

// @ts-check
/** @import { Rect, Size } from "../layout/types.js" */
import { inside } from "./route.js";

/**
 * A card to be placed near what it belongs to, the most important first.
 *
 * @typedef {object} Item
 * @property {string} id
 * @property {Size} size
 * @property {Rect} anchor
 * @property {boolean} optional    left out rather than over another card
 *
 * @typedef {{ rect: Rect, weight: number }} Block  what is better not covered
 */

const STEP = 28;
const REACH = 13;
/** Between two cards. */
const AIR = 8;
const OVER_CARD = 40;
const PASSES = 3;
/** The weight of what no line may run over either. */
const HEAVY = 4;

/**
 * Places cards in the stage: near their anchors, not over each other, and not over what matters.
 * The same input always gives the same places.
 *
 * @param {Item[]} items
 * @param {Block[]} blocks
 * @param {Size} stage
 * @returns {Map<string, Rect>}
 */
export function place(items, blocks, stage) {
  /** @type {Map<string, Rect>} */
  const placed = new Map();
  // Again and again: from the second time on each knows where all others stand.
  for (let pass = 0; pass < PASSES; pass++) {
    for (const item of items) {
      const others = [...placed].flatMap(([id, rect]) => (id === item.id ? [] : [rect]));
      placed.set(item.id, best(item, others, blocks, stage));
    }
  }
  for (const item of [...items].reverse()) {
    if (!item.optional) continue;
    const own = /** @type {Rect} */ (placed.get(item.id));
    const covers = [...placed].some(([id, rect]) => id !== item.id && overlap(own, rect) > 0);
    if (covers || blocks.some(({ rect, weight }) => weight >= HEAVY && overlap(own, rect) > 0)) {
      placed.delete(item.id);
    }
  }
  return placed;
}

/**
 * @param {Item} item
 * @param {Rect[]} others
 * @param {Block[]} blocks
 * @param {Size} stage
 * @returns {Rect}
 */
function best(item, others, blocks, stage) {
  const [xs, ys] = candidates(item, stage);
  const heavy = blocks.filter(({ weight }) => weight >= HEAVY).map(({ rect }) => rect);
  const solid = [...others, ...heavy];
  let least = Infinity;
  let found = { x: xs[0], y: ys[0], ...item.size };
  for (const y of ys) {
    for (const x of xs) {
      const rect = { x, y, ...item.size };
      const near = nearness(item, rect);
      if (near >= least) continue;
      const over = near + covering(rect, others, blocks, least - near);
      const cost = over >= least ? over : over + crossing(item, rect, solid);
      if (cost < least) [least, found] = [cost, rect];
    }
  }
  return found;
}

/**
 * Left and top edges to try: in line with the sides and the middle of the anchor, and around it.
 *
 * @param {Item} item
 * @param {Size} stage
 * @returns {[number[], number[]]}
 */
function candidates({ anchor, size }, stage) {
  /** @type {(at: number, length: number, own: number, all: number) => number[]} */
  const along = (at, length, own, all) => {
    const middle = at + (length - own) / 2;
    const tries = [middle, at, at + length - own];
    for (let i = 1; i <= REACH; i++) tries.push(middle - i * STEP, middle + i * STEP);
    const most = Math.max(AIR, all - own - AIR);
    return [...new Set(tries.map((value) => Math.round(Math.max(AIR, Math.min(most, value)))))];
  };
  return [
    along(anchor.x, anchor.width, size.width, stage.width),
    along(anchor.y, anchor.height, size.height, stage.height),
  ];
}

/**
 * @param {Item} item
 * @param {Rect} rect
 */
function nearness({ anchor }, rect) {
  const dx = Math.max(0, anchor.x - rect.x - rect.width, rect.x - anchor.x - anchor.width);
  const dy = Math.max(0, anchor.y - rect.y - rect.height, rect.y - anchor.y - anchor.height);
  const off = Math.abs(middleX(rect) - middleX(anchor)) + Math.abs(middleY(rect) - middleY(anchor));
  return 0.6 * (dx + dy) + 0.12 * off;
}

/**
 * @param {Rect} rect
 * @param {Rect[]} others
 * @param {Block[]} blocks
 * @param {number} most  what is not worth counting beyond
 */
function covering(rect, others, blocks, most) {
  let cost = 0;
  for (const other of others) {
    const area = overlap(grown(rect, AIR / 2), grown(other, AIR / 2));
    if (area > 0) cost += OVER_CARD + area / 20;
    if (cost > most) return cost;
  }
  for (const block of blocks) {
    const area = overlap(rect, block.rect);
    if (area > 0) cost += block.weight * (4 + area / 100);
    if (cost > most) return cost;
  }
  return cost;
}

/**
 * What it costs that the line from a card to its anchor runs over something.
 *
 * @param {Item} item
 * @param {Rect} rect
 * @param {Rect[]} solid
 */
function crossing({ anchor }, rect, solid) {
  const from = { x: middleX(anchor), y: middleY(anchor) };
  const to = {
    x: Math.max(rect.x, Math.min(rect.x + rect.width, from.x)),
    y: Math.max(rect.y, Math.min(rect.y + rect.height, from.y)),
  };
  if (from.x === to.x && from.y === to.y) return 0;
  const points = [0.2, 0.4, 0.6, 0.8].map((part) => ({
    x: from.x + (to.x - from.x) * part,
    y: from.y + (to.y - from.y) * part,
  }));
  const crossed = solid.some((over) => points.some((point) => inside(point, over)));
  return 10 + (crossed ? 60 : 0);
}

/** @param {Rect} a @param {Rect} b */
export function overlap(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** @param {Rect} rect @param {number} by @returns {Rect} */
export function grown({ x, y, width, height }, by) {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** @param {Rect} rect */
function middleX({ x, width }) {
  return x + width / 2;
}

/** @param {Rect} rect */
function middleY({ y, height }) {
  return y + height / 2;
}

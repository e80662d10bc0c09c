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
 *
 * What is better not covered, the more so the heavier it is; what is solid, never. The wires of a
 * value may be covered by its own card.
 *
 * @typedef {{ rect: Rect, weight: number, of?: string }} Block
 */

const STEP = 28;
const REACH = 13;
/** Between two cards. */
const AIR = 8;
const OVER_CARD = 40;
const PASSES = 3;
/** The weight of what no line may run over either, and of what is never covered. */
const HEAVY = 4;
export const SOLID = Infinity;
/** The most places beside solid things that are tried along each side of the stage. */
const MOST_BESIDE = 40;

/**
 * Places cards in the stage: near their anchors, not over each other, and not over what matters.
 * What has no such place is left out. The same input always gives the same places.
 *
 * @param {Item[]} items
 * @param {Block[]} blocks
 * @param {Size} stage
 * @returns {Map<string, Rect>}
 */
export function place(items, blocks, stage) {
  const fitting = items.filter(({ size }) =>
    size.width + 2 * AIR <= stage.width && size.height + 2 * AIR <= stage.height
  );
  /** @type {Map<string, Rect>} */
  const placed = new Map();
  // Again and again: from the second time on each knows where all others stand.
  let moved = true;
  for (let pass = 0; moved && pass < PASSES; pass++) {
    moved = false;
    for (const item of fitting) {
      const others = [...placed].flatMap(([id, rect]) => (id === item.id ? [] : [rect]));
      const rect = best(item, others, blocks, stage);
      const before = placed.get(item.id);
      if (!rect || before?.x === rect.x && before.y === rect.y) continue;
      placed.set(item.id, rect);
      moved = fitting.length > 1;
    }
  }
  for (const { id } of [...fitting].reverse()) {
    const own = placed.get(id);
    if (own && [...placed].some(([other, rect]) => other !== id && overlap(own, rect) > 0)) {
      placed.delete(id);
    }
  }
  return placed;
}

/**
 * @param {Item} item
 * @param {Rect[]} others
 * @param {Block[]} blocks
 * @param {Size} stage
 * @returns {Rect | null}
 */
function best(item, others, blocks, stage) {
  const soft = blocks.filter(({ weight, of }) => weight < SOLID && of !== item.id);
  const solid = blocks.filter(({ weight }) => weight === SOLID).map(({ rect }) => rect);
  const lines = [
    ...others,
    ...blocks.filter(({ weight }) => weight >= HEAVY).map(({ rect }) => rect),
  ];
  const { anchor, size } = item;
  /** @param {[number[], number[]]} tries */
  const among = ([xs, ys]) => {
    let least = Infinity;
    let found = /** @type {Rect | null} */ (null);
    const across = xs.map((x) => awayFrom(anchor.x, anchor.width, x, size.width));
    for (const y of ys) {
      const down = awayFrom(anchor.y, anchor.height, y, size.height);
      if (down >= least) continue;
      for (const [i, x] of xs.entries()) {
        const near = across[i] + down;
        if (near >= least) continue;
        const rect = { x, y, ...size };
        if (solid.some((other) => overlap(rect, other) > 0)) continue;
        const over = near + covering(rect, others, soft, least - near);
        const cost = over >= least ? over : over + crossing(item, rect, lines);
        if (cost < least) [least, found] = [cost, rect];
      }
    }
    return found;
  };
  return among(candidates(item, stage)) ?? among(besides(item, [...solid, ...others], stage));
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
    return within(tries, own, all);
  };
  return [
    along(anchor.x, anchor.width, size.width, stage.width),
    along(anchor.y, anchor.height, size.height, stage.height),
  ];
}

/**
 * Left and top edges that stand right beside what is solid, for a crowded stage.
 *
 * @param {Item} item
 * @param {Rect[]} solid
 * @param {Size} stage
 * @returns {[number[], number[]]}
 */
function besides({ anchor, size }, solid, stage) {
  const far = (/** @type {Rect} */ rect) =>
    Math.abs(middleX(rect) - middleX(anchor)) + Math.abs(middleY(rect) - middleY(anchor));
  const near = solid.toSorted((a, b) => far(a) - far(b)).slice(0, MOST_BESIDE);
  const { width, height } = size;
  return [
    within(
      [0, stage.width, ...near.flatMap((r) => [r.x - width - 1, r.x + r.width + 1])],
      width,
      stage.width,
    ),
    within(
      [0, stage.height, ...near.flatMap((r) => [r.y - height - 1, r.y + r.height + 1])],
      height,
      stage.height,
    ),
  ];
}

/** @param {number[]} tries @param {number} own @param {number} all */
function within(tries, own, all) {
  const most = Math.max(AIR, all - own - AIR);
  return [...new Set(tries.map((value) => Math.round(Math.max(AIR, Math.min(most, value)))))];
}

/**
 * What it costs along one side that a card is away from its anchor.
 *
 * @param {number} at
 * @param {number} length
 * @param {number} own
 * @param {number} size
 */
function awayFrom(at, length, own, size) {
  const gap = Math.max(0, at - own - size, own - at - length);
  return 0.6 * gap + 0.12 * Math.abs(own + size / 2 - at - length / 2);
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

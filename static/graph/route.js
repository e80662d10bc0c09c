// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */

/** Pieces that a rounded corner is taken to. */
const PIECES = 6;

/**
 * The points of a wire's path data, its rounded corners taken to short pieces.
 *
 * @param {string} path  of M, L and Q alone, as the layout makes them
 * @returns {Point[]}
 */
export function pointsOf(path) {
  /** @type {Point[]} */
  const points = [];
  for (const [, command, rest] of path.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const numbers = rest.trim().split(/[\s,]+/).map(Number);
    if (command !== "Q") points.push({ x: numbers[0], y: numbers[1] });
    else {
      const [cx, cy, x, y] = numbers;
      points.push(...corner(points[points.length - 1], { x: cx, y: cy }, { x, y }));
    }
  }
  return points;
}

/**
 * @param {Point} from
 * @param {Point} bend
 * @param {Point} to
 */
function corner(from, bend, to) {
  return Array.from({ length: PIECES }, (_, i) => {
    const part = (i + 1) / PIECES;
    const [a, b, c] = [(1 - part) ** 2, 2 * part * (1 - part), part ** 2];
    return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
  });
}

/** @param {Point[]} points */
export function pathOf(points) {
  return points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${round(x)} ${round(y)}`).join("");
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {Point[]} points */
export function lengthOf(points) {
  let length = 0;
  for (let i = 1; i < points.length; i++) length += distance(points[i - 1], points[i]);
  return length;
}

/** @param {Point} a @param {Point} b */
export function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/**
 * A wire as far as the border of a rectangle that it runs into; whole where it does not.
 *
 * @param {Point[]} points
 * @param {Rect} rect
 */
export function upTo(points, rect) {
  for (let i = 1; i < points.length; i++) {
    const part = entry(points[i - 1], points[i], rect);
    if (part === null) continue;
    return [...points.slice(0, i), between(points[i - 1], points[i], part)];
  }
  return points;
}

/** @param {Point} point @param {Rect} rect */
export function inside({ x, y }, rect) {
  return x > rect.x && x < rect.x + rect.width && y > rect.y && y < rect.y + rect.height;
}

/**
 * What part of the way between two points is gone where it enters a rectangle; null where it never
 * does (after Liang and Barsky).
 *
 * @param {Point} from
 * @param {Point} to
 * @param {Rect} rect
 */
function entry(from, to, rect) {
  let [enters, leaves] = [0, 1];
  for (
    const [at, by, least, most] of [
      [from.x, to.x - from.x, rect.x, rect.x + rect.width],
      [from.y, to.y - from.y, rect.y, rect.y + rect.height],
    ]
  ) {
    if (by === 0) {
      if (at <= least || at >= most) return null;
      continue;
    }
    const [a, b] = [(least - at) / by, (most - at) / by];
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters < leaves ? enters : null;
}

/** @param {Point} from @param {Point} to @param {number} part */
function between(from, to, part) {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

/**
 * A wire without its last bit, where the arrow head stands.
 *
 * @param {Point[]} points
 * @param {number} by
 */
export function shortened(points, by) {
  const kept = [...points];
  let rest = Math.min(by, lengthOf(points) * 0.8);
  while (kept.length > 1) {
    const [before, last] = [kept[kept.length - 2], kept[kept.length - 1]];
    const piece = distance(before, last);
    if (piece > rest) {
      kept[kept.length - 1] = between(last, before, rest / piece);
      return kept;
    }
    rest -= piece;
    kept.pop();
  }
  return kept;
}

/**
 * An arrow head whose tip is the end of a wire.
 *
 * @param {Point[]} points
 * @param {number} length
 * @param {number} width
 */
export function arrowHead(points, length, width) {
  const tip = points[points.length - 1];
  const back = shortened(points, length);
  const foot = back[back.length - 1];
  const size = distance(tip, foot) || 1;
  const [dx, dy] = [(tip.x - foot.x) / size, (tip.y - foot.y) / size];
  const base = { x: tip.x - dx * length, y: tip.y - dy * length };
  return pathOf([
    tip,
    { x: base.x - dy * width / 2, y: base.y + dx * width / 2 },
    { x: base.x + dy * width / 2, y: base.y - dx * width / 2 },
  ]) + "Z";
}

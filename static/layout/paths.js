// @ts-check
/** @import { PlacedEdge, Point } from "./types.js" */

/** How far the backward wire lies from its forward one. */
export const OFFSET = 9;
/** Of the outer and the inner wire of a pair where it turns. */
const OUTER = 18;
const INNER = OUTER - OFFSET;

/**
 * The paths of a wire given by its corners: forward as it runs, backward the other way beside it.
 *
 * @param {Point[]} corners  joined by horizontal and vertical pieces
 * @param {1 | -1} [side]    1: the backward wire on the right hand, below a wire that runs right
 * @returns {PlacedEdge}
 */
export function drawWire(corners, side = 1) {
  const line = simplify(corners);
  const beside = shift(line, OFFSET * side);
  return {
    forward: roundedPath(line, side),
    backward: roundedPath(beside.reverse(), side),
    label: middleOfLongest(line),
    length: lengthOf(line),
  };
}

/**
 * Drops corners that are none.
 *
 * @param {Point[]} corners
 * @returns {Point[]}
 */
export function simplify(corners) {
  /** @type {Point[]} */
  const line = [];
  for (const point of corners) {
    const last = line[line.length - 1];
    if (last && near(last.x, point.x) && near(last.y, point.y)) continue;
    const before = line[line.length - 2];
    if (before && (inLine(before.x, last.x, point.x) || inLine(before.y, last.y, point.y))) {
      line.pop();
    }
    line.push(point);
  }
  if (line.length === 1) line.push(line[0]);
  return line;
}

/**
 * @param {number} a
 * @param {number} b
 */
function near(a, b) {
  return Math.abs(a - b) < 0.01;
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} c
 */
function inLine(a, b, c) {
  return near(a, b) && near(b, c);
}

/**
 * A parallel to a line, on its right hand.
 *
 * @param {Point[]} line
 * @param {number} by
 * @returns {Point[]}
 */
function shift(line, by) {
  return line.map((point, i) => {
    let { x, y } = point;
    for (const [a, b] of [[line[i - 1], point], [point, line[i + 1]]]) {
      if (!a || !b) continue;
      if (near(a.y, b.y)) y = point.y + by * (Math.sign(b.x - a.x) || 1);
      else x = point.x - by * Math.sign(b.y - a.y);
    }
    return { x, y };
  });
}

/**
 * @param {Point[]} line
 * @param {1 | -1} side  of the other wire of the pair
 */
function roundedPath(line, side) {
  const parts = [`M${at(line[0])}`];
  for (let i = 1; i < line.length - 1; i++) {
    const [before, corner, after] = [line[i - 1], line[i], line[i + 1]];
    const bend = turn(before, corner, after) * side > 0 ? OUTER : INNER;
    const radius = Math.min(bend, distance(before, corner) / 2, distance(corner, after) / 2);
    parts.push(`L${at(towards(corner, before, radius))}`);
    parts.push(`Q${at(corner)} ${at(towards(corner, after, radius))}`);
  }
  parts.push(`L${at(line[line.length - 1])}`);
  return parts.join("");
}

/**
 * Positive to the right.
 *
 * @param {Point} a
 * @param {Point} b
 * @param {Point} c
 */
function turn(a, b, c) {
  return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
}

/** @param {Point} point */
function at({ x, y }) {
  return `${round(x)} ${round(y)}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/**
 * @param {Point} from
 * @param {Point} to
 * @param {number} by
 */
function towards(from, to, by) {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

/**
 * @param {Point} a
 * @param {Point} b
 */
function distance(a, b) {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** @param {Point[]} line */
function lengthOf(line) {
  let length = 0;
  for (let i = 1; i < line.length; i++) length += distance(line[i - 1], line[i]);
  return length;
}

/** @param {Point[]} line */
function middleOfLongest(line) {
  let best = 1;
  for (let i = 2; i < line.length; i++) {
    if (distance(line[i - 1], line[i]) > distance(line[best - 1], line[best])) best = i;
  }
  return { x: (line[best - 1].x + line[best].x) / 2, y: (line[best - 1].y + line[best].y) / 2 };
}

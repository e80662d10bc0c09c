// @ts-check
/** @import { Lanes, Level, Rect } from "./types.js" */
/** @import { Columns } from "./columns.js" */
/** @import { Moon } from "./satellites.js" */
import { Skyline } from "./skyline.js";

/** What a pair of wires, forward and backward, takes above and below its forward one. */
export const WIRE_UP = 2;
export const WIRE_DOWN = 12;
/** Around each pair. */
const WIRE_CLEAR = 7;
const SIDE_CLEAR = 8;
/** Under a glyph that a wire enters from above or below: room for its bend and arrow head. */
const ENTRY_CLEAR = 14;

/**
 * What a lane takes up: pieces of [x0, x1], with y from its axis.
 *
 * @typedef {{ x0: number, x1: number, top: number, bottom: number }} Piece
 */

/**
 * Stacks the lanes outwards from the spine, each as close to it as what is already there allows.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {number[]} rank
 * @param {Columns} placed
 * @param {{ unit: number, moon: Moon, card: Rect }[][]} moons  of each lane
 * @returns {number[]} of each lane, y of its axis
 */
export function placeRows(level, columns, lanes, rank, placed, moons) {
  const pieces = lanes.lanes.map((_, lane) => lanePieces(level, lanes, placed, moons[lane], lane));
  addOffAxis(level, columns, lanes, placed, pieces);
  const order = rank.map(() => 0);
  rank.forEach((at, lane) => order[at] = lane);
  const y = rank.map(() => 0);
  const middle = rank[lanes.spine];
  const lower = order.slice(middle);
  stack([], lower, pieces, 1, y);
  stack(lower, order.slice(0, middle).reverse(), pieces, -1, y);
  return y;
}

/**
 * @param {number[]} placed  lanes that stay where they are
 * @param {number[]} order   those to be placed, outwards
 * @param {Piece[][]} pieces
 * @param {1 | -1} down
 * @param {number[]} y       filled in
 */
function stack(placed, order, pieces, down, y) {
  const places = [...placed, ...order].flatMap((lane) => pieces[lane].flatMap((p) => [p.x0, p.x1]));
  const skyline = new Skyline(places);
  /** @param {number} lane */
  function settle(lane) {
    for (const { x0, x1, top, bottom } of pieces[lane]) {
      skyline.raise(x0, x1, down * y[lane] + (down > 0 ? bottom : -top));
    }
  }
  placed.forEach(settle);
  for (const lane of order) {
    let away = 0;
    for (const { x0, x1, top, bottom } of pieces[lane]) {
      away = Math.max(away, skyline.over(x0, x1) - (down > 0 ? top : -bottom));
    }
    y[lane] = down * away;
    settle(lane);
  }
}

/**
 * The units of a lane, their satellites, and the wire along its axis.
 *
 * @param {Level} level
 * @param {Lanes} lanes
 * @param {Columns} placed
 * @param {{ unit: number, moon: Moon, card: Rect }[]} moons
 * @param {number} index
 */
function lanePieces({ units, gaps, ins }, { lanes, runs }, { x }, moons, index) {
  const lane = lanes[index];
  const clear = gaps.row / 2;
  /** @type {Piece[]} */
  const pieces = [];
  for (const unit of lane.units) {
    const { headWidth, headUp, headDown, stem, cardWidth, cardHeight } = units[unit];
    const entries = ins[unit].map((link) => runs[link].entry);
    const up = headUp + clear + (entries.includes("above") ? ENTRY_CLEAR : 0);
    const down = headDown + clear + (entries.includes("below") ? ENTRY_CLEAR : 0);
    if (headWidth > 0) pieces.push(piece(x[unit], x[unit] + headWidth, -up, down));
    const card = x[unit] + headWidth + stem;
    const half = cardHeight / 2 + clear;
    if (cardWidth > 0) pieces.push(piece(card, card + cardWidth, -half, half));
  }
  for (const { card } of moons) {
    pieces.push(piece(card.x, card.x + card.width, card.y - clear, card.y + card.height + clear));
  }
  return pieces;
}

/**
 * The wires of each lane: along its axis, and out of and into its units beside it.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {Columns} placed
 * @param {Piece[][]} pieces
 */
function addOffAxis({ units, links }, columns, { laneOf, runs }, { x, centre, corridors }, pieces) {
  runs.forEach((run, link) => {
    const { from, to } = links[link];
    const start = x[from] + units[from].headWidth + units[from].stem + units[from].cardWidth;
    const out = corridors[columns[from]];
    const before = corridors[columns[to] - 1];
    const bendsOut = run.kind === "left" || run.kind === "wire" || run.direct;
    if (bendsOut) pieces[laneOf[from]].push(wire(start, out.right, run.exitY));
    if (run.entry === "beside") pieces[laneOf[to]].push(wire(before.left, x[to], run.entryY));
    if (run.direct) return;
    const end = run.entry === "left"
      ? x[to]
      : run.entry === "beside"
      ? before.right
      : centre[to] + WIRE_DOWN;
    pieces[run.lane].push(wire(bendsOut ? out.left : start, end, 0));
  });
}

/**
 * @param {number} x0
 * @param {number} x1
 * @param {number} top
 * @param {number} bottom
 * @returns {Piece}
 */
function piece(x0, x1, top, bottom) {
  return { x0: x0 - SIDE_CLEAR, x1: x1 + SIDE_CLEAR, top, bottom };
}

/**
 * @param {number} x0
 * @param {number} x1
 * @param {number} y
 */
function wire(x0, x1, y) {
  return piece(x0, x1, y - WIRE_UP - WIRE_CLEAR, y + WIRE_DOWN + WIRE_CLEAR);
}

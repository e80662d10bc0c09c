// @ts-check
/** @import { Lanes, Level } from "./types.js" */
/** @import { Bend } from "./tracks.js" */
/** @import { Moon } from "./satellites.js" */
import { OFFSET } from "./paths.js";
import { trackCount } from "./tracks.js";
import { BETWEEN, isHigh, reach } from "./satellites.js";

/** Between vertical pairs of wires in one gap, and the most room they get together. */
const TRACK = 22;
const TRACKS_WIDTH = 480;
/** Before the first of them, and behind the last: an arrow head has to fit. */
const LEAD = 14;
const ARROW = 30;
/** Between a vertical wire and a card. */
const CLEAR = 14;

/**
 * @typedef {object} Columns
 * @property {number[]} x         left edge of each unit
 * @property {number[]} centre    of each unit, the middle of its head (of its card, if it has none)
 * @property {{ left: number, right: number }[]} corridors  where wires bend, of each gap
 *
 * @typedef {object} Shape        of one column, from its left edge
 * @property {number} width
 * @property {(unit: number) => number} offset
 * @property {(unit: number) => number} centre
 */

/**
 * Places the units from left to right, and sets where in the gaps the wires bend.
 *
 * A satellite may hang over the gap beside its column, as long as no wire goes up or down there and
 * it meets no other satellite of its lane.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {Bend[][]} bends  of each gap
 * @param {Moon[][]} moons  of each unit
 * @returns {Columns}
 */
export function placeColumns(level, columns, lanes, bends, moons) {
  const members = byColumn(columns);
  const entered = columnsEntered(level, columns, lanes);
  const x = level.units.map(() => 0);
  const centre = level.units.map(() => 0);
  const corridors = members.map(() => ({ left: 0, right: 0 }));
  const front = new Front(level, lanes, moons);
  members.forEach((column, c) => {
    const shape = columnShape(level, column);
    let left = 0;
    if (c > 0) {
      const tracks = trackCount(bends[c - 1]);
      left = front.body + gapBetween(level, members[c - 1], column);
      if (tracks > 0) {
        corridors[c - 1] = setBends(bends[c - 1], tracks, front.end, left);
        front.barrier = corridors[c - 1].right;
        left = Math.max(left, corridors[c - 1].right - CLEAR - OFFSET + ARROW);
      }
    }
    left = front.clear(left, column, shape, entered[c]);
    for (const unit of column) {
      x[unit] = left + shape.offset(unit);
      centre[unit] = left + shape.centre(unit);
    }
    front.pass(column, x, centre, left + shape.width, entered[c]);
  });
  return { x, centre, corridors };
}

/**
 * @param {number[]} columns
 * @returns {number[][]}
 */
function byColumn(columns) {
  let count = 0;
  for (const column of columns) count = Math.max(count, column + 1);
  /** @type {number[][]} */
  const members = Array.from({ length: count }, () => []);
  columns.forEach((column, unit) => members[column].push(unit));
  return members;
}

/**
 * Whether a wire goes up or down through a column, into an op.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @returns {Record<number, boolean>}
 */
function columnsEntered({ links }, columns, { runs }) {
  /** @type {Record<number, boolean>} */
  const entered = {};
  runs.forEach(({ entry }, link) => {
    if (entry === "above" || entry === "below") entered[columns[links[link].to]] = true;
  });
  return entered;
}

/**
 * @param {Level} level
 * @param {number[]} before
 * @param {number[]} column
 */
function gapBetween({ units, gaps, portGap }, before, column) {
  const port = before.some((unit) => units[unit].kind === "entry") ||
    column.some((unit) => units[unit].kind === "exit");
  return port ? portGap : gaps.column;
}

/**
 * The glyphs of a column are centred on one line, their cards begin on another; a leaf alone in its
 * column moves to the right, towards what it feeds.
 *
 * @param {Level} level
 * @param {number[]} column
 * @returns {Shape}
 */
function columnShape({ units }, column) {
  let [heads, stem, width] = [0, 0, 0];
  for (const unit of column) {
    if (units[unit].kind !== "op") continue;
    heads = Math.max(heads, units[unit].headWidth);
    stem = Math.max(stem, units[unit].stem);
  }
  for (const unit of column) {
    const { kind, headWidth, stem: own, cardWidth } = units[unit];
    const before = kind === "group" ? headWidth + own : heads + stem;
    width = Math.max(width, before + cardWidth);
  }
  /** @param {number} unit */
  function offset(unit) {
    const { kind, headWidth, cardWidth } = units[unit];
    if (kind === "op") return (heads - headWidth) / 2;
    return kind === "leaf" ? heads > 0 ? heads + stem : width - cardWidth : 0;
  }
  /** @param {number} unit */
  function centre(unit) {
    return offset(unit) + (units[unit].headWidth || units[unit].cardWidth) / 2;
  }
  return { width, offset, centre };
}

/**
 * Spreads the bends of a gap over their tracks.
 *
 * @param {Bend[]} bends
 * @param {number} tracks
 * @param {number} start  the end of all that is on the left
 * @param {number} right  the left edge of the next column, if it has not to move
 */
function setBends(bends, tracks, start, right) {
  const room = Math.min((tracks - 1) * TRACK, TRACKS_WIDTH);
  const spare = Math.max(0, right - start - LEAD - room - ARROW) / 2;
  const first = start + LEAD + spare;
  for (const { run, end, from, to, track } of bends) {
    // A wire that runs down has its backward one on the left, one that runs up on the right.
    const forward = to > from ? OFFSET : 0;
    run[end] = first + forward + (tracks > 1 ? room * track / (tracks - 1) : 0);
  }
  return { left: start, right: first + room + OFFSET + CLEAR };
}

/** How far the columns placed so far reach. */
class Front {
  /**
   * @param {Level} level
   * @param {Lanes} lanes
   * @param {Moon[][]} moons
   */
  constructor({ units, gaps }, { lanes, laneOf }, moons) {
    this.units = units;
    this.gaps = gaps;
    this.laneOf = laneOf;
    this.moons = moons;
    /** The right end of the cards of the columns. */
    this.body = 0;
    /** The right end of their satellites: of all, and of each lane above and below. */
    this.satellites = -Infinity;
    this.ofLane = new Float64Array(2 * lanes.length).fill(-Infinity);
    /** The right end of the last high card of each lane. */
    this.high = new Float64Array(lanes.length).fill(-Infinity);
    /** The last vertical wire: no satellite of a later column may reach back over it. */
    this.barrier = -Infinity;
  }

  get end() {
    return Math.max(this.body, this.satellites);
  }

  /**
   * How far left a column can begin.
   *
   * @param {number} left  at least
   * @param {number[]} column
   * @param {Shape} shape
   * @param {boolean} entered
   */
  clear(left, column, shape, entered) {
    for (const unit of column) {
      const centre = shape.centre(unit);
      if (entered) left = Math.max(left, this.satellites + CLEAR - centre);
      for (const side of [0, 1]) {
        if (this.moons[unit].length === 0) continue;
        const hang = reach(this.moons[unit], side === 0).left;
        const before = this.ofLane[2 * this.laneOf[unit] + side] + BETWEEN;
        const beside = this.gaps.beside
          ? this.high[this.laneOf[unit]] + this.gaps.beside
          : -Infinity;
        const least = Math.max(this.barrier, before, beside);
        if (hang < Infinity) left = Math.max(left, least - centre - hang);
      }
    }
    return left;
  }

  /**
   * @param {number[]} column
   * @param {number[]} x       of each unit
   * @param {number[]} centre  of each unit
   * @param {number} right     of the column
   * @param {boolean} entered
   */
  pass(column, x, centre, right, entered) {
    this.body = right;
    for (const unit of column) {
      const { headWidth, stem, cardWidth } = this.units[unit];
      if (cardWidth > 0 && isHigh(this.units[unit], this.gaps)) {
        this.high[this.laneOf[unit]] = x[unit] + headWidth + stem + cardWidth;
      }
      if (entered) this.barrier = Math.max(this.barrier, centre[unit] + CLEAR);
      for (const side of [0, 1]) {
        if (this.moons[unit].length === 0) continue;
        const end = centre[unit] + reach(this.moons[unit], side === 0).right;
        if (end === -Infinity) continue;
        this.ofLane[2 * this.laneOf[unit] + side] = end;
        this.satellites = Math.max(this.satellites, end);
      }
    }
  }
}

// @ts-check
/** @import { Lanes, Level, PlacedSatellite, Point, Rect, Unit } from "./types.js" */
/** @import { Columns } from "./columns.js" */
/** @import { Moon } from "./satellites.js" */

/**
 * The wire of each link, as the corners of a line of horizontal and vertical pieces.
 *
 * @param {Level} level
 * @param {Lanes} lanes
 * @param {Columns} placed
 * @param {number[]} y  axis of each unit
 * @param {number[]} laneY
 * @returns {Point[][]}
 */
export function routeLinks({ units, links }, { runs }, { x, centre }, y, laneY) {
  return runs.map((run, link) => {
    const { from, to } = links[link];
    const source = units[from];
    const start = x[from] + source.headWidth + source.stem + source.cardWidth;
    const line = new Line(start, y[from] + run.exitY);
    const rim = x[to] + dent(units[to], run.entryY);
    if (run.direct) return line.along(run.bendOut).to(y[to] + run.entryY).along(rim).points;
    if (run.kind === "left" || run.kind === "wire") line.along(run.bendOut);
    line.to(laneY[run.lane]);
    if (run.entry === "beside") line.along(run.bendIn).to(y[to] + run.entryY);
    if (run.entry === "left" || run.entry === "beside") return line.along(rim).points;
    const side = run.entry === "above" ? -units[to].headUp : units[to].headDown;
    return line.along(centre[to]).to(y[to] + side).points;
  });
}

/**
 * How far the rim of a round glyph is from its left edge, off its axis.
 *
 * @param {Unit} unit
 * @param {number} off
 */
function dent({ kind, headWidth, headUp }, off) {
  const round = kind === "op" && Math.abs(headWidth - 2 * headUp) < 1;
  return round && Math.abs(off) < headUp ? headUp - Math.sqrt(headUp ** 2 - off ** 2) : 0;
}

/**
 * The wire of a satellite: straight up or down, or with a step where several enter side by side.
 *
 * @param {Level} level
 * @param {{ unit: number, moon: Moon, card: Rect }} lifted  y from the axis
 * @param {number[]} centre
 * @param {number} y
 * @returns {PlacedSatellite}
 */
export function routeSatellite({ units }, { unit, moon, card }, centre, y) {
  const { headUp, headDown } = units[unit];
  const { id, edge } = moon.satellite;
  const placed = { ...card, y: card.y + y };
  const [start, end] = moon.above
    ? [placed.y + placed.height, y - headUp]
    : [placed.y, y + headDown];
  const line = new Line(card.x + card.width / 2, start);
  const port = centre[unit] + moon.port;
  if (Math.abs(port - line.x) > 0.5) line.to((start + end) / 2).along(port);
  return { id, edge, card: placed, wire: line.to(end).points };
}

/** A line of horizontal and vertical pieces, as it grows. */
class Line {
  /**
   * @param {number} x
   * @param {number} y
   */
  constructor(x, y) {
    this.x = x;
    this.y = y;
    /** @type {Point[]} */
    this.points = [{ x, y }];
  }

  /** @param {number} x */
  along(x) {
    this.x = x;
    this.points.push({ x, y: this.y });
    return this;
  }

  /** @param {number} y */
  to(y) {
    this.y = y;
    this.points.push({ x: this.x, y });
    return this;
  }
}

// @ts-check
/** @import { Lanes, Level } from "./types.js" */
import { OFFSET } from "./paths.js";

/** Wires out of one card keep this far from each other: room for a pair, forward and backward. */
const SPREAD = 20;
/** And this far from its corners, and from the rim of the glyph they enter. */
const CORNER = 6;
const RIM = 3;

/**
 * Settles where each wire enters its consumer and leaves its source.
 *
 * A wire from another lane enters from above or below where nothing is in the way, and otherwise
 * beside the main one, from the left. One side of an op that has satellites stays free for them.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {number[]} rank  of each lane
 */
export function chooseEntries(level, columns, lanes, rank) {
  enterFromSides(level, columns, lanes, rank);
  markDirect(level, columns, lanes);
  placeBeside(level, lanes, rank);
  level.units.forEach((_, unit) => leaveUnit(level, lanes, rank, unit));
}

/**
 * Goes down each column and lets wires in from above and below, the nearest first.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {number[]} rank
 */
function enterFromSides({ units, ins }, columns, { laneOf, runs }, rank) {
  const order = units.map((_, unit) => unit);
  order.sort((a, b) => columns[a] - columns[b] || rank[laneOf[a]] - rank[laneOf[b]]);
  /** How far down the column is taken: by a unit, or by a wire into one from below. */
  let taken = -Infinity;
  order.forEach((unit, i) => {
    const own = rank[laneOf[unit]];
    const next = order[i + 1];
    const end = columns[next] === columns[unit] ? rank[laneOf[next]] : Infinity;
    if (columns[order[i - 1]] !== columns[unit]) taken = -Infinity;
    const from = (/** @type {number} */ link) => rank[runs[link].lane];
    const coming = ins[unit].filter((link) => runs[link].entry !== "left");
    coming.sort((a, b) => Math.abs(from(a) - own) - Math.abs(from(b) - own) || a - b);
    const above = coming.find((link) => from(link) < own && from(link) > taken);
    const below = coming.find((link) => from(link) > own && from(link) < end);
    const sides = units[unit].kind !== "op" ? 0 : units[unit].satellites.length > 0 ? 1 : 2;
    taken = own;
    for (const link of coming.filter((link) => link === above || link === below).slice(0, sides)) {
      runs[link].entry = link === above ? "above" : "below";
      if (link === below) taken = from(link);
    }
  });
}

/**
 * Wires that enter beside the main one, those from the nearest lanes next to it.
 *
 * @param {Level} level
 * @param {Lanes} lanes
 * @param {number[]} rank
 */
function placeBeside({ units, links, ins }, { laneOf, runs }, rank) {
  units.forEach(({ headUp, headDown, cardHeight, headWidth }, unit) => {
    const own = rank[laneOf[unit]];
    const beside = ins[unit].filter((link) =>
      runs[link].entry === "beside" && links[link].entryY === null
    );
    for (const sign of [-1, 1]) {
      const group = beside.filter((link) => (origin(link) < own ? -1 : 1) === sign);
      group.sort((a, b) => Math.abs(origin(a) - own) - Math.abs(origin(b) - own) || a - b);
      const half = headWidth === 0 ? cardHeight / 2 : sign < 0 ? headUp : headDown;
      const reach = half - (sign < 0 ? RIM : RIM + OFFSET);
      group.forEach((link, i) => runs[link].entryY = sign * reach * (i + 1) / group.length);
    }
  });
  /** @param {number} link */
  function origin(link) {
    return rank[runs[link].direct ? laneOf[links[link].from] : runs[link].lane];
  }
}

/**
 * Wires that bend away at once leave above or below the straight one, the farthest outermost.
 *
 * @param {Level} level
 * @param {Lanes} lanes
 * @param {number[]} rank
 * @param {number} unit
 */
function leaveUnit({ units, outs, links }, { laneOf, runs }, rank, unit) {
  const own = rank[laneOf[unit]];
  const bending = outs[unit].filter((link) => {
    const { kind } = runs[link];
    return (kind === "left" || kind === "wire") && links[link].exitY === null;
  });
  if (bending.length === 0 || (bending.length === 1 && outs[unit].length === 1)) return;
  const room = units[unit].cardHeight / 2 - CORNER;
  for (const sign of [-1, 1]) {
    const group = bending.filter((link) => Math.sign(target(link) - own) === sign);
    group.sort((a, b) => Math.abs(target(a) - own) - Math.abs(target(b) - own) || a - b);
    if (group.length * SPREAD > room) continue;
    group.forEach((link, i) => runs[link].exitY = sign * SPREAD * (i + 1));
  }
  /** @param {number} link */
  function target(link) {
    return rank[runs[link].direct ? laneOf[links[link].to] : runs[link].lane];
  }
}

/**
 * A wire between neighbouring columns that enters from the left needs no run of its own.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 */
function markDirect({ links }, columns, { runs }) {
  runs.forEach((run, link) => {
    const { from, to } = links[link];
    run.direct = run.entry === "beside" && columns[to] === columns[from] + 1;
  });
}

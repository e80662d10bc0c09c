// @ts-check
/** @import { Lanes, Level } from "./types.js" */

/** Wires out of one card keep this far from each other: room for a pair, forward and backward. */
const SPREAD = 20;
/** And this far from its corners. */
const CORNER = 6;

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
  const neighbours = laneNeighbours(level, columns, lanes, rank);
  level.units.forEach((_, unit) => enterUnit(level, lanes, rank, neighbours, unit));
  markDirect(level, columns, lanes);
  placeBeside(level, lanes, rank);
  level.units.forEach((_, unit) => leaveUnit(level, lanes, rank, unit));
}

/**
 * Of each unit, the ranks of the next units above and below it in its column.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {number[]} rank
 */
function laneNeighbours({ units }, columns, { laneOf }, rank) {
  const above = units.map(() => -Infinity);
  const below = units.map(() => Infinity);
  const order = units.map((_, unit) => unit);
  order.sort((a, b) => columns[a] - columns[b] || rank[laneOf[a]] - rank[laneOf[b]]);
  for (let i = 1; i < order.length; i++) {
    const [upper, lower] = [order[i - 1], order[i]];
    if (columns[upper] !== columns[lower]) continue;
    below[upper] = rank[laneOf[lower]];
    above[lower] = rank[laneOf[upper]];
  }
  return { above, below };
}

/**
 * @param {Level} level
 * @param {Lanes} lanes
 * @param {number[]} rank
 * @param {{ above: number[], below: number[] }} neighbours
 * @param {number} unit
 */
function enterUnit({ units, ins }, { laneOf, runs }, rank, neighbours, unit) {
  const { kind, satellites } = units[unit];
  const own = rank[laneOf[unit]];
  const coming = ins[unit].filter((link) => runs[link].entry !== "left");
  coming.sort((a, b) => distance(a) - distance(b) || a - b);
  let sides = kind !== "op" ? 0 : satellites.length > 0 ? 1 : 2;
  /** @type {Set<string>} */
  const taken = new Set();
  for (const link of coming) {
    const from = rank[runs[link].lane];
    const side = from < own ? "above" : "below";
    const clear = side === "above" ? from > neighbours.above[unit] : from < neighbours.below[unit];
    if (sides === 0 || !clear || taken.has(side)) continue;
    runs[link].entry = side;
    taken.add(side);
    sides--;
  }
  /** @param {number} link */
  function distance(link) {
    return Math.abs(rank[runs[link].lane] - own);
  }
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
      const reach = headWidth === 0 ? cardHeight / 2 : sign < 0 ? headUp : headDown;
      group.forEach((link, i) => {
        runs[link].entryY = sign * reach * 0.7 * (i + 1) / group.length;
      });
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

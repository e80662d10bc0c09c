// @ts-check
/** @import { Lanes, Level } from "./types.js" */

/**
 * Where one lane hands a wire to another. `at` counts columns and the gaps behind them in turn:
 * column c is 2c, the gap behind it 2c + 1.
 *
 * @typedef {{ a: number, b: number, at: number }} Connector
 *
 * @typedef {object} Crossable
 * @property {number} count                    of lanes
 * @property {Connector[]} connectors          by `at`
 * @property {number[]} from                   of each lane, the first place it covers
 * @property {number[]} to
 * @property {number[]} byFrom                 the lanes by `from`
 * @property {number[]} byTo                   the lanes by `to`
 * @property {Map<number, number[]>} occupied  the lanes with a unit at a place where a wire enters one
 */

/** What it costs to lead a wire around a unit, counted in crossings. */
const DETOUR = 2;

/**
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @returns {Crossable}
 */
export function crossable({ units, links }, columns, { lanes, laneOf, runs }) {
  /** @type {Connector[]} */
  const connectors = [];
  runs.forEach(({ kind, lane }, link) => {
    const { from, to } = links[link];
    if (kind === "left" || kind === "wire") {
      connectors.push({ a: laneOf[from], b: lane, at: 2 * columns[from] + 1 });
    }
    if (kind === "right" || kind === "wire") {
      connectors.push({ a: lane, b: laneOf[to], at: 2 * columns[to] });
    }
  });
  connectors.sort((a, b) => a.at - b.at);
  /** @type {Map<number, number[]>} */
  const occupied = new Map();
  for (const { at } of connectors) if (at % 2 === 0) occupied.set(at, []);
  units.forEach((_, unit) => occupied.get(2 * columns[unit])?.push(laneOf[unit]));
  const from = lanes.map((lane) => 2 * lane.first);
  const to = lanes.map((lane) => 2 * lane.last);
  const all = lanes.map((_, lane) => lane);
  return {
    count: lanes.length,
    connectors,
    from,
    to,
    byFrom: [...all].sort((a, b) => from[a] - from[b]),
    byTo: [...all].sort((a, b) => to[a] - to[b]),
    occupied,
  };
}

/**
 * How many wires cross, and how often one has to be led around a unit, with the lanes so ranked.
 *
 * @param {Crossable} graph
 * @param {number[]} rank  of each lane, from the top
 */
export function countCrossings({ count, connectors, from, to, byFrom, byTo, occupied }, rank) {
  const covering = new Tally(count);
  let [opened, closed, total] = [0, 0, 0];
  for (let i = 0; i < connectors.length;) {
    const { at } = connectors[i];
    let end = i + 1;
    while (end < connectors.length && connectors[end].at === at) end++;
    for (; opened < count && from[byFrom[opened]] <= at; opened++) {
      covering.add(rank[byFrom[opened]], 1);
    }
    for (; closed < count && to[byTo[closed]] < at; closed++) covering.add(rank[byTo[closed]], -1);
    const here = connectors.slice(i, end);
    for (const { a, b } of here) total += covering.between(rank[a], rank[b]);
    total += DETOUR * detours(here, occupied.get(at), rank);
    total += inversions(here, rank);
    i = end;
  }
  return total;
}

/**
 * @param {Connector[]} connectors
 * @param {number[] | undefined} lanes  that have a unit in the way
 * @param {number[]} rank
 */
function detours(connectors, lanes, rank) {
  if (!lanes || lanes.length < 2) return 0;
  const taken = lanes.map((lane) => rank[lane]).sort((a, b) => a - b);
  let total = 0;
  for (const { a, b } of connectors) {
    const low = Math.min(rank[a], rank[b]);
    const high = Math.max(rank[a], rank[b]);
    if (firstAbove(taken, low) < high) total++;
  }
  return total;
}

/**
 * The least of the sorted numbers that is above the bound.
 *
 * @param {number[]} sorted
 * @param {number} bound
 */
function firstAbove(sorted, bound) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] > bound) high = middle;
    else low = middle + 1;
  }
  return low < sorted.length ? sorted[low] : Infinity;
}

/**
 * Pairs of wires in one gap that change places.
 *
 * @param {Connector[]} connectors
 * @param {number[]} rank
 */
function inversions(connectors, rank) {
  if (connectors.length < 2) return 0;
  if (connectors.length < 8) return pairwise(connectors, rank);
  const sorted = [...connectors].sort((p, q) => rank[p.a] - rank[q.a] || rank[p.b] - rank[q.b]);
  const ends = sorted.map(({ b }) => rank[b]);
  const order = [...new Set(ends)].sort((a, b) => a - b);
  const place = new Map(order.map((end, i) => [end, i]));
  const seen = new Tally(order.length);
  let total = 0;
  ends.forEach((end, i) => {
    const at = /** @type {number} */ (place.get(end));
    total += i - seen.upTo(at);
    seen.add(at, 1);
  });
  return total;
}

/**
 * The same, pair by pair: faster for a few.
 *
 * @param {Connector[]} connectors
 * @param {number[]} rank
 */
function pairwise(connectors, rank) {
  let total = 0;
  for (let i = 1; i < connectors.length; i++) {
    for (let j = 0; j < i; j++) {
      const [p, q] = [connectors[i], connectors[j]];
      if ((rank[p.a] - rank[q.a]) * (rank[p.b] - rank[q.b]) < 0) total++;
    }
  }
  return total;
}

/** Counts by rank, with sums over a range in logarithmic time. */
class Tally {
  /** @param {number} size */
  constructor(size) {
    this.sums = new Int32Array(size + 1);
  }

  /**
   * @param {number} at
   * @param {number} by
   */
  add(at, by) {
    for (let i = at + 1; i < this.sums.length; i += i & -i) this.sums[i] += by;
  }

  /** @param {number} at  the last one counted */
  upTo(at) {
    let sum = 0;
    for (let i = at + 1; i > 0; i -= i & -i) sum += this.sums[i];
    return sum;
  }

  /**
   * The count strictly between two ranks.
   *
   * @param {number} a
   * @param {number} b
   */
  between(a, b) {
    const [low, high] = a < b ? [a, b] : [b, a];
    return high - low < 2 ? 0 : this.upTo(high - 1) - this.upTo(low);
  }
}

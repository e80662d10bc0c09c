// @ts-check
/** @import { Lanes, Level } from "./types.js" */
/** @import { Crossable } from "./crossings.js" */
import { countCrossings, crossable } from "./crossings.js";

const SWEEPS = 12;
/** Up to this many lanes, each is tried in every place, and up to that many, in some. */
const SIFTED = 40;
const SIFTED_A_LITTLE = 300;
const ROUNDS = 4;
/** Lanes and connectors looked at, in all tries. */
const EFFORT = 5e5;
/** A crossing is worse than any distance. */
const CROSSING = 1000;

/**
 * Ranks the lanes from top to bottom, so that few wires cross and joined lanes are near each other.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @returns {number[]} of each lane, its rank
 */
export function orderLanes(level, columns, lanes) {
  const graph = crossable(level, columns, lanes);
  const first = firstOrder(lanes);
  if (graph.connectors.length === 0) return ranks(first);
  const swept = sweep(graph, first);
  return ranks(graph.count <= SIFTED_A_LITTLE ? sift(graph, swept, lanes) : swept);
}

/** @param {number[]} order */
function ranks(order) {
  const rank = new Array(order.length).fill(0);
  order.forEach((lane, i) => rank[lane] = i);
  return rank;
}

/**
 * Long wires above the spine, branches below it.
 *
 * @param {Lanes} lanes
 */
function firstOrder({ lanes, spine }) {
  const all = lanes.map((_, lane) => lane).filter((lane) => lane !== spine);
  const wires = all.filter((lane) => lanes[lane].units.length === 0);
  const branches = all.filter((lane) => lanes[lane].units.length > 0);
  return [...wires.reverse(), ...(lanes.length ? [spine] : []), ...branches];
}

/**
 * Moves each lane towards the mean rank of those it is joined to, again and again; keeps the best.
 *
 * @param {Crossable} graph
 * @param {number[]} order
 */
function sweep(graph, order) {
  let best = order;
  let least = countCrossings(graph, ranks(order));
  for (let i = 0; i < SWEEPS && least > 0; i++) {
    const rank = ranks(order);
    const sum = new Float64Array(graph.count);
    const weight = new Float64Array(graph.count);
    for (const { a, b } of graph.connectors) {
      sum[a] += rank[b];
      sum[b] += rank[a];
      weight[a]++;
      weight[b]++;
    }
    const key = rank.map((at, lane) => weight[lane] ? (at + sum[lane] / weight[lane]) / 2 : at);
    order = [...order].sort((a, b) => key[a] - key[b] || rank[a] - rank[b]);
    const crossings = countCrossings(graph, ranks(order));
    if (crossings < least) [best, least] = [order, crossings];
  }
  return best;
}

/**
 * Tries each lane in other places and leaves it in the best: in all of them, or, where there are many,
 * next to those it is joined to.
 *
 * @param {Crossable} graph
 * @param {number[]} order
 * @param {Lanes} lanes
 */
function sift(graph, order, lanes) {
  const joined = joinedLanes(graph);
  let least = cost(graph, order, lanes);
  let effort = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = least;
    for (let lane = 0; lane < graph.count && effort < EFFORT; lane++) {
      if (lane === lanes.spine) continue;
      const others = order.filter((other) => other !== lane);
      const places = graph.count <= SIFTED ? order.keys() : placesBeside(others, joined[lane]);
      for (const at of places) {
        const tried = [...others.slice(0, at), lane, ...others.slice(at)];
        const price = cost(graph, tried, lanes);
        if (price < least) [order, least] = [tried, price];
        effort += graph.count + graph.connectors.length;
      }
    }
    if (least === before) break;
  }
  const mirrored = [...order].reverse();
  return cost(graph, mirrored, lanes) < least ? mirrored : order;
}

/**
 * @param {Crossable} graph
 * @returns {Set<number>[]}
 */
function joinedLanes({ count, connectors }) {
  const joined = Array.from({ length: count }, () => new Set());
  for (const { a, b } of connectors) {
    joined[a].add(b);
    joined[b].add(a);
  }
  return joined;
}

/**
 * @param {number[]} order
 * @param {Set<number>} lanes
 */
function placesBeside(order, lanes) {
  /** @type {Set<number>} */
  const places = new Set();
  order.forEach((lane, at) => {
    if (lanes.has(lane)) places.add(at).add(at + 1);
  });
  return places;
}

/**
 * @param {Crossable} graph
 * @param {number[]} order
 * @param {Lanes} lanes
 */
function cost(graph, order, { lanes, spine }) {
  const rank = ranks(order);
  let total = CROSSING * countCrossings(graph, rank);
  for (const { a, b } of graph.connectors) total += Math.abs(rank[a] - rank[b]);
  // Among equals: branches below the spine, wires above it.
  lanes.forEach(({ units }, i) => {
    if (i === spine) return;
    const above = rank[i] < rank[spine];
    if (units.length > 0 ? above : !above) total += units.length > 0 ? 0.5 : 0.1;
  });
  return total;
}

// @ts-check
/** @import { Level } from "./types.js" */

/**
 * Gives each unit its column: one behind its last input, leaves just before their first consumer.
 *
 * Also says how deep each lies: the length of the longest way to it.
 *
 * @param {Level} level
 * @returns {{ columns: number[], depth: number[] }}
 */
export function assignColumns(level) {
  const order = topologicalOrder(level);
  const depth = earliestColumns(level, order);
  const columns = [...depth];
  pullTowardsConsumers(level, order, columns);
  placePorts(level, columns);
  return { columns: fromZero(columns), depth };
}

/**
 * The units, each after all its inputs; by position among equals.
 *
 * @param {Level} level
 * @returns {number[]}
 */
export function topologicalOrder({ units, links, ins, outs }) {
  const waiting = ins.map((list) => list.length);
  /** @type {number[]} */
  const order = [];
  for (let unit = 0; unit < units.length; unit++) if (waiting[unit] === 0) order.push(unit);
  for (let next = 0; next < order.length; next++) {
    for (const link of outs[order[next]]) {
      const to = links[link].to;
      if (--waiting[to] === 0) order.push(to);
    }
  }
  if (order.length < units.length) throw new Error("layout: the graph has a cycle");
  return order;
}

/**
 * @param {Level} level
 * @param {number[]} order
 */
function earliestColumns({ units, links, ins }, order) {
  const base = units.some((unit) => unit.kind === "entry") ? 1 : 0;
  /** @type {number[]} */
  const columns = new Array(units.length).fill(0);
  for (const unit of order) {
    if (units[unit].kind === "entry") continue;
    let column = base;
    for (const link of ins[unit]) column = Math.max(column, columns[links[link].from] + 1);
    columns[unit] = column;
  }
  return columns;
}

/**
 * Moves leaves, and ops that hang on nothing but leaves, next to what they feed.
 *
 * An op moves with its main input, where that makes no wire longer: at most one of its inputs stays
 * behind, a leaf that others use too.
 *
 * @param {Level} level
 * @param {number[]} order
 * @param {number[]} columns
 */
function pullTowardsConsumers({ units, links, ins, outs }, order, columns) {
  const free = new Array(units.length).fill(false);
  for (const unit of order) {
    const inputs = [...ins[unit]].sort((a, b) => links[a].rank - links[b].rank);
    const sources = inputs.map((link) => links[link].from);
    const shared = sources.filter((from) => outs[from].length > 1);
    free[unit] = units[unit].kind !== "entry" && sources.every((from) => free[from]) &&
      shared.length < 2 && shared.every((from) => ins[from].length === 0 && from !== sources[0]);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    const unit = order[i];
    if (!free[unit] || outs[unit].length === 0) continue;
    let column = Infinity;
    for (const link of outs[unit]) column = Math.min(column, columns[links[link].to] - 1);
    columns[unit] = column;
  }
}

/**
 * Ports out of a group stand together at its right border.
 *
 * @param {Level} level
 * @param {number[]} columns
 */
function placePorts({ units }, columns) {
  let last = 0;
  units.forEach((unit, i) => {
    if (unit.kind !== "exit") last = Math.max(last, columns[i] + 1);
  });
  units.forEach((unit, i) => {
    if (unit.kind === "exit") columns[i] = last;
  });
}

/** @param {number[]} columns */
function fromZero(columns) {
  let first = Infinity;
  for (const column of columns) first = Math.min(first, column);
  return columns.map((column) => column - first);
}

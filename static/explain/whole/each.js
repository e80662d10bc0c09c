// @ts-check
/** @import { Moment, Panel, Whole, Wire } from "./types.js" */
/** Ops that act cell by cell, that copy, or that add up: a cell moves one cell, or is used often. */
import { gathered, sourcesOf, unique } from "./local.js";
import {
  gradientPanel,
  linesOf,
  plainPanel,
  resultPanel,
  sizeOf,
  upTo,
  valuePanel,
} from "./panel.js";

/** So many moments a line of the picture takes. */
const MOST = 4;

/**
 * Each cell moves at most one cell: what arrived there, times the local derivative, which was known
 * on the way forward.
 *
 * @param {Wire} wire
 * @returns {Whole | null}
 */
export function eachOf(wire) {
  const { run, input, op, roads } = wire;
  if (!roads.every(({ count }) => count <= 1)) return null;
  const local = roads.map(({ products }) => products[0] ?? 0);
  const sources = sourcesOf(wire);
  const constant = sources.panels.length === 0 && local.every((number) => number === local[0]);
  if (constant) return constantOf(wire, local[0]);
  const [only] = sources.panels;
  const caption = patternOf(wire);
  const same = sources.panels.length === 1 && caption === only.caption;
  const derivative = plainPanel(caption, input.shape, local, {
    ...(same ? {} : { sign: "→" }),
  });
  const first = same ? [derivative] : [...sources.panels, derivative];
  const at = first.length;
  const panels = [
    ...first,
    gradientPanel(run, op),
    { ...derivative, sign: "⊙", line: 1 },
    resultPanel(wire),
  ];
  const rows = linesOf(input.shape, "rows");
  const arrived = (/** @type {number[]} */ row) =>
    unique(row.flatMap((cell) => Array.from(roads[cell].reaches)));
  /** @type {Moment[]} */
  const forward = same ? [] : rows.map((row) => ({
    read: readIn(sources.placesOf, row),
    write: [at - 1, row],
  }));
  /** @type {Moment[]} */
  const carried = [{ read: [[at - 1, upTo(local.length)]], write: [at + 1, upTo(local.length)] }];
  /** @type {Moment[]} */
  const back = rows.map((row) => ({
    read: [[at, arrived(row)], [at + 1, row]],
    write: [at + 2, row],
  }));
  return {
    panels,
    moments: [...gathered(forward, MOST), ...carried, ...gathered(back, MOST)],
    words: { key: `explain.whole.${kindOf(wire, local, sources.panels)}`, params: namesOf(wire) },
  };
}

/** @param {(cell: number) => [number, number[]][]} placesOf @param {number[]} cells @returns {[number, number[]][]} */
function readIn(placesOf, cells) {
  const reads = cells.flatMap(placesOf);
  return unique(reads.map(([panel]) => panel)).map((panel) => [
    panel,
    unique(reads.filter(([at]) => at === panel).flatMap(([, places]) => places)),
  ]);
}

/** The local derivative as it is written for all cells: y · (1 − y). @param {Wire} wire */
function patternOf({ roads }) {
  return roads.find(({ count }) => count > 0)?.pattern() ?? "0";
}

/** What is to be said of a local derivative. @param {Wire} wire @param {number[]} local @param {Panel[]} sources */
function kindOf({ op }, local, sources) {
  if (local.every((number) => number === 0 || number === 1)) return "switch";
  if (sources.length > 0 && sources.every(({ name }) => name === op.id)) return "output";
  return op.op === "mul" ? "other" : "each";
}

/** @param {Wire} wire */
export function namesOf({ input, op }) {
  return { x: input.id, y: op.id };
}

/**
 * One local derivative for all: the sum (copy what arrived), the mean (and share it out), the sign.
 *
 * @param {Wire} wire
 * @param {number} local
 * @returns {Whole}
 */
function constantOf(wire, local) {
  const { run, input, op, roads } = wire;
  const adds = sizeOf(input) > sizeOf(op);
  const factor = local === 1 ? "" : ` ${patternOf(wire)} ·`;
  const panels = [
    valuePanel(run, input),
    valuePanel(run, op, { sign: adds ? `→${factor} Σ` : `→${factor}` }),
    gradientPanel(run, op),
    resultPanel(wire, { sign: `→${factor}` }),
  ];
  const cells = upTo(sizeOf(op));
  const from = cells.map((cell) => upTo(roads.length).filter((n) => roads[n].reaches[0] === cell));
  /** @type {Moment[]} */
  const forward = cells.map((cell) => ({ read: [[0, from[cell]]], write: [1, [cell]] }));
  const times = Math.max(...from.map(({ length }) => length));
  /** @type {Moment[]} */
  const back = upTo(times).map((k) => {
    const served = cells.filter((cell) => from[cell].length > k);
    return { read: [[2, served]], write: [3, served.map((cell) => from[cell][k])] };
  });
  const kind = local === 1 ? (adds ? "copied" : "copy") : adds ? "mean" : divided(op);
  const params = { ...namesOf(wire), factor: patternOf(wire), count: times };
  return {
    panels,
    moments: [...gathered(forward, MOST), ...gathered(back, MOST)],
    words: { key: `explain.whole.${kind}`, params },
  };
}

/** An op that divides is where a 1/N comes from. @param {Wire["op"]} op */
function divided({ op }) {
  return op === "div" ? "divided" : "constant";
}

/**
 * One cell that was used many times, as it is: what arrives at its copies adds up.
 *
 * @param {Wire} wire
 * @returns {Whole | null}
 */
export function copiesOf(wire) {
  const { run, input, op, roads } = wire;
  const local = roads[0]?.products[0];
  if (!roads.every(({ products }) => products.every((number) => number === local))) return null;
  if (Math.abs(local) !== 1) return null;
  const times = Math.max(...roads.map(({ count }) => count));
  const value = valuePanel(run, input);
  const copied = new Array(sizeOf(op)).fill(NaN);
  roads.forEach(({ reaches }, cell) => {
    for (const place of Array.from(reaches)) copied[place] = value.data[cell];
  });
  const minus = local < 0 ? "−" : "";
  const panels = [
    value,
    plainPanel(`${input.id} × ${times}`, op.shape, copied, { sign: "→" }),
    gradientPanel(run, op, { sign: `${minus}Σ` }),
    resultPanel(wire),
  ];
  const cells = upTo(roads.length);
  /** @type {Moment[]} */
  const forward = upTo(times).map((k) => ({
    read: [[0, cells.filter((cell) => roads[cell].count > k)]],
    write: [1, cells.flatMap((cell) => roads[cell].reaches[k] ?? [])],
    say: { key: "explain.say.copied", params: { ...namesOf(wire), number: k + 1, count: times } },
  }));
  /** @type {Moment[]} */
  const back = cells.map((cell) => ({
    read: [[2, Array.from(roads[cell].reaches)]],
    write: [3, [cell]],
    say: { key: "explain.say.added", params: { ...namesOf(wire), count: times } },
  }));
  return {
    panels,
    moments: [...gathered(forward, MOST), ...gathered(back, MOST)],
    words: { key: "explain.whole.copies", params: { ...namesOf(wire), count: times } },
  };
}

/**
 * Whatever else: the cells read for a cell, in each array they are read from.
 *
 * @param {Wire} wire
 * @returns {Whole}
 */
export function readOf(wire) {
  const { run, op, roads } = wire;
  const sources = sourcesOf(wire);
  const at = sources.panels.length;
  const panels = [...sources.panels, gradientPanel(run, op), resultPanel(wire)];
  /** @type {Moment[]} */
  const moments = roads.map(({ reaches }, cell) => ({
    read: [...sources.placesOf(cell), [at, unique(Array.from(reaches))]],
    write: [at + 1, [cell]],
  }));
  return {
    panels,
    moments: gathered(moments, 3 * MOST),
    words: { key: "explain.whole.read", params: { ...namesOf(wire), local: patternOf(wire) } },
  };
}

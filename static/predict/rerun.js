// @ts-check
/** @import { CellExpr, Expr, Numbers, Partial, Recorded, Settings } from "../explain/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
import { columnOf, productsOf, sumOf } from "../explain/expression.js";
import { gradientOf, recordOf } from "../explain/record.js";
import { isCell, placesOf, settingsOf, usedLabels } from "../explain/settings.js";

/**
 * The backward pass with a mistake in it: what the gradients would be if a factor of a local
 * derivative were another.
 *
 * @typedef {object} Term  where a factor stands
 * @property {GraphNode} node  the op whose local derivative it is part of
 * @property {Expr} factor
 * @property {Recorded} record
 * @property {Settings} settings
 *
 * @typedef {(term: Term, column: Float64Array) => Float64Array | null} Mistake  null: none here
 */

/** Larger runs are not gone through again. */
const MOST = 2000;

/**
 * The gradient of a node, flat, with a mistake made on the way; null where it is never made.
 *
 * @param {RunState} run
 * @param {Numbers} numbers
 * @param {string} name
 * @param {Mistake} mistake
 * @returns {Float64Array | null}
 */
export function gradientWith(run, numbers, name, mistake) {
  const { nodes, output } = run.graph.graph;
  if (nodes.reduce((sum, { shape }) => sum + sizeOf(shape), 0) > MOST) return null;
  /** @type {Map<string, Float64Array>} */
  const gradients = new Map();
  gradients.set(output, Float64Array.from(numbers(run.upstream), Number));
  let made = false;
  /** @type {Mistake} */
  const noted = (term, column) => {
    const other = mistake(term, column);
    made ||= other !== null;
    return other ?? column;
  };
  for (const node of [...nodes].reverse()) {
    if (node.id === name && made) return gradients.get(name) ?? null;
    const arrived = gradients.get(node.id);
    if (arrived && gradientOf(run, node.id)) {
      sendBack(run, numbers, node, arrived, gradients, noted);
    }
  }
  return made ? gradients.get(name) ?? null : null;
}

/** @param {RunState} run @param {Numbers} numbers @param {GraphNode} node @param {Float64Array} arrived @param {Map<string, Float64Array>} gradients @param {Mistake} mistake */
function sendBack(run, numbers, node, arrived, gradients, mistake) {
  const record = recordOf(run, node, numbers);
  for (const key of run.graph.into.get(node.id) ?? []) {
    const edge = run.graph.edges.get(key);
    const partial = edge?.gradient ? record?.map.partials[edge.slot] : undefined;
    if (!edge || !record || !partial) continue;
    const size = sizeOf(run.graph.nodes.get(edge.from)?.shape ?? []);
    const sum = gradients.get(edge.from) ?? new Float64Array(size);
    for (let place = 0; place < size; place++) {
      sum[place] += arrivedAt(record, partial, place, arrived, mistake);
    }
    gradients.set(edge.from, sum);
  }
}

/** @param {Recorded} record @param {Partial} partial @param {number} place @param {Float64Array} arrived @param {Mistake} mistake */
function arrivedAt(record, { cell, factors }, place, arrived, mistake) {
  const { map, node } = record;
  const settings = settingsOf(map, cell, place, usedLabels(map, [map.out, cell, ...factors]));
  const upstream = Float64Array.from(placesOf(map.out, settings), (at) => arrived[at]);
  const columns = factors.map((factor) => {
    const column = columnOf(factor, record, settings);
    return mistake({ node, factor, record, settings }, column) ?? column;
  });
  return sumOf(productsOf([upstream, ...columns], settings.count));
}

/** @param {readonly number[]} shape */
function sizeOf(shape) {
  return shape.reduce((product, length) => product * length, 1);
}

/** The mask of a switch, left out. @type {Mistake} */
export const withoutMask = ({ factor }, column) =>
  Array.isArray(factor) && (factor[0] === ">" || factor[0] === ">=")
    ? new Float64Array(column.length).fill(1)
    : null;

/** Ops that divide by how many there are. */
const MEANS = new Set(["SoftmaxWithLoss", "CrossEntropyError", "SumSquaredError", "mean"]);

/** By how many an op divides, where a factor of it does so. @param {Term} term */
function dividedBy({ node, factor }) {
  if (typeof factor === "number" && MEANS.has(node.op ?? "")) {
    const many = Math.round(1 / Math.abs(factor));
    return many > 1 && Math.abs(many * Math.abs(factor) - 1) < 1e-9 ? many : null;
  }
  const divisor = node.op === "div" ? node.inputs?.[1]?.literal : null;
  return typeof divisor === "number" && Number.isInteger(divisor) && divisor > 1 ? divisor : null;
}

/** A division by how many there are that is made so many times more, -1: not at all. @param {number} times @returns {Mistake} */
export const dividedMore = (times) => (term, column) => {
  const many = dividedBy(term);
  return many ? column.map((number) => number / many ** times) : null;
};

/** How many a mean on the way to the output is over; null where there is none. @param {RunState} run @param {Numbers} numbers @param {string} name */
export function countOf(run, numbers, name) {
  /** @type {number | null} */
  let found = null;
  gradientWith(run, numbers, name, (term) => {
    found ??= dividedBy(term);
    return null;
  });
  return found;
}

/** A division by the classes in place of the samples. @type {Mistake} */
export const dividedByClasses = (term, column) => {
  const many = dividedBy(term);
  const classes = term.node.inputs?.[0]?.node;
  const width = classes === undefined
    ? 0
    : term.record.source(term.node.inputs?.[0]?.slot ?? "").shape.at(-1) ?? 0;
  return many && width > 1 && width !== many && term.node.op !== "mean"
    ? column.map((number) => number * many / width)
    : null;
};

/** Of y − t only one part. @param {"y" | "t"} part @returns {Mistake} */
export const onlyPart = (part) => ({ factor, record, settings }) => {
  if (!Array.isArray(factor) || factor[0] !== "-") return null;
  const [, one, other] = /** @type {[string, Expr, Expr]} */ (factor);
  if (!isKept(one, "y") || !isKept(other, "t")) return null;
  const column = columnOf(part === "y" ? one : other, record, settings);
  return part === "y" ? column : column.map((number) => -number);
};

/** @param {Expr} expr @param {string} name @returns {expr is CellExpr} */
function isKept(expr, name) {
  return isCell(expr) && expr.of === `kept.${name}`;
}

/** What each output owes to its own input alone. @type {Mistake} */
export const diagonalOnly = ({ factor, settings }, column) => {
  const labels = sameIn(factor);
  if (!labels) return null;
  const [one, other] = labels.map((label) => settings.columns[label]);
  return column.map((number, n) => (one[n] === other[n] ? number : 0));
};

/** @param {Expr} expr @returns {string[] | null} */
function sameIn(expr) {
  if (!Array.isArray(expr)) return null;
  const [name, ...parts] = expr;
  if (name === "same") return /** @type {string[]} */ (parts);
  return /** @type {Expr[]} */ (parts).map(sameIn).find((found) => found !== null) ?? null;
}

/** An op passed by without its local derivative. @param {string} id @returns {Mistake} */
export const passedBy = (id) => ({ node }, column) =>
  node.id === id ? new Float64Array(column.length).fill(1) : null;

// @ts-check
/** @import { Ref, Road } from "../explain/types.js" */
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Mistaken } from "./mistakes.js" */
import { gradientName } from "../explain/name.js";
import { bracketed } from "../explain/label.js";
import { gradientOf, valueOf } from "../explain/record.js";
import { flatOf } from "../grid/geometry.js";
import { here } from "./here.js";
import { opName, said } from "./said.js";

/** Of more terms than this no operand is read again. */
const MOST_TERMS = 64;

/** A factor left out, or another in its place. @param {RunState} run @param {CellRef} cell @param {Road[]} roads @param {number} flat @returns {Mistaken[]} */
export function factorMistakes(run, cell, roads, flat) {
  const { name, index } = cell;
  const value = valueOf(run, name);
  const own = value ? Number(here(value)[flat]) : NaN;
  const upstream = [...new Set(roads.map(({ consumer }) => gradientName(run, consumer, [])))].join(
    ", ",
  );
  /** @param {(road: Road, n: number) => number} term */
  const added = (term) =>
    roads.reduce(
      (sum, road) =>
        sum + Array.from(road.products).reduce((part, _, n) => part + term(road, n), 0),
      0,
    );
  const op = roads.map(({ consumer }) => opName(run, consumer)).join(", ");
  const multiplies = roads.some(({ columns }) => columns.length > 1);
  return [
    {
      ...said("no_upstream", { upstream }),
      value: added((road, n) => road.columns.slice(1).reduce((product, c) => product * c[n], 1)),
    },
    ...(multiplies
      ? [
        ...turnedOperands(run, roads),
        {
          ...said("own_value", { name: name + bracketed(index) }),
          value: added(({ columns }, n) => columns[0][n] * own),
        },
        { ...said("own_alone", { name: name + bracketed(index) }), value: own },
        { ...said("no_local", { op }), value: added(({ columns }, n) => columns[0][n]) },
      ]
      : []),
    ...siblings(run, name, roads, flat),
  ];
}

/** An operand read by its columns in place of its rows, where it is square. @param {RunState} run @param {Road[]} roads @returns {Mistaken[]} */
function turnedOperands(run, [road, ...others]) {
  if (others.length > 0 || road.count > MOST_TERMS) return [];
  const terms = Array.from({ length: road.count }, (_, n) => road.factors(n));
  return road.columns.flatMap((column, k) => {
    const read = terms.map((factors) => factors[k].ref);
    const turned = read.map((ref) => (ref ? turnedNumber(run, ref) : null));
    const [first] = read;
    if (!first || turned.some((number) => number === null)) return [];
    const value = turned.reduce(
      (/** @type {number} */ sum, number, n) => sum + rest(road, n, k) * Number(number),
      0,
    );
    const operand = first.of === "value" ? first.name : gradientName(run, first.name, []);
    return column.length > 0 ? [{ ...said("turned", { operand }), value }] : [];
  });
}

/** The product of a term without one of its factors. @param {Road} road @param {number} n @param {number} without */
function rest({ columns }, n, without) {
  return columns.reduce((product, column, k) => (k === without ? product : product * column[n]), 1);
}

/** The number across the diagonal of a square array. @param {RunState} run @param {Ref} ref */
function turnedNumber(run, { of, name, index }) {
  const shape = run.graph.nodes.get(name)?.shape ?? [];
  if (of === "kept" || shape.length !== 2 || shape[0] !== shape[1]) return null;
  const array = of === "value" ? valueOf(run, name) : gradientOf(run, name);
  const place = flatOf([index[1], index[0]], shape);
  return array && place !== null ? Number(here(array)[place]) : null;
}

/** What goes to the other input of the same op. @param {RunState} run @param {string} name @param {Road[]} roads @param {number} flat @returns {Mistaken[]} */
function siblings(run, name, roads, flat) {
  const shape = String(run.graph.nodes.get(name)?.shape);
  return roads.filter(({ count }) => count === 1).flatMap(({ consumer }) =>
    run.graph.nodes.get(consumer)?.inputs ?? []
  ).flatMap(
    ({ node }) => {
      const gradient = node === undefined || node === name ? null : gradientOf(run, node);
      if (!gradient || String(gradient.shape) !== shape) return [];
      return [{ ...said("sibling", { name: node ?? "" }), value: Number(here(gradient)[flat]) }];
    },
  );
}

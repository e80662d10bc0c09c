// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Difference, Expr, Factor, Numbers, Recorded, Road, Settings } from "./types.js" */
/** Roads: all terms that come by one consumer, or that make a value in one way. */
import { indexOf } from "../grid/geometry.js";
import { columnOf, productsOf, sumOf } from "./expression.js";
import { patternOf, piecesOf, plain } from "./label.js";
import { gradientName } from "./name.js";
import { gradientOf, recordOf } from "./record.js";
import { isCell, placesOf, settingsOf, usedLabels } from "./settings.js";

/**
 * For each cell of the consumer that an element reaches: the local derivative, and before it, if
 * asked for, what that cell is worth.
 *
 * @param {RunState} run
 * @param {{ to: string, slot: string }} edge
 * @param {number} place
 * @param {Numbers} numbers
 * @param {boolean} worth
 * @returns {Road | null}
 */
export function partialRoad(run, { to, slot }, place, numbers, worth) {
  const node = run.graph.nodes.get(to);
  const record = node && recordOf(run, node, numbers);
  const partial = record?.map.partials[slot];
  if (!record || !partial) return null;
  const { map } = record;
  const labels = usedLabels(map, [map.out, partial.cell, ...partial.factors]);
  const settings = settingsOf(map, partial.cell, place, labels);
  const reaches = placesOf(map.out, settings);
  const factors = partial.factors.length === 0 && !worth ? [1] : partial.factors;
  const arrived = gradientOf(run, to);
  if (worth && !arrived) return null;
  const all = arrived && numbers(arrived);
  const upstream = all && Float64Array.from(reaches, (place) => Number(all[place]));
  return roadOf(record, slot, {
    ...{ settings, factors, reaches },
    ...(worth ? { first: upstream } : { worth: upstream }),
  });
}

/**
 * The terms of an index map at some settings of its labels.
 *
 * @param {Recorded} record
 * @param {string | null} slot
 * @param {{ settings: Settings, factors: Expr[], reaches: Int32Array, worth?: Float64Array | null, first?: Float64Array | null }} terms
 *   `first`: the upstream gradient, as the first factor; `worth`: the same, where it is no factor
 * @returns {Road}
 */
export function roadOf(record, slot, { settings, factors, reaches, worth = null, first = null }) {
  const { count } = settings;
  const upstream = first ? [first] : [];
  const columns = [...upstream, ...factors.map((factor) => columnOf(factor, record, settings))];
  const products = productsOf(columns, count);
  const own = factors.length > 0 ? factors : [1];
  return {
    ...{ consumer: record.node.id, slot, count, columns, products, reaches, worth },
    sum: sumOf(products),
    pattern: () => patternOf(own, record),
    difference: () => differenceIn(own, record, settings),
    factors(n) {
      const setting = Object.fromEntries(
        Object.entries(settings.columns).map(([label, column]) => [label, column[n]]),
      );
      const own = factors.map((factor, k) =>
        factorOf(piecesOf(factor, setting, record), columns[k + upstream.length][n])
      );
      return first ? [worthOf(record, reaches[n], columns[0][n]), ...own] : own;
    },
  };
}

/**
 * A factor that is the difference of two cells, at the first setting.
 *
 * @param {Expr[]} factors
 * @param {Recorded} record
 * @param {Settings} settings
 * @returns {Difference | null}
 */
function differenceIn(factors, record, settings) {
  const found = factors.find((factor) =>
    Array.isArray(factor) && factor[0] === "-" &&
    factor.slice(1).every((part) => isCell(/** @type {Expr} */ (part)))
  );
  if (!Array.isArray(found)) return null;
  const [left, right] = /** @type {Expr[]} */ (found.slice(1));
  const rest = factors.filter((factor) => factor !== found);
  return {
    left: columnOf(left, record, settings)[0],
    right: columnOf(right, record, settings)[0],
    names: [patternOf([left], record), patternOf([right], record)],
    rest: patternOf(rest, record),
  };
}

/** @param {Factor["pieces"]} pieces @param {number} value @returns {Factor} */
function factorOf(pieces, value) {
  const ref = pieces.length === 1 ? pieces[0].ref : null;
  return { label: pieces.map(({ text }) => text).join(""), pieces, value, ref };
}

/** @param {Recorded} record @param {number} place @param {number} value @returns {Factor} */
function worthOf({ run, node }, place, value) {
  const index = indexOf(place, node.shape);
  return factorOf([{
    text: gradientName(run, node.id, index),
    ref: { of: "gradient", name: node.id, index },
  }], value);
}

/** Where the backward pass begins. @param {RunState} run @param {GraphNode} node @param {number} value @param {number} place @returns {Road} */
export function fedIn(run, node, value, place) {
  const column = Float64Array.of(value);
  const pieces = [plain(gradientName(run, node.id, indexOf(place, node.shape)))];
  return {
    ...{ consumer: node.id, slot: null, count: 1, columns: [column], products: column },
    ...{ reaches: [place], sum: value, factors: () => [factorOf(pieces, value)], worth: null },
    ...{ pattern: () => pieces[0].text, difference: () => null },
  };
}

// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { CellRef, RunState } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { Difference, Expr, Explanation, Factor, Numbers, Question, Recorded, Road, Settings } from "./types.js" */
/**
 * Why a number is what it is, and what it moves: the terms behind one cell, found by following the
 * index maps of the run that the page holds.
 */
import { arrayData } from "../grid/fetch.js";
import { flatOf, indexOf } from "../grid/geometry.js";
import { lossName } from "../select.js";
import { columnOf, productsOf, sumOf } from "./expression.js";
import { bracketed, patternOf, piecesOf, plain } from "./label.js";
import { arraysOf, gradientOf, recordOf, valueOf } from "./record.js";
import { isCell, placesOf, settingsOf, usedLabels } from "./settings.js";

/**
 * The explanation of one cell: at once where all numbers are here, else when they were fetched.
 * Null where the run has no such number, or not yet.
 *
 * @param {RunState} run
 * @param {Question} question
 * @returns {Explanation | null | Promise<Explanation | null>}
 */
export function explain(run, question) {
  /** @type {Map<WireArray, ArrayLike<NumberLike>>} */
  const here = new Map();
  const waiting = arraysFor(run, question).flatMap((array) => {
    const data = arrayData(array);
    if (data instanceof Promise) return [data.then((numbers) => here.set(array, numbers))];
    here.set(array, data);
    return [];
  });
  /** @type {Numbers} */
  const numbers = (array) =>
    here.get(array) ?? /** @type {ArrayLike<NumberLike>} */ (arrayData(array));
  if (waiting.length === 0) return explained(run, question, numbers);
  return Promise.all(waiting).then(() => explained(run, question, numbers));
}

/** @param {RunState} run @param {Question} question @returns {WireArray[]} */
function arraysFor(run, { of, name, key, direction }) {
  const { nodes, edges, outOf } = run.graph;
  const edge = key === undefined ? undefined : edges.get(key);
  const id = edge?.from ?? name ?? "";
  const own = [valueOf(run, id), gradientOf(run, id)].filter((array) => array !== null);
  const makers = of === "value" && direction !== "to"
    ? [id]
    : (edge ? [edge] : (outOf.get(id) ?? []).map((out) => edges.get(out))).map((e) => e?.to ?? "");
  return [
    ...own,
    ...makers.flatMap((maker) => {
      const node = nodes.get(maker);
      return node ? arraysOf(run, node) : [];
    }),
  ];
}

/** @param {RunState} run @param {Question} question @param {Numbers} numbers @returns {Explanation | null} */
function explained(run, { of, name = "", key, index, direction = "from" }, numbers) {
  const edge = key === undefined ? undefined : run.graph.edges.get(key);
  const node = run.graph.nodes.get(edge?.from ?? name);
  const place = node ? flatOf(index, node.shape) : null;
  if (!run.finished || !node || place === null) return null;
  if (of === "message") {
    const road = edge && messageRoad(run, edge, place, numbers);
    return road ? { value: road.sum, combine: "sum", roads: [road] } : null;
  }
  if (direction === "to") return goesTo(run, node, place, numbers);
  return of === "value"
    ? valueFrom(run, node, place, numbers)
    : gradientFrom(run, node, place, numbers);
}

/** @param {RunState} run @param {GraphNode} node @param {number} place @param {Numbers} numbers @returns {Explanation | null} */
function valueFrom(run, node, place, numbers) {
  const array = valueOf(run, node.id);
  if (!array) return null;
  const value = Number(numbers(array)[place]);
  const record = recordOf(run, node, numbers);
  if (!record) return { value, combine: "given", roads: [] };
  const { map } = record;
  const roads = map.terms.map((term) => {
    const labels = usedLabels(map, [map.out, ...term.factors]);
    const settings = settingsOf(map, map.out, place, labels);
    const reaches = new Int32Array(settings.count).fill(place);
    return roadOf(record, null, { settings, factors: term.factors, reaches });
  });
  return { value, combine: map.combine, roads };
}

/** @param {RunState} run @param {GraphNode} node @param {number} place @param {Numbers} numbers @returns {Explanation | null} */
function gradientFrom(run, node, place, numbers) {
  const array = gradientOf(run, node.id);
  if (!array || node.role === "target") return null;
  const value = Number(numbers(array)[place]);
  const { loss, output } = run.graph.graph;
  if (node.id === output || node.id === loss) {
    const roads = [fedIn(run, node, value, place)];
    return { value, combine: "sum", roads };
  }
  const roads = edgesOf(run, node).flatMap((edge) => messageRoad(run, edge, place, numbers) ?? []);
  return { value, combine: "sum", roads };
}

/** @param {RunState} run @param {GraphNode} node @param {number} place @param {Numbers} numbers @returns {Explanation | null} */
function goesTo(run, node, place, numbers) {
  const array = valueOf(run, node.id);
  if (!array) return null;
  const roads = edgesOf(run, node).flatMap((edge) =>
    partialRoad(run, edge, place, numbers, false) ?? []
  );
  return { value: Number(numbers(array)[place]), combine: "to", roads };
}

/** The wires by which a value goes on and gradient comes back. @param {RunState} run @param {GraphNode} node */
function edgesOf(run, { id }) {
  return (run.graph.outOf.get(id) ?? []).flatMap((key) => {
    const edge = run.graph.edges.get(key);
    return edge?.gradient ? [edge] : [];
  });
}

/** @param {RunState} run @param {{ to: string, slot: string }} edge @param {number} place @param {Numbers} numbers */
function messageRoad(run, edge, place, numbers) {
  return partialRoad(run, edge, place, numbers, true);
}

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
function partialRoad(run, { to, slot }, place, numbers, worth) {
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
 * @param {Recorded} record
 * @param {string | null} slot
 * @param {{ settings: Settings, factors: Expr[], reaches: Int32Array, worth?: Float64Array | null, first?: Float64Array | null }} terms
 *   `first`: the upstream gradient, as the first factor; `worth`: the same, where it is no factor
 * @returns {Road}
 */
function roadOf(record, slot, { settings, factors, reaches, worth = null, first = null }) {
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

/**
 * The name of a cell of a gradient: ∂L/∂S[0,0]; of what the loss is called by, ∂L/∂L.
 *
 * @param {RunState} run
 * @param {string} id
 * @param {readonly number[]} index
 */
export function gradientName(run, id, index) {
  return `∂${lossName(run)}/∂${id}${bracketed(index)}`;
}

/**
 * How a cell is written: x[0], ∂L/∂x[0], and of what came by one wire alone ∂L/∂x[0] ← p.
 *
 * @param {RunState} run
 * @param {CellRef} cell
 */
export function cellName(run, { of, name, index, wire }) {
  if (of === "value") return name + bracketed(index);
  const gradient = gradientName(run, name, index);
  const edge = wire === undefined ? undefined : run.graph.edges.get(wire);
  return edge ? `${gradient} ← ${edge.to}` : gradient;
}

/** Where the backward pass begins. @param {RunState} run @param {GraphNode} node @param {number} value @param {number} place @returns {Road} */
function fedIn(run, node, value, place) {
  const column = Float64Array.of(value);
  const pieces = [plain(gradientName(run, node.id, indexOf(place, node.shape)))];
  return {
    ...{ consumer: node.id, slot: null, count: 1, columns: [column], products: column },
    ...{ reaches: [place], sum: value, factors: () => [factorOf(pieces, value)], worth: null },
    ...{ pattern: () => pieces[0].text, difference: () => null },
  };
}

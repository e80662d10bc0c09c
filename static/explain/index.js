// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { RunState } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { Explanation, Numbers, Question } from "./types.js" */
/**
 * Why a number is what it is, and what it moves: the terms behind one cell, found by following the
 * index maps of the run that the page holds.
 */
import { arrayData } from "../grid/fetch.js";
import { flatOf } from "../grid/geometry.js";
import { arraysOf, gradientOf, recordOf, valueOf } from "./record.js";
import { fedIn, partialRoad, roadOf } from "./road.js";
import { settingsOf, usedLabels } from "./settings.js";

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

// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { IndexMap, Numbers, Recorded, Source } from "./types.js" */
import { gradientAt, keptAt, totalSteps, valueAt } from "../select.js";
import { numberText } from "./label.js";

/** What feeds the loss, where that is a node of its own: it adds up upstream times output. */
const UPSTREAM = "kept.upstream";

/**
 * The index map of a node; none for a leaf.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @returns {IndexMap | null}
 */
export function mapOf(run, node) {
  if (node.kind === "loss") return lossMap(run);
  if (node.form === undefined) return null;
  return /** @type {IndexMap} */ (/** @type {unknown} */ (run.graph.graph.forms[node.form].map));
}

/**
 * L = sum of upstream times output: the one map that is in no op's record.
 *
 * @param {RunState} run
 * @returns {IndexMap}
 */
function lossMap({ upstream }) {
  const size = upstream.shape.reduce((product, length) => product * length, 1);
  const fed = { of: UPSTREAM, offset: 0, strides: { i: 1 } };
  const output = { of: "a", offset: 0, strides: { i: 1 } };
  return {
    labels: { i: size },
    out: { of: "out", offset: 0, strides: {} },
    combine: "sum",
    terms: [{ over: ["i"], factors: [fed, output] }],
    partials: { a: { cell: output, factors: [fed] } },
  };
}

/**
 * The whole gradient of a node, when all of its messages have come; null where none comes.
 *
 * @param {RunState} run
 * @param {string} id
 */
export function gradientOf(run, id) {
  const gradient = gradientAt(run, totalSteps(run), id);
  return gradient.state === "value" ? gradient.array : null;
}

/** The value of a node. @param {RunState} run @param {string} id */
export function valueOf(run, id) {
  return valueAt(run, totalSteps(run), id);
}

/**
 * Every array that the index map of a node reads, the value and the gradient of the node among them.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @returns {WireArray[]}
 */
export function arraysOf(run, node) {
  const inputs = (node.inputs ?? []).flatMap(({ node: id }) => (id === undefined ? [] : [id]));
  const values = [node.id, ...inputs].map((id) => valueOf(run, id));
  const kept = Object.values(keptOf(run, node));
  return [...values, ...kept, gradientOf(run, node.id)].filter((array) => array !== null);
}

/**
 * A node with its index map and the arrays this reads.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @param {Numbers} numbers
 * @returns {Recorded | null}  null for a leaf
 */
export function recordOf(run, node, numbers) {
  const map = mapOf(run, node);
  if (!map) return null;
  /** @type {Map<string, Source>} */
  const sources = new Map();
  return {
    ...{ run, node, map },
    source(of) {
      const known = sources.get(of) ?? sourceOf(run, node, of, numbers);
      sources.set(of, known);
      return known;
    },
  };
}

/** @param {RunState} run @param {GraphNode} node @returns {Record<string, WireArray>} */
function keptOf(run, node) {
  if (node.kind === "loss") return { upstream: run.upstream };
  return keptAt(run, totalSteps(run), node.id) ?? {};
}

/** @param {RunState} run @param {GraphNode} node @param {string} of @param {Numbers} numbers @returns {Source} */
function sourceOf(run, node, of, numbers) {
  if (of === UPSTREAM && node.kind === "loss") return upstreamSource(run, numbers);
  if (of.startsWith("kept.")) {
    const kept = of.slice("kept.".length);
    const array = keptOf(run, node)[kept];
    return { ...here(array, numbers), name: kept, kind: "kept", node: node.id, kept };
  }
  const input = of === "out" ? { node: node.id } : node.inputs?.find(({ slot }) => slot === of);
  if (input?.node !== undefined) {
    const array = valueOf(run, input.node);
    return { ...here(array, numbers), name: input.node, kind: "value", node: input.node };
  }
  const literal = Number(/** @type {{ literal?: unknown }} */ (input)?.literal);
  return { data: [literal], shape: [], name: numberText(literal), kind: null, node: "" };
}

/** @param {RunState} run @param {Numbers} numbers @returns {Source} */
function upstreamSource({ graph, upstream }, numbers) {
  const { loss, output } = graph.graph;
  const name = `∂${loss}/∂${output}`;
  return { ...here(upstream, numbers), name, kind: "gradient", node: output };
}

/** @param {WireArray | null | undefined} array @param {Numbers} numbers */
function here(array, numbers) {
  if (!array) throw new TypeError("an index map reads what the run does not have");
  return { data: numbers(array), shape: array.shape };
}

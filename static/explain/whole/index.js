// @ts-check
/** @import { RunState } from "../../types.js" */
/** @import { GraphEdge } from "../../wire.js" */
/** @import { Road } from "../types.js" */
/** @import { Whole, Wire } from "./types.js" */
/** What comes back to all cells of a value at once, as a picture that fills moment by moment. */
import { flatOf, indexOf } from "../../grid/geometry.js";
import { explain } from "../index.js";
import { copiesOf, eachOf, readOf } from "./each.js";
import { jacobianOf } from "./jacobian.js";
import { gradientWires, sizeOf, upTo } from "./panel.js";
import { productOf } from "./product.js";
import { differenceOf, roadsOf } from "./strips.js";

/** Beyond so many numbers the formula alone says it for all cells. */
const MOST = 64;

/**
 * What one op sends back to all cells of an input at once.
 *
 * @param {RunState} run
 * @param {GraphEdge & { key: string }} edge
 * @param {number[]} index  of the cell that is opened
 * @returns {Whole | null}  null where it is too large to draw cell by cell
 */
export function wholeOf(run, edge, index) {
  const wire = wireOf(run, edge, index);
  if (!wire) return null;
  const opened = flatOf(index, wire.input.shape) ?? 0;
  return productOf(wire) ?? differenceOf(wire, opened) ?? eachOf(wire) ?? copiesOf(wire) ??
    jacobianOf(wire, opened) ?? readOf(wire);
}

/**
 * How the messages on all roads to a value add up.
 *
 * @param {RunState} run
 * @param {string} id
 * @param {number[]} index
 * @returns {Whole | null}  null where there is one road, or they are too large to draw
 */
export function sumOfRoads(run, id, index) {
  const edges = gradientWires(run, id);
  const wires = edges.reverse().flatMap((edge) => wireOf(run, edge, index) ?? []);
  const input = run.graph.nodes.get(id);
  if (!input || edges.length < 2 || wires.length < edges.length) return null;
  return roadsOf(run, input, wires, flatOf(index, input.shape) ?? 0);
}

/** @param {RunState} run @param {GraphEdge & { key: string }} edge @param {number[]} index @returns {Wire | null} */
function wireOf(run, edge, index) {
  const [input, op] = [edge.from, edge.to].map((id) => run.graph.nodes.get(id));
  if (!input || !op || sizeOf(input) > MOST || sizeOf(op) > MOST) return null;
  const roads = upTo(sizeOf(input)).map((flat) => localRoad(run, edge, indexOf(flat, input.shape)));
  if (roads.some((road) => road === null)) return null;
  return { run, input, op, edge, roads: /** @type {Road[]} */ (roads), index };
}

/** The local derivatives of one cell by an edge. @param {RunState} run @param {GraphEdge} edge @param {number[]} index */
function localRoad(run, edge, index) {
  const question = { of: /** @type {const} */ ("value"), name: edge.from, index };
  const found = explain(run, { ...question, direction: "to" });
  if (!found || found instanceof Promise) return null;
  return found.roads.find((road) => road.consumer === edge.to && road.slot === edge.slot) ?? null;
}

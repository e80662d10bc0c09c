// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { GraphIndex, RunState } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { CardSpec, Road } from "./types.js" */
import { geometryOf } from "../grid/geometry.js";
import { formatColumn } from "../numbers.js";
import { lossName } from "../select.js";

/** What has more numbers than this is a picture, not cells. */
const MOST_CELLS = 48;
const MOST_COLS = 8;
const MOST_ROWS = 10;
/** Slots of one card, a row of numbers each. */
const MOST_SLOT_ROWS = 6;
/** Widths of numbers that cells are made for: at most those with a sign, "0." and a zero more. */
const CHARS = { least: 3, beside: 4 };

/**
 * What the card of each node has to show.
 *
 * @param {RunState} run  its numbers say how wide cells have to be
 * @param {number} digits
 * @param {Record<string, { height: number, width: number }>} images
 * @returns {Map<string, CardSpec>}
 */
export function specsOf(run, digits, images) {
  const widths = widthsOf(run, digits);
  return new Map(run.graph.graph.nodes.map((node) => {
    const { rows, cols, blockRows } = geometryOf(node.shape);
    const cells = isSmall(node.shape);
    const image = images[node.id] ?? null;
    const roads = roadsOf(run.graph, node);
    /** @type {CardSpec} */
    const spec = {
      id: node.id,
      node,
      look: image ? "image" : cells ? "cells" : "heat",
      rows,
      cols,
      blockRows,
      image,
      chars: {
        value: within(widths.value.get(node.id), digits),
        gradient: within(widths.gradient.get(node.id), digits),
      },
      gradient: node.role === "target" ? "none" : node.path ? "half" : "nopath",
      loss: lossName(run),
      roads,
      perRoad: cells && rows * roads.length <= MOST_SLOT_ROWS,
    };
    return [node.id, spec];
  }));
}

/**
 * An array by itself, as if it were the value of a node.
 *
 * @param {string} id
 * @param {WireArray} array
 * @param {number} digits
 * @returns {CardSpec}
 */
export function specOfArray(id, array, digits) {
  const { rows, cols, blockRows } = geometryOf(array.shape);
  const cells = "data" in array && isSmall(array.shape);
  const longest = cells ? longestOf(array.data, digits) : 0;
  return {
    id,
    node: { id, kind: "leaf", shape: array.shape, path: false },
    look: cells ? "cells" : "heat",
    rows,
    cols,
    blockRows,
    image: null,
    chars: { value: within(longest, digits), gradient: 0 },
    gradient: "none",
    loss: "",
    roads: [],
    perRoad: false,
  };
}

/** @param {readonly number[]} shape */
function isSmall(shape) {
  const { rows, cols, size } = geometryOf(shape);
  return size <= MOST_CELLS && cols <= MOST_COLS && rows <= MOST_ROWS;
}

/** @param {ArrayLike<NumberLike>} data @param {number} digits */
function longestOf(data, digits) {
  return Math.max(0, ...formatColumn(data, digits).map(({ length }) => length));
}

/**
 * @param {GraphIndex} graph
 * @param {GraphNode} node
 * @returns {Road[]}
 */
function roadsOf(graph, node) {
  const roads = (graph.outOf.get(node.id) ?? []).flatMap((key) => {
    const edge = graph.edges.get(key);
    return edge?.gradient ? [{ key, to: edge.to, slot: edge.slot }] : [];
  });
  return node.path && roads.length > 1 ? roads : [];
}

/** @param {number | undefined} chars @param {number} digits */
function within(chars = 0, digits) {
  return Math.max(CHARS.least, Math.min(digits + CHARS.beside, chars));
}

/**
 * Of each node, how many characters the widest number of its value and of its gradient has.
 *
 * @param {RunState} run
 * @param {number} digits
 */
function widthsOf(run, digits) {
  const widths = { value: new Map(), gradient: new Map() };
  /** @param {"value" | "gradient"} of @param {string} id @param {WireArray | null} array */
  const see = (of, id, array) => {
    if (!array || !("data" in array) || array.data.length > MOST_CELLS) return;
    widths[of].set(id, Math.max(longestOf(array.data, digits), widths[of].get(id) ?? 0));
  };
  for (const [id, array] of Object.entries(run.leaves)) see("value", id, array);
  see("gradient", run.graph.graph.output, run.upstream);
  for (const step of run.steps) {
    if (step.type === "node.forward") see("value", step.node, step.value);
    else {
      see("gradient", step.target, step.value);
      see("gradient", step.target, step.total);
    }
  }
  if (run.graph.graph.loss && run.loss !== null) {
    see("value", run.graph.graph.loss, { shape: [], data: [run.loss] });
  }
  return widths;
}

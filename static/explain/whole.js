// @ts-check
/** @import { GraphEdge, GraphNode } from "../wire.js" */
/** @import { RunState } from "../types.js" */
/** @import { Road } from "./types.js" */
import { indexOf } from "../grid/geometry.js";
import { originOf, transposedShape } from "../inspector/transpose.js";
import { lossName } from "../select.js";
import { explain } from "./index.js";
import { gradientOf, valueOf } from "./record.js";

/** Beyond so many numbers the formula alone says it for all cells. */
const MOST = 64;

/**
 * One matrix of the picture "all cells at once".
 *
 * @typedef {object} Panel
 * @property {string} sign  what stands before it
 * @property {string} caption
 * @property {readonly number[]} shape
 * @property {number[]} data
 * @property {"value" | "gradient"} of
 * @property {string} name  the node whose cells these are; "" where they are no cells of the run
 *
 * A moment reads cells and writes them elsewhere: the panel and the flat places.
 *
 * @typedef {{ read: [number, number[]][], write: [number, number[]] }} Moment
 *
 * @typedef {object} Whole
 * @property {string} kind  which words go with it
 * @property {Panel[]} panels
 * @property {Moment[]} moments
 * @property {Record<string, string | number>} params  of the words
 */

/**
 * What one op sends back to all cells of an input at once, as a picture that fills moment by moment.
 *
 * @param {RunState} run
 * @param {GraphEdge} edge
 * @param {number[]} index  of the cell that is opened
 * @returns {Whole | null}  null where it is too large to draw cell by cell
 */
export function wholeOf(run, edge, index) {
  const [input, op] = [edge.from, edge.to].map((id) => run.graph.nodes.get(id));
  if (!input || !op || op.kind === "loss" || sizeOf(input) > MOST || sizeOf(op) > MOST) return null;
  const product = productOf(run, input, op, edge);
  if (product) return product;
  const roads = Array.from({ length: sizeOf(input) }, (_, flat) => localRoad(run, edge, flat));
  if (roads.some((road) => road === null)) return null;
  const all = /** @type {Road[]} */ (roads);
  if (op.op === "Softmax") return softmaxOf(run, input, op, all, index);
  return all.every(({ count }) => count === 1)
    ? eachOf(run, input, op, all)
    : copiesOf(run, input, op, all);
}

/** @param {GraphNode} node */
function sizeOf({ shape }) {
  return shape.reduce((product, length) => product * length, 1);
}

/** The local derivatives of one cell by an edge. @param {RunState} run @param {GraphEdge} edge @param {number} flat */
function localRoad(run, edge, flat) {
  const shape = run.graph.nodes.get(edge.from)?.shape ?? [];
  const found = explain(run, {
    ...{ of: "value", name: edge.from, index: indexOf(flat, shape), direction: "to" },
  });
  if (!found || found instanceof Promise) return null;
  return found.roads.find((road) => road.consumer === edge.to && road.slot === edge.slot) ?? null;
}

/** @param {RunState} run @param {GraphNode} node @param {string} sign @returns {Panel} */
function gradientPanel(run, node, sign) {
  const caption = `∂${lossName(run)}/∂${node.id}`;
  const data = numbersOf(gradientOf(run, node.id));
  return { sign, caption, shape: node.shape, data, of: "gradient", name: node.id };
}

/** What an op sends to an input: of several roads only this one. @param {RunState} run @param {GraphNode} input @param {number[]} data @returns {Panel} */
function resultPanel(run, input, data) {
  const several = (run.graph.outOf.get(input.id) ?? []).length > 1;
  const panel = gradientPanel(run, input, "=");
  return several ? { ...panel, data, name: "" } : { ...panel, data };
}

/** @param {{ data: unknown[] } | { href: string } | import("../wire.js").WireArray | null} array */
function numbersOf(array) {
  return array && "data" in array ? array.data.map(Number) : [];
}

/** @param {number} count */
const upTo = (count) => Array.from({ length: count }, (_, n) => n);

/**
 * A product of matrices: the other operand stands transposed, its rows become columns.
 *
 * @param {RunState} run
 * @param {GraphNode} input
 * @param {GraphNode} op
 * @param {GraphEdge} edge
 * @returns {Whole | null}
 */
function productOf(run, input, op, { slot }) {
  const slots = op.op === "Affine" ? ["x", "W"] : op.op === "dot" ? ["a", "b"] : [];
  const other = op.inputs?.find((entry) => entry.slot === slots[1 - slots.indexOf(slot)])?.node;
  const operand = slots.includes(slot) && other ? run.graph.nodes.get(other) : undefined;
  if (!operand || sizeOf(operand) > MOST || operand.shape.length > 2) return null;
  const right = slot === slots[0];
  if (right && operand.shape.length !== 2) return null;
  return turned(run, { input, op, operand, right });
}

/** @param {RunState} run @param {{ input: GraphNode, op: GraphNode, operand: GraphNode, right: boolean }} ends @returns {Whole} */
function turned(run, { input, op, operand, right }) {
  const data = numbersOf(valueOf(run, operand.id));
  const { shape } = operand;
  const frame = transposedShape(shape);
  const turnedData = upTo(data.length).map((flat) => data[originOf(flat, shape)]);
  const source = panelOf("", operand, data);
  /** @param {string} sign @returns {Panel} */
  const stood = (sign) => ({
    ...source,
    ...{ sign, caption: `${operand.id}ᵀ`, shape: frame, data: turnedData, name: "" },
  });
  const arrived = gradientPanel(run, op, right ? "" : "·");
  const result = resultPanel(run, input, messageOf(run, input, op));
  const panels = right
    ? [source, arrived, stood("·"), result]
    : [source, stood(""), arrived, result];
  const at = right ? 2 : 1;
  const moments = lines(shape, right).map((read) => ({
    read: /** @type {[number, number[]][]} */ ([[0, read]]),
    write: /** @type {[number, number[]]} */ ([
      at,
      upTo(data.length).filter((flat) => read.includes(originOf(flat, shape))),
    ]),
  }));
  moments.push({
    read: [[right ? 1 : 2, upTo(sizeOf(op))], [at, upTo(data.length)]],
    write: [3, upTo(sizeOf(input))],
  });
  const batch = right ? op.shape.length > 1 : shape.length > 1;
  const kind = right ? (batch ? "right_batch" : "right") : (batch ? "left" : "outer");
  return { kind, panels, moments, params: { W: operand.id, x: input.id, y: op.id } };
}

/** Rows, or columns, of an array as flat places. @param {readonly number[]} shape @param {boolean} rows */
function lines(shape, rows) {
  const [height, width] = shape.length === 1 ? [1, shape[0]] : shape;
  return rows
    ? upTo(height).map((row) => upTo(width).map((col) => row * width + col))
    : upTo(width).map((col) => upTo(height).map((row) => row * width + col));
}

/** @param {string} sign @param {GraphNode} node @param {number[]} data @returns {Panel} */
function panelOf(sign, { id, shape }, data) {
  return { sign, caption: id, shape, data, of: "value", name: id };
}

/** @param {RunState} run @param {GraphNode} input @param {GraphNode} op */
function messageOf(run, input, op) {
  return upTo(sizeOf(input)).map((flat) => {
    const found = explain(run, {
      ...{ of: "gradient", name: input.id, index: indexOf(flat, input.shape) },
    });
    if (!found || found instanceof Promise) return NaN;
    return found.roads.filter(({ consumer }) => consumer === op.id)
      .reduce((sum, road) => sum + road.sum, 0);
  });
}

/**
 * Each cell moves one cell: what arrived there, times the local derivative.
 *
 * @param {RunState} run
 * @param {GraphNode} input
 * @param {GraphNode} op
 * @param {Road[]} roads
 * @returns {Whole}
 */
function eachOf(run, input, op, roads) {
  const arrived = numbersOf(gradientOf(run, op.id));
  const local = roads.map(({ products }) => products[0]);
  const result = resultPanel(
    run,
    input,
    local.map((number, n) => number * arrived[roads[n].reaches[0]]),
  );
  const first = gradientPanel(run, op, "");
  const kinds = /** @type {Record<string, string>} */ ({
    ...{ Relu: "switch", maximum: "switch", max: "switch", Sigmoid: "output", Tanh: "output" },
    ...{
      tanh: "output",
      exp: "output",
      SoftmaxWithLoss: "softmax_loss",
      sum: "copied",
      add: "copy",
    },
    ...{ mean: "mean", SumSquaredError: "mean", broadcast_to: "copy", mul: "other", shift: "copy" },
  });
  const params = { x: input.id, y: op.id, N: input.shape[0] ?? 1 };
  const middle = op.op === "SoftmaxWithLoss" ? keptPanels(run, op) : null;
  /** @type {Panel} */
  const derivative = {
    ...{ sign: "⊙", caption: `∂${op.id}/∂${input.id}`, shape: input.shape, data: local },
    ...{ of: "value", name: "" },
  };
  const factors = middle ?? [derivative];
  const samples = input.shape.length > 1 ? input.shape[0] : 1;
  const last = middle ? { ...result, sign: samples > 1 ? `) / ${samples} =` : ") =" } : result;
  const panels = [...(middle ? [] : [first]), ...factors, last];
  const [from, end] = [middle ? null : 0, panels.length - 1];
  const moments = lines(input.shape, true).map((line) => ({
    read: /** @type {[number, number[]][]} */ ([
      ...(from === null ? [] : [[from, [...new Set(line.map((flat) => roads[flat].reaches[0]))]]]),
      ...factors.map((_, k) => [k + (from === null ? 0 : 1), line]),
    ]),
    write: /** @type {[number, number[]]} */ ([end, line]),
  }));
  return { kind: kinds[op.op ?? ""] ?? "each", panels, moments, params };
}

/** The sum road delivers y, the straight road −t. @param {RunState} run @param {GraphNode} op @returns {Panel[] | null} */
function keptPanels(run, op) {
  const made = run.steps.find((step) => step.type === "node.forward" && step.node === op.id);
  if (made?.type !== "node.forward") return null;
  return ["y", "t"].map((name, at) => {
    const array = made.kept[name];
    const caption = at === 0 ? name : `${name}`;
    return {
      sign: at === 0 ? "(" : "−",
      caption,
      shape: array.shape,
      data: numbersOf(array),
      of: "value",
      name: "",
    };
  });
}

/**
 * One cell that was used many times: what arrives at its copies adds up.
 *
 * @param {RunState} run
 * @param {GraphNode} input
 * @param {GraphNode} op
 * @param {Road[]} roads
 * @returns {Whole}
 */
function copiesOf(run, input, op, roads) {
  const result = resultPanel(run, input, messageOf(run, input, op));
  return {
    kind: "copies",
    panels: [gradientPanel(run, op, "Σ"), result],
    moments: roads.map(({ reaches }, flat) => ({
      read: [[0, Array.from(reaches)]],
      write: [1, [flat]],
    })),
    params: { x: input.id, y: op.id, count: roads[0].count },
  };
}

/**
 * The Jacobian of the row of the opened cell: every output depends on every input.
 *
 * @param {RunState} run
 * @param {GraphNode} input
 * @param {GraphNode} op
 * @param {Road[]} roads
 * @param {number[]} index
 * @returns {Whole}
 */
function softmaxOf(run, input, op, roads, index) {
  const width = input.shape[input.shape.length - 1];
  const lead = index.slice(0, -1);
  const start =
    upTo(sizeOf(input)).find((flat) =>
      String(indexOf(flat, input.shape).slice(0, -1)) === String(lead)
    ) ?? 0;
  const row = upTo(width).map((k) => start + k);
  const result = messageOf(run, input, op);
  /** @type {Panel} */
  const jacobian = {
    ...{
      sign: "·",
      caption: `∂${op.id}/∂${input.id}`,
      shape: [width, width],
      of: "value",
      name: "",
    },
    data: upTo(width * width).map((n) => roads[row[n % width]].products[Math.floor(n / width)]),
  };
  const arrived = gradientPanel(run, op, "");
  const pick = (/** @type {number[]} */ data) => row.map((flat) => data[flat]);
  const base = { shape: [width], name: "" };
  return {
    kind: "softmax",
    panels: [
      { ...arrived, ...base, data: pick(arrived.data) },
      jacobian,
      { ...resultPanel(run, input, result), ...base, data: pick(result) },
    ],
    moments: upTo(width).map((k) => ({
      read: [[0, upTo(width)], [1, upTo(width).map((j) => j * width + k)]],
      write: [2, [k]],
    })),
    params: { x: input.id, y: op.id },
  };
}

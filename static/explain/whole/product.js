// @ts-check
/** @import { GraphNode } from "../../wire.js" */
/** @import { Moment, Panel, Whole, Wire, Words } from "./types.js" */
/** Products of matrices: the other operand stands transposed, and it is seen how it comes to. */
import { indexOf } from "../../grid/geometry.js";
import { lossName } from "../../select.js";
import { originOf, transposedShape } from "../../inspector/transpose.js";
import { bracketed } from "../label.js";
import {
  gradientPanel,
  linesOf,
  plainPanel,
  resultPanel,
  sizeOf,
  upTo,
  valuePanel,
} from "./panel.js";

/** So many samples have their outer product drawn. */
const MOST_OUTER = 4;

/** @type {Record<string, [string, string]>} */
const SLOTS = { Affine: ["x", "W"], dot: ["a", "b"] };

/**
 * @param {Wire} wire
 * @returns {Whole | null}  null for what is no product of matrices
 */
export function productOf(wire) {
  const { run, op, edge } = wire;
  const slots = SLOTS[op.op ?? ""];
  if (!slots?.includes(edge.slot)) return null;
  const [left, right] = slots.map((slot) => {
    const id = op.inputs?.find((input) => input.slot === slot)?.node;
    return id === undefined ? undefined : run.graph.nodes.get(id);
  });
  if (!left || !right || left.shape.length > 2 || right.shape.length > 2) return null;
  const dimensions = `${left.shape.length}${right.shape.length}`;
  if (dimensions === "11") return null;
  if (edge.slot === slots[1]) {
    const column = dimensions === "22" && right.shape[1] === 1;
    if (column || dimensions === "21") return columnsTurned(wire, left);
    return dimensions === "22" ? outerProducts(wire, left) : outerProduct(wire, left);
  }
  return dimensions === "21" ? outerOfColumn(wire, right) : rowsTurned(wire, right);
}

/** An operand that stands transposed. @param {Wire} wire @param {GraphNode} operand @param {Partial<Panel>} more */
function turned({ run }, operand, more) {
  const { data } = valuePanel(run, operand);
  const stood = upTo(data.length).map((flat) => data[originOf(flat, operand.shape)]);
  return plainPanel(`${operand.id}ᵀ`, transposedShape(operand.shape), stood, more);
}

/** The places of a transposed array that cells of the array come to. @param {readonly number[]} shape @param {number[]} cells */
function placesOf(shape, cells) {
  const at = new Map(upTo(sizeOf({ shape })).map((flat) => [originOf(flat, shape), flat]));
  return cells.map((cell) => /** @type {number} */ (at.get(cell)));
}

/** Copying lines of panel 0 into panel `at`. @param {readonly number[]} shape @param {number[][]} lines @param {number} at @param {(n: number) => Words} say @returns {Moment[]} */
function copies(shape, lines, at, say) {
  return lines.map((cells, n) => ({
    read: [[0, cells]],
    write: [at, placesOf(shape, cells)],
    say: say(n),
  }));
}

/** dX = dY · Wᵀ: each row of W that was read becomes a column. @param {Wire} wire @param {GraphNode} W @returns {Whole} */
function rowsTurned(wire, W) {
  const { run, input, op } = wire;
  const names = { W: W.id, x: input.id, y: op.id };
  const panels = [
    valuePanel(run, W),
    gradientPanel(run, op),
    turned(wire, W, { line: 1, sign: "·" }),
    resultPanel(wire),
  ];
  const batch = input.shape.length > 1;
  const rows = linesOf(W.shape, "rows");
  const key = batch ? "explain.say.row_batch" : "explain.say.row";
  const moments = copies(W.shape, rows, 2, (row) => ({ key, params: { ...names, row } }));
  const [slopes, results] = [linesOf(op.shape, "rows"), linesOf(input.shape, "rows")];
  if (batch) {
    const all = upTo(sizeOf(W));
    for (const [row, cells] of results.entries()) {
      const say = { key: "explain.say.sample", params: { ...names, row } };
      moments.push({ read: [[1, slopes[row]], [2, all]], write: [3, cells], say });
    }
  } else {
    for (const cell of results[0]) {
      const say = { key: "explain.say.column", params: { ...names, row: cell } };
      moments.push({
        ...{ read: [[1, slopes[0]], [2, placesOf(W.shape, rows[cell])]], write: [3, [cell]], say },
      });
    }
  }
  const words = batch ? "explain.whole.right_batch" : "explain.whole.right";
  return { panels, moments, words: { key: words, params: names } };
}

/** dW = Xᵀ · dY: one outer product a sample, added. @param {Wire} wire @param {GraphNode} X @returns {Whole} */
function outerProducts(wire, X) {
  const { run, input, op } = wire;
  const names = { X: X.id, W: input.id, y: op.id };
  const samples = linesOf(X.shape, "rows");
  const each = samples.length <= MOST_OUTER ? samples.map((_, n) => outerOf(wire, X, n)) : [];
  const panels = [
    valuePanel(run, X),
    turned(wire, X, { sign: "→" }),
    gradientPanel(run, op, { line: 0, sign: "·" }),
    ...each,
    resultPanel(wire, { line: each.length > 0 ? 2 : 0 }),
  ];
  const slopes = linesOf(op.shape, "rows");
  const end = panels.length - 1;
  /** @type {Moment[]} */
  const moments = each.map(({ data }, n) => ({
    read: [[0, samples[n]], [2, slopes[n]]],
    write: [3 + n, upTo(data.length)],
    say: { key: "explain.say.outer", params: { ...names, row: n } },
  }));
  if (each.length > 0) {
    moments.push({
      read: each.map((panel, n) => [3 + n, upTo(panel.data.length)]),
      write: [end, upTo(sizeOf(input))],
      say: { key: "explain.say.outer_sum", params: { ...names, count: each.length } },
    });
  }
  moments.push(...copies(X.shape, samples, 1, (row) => ({
    ...{ key: "explain.say.stand", params: { ...names, row } },
  })));
  return { panels, moments, words: { key: "explain.whole.left", params: names } };
}

/** What one sample adds to dW. @param {Wire} wire @param {GraphNode} X @param {number} n @returns {Panel} */
function outerOf({ run, input, op }, X, n) {
  const [x, dy] = [valuePanel(run, X).data, gradientPanel(run, op).data];
  const [height, width] = input.shape;
  const data = upTo(height * width).map((flat) =>
    x[n * height + Math.floor(flat / width)] * dy[n * width + flat % width]
  );
  const caption = `${X.id}[${n}]ᵀ·∂${lossName(run)}/∂${op.id}[${n}]`;
  return plainPanel(caption, input.shape, data, { line: 1, sign: n > 0 ? "+" : "" });
}

/** dW = xᵀ · dy of one sample. @param {Wire} wire @param {GraphNode} x @returns {Whole} */
function outerProduct(wire, x) {
  const { run, input, op } = wire;
  const names = { X: x.id, W: input.id, y: op.id };
  const panels = [
    valuePanel(run, x),
    turned(wire, x, { line: 1 }),
    gradientPanel(run, op, { sign: "·" }),
    resultPanel(wire),
  ];
  const all = upTo(sizeOf(x));
  const moments = copies(x.shape, [all], 1, () => ({
    ...{ key: "explain.say.stand_vector", params: names },
  }));
  moments.push(...outerMoments(input, { column: 1, row: 2 }, names));
  return { panels, moments, words: { key: "explain.whole.outer", params: names } };
}

/** dV of y = V x, x a vector: dy stands as a column. @param {Wire} wire @param {GraphNode} x @returns {Whole} */
function outerOfColumn(wire, x) {
  const { run, input, op } = wire;
  const names = { X: x.id, W: input.id, y: op.id };
  const arrived = gradientPanel(run, op);
  const panels = [
    { ...arrived, line: 0 },
    { ...arrived, caption: `(${arrived.caption})ᵀ`, shape: [op.shape[0], 1], name: "" },
    valuePanel(run, x, { line: 1, sign: "·" }),
    resultPanel(wire),
  ];
  const all = upTo(sizeOf(op));
  const moments = copies(op.shape, [all], 1, () => ({
    ...{ key: "explain.say.stand_slopes", params: names },
  }));
  moments.push(...outerMoments(input, { column: 1, row: 2 }, names));
  return { panels, moments, words: { key: "explain.whole.outer", params: names } };
}

/** An outer product row by row: one number of the column, and the whole row. @param {GraphNode} input @param {{ column: number, row: number }} at @param {Record<string, string>} names @returns {Moment[]} */
function outerMoments(input, { column, row }, names) {
  return linesOf(input.shape, "rows").map((cells, n) => ({
    read: [[column, [n]], [row, upTo(cells.length)]],
    write: [3, cells],
    say: { key: "explain.say.outer_row", params: { ...names, row: n } },
  }));
}

/** A cell as it is written. @param {GraphNode} node @param {number} flat */
function cellAt({ id, shape }, flat) {
  return id + bracketed(indexOf(flat, shape));
}

/** dx of y = V x, x a vector: Vᵀ · dy, each column of V that was read becomes a row. @param {Wire} wire @param {GraphNode} V @returns {Whole} */
function columnsTurned(wire, V) {
  const { run, input, op } = wire;
  const names = { W: V.id, x: input.id, y: op.id };
  const panels = [
    valuePanel(run, V),
    turned(wire, V, { line: 1 }),
    gradientPanel(run, op, { sign: "·" }),
    resultPanel(wire),
  ];
  const columns = linesOf(V.shape, "columns");
  const moments = copies(V.shape, columns, 1, (row) => ({
    ...{ key: "explain.say.turn_column", params: { ...names, row, cell: cellAt(input, row) } },
  }));
  for (const [cell, column] of columns.entries()) {
    moments.push({
      read: [[1, placesOf(V.shape, column)], [2, upTo(sizeOf(op))]],
      write: [3, [cell]],
      say: {
        key: "explain.say.row_dot",
        params: { ...names, row: cell, cell: cellAt(input, cell) },
      },
    });
  }
  return { panels, moments, words: { key: "explain.whole.column", params: names } };
}

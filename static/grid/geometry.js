// @ts-check
/** @import { Geometry } from "./types.js" */

/** How many rows the page keys go in a matrix of one block. */
const PAGE = 10;

/**
 * An array laid out for reading: a scalar is one cell, a vector one row, and more than two
 * dimensions are blocks one below the other, so that a row of cells is a run of the flat data.
 *
 * @param {readonly number[]} shape
 * @returns {Geometry}
 */
export function geometryOf(shape) {
  const size = shape.reduce((product, length) => product * length, 1);
  const cols = shape.at(-1) ?? 1;
  const rows = cols === 0 ? 0 : size / cols;
  return { shape, size, rows, cols, blockRows: shape.length > 1 ? (shape.at(-2) ?? 1) : 1 };
}

/**
 * @param {number} flat
 * @param {readonly number[]} shape
 * @returns {number[]}
 */
export function indexOf(flat, shape) {
  const index = new Array(shape.length);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return index;
}

/**
 * @param {readonly number[]} index
 * @param {readonly number[]} shape
 * @returns {number | null}  null where the array has no such element
 */
export function flatOf(index, shape) {
  if (index.length !== shape.length) return null;
  let flat = 0;
  for (const [axis, at] of index.entries()) {
    if (!(at >= 0 && at < shape[axis])) return null;
    flat = flat * shape[axis] + at;
  }
  return flat;
}

/**
 * Where a key leads from a cell: null if it is no key that moves, the same cell at an edge.
 *
 * @param {number} flat
 * @param {{ key: string, ctrlKey: boolean }} event
 * @param {Geometry} geometry
 * @returns {number | null}
 */
export function moved(flat, { key, ctrlKey }, { rows, cols, blockRows, shape }) {
  const [row, col] = [Math.floor(flat / cols), flat % cols];
  const page = shape.length > 2 ? blockRows : PAGE;
  /** @param {number} toRow @param {number} toCol */
  const at = (toRow, toCol) => {
    const near = Math.max(0, Math.min(rows - 1, toRow));
    return near * cols + Math.max(0, Math.min(cols - 1, toCol));
  };
  switch (key) {
    case "ArrowLeft":
      return at(row, col - 1);
    case "ArrowRight":
      return at(row, col + 1);
    case "ArrowUp":
      return at(row - 1, col);
    case "ArrowDown":
      return at(row + 1, col);
    case "Home":
      return at(ctrlKey ? 0 : row, 0);
    case "End":
      return at(ctrlKey ? rows - 1 : row, cols - 1);
    case "PageUp":
      return at(row - page, col);
    case "PageDown":
      return at(row + page, col);
    default:
      return null;
  }
}

// @ts-check
/** @import { Matrix } from "./types.js" */

/** A pivot so much smaller than the largest number is none. */
const NOTHING = 1e-12;

/** @param {Matrix} matrix @returns {Matrix} */
export function transposed({ rows, cols, data }) {
  const turned = new Float64Array(rows * cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) turned[j * rows + i] = data[i * cols + j];
  }
  return { rows: cols, cols: rows, data: turned };
}

/** The product of two matrices; null where it is not defined. @param {Matrix} a @param {Matrix} b @returns {Matrix | null} */
export function multiplied(a, b) {
  if (a.cols !== b.rows) return null;
  const data = new Float64Array(a.rows * b.cols);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.cols; k++) {
      const factor = a.data[i * a.cols + k];
      for (let j = 0; j < b.cols; j++) data[i * b.cols + j] += factor * b.data[k * b.cols + j];
    }
  }
  return { rows: a.rows, cols: b.cols, data };
}

/**
 * The inverse of a matrix, by elimination with the largest pivots; null where there is none.
 *
 * @param {Matrix} matrix
 * @returns {Matrix | null}
 */
export function inverse({ rows, cols, data }) {
  if (rows !== cols) return null;
  const n = rows;
  const most = Math.max(...Array.from(data, Math.abs));
  const work = Array.from({ length: n }, (_, i) => [
    ...Array.from({ length: n }, (_, j) => data[i * n + j]),
    ...Array.from({ length: n }, (_, j) => Number(i === j)),
  ]);
  for (let k = 0; k < n; k++) {
    const pivot = work.slice(k).reduce(
      (best, row, i) => (Math.abs(row[k]) > Math.abs(work[best][k]) ? k + i : best),
      k,
    );
    [work[k], work[pivot]] = [work[pivot], work[k]];
    const divisor = work[k][k];
    if (!(Math.abs(divisor) > NOTHING * most)) return null;
    work[k] = work[k].map((number) => number / divisor);
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = work[i][k];
      work[i] = work[i].map((number, j) => number - factor * work[k][j]);
    }
  }
  return { rows: n, cols: n, data: Float64Array.from(work.flatMap((row) => row.slice(n))) };
}

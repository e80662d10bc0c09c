// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { GridArray } from "../grid/types.js" */

/**
 * An array with its axes in reverse, as NumPy's `.T`; a vector stands up as a column.
 *
 * @param {{ shape: readonly number[], data: ArrayLike<NumberLike> }} array
 * @returns {{ shape: number[], data: NumberLike[] }}
 */
export function transposed({ shape, data }) {
  const drawn = transposedShape(shape);
  const turned = new Array(data.length);
  for (let flat = 0; flat < data.length; flat++) turned[flat] = data[originOf(flat, shape)];
  return { shape: drawn, data: turned };
}

/** @param {readonly number[]} shape */
export function transposedShape(shape) {
  return shape.length === 1 ? [shape[0], 1] : shape.toReversed();
}

/**
 * Where a number of the transposed array, by its place in it, stands in the array itself.
 *
 * @param {number} flat
 * @param {readonly number[]} shape  of the array itself
 */
export function originOf(flat, shape) {
  let rest = flat;
  let origin = 0;
  let stride = 1;
  const strides = shape.toReversed().map((length) => (stride *= length) / length);
  for (const [axis, length] of shape.entries()) {
    origin += (rest % length) * strides[shape.length - 1 - axis];
    rest = Math.floor(rest / length);
  }
  return origin;
}

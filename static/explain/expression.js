// @ts-check
/** @import { Expr, Recorded, Settings } from "./types.js" */
import { isCell, placesOf } from "./settings.js";

/** @type {Record<string, (a: number, b: number) => number>} */
const FUNCTIONS = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "pow": (a, b) => a ** b,
  ">": (a, b) => Number(a > b),
  ">=": (a, b) => Number(a >= b),
  "neg": (a) => -a,
  "log": Math.log,
  "cos": Math.cos,
  "sin": Math.sin,
  "sign": Math.sign,
};

/**
 * The number of an expression at each setting of its labels.
 *
 * @param {Expr} expr
 * @param {Recorded} record
 * @param {Settings} settings
 * @returns {Float64Array}
 */
export function columnOf(expr, record, settings) {
  const { count, columns } = settings;
  if (typeof expr === "number") return new Float64Array(count).fill(expr);
  if (isCell(expr)) {
    const { data } = record.source(expr.of);
    return Float64Array.from(placesOf(expr, settings), (place) => Number(data[place]));
  }
  const [name, ...parts] = expr;
  if (name === "same") {
    const [left, right] = /** @type {[string, string]} */ (/** @type {unknown} */ (parts));
    return Float64Array.from(columns[left], (at, n) => Number(at === columns[right][n]));
  }
  const [a, b] = /** @type {Expr[]} */ (parts).map((part) => columnOf(part, record, settings));
  const apply = FUNCTIONS[name];
  if (!apply) throw new TypeError(`no function ${name} in an index map`);
  return Float64Array.from(a, (number, n) => apply(number, b?.[n]));
}

/**
 * The product of columns, entry by entry.
 *
 * @param {Float64Array[]} columns
 * @param {number} count
 */
export function productsOf(columns, count) {
  const products = new Float64Array(count).fill(1);
  for (const column of columns) {
    for (let n = 0; n < count; n++) products[n] *= column[n];
  }
  return products;
}

/** @param {ArrayLike<number>} numbers */
export function sumOf(numbers) {
  let sum = 0;
  for (let n = 0; n < numbers.length; n++) sum += numbers[n];
  return sum;
}

// @ts-check
/**
 * Numbers as text, both ways: short for a cell, whole for a readout, and what a person types.
 *
 * A number may come as the wire sends it: a number, or "NaN", "Infinity", "-Infinity".
 *
 * @typedef {number | string} NumberLike
 */

export const MINUS = "\u2212";

/** What stands in place of a number that is to be predicted first. */
export const COVERED = "?";

/** Plain notation from 1e-4 up to below 1e6; beyond, one with an exponent. */
const SMALLEST_EXPONENT = -4;
const LARGEST_EXPONENT = 5;

/**
 * The number as at most `digits` significant digits, yet never less than one decimal below 10,000
 * and never an integer cut short: 0.0578, 12.5, 1234.5, 1.23e7. Only zero is "0".
 *
 * @param {NumberLike} value
 * @param {number} [digits]
 */
export function format(value, digits = 3) {
  if (value === COVERED) return COVERED;
  const number = Number(value);
  return special(number) ?? plain(number, ownDecimals(number, digits), digits);
}

/**
 * Texts with one number of decimals for all, so that a column of them lines up. A number that this
 * would show as zero, and one too large for it, keeps a notation of its own.
 *
 * @param {ArrayLike<NumberLike>} values
 * @param {number} [digits]
 * @returns {string[]}
 */
export function formatColumn(values, digits = 3) {
  const numbers = Array.from(values, Number);
  const decimals = sharedDecimals(numbers, digits);
  return numbers.map((number, i) => {
    if (values[i] === COVERED) return COVERED;
    if (number === 0 || !Number.isFinite(number)) return special(number) ?? "";
    const shown = isPlain(number) ? number.toFixed(decimals) : "0";
    return Number(shown) === 0 ? format(number, digits) : signed(shown);
  });
}

/**
 * Every digit, in the form a program reads back: the shortest that gives the same number.
 *
 * @param {NumberLike} value
 */
export function full(value) {
  const number = Number(value);
  return number === 0 ? "0" : String(number);
}

/**
 * Every digit, in the form a person reads: a true minus, ∞.
 *
 * @param {NumberLike} value
 */
export function readable(value) {
  if (value === COVERED) return COVERED;
  const number = Number(value);
  return special(number) ?? signed(full(number));
}

/**
 * A shape as NumPy prints it: (2, 3), (3,), ().
 *
 * @param {readonly number[]} shape
 */
export function shapeText(shape) {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(", ")})`;
}

/**
 * How far one press of an arrow moves a number that is written like this: one unit of its last
 * digit, 0.01 for "0.50". What is not a plain number moves by 0.1.
 *
 * @param {string} text
 */
export function stepOf(text) {
  const match = /^\s*[-+\u2212]?\d*(?:\.(\d*))?(?:e([-+\u2212]?\d+))?\s*$/i.exec(text);
  if (!match || !/\d/.test(text)) return 0.1;
  const exponent = Number((match[2] ?? "0").replace(MINUS, "-"));
  const decimals = match[1]?.length ?? 0;
  return Number(`1e${exponent - decimals}`);
}

/**
 * The sum without the noise of binary fractions: 0.1 + 0.2 by steps of 0.1 is 0.3.
 *
 * @param {number} value
 * @param {number} by
 */
export function nudged(value, by) {
  const decimals = Math.max(decimalsOf(value), decimalsOf(by));
  const sum = value + by;
  return decimals > 15 ? sum : Number(sum.toFixed(decimals)) + 0;
}

/** @param {number} number */
function decimalsOf(number) {
  const [mantissa, exponent = "0"] = String(number).split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}

/** @param {number} number */
function special(number) {
  if (Number.isNaN(number)) return "NaN";
  if (number === 0) return "0";
  if (number === Infinity) return "∞";
  if (number === -Infinity) return `${MINUS}∞`;
  return null;
}

/** @param {number} number */
function exponentOf(number) {
  return Number(number.toExponential().split("e")[1]);
}

/** @param {number} number */
function isPlain(number) {
  const exponent = exponentOf(number);
  return exponent >= SMALLEST_EXPONENT && exponent <= LARGEST_EXPONENT;
}

/**
 * @param {number} number
 * @param {number} digits
 */
function ownDecimals(number, digits) {
  const exponent = exponentOf(number);
  return Math.max(exponent < 4 ? 1 : 0, digits - 1 - exponent);
}

/**
 * @param {number} number
 * @param {number} decimals
 * @param {number} digits
 */
function plain(number, decimals, digits) {
  if (!isPlain(number)) return signed(trimmed(number.toExponential(Math.max(0, digits - 1))));
  return signed(trimmed(number.toFixed(decimals)));
}

/** @param {string} text */
function trimmed(text) {
  const [mantissa, exponent] = text.split("e");
  const short = mantissa.includes(".") ? mantissa.replace(/\.?0+$/, "") : mantissa;
  return exponent === undefined ? short : `${short}e${exponent.replace("+", "")}`;
}

/** @param {string} text */
function signed(text) {
  return text.replaceAll("-", MINUS);
}

/**
 * Decimals for all: what the numbers ask for, up to what the largest of them would get by itself,
 * but enough that the smallest keeps a digit (where `digits` + 1 decimals will do).
 *
 * @param {number[]} numbers
 * @param {number} digits
 */
function sharedDecimals(numbers, digits) {
  let asked = 0;
  let room = 0;
  let needed = 0;
  let largest = 0;
  for (const number of numbers) {
    if (number === 0 || !Number.isFinite(number) || !isPlain(number)) continue;
    const own = ownDecimals(number, digits);
    asked = Math.max(asked, trimmed(number.toFixed(own)).split(".")[1]?.length ?? 0);
    const first = -exponentOf(number);
    if (first <= digits + 1) needed = Math.max(needed, first);
    if (Math.abs(number) > largest) [largest, room] = [Math.abs(number), own];
  }
  return Math.max(Math.min(asked, room), needed);
}

export { parseNumber } from "./typed.js";

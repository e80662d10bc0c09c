// @ts-check
import { COVERED, format, formatColumn, MINUS } from "../numbers.js";

/** Beyond so many digits a number is shown as what it nearly is. */
const MOST = 15;

/** Powers of ten: what is below the first has an exponent by itself; below the second is small. */
const SMALLEST = -4;
const SMALL = -1;

/** So many digits more are shown for all of a column to hold, before some of it is let go. */
const MORE = 6;

/** @param {string} text */
export function numberIn(text) {
  return Number(text.replaceAll(MINUS, "-").replace("∞", "Infinity"));
}

/** Whether a number is what is shown, to its last digit. @param {number} number @param {string} text */
function roundsTo(number, text) {
  const [mantissa, exponent = "0"] = text.split("e");
  const decimals = (mantissa.split(".")[1]?.length ?? 0) - numberIn(exponent);
  return Math.abs(number - numberIn(text)) < 0.5 * 10 ** -decimals * (1 - 1e-9);
}

/**
 * Products and their sum with as many decimals as it takes for what is shown to add up.
 *
 * @param {number[]} products
 * @param {number} sum
 * @param {number} digits
 * @returns {string[]}  the sum is the last
 */
export function addingUp(products, sum, digits) {
  const all = [...products, sum];
  for (let more = 0; more <= MOST - digits; more++) {
    const texts = formatColumn(all, digits + more);
    if (addsUp(texts)) return texts;
  }
  return formatColumn(all, digits + 2);
}

/**
 * Factors with as many digits as it takes for what is shown to multiply to the product that is
 * shown.
 *
 * @param {number[]} factors
 * @param {string} product
 * @param {number} digits
 * @returns {string[]}
 */
export function multiplyingTo(factors, product, digits) {
  for (let more = 0; more <= MOST - digits; more++) {
    const texts = factors.map((factor) => format(factor, digits + more));
    if (roundsTo(texts.map(numberIn).reduce((one, other) => one * other, 1), product)) return texts;
  }
  return factors.map((factor) => format(factor, MOST));
}

/**
 * Lines of products and their sum, in digits that hold on the page: each line multiplies to its
 * product, shown whole or with as many digits as were asked for, and the column adds up.
 *
 * @param {{ factors: number[], product: number }[]} lines  without factors: what is folded
 * @param {number} sum
 * @param {number} digits
 * @returns {{ factors: string[][], products: string[], sum: string }}
 */
export function sumOfProducts(lines, sum, digits) {
  const exponent = commonExponent([...lines.map(({ product }) => product), sum]);
  const products = lines.map(({ product }) => product / 10 ** exponent);
  const rest = lines.findIndex(({ factors }) => factors.length === 0);
  /** @param {string[]} texts @param {boolean} strict */
  const shown = (texts, strict) => {
    const column = texts.map((text) => inPowers(text.trim(), exponent));
    const factors = lines.map((line, n) =>
      strict && !enough(line.factors, column[n], digits)
        ? null
        : multiplyingTo(line.factors, column[n], digits)
    );
    if (factors.includes(null)) return null;
    const all = /** @type {string[][]} */ (factors);
    return { factors: all, products: column.slice(0, -1), sum: column[lines.length] };
  };
  for (let more = 0; more <= MORE; more++) {
    const rounded = formatColumn([...products, sum / 10 ** exponent], digits + more);
    const texts = rest < 0 ? rounded : withRest(rounded, rest);
    const found = addsUp(texts) ? shown(texts, true) : null;
    if (found) return found;
  }
  return /** @type {NonNullable<ReturnType<typeof shown>>} */ (
    shown(addingUp(products, sum / 10 ** exponent, digits), false)
  );
}

/** The power of ten that a column is told in, where all of it is small and some of it very small. @param {number[]} numbers */
function commonExponent(numbers) {
  const exponents = numbers.filter((number) => number !== 0 && Number.isFinite(number))
    .map((number) => Math.floor(Math.log10(Math.abs(number))));
  const [least, most] = [Math.min(...exponents), Math.max(...exponents)];
  return least < SMALLEST && most < SMALL ? most : 0;
}

/** @param {string} text @param {number} exponent */
function inPowers(text, exponent) {
  return exponent === 0 || text === "0" ? text : `${text}e${MINUS}${-exponent}`;
}

/**
 * A column in which what is folded is what the others, as they are shown, leave of the sum. It is
 * off by no more than their roundings.
 *
 * @param {string[]} texts  the sum is the last
 * @param {number} rest  which of them is folded
 */
function withRest(texts, rest) {
  const shown = texts.map(numberIn);
  const others = shown.slice(0, -1).reduce((sum, one, at) => (at === rest ? sum : sum + one), 0);
  const decimals = Math.max(...texts.map((text) => text.split(".")[1]?.length ?? 0));
  const left = (shown[shown.length - 1] - others).toFixed(decimals);
  return texts.with(rest, Number(left) === 0 ? "0" : left.replace("-", MINUS));
}

/** Whether a product is shown whole, or to as many digits as were asked for. @param {number[]} factors @param {string} product @param {number} digits */
function enough(factors, product, digits) {
  if (factors.length === 0) return true;
  const figures =
    product.split("e")[0].replace(MINUS, "").replace(".", "").replace(/^0+/, "").length;
  const exact = factors.reduce((all, factor) => all * factor, 1);
  return figures >= digits || Math.abs(exact - numberIn(product)) <= 1e-12 * Math.abs(exact);
}

/** @param {string[]} texts  the sum is the last */
function addsUp(texts) {
  const shown = texts.map(numberIn);
  const total = shown.slice(0, -1).reduce((one, other) => one + other, 0);
  return Math.abs(total - shown[shown.length - 1]) < 1e-12 * Math.max(1, Math.abs(total));
}

/**
 * The quotient of a change as it is shown by the step, in as many digits as it takes to be right.
 *
 * @param {string} change
 * @param {number} by
 * @param {number} slope
 * @param {number} digits
 */
export function quotient(change, by, slope, digits) {
  for (let more = 0; more <= MORE; more++) {
    const text = format(slope, digits + more);
    if (divides(change, by, text)) return text;
  }
  return format(slope, digits);
}

/** Whether a change divided by the step is the slope, all as they are shown. @param {string} change @param {number} by @param {string} slope */
export function divides(change, by, slope) {
  return roundsTo(numberIn(change) / by, slope);
}

/**
 * What a step does to L, and the slope, in digits that divide: 0.2 / 0.1 = 2.
 *
 * @param {number} change
 * @param {number} by
 * @param {number} digits
 */
export function dividing(change, by, digits) {
  const slope = format(change / by, digits);
  for (let more = 0; more <= MOST - digits; more++) {
    const above = format(change, digits + more);
    if (divides(above, by, slope)) return [above, slope];
  }
  return [format(change, MOST), slope];
}

/** A change with its sign: +0.1, −0.3, and 0, and what is covered as it is. @param {string} text */
export function withSign(text) {
  return text.startsWith(MINUS) || text === COVERED || Number(text) === 0 ? text : `+${text}`;
}

// @ts-check
import { format, formatColumn, MINUS } from "../numbers.js";

/** Beyond so many digits a number is shown as what it nearly is. */
const MOST = 15;

/** @param {string} text */
export function numberIn(text) {
  return Number(text.replaceAll(MINUS, "-").replace("∞", "Infinity"));
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
    const shown = texts.map(numberIn);
    const total = shown.slice(0, -1).reduce((one, other) => one + other, 0);
    if (Math.abs(total - shown[products.length]) < 1e-12 * Math.max(1, Math.abs(total))) {
      return texts;
    }
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
  const decimals = product.split(".")[1]?.length ?? 0;
  const wanted = numberIn(product);
  for (let more = 0; more <= MOST - digits; more++) {
    const texts = factors.map((factor) => format(factor, digits + more));
    const shown = texts.map(numberIn).reduce((one, other) => one * other, 1);
    if (Math.abs(Number(shown.toFixed(decimals)) - wanted) < 1e-12 || product.includes("e")) {
      return texts;
    }
  }
  return factors.map((factor) => format(factor, MOST));
}

/**
 * What a step does to L, and the slope, in digits that divide: 0.2 / 0.1 = 2.
 *
 * @param {number} change
 * @param {number} by
 * @param {number} digits
 */
export function dividing(change, by, digits) {
  for (let more = 0; more <= MOST - digits; more++) {
    const [above, slope] = [format(change, digits + more), format(change / by, digits)];
    const decimals = slope.split(".")[1]?.length ?? 0;
    if (Number((numberIn(above) / by).toFixed(decimals)) === numberIn(slope)) return [above, slope];
  }
  return [format(change, MOST), format(change / by, digits)];
}

/** A change with its sign: +0.1, −0.3, and 0. @param {string} text */
export function withSign(text) {
  return text.startsWith(MINUS) || Number(text) === 0 ? text : `+${text}`;
}

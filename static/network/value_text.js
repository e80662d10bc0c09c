// @ts-check
/** @import { NestedNumbers } from "../types.js" */
import { parseNumber, shapeText } from "../numbers.js";
import { parseList } from "../predict/list.js";

/**
 * A leaf without a value, as the server names it: the op and the slot that it enters first, and a
 * shape that fits; null where none was found.
 *
 * @typedef {{ name: string, op: string, slot: string, shape: number[] | null }} Missing
 */

/** So many numbers are written out; of more there is a short way to write them. */
const MOST_WRITTEN = 48;
const MOST_FILLED = 1_000_000;
const FILLED = /^(zeros|ones)\s*\(\s*(\d+(?:\s*,\s*\d+)*)\s*,?\s*\)$/;

/** What does nothing where it enters a layer: it is added, or it names the first class. */
const ZEROS = new Set(["b", "beta", "t"]);

/**
 * A value that such a leaf could have, as a person would write it.
 *
 * @param {Missing} missing
 */
export function suggestedText({ op, slot, shape }) {
  const size = (shape ?? []).reduce((product, length) => product * length, 1);
  const still = ZEROS.has(slot) && /^[A-Z]/.test(op);
  if (shape === null || shape.length === 0) return still && shape ? "0" : "1";
  if (size > MOST_WRITTEN) return `${still ? "zeros" : "ones"}${shapeText(shape)}`;
  return writtenValue(nested(shape, (flat) => still ? 0 : slot === "gamma" ? 1 : flat + 1));
}

/**
 * The value that a text means: `1/3`, `[1, 2]`, `[[1, 2], [3, 4]]`, `zeros(3, 2)`, `ones(4)`.
 *
 * @param {string} text
 * @returns {{ value: NestedNumbers } | { problem: string, params: Record<string, string> }}
 *   `problem`: a string's key
 */
export function readValue(text) {
  const plain = text.trim();
  const filled = FILLED.exec(plain);
  if (filled) return fill(filled[1], filled[2].split(",").map(Number));
  if (!/[,，、［【[]/.test(plain)) {
    const number = parseNumber(plain);
    if (number.ok) return { value: number.value };
    return { problem: `grid.${number.code}`, params: { name: number.name ?? "" } };
  }
  const array = parseList(plain);
  if (!array) return { problem: "missing.no_array", params: {} };
  return { value: nested(array.shape, (flat) => array.data[flat]) };
}

/** @param {string} what @param {number[]} shape */
function fill(what, shape) {
  const size = shape.reduce((product, length) => product * length, 1);
  if (size === 0 || size > MOST_FILLED) return { problem: "missing.no_array", params: {} };
  return { value: nested(shape, () => what === "ones" ? 1 : 0) };
}

/** @param {readonly number[]} shape @param {(flat: number) => number} at @returns {NestedNumbers} */
function nested(shape, at, first = 0) {
  if (shape.length === 0) return at(first);
  const [length, ...inner] = shape;
  const size = inner.reduce((product, one) => product * one, 1);
  return Array.from({ length }, (_, i) => nested(inner, at, first + i * size));
}

/** A value as a person would write it. @param {NestedNumbers} value @returns {string} */
export function writtenValue(value) {
  if (typeof value === "number") return String(value);
  return `[${Array.from(value, writtenValue).join(", ")}]`;
}

// @ts-check
import { parseNumber } from "../numbers.js";

/**
 * Numbers written as one array: `[5, 7, 9]`, `[[1, 2], [3, 4]]`, or without the outer brackets.
 *
 * @param {string} text
 * @returns {{ shape: number[], data: number[] } | null}  null: no numbers, or ragged
 */
export function parseList(text) {
  const plain = text.trim().replace(/[［【]/g, "[").replace(/[］】]/g, "]").replace(/[，、]/g, ",");
  const parts = split(plain);
  const whole = parts?.length === 1 && plain.startsWith("[") ? plain : `[${plain}]`;
  return plain === "" ? null : arrayOf(whole);
}

/** @param {string} text @returns {{ shape: number[], data: number[] } | null} */
function arrayOf(text) {
  if (!text.startsWith("[")) {
    const parsed = parseNumber(text);
    return parsed.ok ? { shape: [], data: [parsed.value] } : null;
  }
  if (!text.endsWith("]")) return null;
  const parts = split(text.slice(1, -1))?.map((part) => arrayOf(part.trim()));
  const [first] = parts ?? [];
  if (!parts || !first) return null;
  const rows = parts.flatMap((part) => (part && same(part.shape, first.shape) ? [part] : []));
  if (rows.length < parts.length) return null;
  return { shape: [rows.length, ...first.shape], data: rows.flatMap(({ data }) => data) };
}

/** At its commas, those inside brackets left alone. @param {string} text @returns {string[] | null} */
function split(text) {
  const parts = [""];
  let depth = 0;
  for (const sign of text) {
    if (sign === "[" || sign === "(") depth++;
    if (sign === "]" || sign === ")") depth--;
    if (depth < 0) return null;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return depth === 0 ? parts : null;
}

/** @param {number[]} one @param {number[]} other */
function same(one, other) {
  return String(one) === String(other);
}

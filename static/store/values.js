// @ts-check
/** @import { DocumentJson, NestedNumbers, State } from "../types.js" */
/**
 * The numbers of a document, which is never changed in place.
 */

/**
 * The document with one number of a leaf, or of the upstream gradient, replaced.
 *
 * @param {DocumentJson} document
 * @param {string | null} name
 * @param {readonly number[]} index
 * @param {number} value
 * @param {readonly number[]} shape  the output's: an upstream gradient may be one number for all
 * @returns {DocumentJson}
 */
export function withValue(document, name, index, value, shape) {
  if (name === null) {
    const upstream = document.upstream ?? 1;
    const whole = typeof upstream === "number" ? filled(shape, upstream) : upstream;
    return { ...document, upstream: replaced(whole, index, value) };
  }
  const values = { ...document.values, [name]: replaced(document.values[name], index, value) };
  return { ...document, values };
}

/**
 * The number that the document has there; `undefined` where it has none.
 *
 * @param {DocumentJson} document
 * @param {string | null} name
 * @param {readonly number[]} index
 */
export function numberAt(document, name, index) {
  /** @type {NestedNumbers | undefined} */
  let part = name === null ? document.upstream ?? 1 : document.values[name];
  for (const i of index) part = typeof part === "object" ? part[i] : part;
  return typeof part === "number" ? part : undefined;
}

/**
 * The values that the program names now, and those it does not, which come back when it does.
 *
 * @param {State} state
 * @param {string[]} names
 * @returns {Pick<State, "document" | "aside">}
 */
export function namedValues({ document, aside }, names) {
  if (!document) return { document, aside };
  const known = Object.entries({ ...aside, ...document.values });
  /** @param {boolean} named */
  const some = (named) => Object.fromEntries(known.filter(([k]) => names.includes(k) === named));
  return { document: { ...document, values: some(true) }, aside: some(false) };
}

/**
 * @param {NestedNumbers} part
 * @param {readonly number[]} index
 * @param {number} value
 * @returns {NestedNumbers}
 */
function replaced(part, [first, ...rest], value) {
  if (first === undefined || typeof part === "number") return value;
  return Array.from(part, (inner, i) => i === first ? replaced(inner, rest, value) : inner);
}

/** @param {readonly number[]} shape @param {number} number @returns {NestedNumbers} */
function filled([size, ...rest], number) {
  return size === undefined ? number : Array.from({ length: size }, () => filled(rest, number));
}

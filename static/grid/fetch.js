// @ts-check
/** @import { WireArray } from "../wire.js" */
/** @import { NumberLike } from "../numbers.js" */
/** @import { GridArray } from "./types.js" */
import { COVERED } from "../numbers.js";

/** Bytes of fetched arrays that are kept. */
const ROOM = 64 * 1024 * 1024;

/**
 * Arrays by their address, the one used longest ago first. An address always has the same numbers.
 *
 * @type {Map<string, Float64Array | Promise<Float64Array>>}
 */
const kept = new Map();

/**
 * The numbers of an array, flat: at once where they came with it or were fetched before, else a
 * promise, which fails where the server does not have them.
 *
 * @param {WireArray | GridArray} array
 * @returns {ArrayLike<NumberLike> | Promise<ArrayLike<NumberLike>>}
 */
export function arrayData(array) {
  const data = allData(array);
  const covered = "covered" in array ? array.covered ?? [] : [];
  if (covered.length === 0) return data;
  return data instanceof Promise
    ? data.then((all) => without(all, covered))
    : without(data, covered);
}

/** @param {ArrayLike<NumberLike>} data @param {readonly number[]} covered */
function without(data, covered) {
  const numbers = /** @type {NumberLike[]} */ (Array.from(data));
  for (const flat of covered) numbers[flat] = COVERED;
  return numbers;
}

/** @param {WireArray | GridArray} array */
function allData(array) {
  if ("data" in array && array.data) return array.data;
  if (!("href" in array) || !array.href) throw new TypeError("an array without numbers or address");
  const { href } = array;
  const size = array.shape.reduce((product, length) => product * length, 1);
  const found = kept.get(href) ?? fetched(href, size);
  kept.delete(href);
  kept.set(href, found);
  return found;
}

/** @param {string} href @param {number} size */
async function fetched(href, size) {
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(`${href}: ${response.status}`);
    const numbers = littleEndian(await response.arrayBuffer());
    if (numbers.length !== size) {
      throw new Error(`${href}: ${numbers.length} numbers, expected ${size}`);
    }
    if (kept.has(href)) kept.set(href, numbers);
    makeRoom();
    return numbers;
  } catch (error) {
    kept.delete(href); // so that the next look at it tries again
    throw error;
  }
}

/** @param {ArrayBuffer} bytes */
export function littleEndian(bytes) {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] === 1) return new Float64Array(bytes);
  const view = new DataView(bytes);
  return Float64Array.from(
    { length: bytes.byteLength / 8 },
    (_, i) => view.getFloat64(8 * i, true),
  );
}

function makeRoom() {
  let bytes = 0;
  for (const [href, numbers] of [...kept].reverse()) {
    bytes += numbers instanceof Float64Array ? numbers.byteLength : 0;
    if (bytes > ROOM) kept.delete(href);
  }
}

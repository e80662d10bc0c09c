// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { arrayData, littleEndian } from "../../static/grid/fetch.js";

/** Answers each address with these numbers, and counts. @param {Record<string, number[]>} arrays */
function server(arrays) {
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = (href) => {
    asked.push(String(href));
    const numbers = arrays[String(href)];
    return Promise.resolve(
      numbers ? new Response(bytesOf(numbers)) : new Response(null, { status: 404 }),
    );
  };
  return asked;
}

/** @param {number[]} numbers */
function bytesOf(numbers) {
  const bytes = new ArrayBuffer(8 * numbers.length);
  const view = new DataView(bytes);
  numbers.forEach((number, i) => view.setFloat64(8 * i, number, true));
  return bytes;
}

/** @param {string} href @param {number} size */
function far(href, size) {
  return { shape: [size], href };
}

test("an array that came with its numbers has them at once", () => {
  const data = [1, "NaN"];
  assert.equal(arrayData({ shape: [2], data }), data);
});

test("a far array is fetched once, and has its numbers at once from then on", async () => {
  const asked = server({ "api/arrays/once": [0.1, -2, NaN] });
  const array = far("api/arrays/once", 3);
  const both = await Promise.all([arrayData(array), arrayData(array)]);
  assert.deepEqual(Array.from(both[0]), [0.1, -2, NaN]);
  assert.ok(!(arrayData(array) instanceof Promise));
  assert.equal(arrayData(array), both[1]);
  assert.deepEqual(asked, ["api/arrays/once"]);
});

test("an array that the server does not have is asked for again the next time", async () => {
  const asked = server({});
  const array = far("api/arrays/gone", 3);
  await assert.rejects(async () => await arrayData(array), /404/);
  await assert.rejects(async () => await arrayData(array), /404/);
  assert.equal(asked.length, 2);
});

test("an array of another size than its shape is refused", async () => {
  server({ "api/arrays/short": [1, 2] });
  await assert.rejects(async () => await arrayData(far("api/arrays/short", 3)), /expected 3/);
});

test("the array used longest ago goes first when there are too many", async () => {
  const size = 5 * 1024 * 1024; // 40 MB each
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = (href) => {
    asked.push(String(href));
    return Promise.resolve(new Response(new ArrayBuffer(8 * size)));
  };
  await arrayData(far("api/arrays/a", size));
  await arrayData(far("api/arrays/b", size));
  assert.ok(!(arrayData(far("api/arrays/b", size)) instanceof Promise));
  await arrayData(far("api/arrays/a", size));
  assert.deepEqual(asked, ["api/arrays/a", "api/arrays/b", "api/arrays/a"]);
});

test("bytes are read as little-endian float64", () => {
  assert.deepEqual([...littleEndian(bytesOf([1.5, -1e300]))], [1.5, -1e300]);
});

// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import {
  format,
  formatColumn,
  full,
  nudged,
  parseNumber,
  readable,
  shapeText,
  stepOf,
} from "../../static/numbers.js";

/** A generator of its own, so that a failure can be had again. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** @returns {number[]} */
function manyNumbers() {
  const next = random(7);
  return Array.from({ length: 2000 }, () => (next() - 0.5) * 10 ** (next() * 40 - 20));
}

/** The number a shown text stands for. @param {string} text */
function shownNumber(text) {
  return Number(text.replaceAll("−", "-"));
}

test("a number is shown short, with a true minus", () => {
  const cases = /** @type {[number, string][]} */ ([
    [1, "1"],
    [10, "10"],
    [0.5, "0.5"],
    [0.0577622, "0.0578"],
    [-0.12, "−0.12"],
    [12.345, "12.3"],
    [1234.5, "1234.5"],
    [123456, "123456"],
    [12345678, "1.23e7"],
    [0.00012, "0.00012"],
    [0.0000123456, "1.23e−5"],
    [-1e-300, "−1e−300"],
    [0, "0"],
    [-0, "0"],
    [NaN, "NaN"],
    [Infinity, "∞"],
    [-Infinity, "−∞"],
  ]);
  for (const [number, text] of cases) assert.equal(format(number, 3), text);
});

test("a number as the wire sends it is shown as such", () => {
  assert.deepEqual(["NaN", "Infinity", "-Infinity"].map((n) => format(n, 3)), ["NaN", "∞", "−∞"]);
  assert.deepEqual(formatColumn(["NaN", 0.5, "-Infinity"], 3), ["NaN", "0.5", "−∞"]);
});

test("only zero is shown as 0, and what is shown is the number rounded", () => {
  for (const number of manyNumbers()) {
    for (const digits of [1, 2, 3, 6]) {
      const shown = shownNumber(format(number, digits));
      assert.notEqual(shown, 0, String(number));
      assert.ok(Math.abs(shown - number) <= 0.5000001 * 10 ** (1 - digits) * Math.abs(number));
    }
  }
});

test("a column shares its decimals, and a zero in it is a bare 0", () => {
  assert.deepEqual(formatColumn([1, 2, 3], 3), ["1", "2", "3"]);
  assert.deepEqual(formatColumn([1, 0.5, 0, -1.5], 3), ["1.0", "0.5", "0", "−1.5"]);
  assert.deepEqual(formatColumn([0.5, 0.0577622], 3), ["0.500", "0.058"]);
  assert.deepEqual(formatColumn([10, 0.0577622], 3), ["10.00", "0.06"]);
  assert.deepEqual(formatColumn([-0, 0], 3), ["0", "0"]);
  assert.deepEqual(formatColumn([], 3), []);
});

test("a number too small or too large for its column keeps a notation of its own", () => {
  assert.deepEqual(formatColumn([1.5, 1e-7], 3), ["1.5", "1e−7"]);
  assert.deepEqual(formatColumn([1.5, -2e9], 3), ["1.5", "−2e9"]);
});

test("a column never shows a number that is not zero as zero", () => {
  const numbers = manyNumbers();
  for (let start = 0; start < numbers.length; start += 5) {
    const column = numbers.slice(start, start + 5);
    for (const text of formatColumn(column, 3)) assert.notEqual(shownNumber(text), 0);
  }
});

test("the full number reads back as the same number", () => {
  for (const number of manyNumbers()) assert.equal(Number(full(number)), number);
  assert.equal(full(-0), "0");
  assert.equal(full("NaN"), "NaN");
  assert.equal(readable(-0.1), "−0.1");
  assert.equal(readable(-1e-9), "−1e−9");
});

test("a shape is written as NumPy writes it", () => {
  assert.deepEqual([[2, 3], [3], []].map(shapeText), ["(2, 3)", "(3,)", "()"]);
});

test("an arrow moves by the last digit written", () => {
  const texts = ["5", "0.5", "-0.50", "−1.25", "1e-3", ".5", "1/3", "", "ln 2", "3."];
  assert.deepEqual(texts.map(stepOf), [1, 0.1, 0.01, 0.01, 0.001, 0.1, 0.1, 0.1, 0.1, 1]);
  assert.equal(nudged(0.1, 0.2), 0.3);
  assert.equal(nudged(0.3, -0.1), 0.2);
  assert.equal(nudged(-0.1, 0.1), 0);
  assert.equal(nudged(1e-20, 1e-20), 2e-20);
});

test("what a person types is understood", () => {
  const cases = /** @type {[string, number][]} */ ([
    ["1/3", 1 / 3],
    ["ln 2", Math.log(2)],
    ["ln(2)", Math.log(2)],
    ["LN2", NaN],
    ["-ln 2", -Math.log(2)],
    ["-0.5", -0.5],
    ["−0.5", -0.5],
    [" .5 ", 0.5],
    ["5.", 5],
    ["1e-3", 1e-3],
    ["1e−3", 1e-3],
    ["2*ln 3", 2 * Math.log(3)],
    ["sqrt 2", Math.SQRT2],
    ["√2", Math.SQRT2],
    ["pi", Math.PI],
    ["π/4", Math.PI / 4],
    ["e", Math.E],
    ["e^2", Math.E ** 2],
    ["2^3^2", 512],
    ["2**3", 8],
    ["-2^2", -4],
    ["2^-1", 0.5],
    ["ln 2/3", Math.log(2) / 3],
    ["ln 2^3", Math.log(8)],
    ["1 - 2 - 3", -4],
    ["8/4/2", 1],
    ["(1+2)*(3−4)", -3],
    ["--1", 1],
    ["+1", 1],
    ["-0", 0],
    ["exp(ln 5)", Math.exp(Math.log(5))],
    ["sqrt sqrt 16", 2],
    ["－０．５", -0.5],
    ["3×4÷2", 6],
  ]);
  for (const [text, value] of cases) {
    const read = parseNumber(text);
    if (Number.isNaN(value)) assert.equal(read.ok, false, text);
    else assert.deepEqual(read, { ok: true, value }, text);
  }
  const zero = parseNumber("-0");
  assert.ok(zero.ok && Object.is(zero.value, 0));
});

test("what is no number is refused, with a code", () => {
  const cases = {
    "": "number.empty",
    "  ": "number.empty",
    "1/0": "number.division_by_zero",
    "0^-1": "number.division_by_zero",
    "1/(1-1)": "number.division_by_zero",
    "ln 0": "number.infinite",
    "1e999": "number.infinite",
    "∞": "number.infinite",
    "-Infinity": "number.infinite",
    "nan": "number.nan",
    "sqrt(-1)": "number.nan",
    "ln -1": "number.syntax",
    "0,5": "number.comma",
    "1,000": "number.comma",
    "abc": "number.unknown_name",
    "constructor": "number.unknown_name",
    "1 2": "number.syntax",
    "2pi": "number.syntax",
    "(1": "number.syntax",
    "1)": "number.syntax",
    "1+": "number.syntax",
    "*": "number.syntax",
    "1..2": "number.syntax",
    "0x10": "number.syntax",
    "1;2": "number.syntax",
    "½": "number.syntax",
    "3²": "number.syntax",
    "alert(1)": "number.unknown_name",
    [`1${"0".repeat(300)}`]: "number.too_long",
    [`${"(".repeat(60)}1${")".repeat(60)}`]: "number.too_deep",
    [`${"-".repeat(60)}1`]: "number.too_deep",
    [`${"2^".repeat(60)}1`]: "number.too_deep",
    [`${"ln ".repeat(60)}1`]: "number.too_deep",
  };
  for (const [text, code] of Object.entries(cases)) {
    const read = parseNumber(text);
    assert.ok(!read.ok && read.code === code, `${text}: ${JSON.stringify(read)}`);
  }
});

test("a refusal says where, and which word", () => {
  assert.deepEqual(parseNumber("2 * foo"), {
    ok: false,
    code: "number.unknown_name",
    name: "foo",
    at: 4,
  });
  assert.deepEqual(parseNumber("1 +"), { ok: false, code: "number.syntax", at: 3 });
});

test("any text at all is answered", () => {
  const next = random(11);
  const letters = "0123456789.eE+-−*/^() lnsqrtpi,∞√\u{1f600}\t٣";
  for (let turn = 0; turn < 5000; turn++) {
    const length = Math.floor(next() * 12);
    const picked = Array.from({ length }, () => letters[Math.floor(next() * letters.length)]);
    const read = parseNumber(picked.join(""));
    if (read.ok) assert.ok(Number.isFinite(read.value));
    else assert.match(read.code, /^number\./);
  }
});

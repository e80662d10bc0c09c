// @ts-check
/** @import { Theme } from "../../static/colors.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { grey, heat, INK, largest, signedColor } from "../../static/colors.js";

const THEMES = /** @type {Theme[]} */ (["light", "dark"]);

/** @param {string} color */
function channels(color) {
  if (!color.startsWith("#")) return (color.match(/\d+/g) ?? []).map(Number);
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

/** Relative luminance, as WCAG has it. @param {string} color */
function luminance(color) {
  const [r, g, b] = channels(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

for (const theme of THEMES) {
  test(`numbers read on every color of the ${theme} scale`, () => {
    for (let step = -100; step <= 100; step++) {
      const color = signedColor(step / 50, 2, theme);
      assert.ok(contrast(color, INK[theme]) >= 4.5, `${step}: ${color}`);
    }
    for (const value of [NaN, Infinity, -Infinity, "NaN"]) {
      assert.ok(contrast(signedColor(value, 1, theme), INK[theme]) >= 4.5, String(value));
    }
  });

  test(`the sign shows in the ${theme} color of the smallest number, and zero has none`, () => {
    const [zero, plus, minus] = [0, 1e-9, -1e-9].map((v) => signedColor(v, 1, theme));
    assert.equal(new Set([zero, plus, minus]).size, 3);
    const [r, g, b] = channels(plus);
    assert.ok(g > r && g > b);
    const [red, green, blue] = channels(minus);
    assert.ok(green < red && green < blue);
  });

  test(`the ${theme} heat map has the colors of the cells`, () => {
    const data = [0, 0.5, -0.5, 1, -1, 7, NaN];
    const pixels = heat(data, 1, theme);
    data.forEach((value, i) => {
      const expected = channels(signedColor(value, 1, theme));
      assert.deepEqual([...pixels.slice(4 * i, 4 * i + 4)], [...expected, 255]);
    });
  });
}

test("a larger number is never paler, and beyond the scale nothing changes", () => {
  const shades = [0, 0.1, 0.4, 0.7, 1].map((v) => luminance(signedColor(v, 1, "light")));
  assert.deepEqual(shades, shades.toSorted((a, b) => b - a));
  assert.equal(signedColor(5, 1, "light"), signedColor(1, 1, "light"));
  assert.equal(signedColor(0, 0, "light"), signedColor(0, 1, "light"));
});

test("an image is dark on light", () => {
  const pixels = grey([0, 8, 16, -3], 16);
  assert.deepEqual([...pixels.slice(0, 4)], [255, 255, 255, 255]);
  assert.ok(pixels[8] < pixels[4] && pixels[8] < 40);
  assert.equal(pixels[12], 255);
});

test("the scale ends at the largest finite number", () => {
  assert.equal(largest([1, -3, NaN, Infinity]), 3);
  assert.equal(largest(["NaN", "-Infinity"]), 0);
});

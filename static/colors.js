// @ts-check
/** @import { NumberLike } from "./numbers.js" */
/**
 * The one scale for signed numbers: green above zero, purple below, the surface at zero. Its ends
 * are chosen so that ink reads on every color of it (4.5:1), light and dark.
 *
 * @typedef {"light" | "dark"} Theme
 * @typedef {readonly [number, number, number]} Rgb
 * @typedef {{ surface: Rgb, positive: Rgb, negative: Rgb, unknown: Rgb }} Scale
 */

/** Ink, for what is tested against the scale. @type {Record<Theme, string>} */
export const INK = { light: "#1c2430", dark: "#e9edf3" };

/** @type {Record<Theme, Scale>} */
const SCALES = {
  light: {
    surface: [255, 255, 255],
    positive: [106, 172, 127],
    negative: [178, 132, 187],
    unknown: [150, 156, 166],
  },
  dark: {
    surface: [27, 33, 43],
    positive: [38, 112, 66],
    negative: [122, 70, 138],
    unknown: [92, 98, 108],
  },
};

/** The least a number that is not zero is tinted, so that its sign is seen. */
const LEAST = 0.2;

/** One scale holds inputs, weights and their far smaller gradients: this keeps those apart too. */
const CURVE = 0.4;

/** Steps on each side of zero. */
const STEPS = 255;

/** @type {Partial<Record<Theme, string[]>>} */
const texts = {};

/**
 * The background for a number on a scale that ends at `maxAbs`. NaN is grey.
 *
 * @param {NumberLike} value
 * @param {number} maxAbs
 * @param {Theme} theme
 * @returns {string}
 */
export function signedColor(value, maxAbs, theme) {
  texts[theme] ??= colors(theme).map((rgb) => `rgb(${rgb.join(", ")})`);
  return texts[theme][stepFor(Number(value), maxAbs)];
}

/**
 * The pixels of a heat map, RGBA, one for each number.
 *
 * @param {ArrayLike<NumberLike>} data
 * @param {number} maxAbs
 * @param {Theme} theme
 * @returns {Uint8ClampedArray<ArrayBuffer>}
 */
export function heat(data, maxAbs, theme) {
  const palette = colors(theme);
  const pixels = new Uint8ClampedArray(data.length * 4);
  for (let i = 0; i < data.length; i++) {
    pixels.set(palette[stepFor(Number(data[i]), maxAbs)], 4 * i);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/**
 * The pixels of an image as printed on paper, in either theme: 0 white, `max` black.
 *
 * @param {ArrayLike<NumberLike>} data
 * @param {number} max
 * @returns {Uint8ClampedArray<ArrayBuffer>}
 */
export function grey(data, max) {
  const pixels = new Uint8ClampedArray(data.length * 4);
  for (let i = 0; i < data.length; i++) {
    const light = 255 - (Number(data[i]) / (max || 1)) * 235;
    pixels.fill(light, 4 * i, 4 * i + 3);
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/**
 * The largest magnitude among the numbers, infinite ones left out: where the scale ends.
 *
 * @param {ArrayLike<NumberLike>} data
 */
export function largest(data) {
  let most = 0;
  for (let i = 0; i < data.length; i++) {
    const size = Math.abs(Number(data[i]));
    if (size > most && size < Infinity) most = size;
  }
  return most;
}

/**
 * Where a number stands among the colors of a theme: 0 for what is no number, else around the
 * middle, which is zero alone.
 *
 * @param {number} value
 * @param {number} maxAbs
 */
function stepFor(value, maxAbs) {
  if (Number.isNaN(value)) return 0;
  if (value === 0) return 1 + STEPS;
  const part = maxAbs > 0 ? Math.min(1, Math.abs(value) / maxAbs) ** CURVE : 1;
  const steps = Math.max(1, Math.round(part * STEPS));
  return 1 + STEPS + (value > 0 ? steps : -steps);
}

/** @type {Partial<Record<Theme, Rgb[]>>} */
const palettes = {};

/**
 * Every color of a theme, in the order `stepFor` counts them.
 *
 * @param {Theme} theme
 * @returns {Rgb[]}
 */
function colors(theme) {
  return palettes[theme] ??= paletteOf(SCALES[theme]);
}

/** @param {Scale} scale @returns {Rgb[]} */
function paletteOf({ surface, positive, negative, unknown }) {
  const palette = [unknown];
  for (let step = -STEPS; step <= STEPS; step++) {
    const part = step === 0 ? 0 : LEAST + (1 - LEAST) * (Math.abs(step) / STEPS);
    palette.push(mixed(surface, step > 0 ? positive : negative, part));
  }
  return palette;
}

/** @param {Rgb} from @param {Rgb} to @param {number} part @returns {Rgb} */
function mixed(from, to, part) {
  /** @param {0 | 1 | 2} i */
  const channel = (i) => Math.round(from[i] + (to[i] - from[i]) * part);
  return [channel(0), channel(1), channel(2)];
}

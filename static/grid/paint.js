// @ts-check
/** @import { Raster } from "./rasters.js" */

/**
 * What is to be painted, in CSS pixels: the part of a raster that a window over it shows.
 *
 * @typedef {object} Picture
 * @property {Raster} raster
 * @property {[number, number]} pixel  the size of one pixel of the raster
 * @property {{ left: number, top: number, width: number, height: number }} window
 */

/**
 * A canvas with one pixel for each number.
 *
 * @param {Raster} raster
 * @param {Uint8ClampedArray<ArrayBuffer>} colors  RGBA for each number, in the order of the numbers
 * @param {HTMLCanvasElement} canvas
 */
export function fillPixels(raster, colors, canvas) {
  const { width, height } = raster;
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) return;
  const pixels = raster.inOrder ? colors : placed(raster, colors);
  context.putImageData(new ImageData(pixels, width, height), 0, 0);
}

/** Each color where its number is, the gaps clear. @param {Raster} raster @param {Uint8ClampedArray<ArrayBuffer>} colors */
function placed(raster, colors) {
  const pixels = new Uint8ClampedArray(4 * raster.width * raster.height);
  const [from, to] = [new Uint32Array(colors.buffer), new Uint32Array(pixels.buffer)];
  for (let flat = 0; flat < from.length; flat++) {
    const [x, y] = raster.place(flat);
    to[y * raster.width + x] = from[flat];
  }
  return pixels;
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {HTMLCanvasElement} pixels  the whole of it, however few pixels it has
 * @param {Picture} picture
 */
export function paintPixels(canvas, pixels, { raster, pixel, window }) {
  const context = scaledContext(canvas, window);
  if (!context) return;
  context.imageSmoothingEnabled = pixel[0] < 1 || pixel[1] < 1 || pixels.width < raster.width;
  const [width, height] = [raster.width * pixel[0], raster.height * pixel[1]];
  context.drawImage(pixels, -window.left, -window.top, width, height);
}

/**
 * The numbers over their pixels, those in the window only.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} picture
 * @param {(flat: number) => string} textAt
 * @param {boolean} [halo]  written so that they can be read on any grey
 */
export function paintNumbers(canvas, { raster, pixel: [w, h], window }, textAt, halo = false) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  context.font = `${style.fontSize} ${style.fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = style.color;
  const [line, light] = ["--line", "--surface"].map((name) => style.getPropertyValue(name));
  const right = Math.min(raster.width, Math.ceil((window.left + window.width) / w));
  const bottom = Math.min(raster.height, Math.ceil((window.top + window.height) / h));
  for (let y = Math.floor(window.top / h); y < bottom; y++) {
    for (let x = Math.floor(window.left / w); x < right; x++) {
      const flat = raster.at(x, y);
      if (flat === null) continue;
      const [left, top] = [x * w - window.left, y * h - window.top];
      context.strokeStyle = line;
      context.strokeRect(left + 0.5, top + 0.5, w - 1, h - 1);
      /** @type {[string, number, number]} */
      const text = [textAt(flat).trim(), left + w / 2, top + h / 2 + 1];
      if (halo) outline(context, light, text);
      context.fillText(...text);
    }
  }
}

/** @param {CanvasRenderingContext2D} context @param {string} color @param {[string, number, number]} text */
function outline(context, color, text) {
  context.save();
  Object.assign(context, { strokeStyle: color, lineWidth: 4, lineJoin: "round" });
  context.strokeText(...text);
  context.restore();
}

/**
 * A line under each of the numbers named, where a pixel is large enough to hold one.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} picture
 * @param {Iterable<number>} marked
 */
export function paintUnderlines(canvas, { raster, pixel: [w, h], window }, marked) {
  const context = canvas.getContext("2d");
  if (!context || Math.min(w, h) < 4) return;
  const thick = h < 10 ? 1 : 2;
  context.fillStyle = getComputedStyle(canvas).color;
  for (const flat of marked) {
    const [x, y] = raster.place(flat);
    const [left, bottom] = [x * w - window.left, (y + 1) * h - window.top];
    if (left > window.width || bottom < 0) continue;
    context.fillRect(left + 1, bottom - thick, Math.max(1, w - 2), thick);
  }
}

/**
 * A frame around one number, ink on a light line so that it shows on every color.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} picture
 * @param {number} flat
 */
export function paintOutline(canvas, { raster, pixel: [w, h], window }, flat) {
  const context = canvas.getContext("2d");
  if (!context) return;
  const style = getComputedStyle(canvas);
  const [x, y] = raster.place(flat);
  const [left, top] = [x * w - window.left, y * h - window.top];
  for (const [out, name] of /** @type {const} */ ([[2, "--surface"], [1, "--ink"]])) {
    context.strokeStyle = style.getPropertyValue(name);
    context.lineWidth = out === 1 ? 2 : 1;
    context.strokeRect(left - out, top - out, w + 2 * out, h + 2 * out);
  }
  context.lineWidth = 1;
}

/** The side of the smallest pixels that have frames of their own. */
const LEAST_FRAME = 6;

/**
 * A frame around each of the numbers named, or around the whole where there are too many, or they
 * are too small.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {Picture} picture
 * @param {Iterable<number> | null} marked  null: too many
 */
export function paintFrames(canvas, { raster, pixel: [w, h], window }, marked) {
  const context = canvas.getContext("2d");
  if (!context) return;
  context.strokeStyle = getComputedStyle(canvas).color;
  const side = Math.min(w, h);
  const { left, top } = window;
  context.lineWidth = marked === null || side > 16 ? 2 : 1;
  if (marked === null || side < LEAST_FRAME) {
    return context.strokeRect(-left, -top, raster.width * w, raster.height * h);
  }
  for (const flat of marked) {
    const [x, y] = raster.place(flat);
    context.strokeRect(x * w - left, y * h - top, w, h);
  }
}

/**
 * A cleared canvas of a size in CSS pixels.
 *
 * @param {HTMLCanvasElement} canvas
 * @param {{ width: number, height: number }} size
 */
export function scaledContext(canvas, { width, height }) {
  const scale = globalThis.devicePixelRatio || 1;
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const context = canvas.getContext("2d");
  context?.setTransform(scale, 0, 0, scale, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

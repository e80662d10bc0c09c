// @ts-check
/** @import { GridOptions, Model, View } from "./types.js" */
/** @import { Picture } from "./paint.js" */
import { grey, heat, largest } from "../colors.js";
import { buildHeat } from "./build.js";
import { UNDERLINED } from "./cells.js";
import { Current } from "./current.js";
import { flatOf, geometryOf } from "./geometry.js";
import { fillPixels, paintNumbers, paintOutline, paintPixels, paintUnderlines } from "./paint.js";
import { heatRaster, imageRaster, pixelSize } from "./rasters.js";
import { lazyTexts } from "./texts.js";
import { cellWords, rangeWords } from "./words.js";

/** The most a pixel of a heat map, and of an image, is wide, in CSS pixels. */
const MOST = { heat: 16, image: 14 };

/** The room without a word from outside; the width is what the element has. */
const ROOM = { width: 240, height: 224 };

/** A pixel that holds a number. @type {[number, number]} */
const NUMBER = [68, 24];

/** What a scroll bar takes. */
const BAR = 16;

/**
 * One canvas for all the numbers: what larger arrays and images are drawn with. The cell that the
 * keyboard is at is an element over it, so that it can be read, focused and edited.
 *
 * @implements {View}
 */
export class Heat {
  /**
   * @param {Model} model
   * @param {GridOptions} options
   */
  constructor(model, options) {
    const { image, room } = options;
    this.model = model;
    this.options = options;
    this.geometry = geometryOf(model.shape);
    this.raster = image ? imageRaster(this.geometry, image) : heatRaster(this.geometry);
    this.parts = buildHeat(this.geometry, options);
    this.element = this.parts.element;
    this.cells = new Current(this.parts.row, this.geometry, options);
    this.pixels = document.createElement("canvas");
    this.textOf = lazyTexts(model, this.geometry, options.digits());
    this.zoomed = false;
    this.changed = /** @type {ReadonlySet<number>} */ (new Set());
    this.timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
    this.frame = 0;
    this.resized = new ResizeObserver(() => this.layOut());
    if (!room) this.resized.observe(this.element);
    this.listen();
  }

  listen() {
    const { zoom, window, row } = this.parts;
    zoom.addEventListener("click", () => {
      this.zoomed = !this.zoomed;
      this.layOut();
      this.cells.show();
    });
    window.addEventListener("scroll", () => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.paint());
    });
    row.addEventListener("focusin", () => this.hover(null));
    row.addEventListener("focusout", () => queueMicrotask(() => this.hover(null)));
  }

  /** @returns {[number, number]} */
  pixel() {
    if (this.zoomed) return NUMBER;
    if (!this.options.image) return pixelSize(this.raster, this.room(), MOST.heat);
    const side = Math.min(...pixelSize(this.raster, this.room(), MOST.image));
    return [side, side];
  }

  room() {
    const { width, height } = ROOM;
    return this.options.room ?? { width: this.element.clientWidth || width, height };
  }

  draw() {
    const { model, options, parts } = this;
    const { state, changed } = model.look;
    if (this.element.dataset.state !== state) this.element.dataset.state = state;
    this.element.classList.toggle("waiting", state === "value" && !model.data);
    parts.zoom.hidden = Boolean(options.image) || !model.data;
    this.textOf = lazyTexts(model, this.geometry, options.digits());
    this.fill();
    if (model.data && changed?.size) this.underline(changed);
    this.layOut();
  }

  /** Fills the pixels with the numbers, or until they are here with what stands for them. */
  fill() {
    const { model, options, raster, pixels } = this;
    const [most, theme] = [options.maxAbs(), options.theme()];
    const data = model.numbers();
    if (data) {
      const drawnGrey = options.image && options.of === "value";
      const colors = drawnGrey ? grey(data, largest(data)) : heat(data, most, theme);
      fillPixels(raster, colors, pixels);
    } else if (model.thumbnail && !options.image) {
      const { shape, data: means } = model.thumbnail;
      fillPixels(heatRaster(geometryOf(shape)), heat(means, most, theme), pixels);
    }
  }

  /** Gives everything its size and place. */
  layOut() {
    const { parts, raster, zoomed } = this;
    const [w, h] = this.pixel();
    const { width, height } = this.room();
    const [wide, high] = [raster.width * w, raster.height * h];
    size(parts.space, wide, high);
    // A scroll bar takes its place beside what is scrolled, not from it.
    const [right, below] = [zoomed && high > height ? BAR : 0, zoomed && wide > width ? BAR : 0];
    size(
      parts.window,
      Math.min(width, Math.ceil(wide) + right),
      Math.min(height, Math.ceil(high) + below),
    );
    parts.window.classList.toggle("zoomed", zoomed);
    parts.zoom.setAttribute("aria-pressed", String(zoomed));
    this.placeCells();
    this.hover(null);
    this.paint();
  }

  placeCells() {
    const [w, h] = this.pixel();
    this.cells.place((flat) => {
      const [x, y] = this.raster.place(flat);
      const words = cellWords(this.model, this.options, flat);
      return { left: x * w, top: y * h, width: w, height: h, number: this.model.at(flat), words };
    });
  }

  paint() {
    const { canvas } = this.parts;
    const { data, thumbnail } = this.model;
    canvas.hidden = !data && (!thumbnail || Boolean(this.options.image));
    if (canvas.hidden) return;
    const picture = this.picture();
    size(canvas, picture.window.width, picture.window.height);
    paintPixels(canvas, this.pixels, picture);
    if (this.zoomed && data) paintNumbers(canvas, picture, this.textOf);
    if (!data) return;
    paintUnderlines(canvas, picture, this.changed);
    const { selected } = this.model.look;
    const flat = selected ? flatOf(selected, this.model.shape) : null;
    if (flat !== null) paintOutline(canvas, picture, flat);
  }

  /** @returns {Picture} */
  picture() {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.parts.window;
    const window = { left: scrollLeft, top: scrollTop, width: clientWidth, height: clientHeight };
    return { raster: this.raster, pixel: this.pixel(), window };
  }

  /** @param {ReadonlySet<number>} changed */
  underline(changed) {
    this.changed = changed;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.changed = new Set();
      this.paint();
    }, UNDERLINED);
  }

  get current() {
    return this.cells.flat;
  }

  /** @param {Event} event */
  hit(event) {
    const { window, space } = this.parts;
    if (!(event instanceof MouseEvent) || !(event.target instanceof Node)) return null;
    if (!window.contains(event.target)) return null;
    const { left, top } = space.getBoundingClientRect();
    const [w, h] = this.pixel();
    return this.raster.at(
      Math.floor((event.clientX - left) / w),
      Math.floor((event.clientY - top) / h),
    );
  }

  /** @param {number} flat */
  goTo(flat) {
    const cell = this.cells.goTo(flat, () => this.placeCells());
    this.hover(flat);
    return cell;
  }

  /** @param {number} flat */
  cell(flat) {
    return this.cells.cell(flat);
  }

  /** @param {number} flat */
  textAt(flat) {
    return this.textOf(flat).trim();
  }

  /** @param {number} flat */
  hold(flat) {
    return this.cells.hold(flat);
  }

  /** @param {number} flat */
  release(flat) {
    this.cells.release(flat);
  }

  /** @param {number} flat @param {{ key: string, ctrlKey: boolean }} event */
  move(flat, event) {
    return this.raster.move(flat, event);
  }

  /** Fills the line of text under the picture. @param {number | null} flat  null: not pointed at */
  hover(flat) {
    const { model, options, parts } = this;
    const focused = parts.row.contains(document.activeElement) ? this.current : null;
    const at = flat ?? focused;
    parts.readout.textContent = at === null
      ? rangeWords(model, options)
      : cellWords(model, options, at);
  }

  destroy() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.resized.disconnect();
  }
}

/** @param {HTMLElement} element @param {number} width @param {number} height */
function size(element, width, height) {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

// @ts-check
/** @import { GridOptions, Model, View } from "./types.js" */
/** @import { Picture } from "./paint.js" */
import { grey, heat, largest } from "../colors.js";
import { readable } from "../numbers.js";
import { t } from "../strings/index.js";
import { createCurrent } from "./current.js";
import { geometryOf, indexOf } from "./geometry.js";
import { fillPixels, paintNumbers, paintPixels, paintUnderlines } from "./paint.js";
import { heatRaster, imageRaster, pixelSize } from "./rasters.js";
import { columnTexts, indexText } from "./texts.js";

/** The most a pixel of a heat map, and of an image, is wide, in CSS pixels. */
const MOST = { heat: 16, image: 14 };
/** The height a view has without a word from outside. */
const HEIGHT = 224;
/** A pixel that holds a number. */
const NUMBER = /** @type {[number, number]} */ ([68, 24]);
const CHANGED = 1000;

/**
 * One canvas for all the numbers: what larger arrays and images are drawn with. The cell that the
 * keyboard is at is an element over it, so that it can be read, focused and edited.
 *
 * @param {Model} model
 * @param {GridOptions} options
 * @returns {View}
 */
export function createHeat(model, options) {
  const geometry = geometryOf(model.shape);
  const { image } = options;
  const raster = image ? imageRaster(geometry, image) : heatRaster(geometry);
  const parts = build(geometry, options);
  const pixels = document.createElement("canvas");
  /** @type {Map<number, string[]>} */
  const columns = new Map();
  let zoomed = false;
  let changed = /** @type {ReadonlySet<number>} */ (new Set());
  let timer = 0;
  let frame = 0;

  const current = createCurrent(parts.row, geometry, options, {
    numberAt: (flat) => model.at(flat),
    describe,
    boxOf(flat) {
      const [[x, y], [w, h]] = [raster.place(flat), pixel()];
      return { left: x * w, top: y * h, width: w, height: h };
    },
  });

  /** @returns {[number, number]} */
  function pixel() {
    if (zoomed) return NUMBER;
    return pixelSize(raster, room(), image ? MOST.image : MOST.heat);
  }

  function room() {
    return options.room ?? { width: parts.element.clientWidth || 240, height: HEIGHT };
  }

  function draw() {
    columns.clear();
    const { state } = model.look;
    if (parts.element.dataset.state !== state) parts.element.dataset.state = state;
    parts.element.classList.toggle("waiting", model.look.state === "value" && !model.data);
    parts.zoom.hidden = Boolean(image) || !model.data;
    if (model.data) {
      fillPixels(raster, colorsOf(), pixels);
      if (model.look.changed?.size) underline(model.look.changed);
    }
    layOut();
  }

  function colorsOf() {
    const data = Array.from({ length: geometry.size }, (_, flat) => model.at(flat) ?? NaN);
    if (image && options.of === "value") return grey(data, largest(data));
    return heat(data, options.maxAbs(), options.theme());
  }

  /** The sizes, and all that hangs on them. */
  function layOut() {
    const [w, h] = pixel();
    const { width, height } = room();
    const whole = { width: raster.width * w, height: raster.height * h };
    size(parts.space, whole.width, whole.height);
    // A scroll bar takes its place beside what is scrolled, not from it.
    const [barX, barY] = zoomed
      ? [whole.width > width ? 16 : 0, whole.height > height ? 16 : 0]
      : [0, 0];
    size(
      parts.window,
      Math.min(width, Math.ceil(whole.width) + barY),
      Math.min(height, Math.ceil(whole.height) + barX),
    );
    parts.window.classList.toggle("zoomed", zoomed);
    parts.zoom.setAttribute("aria-pressed", String(zoomed));
    current.place();
    read(null);
    paint();
  }

  function paint() {
    const { window, canvas } = parts;
    const [width, height] = [window.clientWidth, window.clientHeight];
    /** @type {Picture} */
    const picture = {
      raster,
      pixel: pixel(),
      window: { left: window.scrollLeft, top: window.scrollTop, width, height },
    };
    size(canvas, width, height);
    const source = sourcePixels();
    canvas.hidden = !source;
    if (!source) return;
    paintPixels(canvas, source, picture);
    if (zoomed && model.data) paintNumbers(canvas, picture, textAt, css("--line"));
    paintUnderlines(canvas, picture, changed, css("--ink"));
  }

  /** The numbers themselves, or what stands for them until they are here. */
  function sourcePixels() {
    if (model.data) return pixels;
    const { thumbnail } = model;
    if (!thumbnail || image) return null;
    const small = heatRaster(geometryOf(thumbnail.shape));
    fillPixels(small, heat(thumbnail.data, options.maxAbs(), options.theme()), pixels);
    return pixels;
  }

  /** @param {string} name */
  const css = (name) =>
    getComputedStyle(parts.canvas).getPropertyValue(name).trim() || "currentColor";

  /** @param {ReadonlySet<number>} flats */
  function underline(flats) {
    changed = flats;
    clearTimeout(timer);
    timer = setTimeout(() => {
      changed = new Set();
      paint();
    }, CHANGED);
  }

  /** @param {number} flat */
  function textAt(flat) {
    const col = flat % geometry.cols;
    const { rows, cols } = geometry;
    if (!columns.has(col)) {
      const column = Array.from({ length: rows }, (_, row) => model.at(row * cols + col) ?? NaN);
      columns.set(col, columnTexts(column, options.digits()));
    }
    return columns.get(col)?.[Math.floor(flat / cols)].trim() ?? "";
  }

  /** @param {number} flat */
  function describe(flat) {
    const number = model.at(flat);
    return `${options.name}${indexText(indexOf(flat, model.shape))} ${
      number === null ? stateWords() : `= ${readable(number)}`
    }`;
  }

  function stateWords() {
    if (model.look.state === "unreached") return t("grid.unreached");
    if (model.look.state === "nopath") return t("grid.nopath");
    return t(model.failed ? "grid.failed" : "grid.waiting");
  }

  /** Fills the line of text under the picture. @param {number | null} flat */
  function read(flat) {
    const at = flat ?? (parts.element.contains(document.activeElement) ? view.current : null);
    parts.readout.textContent = at === null ? rest() : describe(at);
    if (options.bare) parts.window.title = parts.readout.textContent;
  }

  /** What the line says while nothing is pointed at. */
  function rest() {
    if (!model.data) return stateWords();
    let [least, most] = [Infinity, -Infinity];
    for (let flat = 0; flat < geometry.size; flat++) {
      const number = model.at(flat) ?? NaN;
      if (number < least) least = number;
      if (number > most) most = number;
    }
    const [from, to] = columnTexts([least, most], options.digits()).map((text) => text.trim());
    return t("grid.range", { from, to });
  }

  /** @type {View} */
  const view = {
    element: parts.element,
    geometry,
    get current() {
      return current.flat;
    },
    draw,
    hit(event) {
      if (!(event instanceof MouseEvent) || !(event.target instanceof Node)) return null;
      if (!parts.window.contains(event.target)) return null;
      const { left, top } = parts.space.getBoundingClientRect();
      const [w, h] = pixel();
      return raster.at(
        Math.floor((event.clientX - left) / w),
        Math.floor((event.clientY - top) / h),
      );
    },
    goTo(flat) {
      const cell = current.goTo(flat);
      read(flat);
      return cell;
    },
    cell: (flat) => current.cell(flat),
    textAt,
    hold: (flat) => current.hold(flat),
    release: (flat) => current.release(flat),
    move: (flat, event) => raster.move(flat, event),
    hover: read,
    destroy() {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      resized.disconnect();
    },
  };

  parts.zoom.addEventListener("click", () => {
    zoomed = !zoomed;
    layOut();
    current.show();
  });
  parts.window.addEventListener("scroll", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(paint);
  });
  parts.grid.addEventListener("focusin", () => read(null));
  parts.grid.addEventListener("focusout", () => queueMicrotask(() => read(null)));
  const resized = new ResizeObserver(layOut);
  if (!options.room) resized.observe(parts.element);
  return view;
}

/** @param {HTMLElement} element @param {number} width @param {number} height */
function size(element, width, height) {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/**
 * @param {View["geometry"]} geometry
 * @param {GridOptions} options
 */
function build({ rows, cols }, options) {
  const element = part("div", "grid-heat");
  const grid = part("div", "grid-heat-grid");
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-label", options.label);
  grid.setAttribute("aria-rowcount", String(rows));
  grid.setAttribute("aria-colcount", String(cols));
  if (!options.editable) grid.setAttribute("aria-readonly", "true");
  const window = part("div", "grid-window");
  const space = part("div", "grid-space");
  const canvas = /** @type {HTMLCanvasElement} */ (part("canvas", "grid-canvas"));
  canvas.setAttribute("aria-hidden", "true");
  const row = part("div", "grid-current-row");
  row.setAttribute("role", "row");
  const foot = part("div", "grid-foot");
  const readout = part("div", "grid-readout");
  readout.setAttribute("aria-hidden", "true");
  const zoom = /** @type {HTMLButtonElement} */ (part("button", "grid-zoom"));
  zoom.type = "button";
  zoom.textContent = t("grid.zoom");
  zoom.setAttribute("aria-label", t("grid.zoom_of", { name: options.label }));
  space.append(canvas, row);
  window.append(space);
  grid.append(window);
  foot.append(readout, zoom);
  element.append(grid);
  if (!options.bare) element.append(foot);
  return { element, grid, window, space, canvas, row, readout, zoom };
}

/** @param {string} tag @param {string} name */
function part(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

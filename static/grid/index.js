// @ts-check
/** @import { Grid, GridArray, GridOptions, Look, View } from "./types.js" */
/** @import { NumberLike } from "../numbers.js" */
import { t } from "../strings/index.js";
import { createCells } from "./cells.js";
import { attachControls } from "./controls.js";
import { arrayData } from "./fetch.js";
import { flatOf } from "./geometry.js";
import { createHeat } from "./heat.js";
import { createModel } from "./model.js";

export { arrayData } from "./fetch.js";

/** Up to so many numbers have a cell each. */
const MOST_CELLS = 256;

/**
 * Draws one array, and lets a person walk over it and, if it is editable, type into it. Small
 * arrays are cells, larger ones a heat map, images are drawn as images.
 *
 * @param {GridOptions} options
 * @returns {Grid}
 */
export function createGrid(options) {
  const element = document.createElement("div");
  element.className = "grid";
  element.dataset.of = options.of;
  const words = document.createElement("div");
  words.className = "grid-words";
  words.setAttribute("aria-hidden", "true");
  /** @type {ReturnType<typeof drawn> | null} */
  let now = null;
  let asked = /** @type {GridArray | null} */ (null);

  /** @param {GridArray} array @param {Look} look */
  function update(array, look) {
    asked = array;
    const data = look.state === "value" ? dataOf(array) : undefined;
    const here = data instanceof Promise ? { ...array, data: undefined } : { ...array, data };
    show(here, look);
    if (data instanceof Promise) data.then((numbers) => arrived(array, look, numbers), failed);
    else return;

    /** @param {unknown} _error */
    function failed(_error) {
      if (asked !== array || !now) return;
      now.model.failed = true;
      draw();
    }
  }

  /** @param {GridArray} array @param {Look} look @param {ArrayLike<NumberLike>} data */
  function arrived(array, look, data) {
    if (asked === array) show({ ...array, data }, look);
  }

  /** @param {GridArray} array @param {Look} look */
  function show(array, look) {
    if (now && sameShape(now.model.shape, array.shape)) {
      now.model.show(array, look);
    } else {
      now?.destroy();
      now = drawn(array, look, options);
      element.replaceChildren(now.view.element);
    }
    draw();
  }

  function draw() {
    if (!now) return;
    now.view.draw();
    const { look, failed } = now.model;
    const text = look.state === "nopath" ? t("grid.nopath") : failed ? t("grid.failed") : "";
    if (text !== words.textContent) words.textContent = text;
    if (!text) words.remove();
    else if (!words.isConnected || words.parentNode !== element) element.append(words);
  }

  /** @param {readonly number[]} index */
  const flat = (index) => (now ? flatOf(index, now.model.shape) : null);

  return {
    element,
    update,
    refresh: draw,
    focusCell(index) {
      const at = flat(index);
      if (at !== null) now?.controls.focus(at);
    },
    cell(index) {
      const at = flat(index);
      return at === null ? null : now?.view.cell(at) ?? null;
    },
    refuse: (index, message) => now?.controls.refuse(index, message),
    settle() {
      now?.model.settle();
      draw();
    },
    destroy() {
      asked = null;
      now?.destroy();
      now = null;
      element.remove();
    },
  };
}

/** @param {GridArray} array */
function dataOf(array) {
  return array.data ?? (array.href ? arrayData(array) : undefined);
}

/**
 * A view of an array with what works on it.
 *
 * @param {GridArray} array
 * @param {Look} look
 * @param {GridOptions} options
 */
function drawn(array, look, options) {
  const model = createModel(array, look);
  const size = array.shape.reduce((product, length) => product * length, 1);
  /** @type {View} */
  const view = size > MOST_CELLS || options.image
    ? createHeat(model, options)
    : createCells(model, options);
  const controls = attachControls(view, model, options);
  return {
    model,
    view,
    controls,
    destroy() {
      controls.destroy();
      view.destroy();
    },
  };
}

/** @param {readonly number[]} one @param {readonly number[]} other */
function sameShape(one, other) {
  return one.length === other.length && one.every((length, axis) => length === other[axis]);
}

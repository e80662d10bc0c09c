// @ts-check
/** @import { Grid, GridArray, GridOptions, Look, View } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { Cells } from "./cells.js";
import { Controls } from "./controls.js";
import { arrayData } from "./fetch.js";
import { Heat } from "./heat.js";
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
  return new ArrayGrid(options);
}

/** @implements {Grid} */
class ArrayGrid {
  /** @param {GridOptions} options */
  constructor(options) {
    this.options = options;
    this.element = h("div", { class: "grid", "data-of": options.of });
    /** What a grid without numbers says of itself. */
    this.words = h("div", { class: "grid-words", "aria-hidden": "true", hidden: true });
    this.drawn = /** @type {ReturnType<typeof drawn> | null} */ (null);
    this.wanted = /** @type {GridArray | null} */ (null);
  }

  /** @param {GridArray} array @param {Look} look */
  update(array, look) {
    this.wanted = array;
    const data = look.state === "value" ? dataOf(array) : undefined;
    if (!(data instanceof Promise)) {
      this.show({ ...array, data }, look);
      return;
    }
    this.show(array, look);
    data.then(
      (numbers) => this.wanted === array && this.show({ ...array, data: numbers }, look),
      () => this.wanted === array && this.fail(),
    );
  }

  /** @param {GridArray} array @param {Look} look */
  show(array, look) {
    if (this.drawn && sameShape(this.drawn.model.shape, array.shape)) {
      this.drawn.model.show(array, look);
    } else {
      this.drop();
      this.drawn = drawn(array, look, this.options);
      this.element.classList.toggle("grid--heat", this.drawn.view instanceof Heat);
      this.element.replaceChildren(this.drawn.view.element, this.words);
    }
    this.refresh();
  }

  fail() {
    if (this.drawn) this.drawn.model.failed = true;
    this.refresh();
  }

  refresh() {
    if (!this.drawn) return;
    const { view, model } = this.drawn;
    view.draw();
    const text = model.look.state === "nopath"
      ? t("grid.nopath")
      : model.failed
      ? t("grid.failed")
      : "";
    if (this.words.hidden !== !text) this.words.hidden = !text;
    if (this.words.textContent !== text) this.words.textContent = text;
  }

  /** @param {readonly number[]} index @param {string} message */
  refuse(index, message) {
    this.drawn?.controls.refuse(index, message);
  }

  settle() {
    this.drawn?.model.settle();
    this.refresh();
  }

  destroy() {
    this.wanted = null;
    this.drop();
    this.element.remove();
  }

  drop() {
    this.drawn?.controls.destroy();
    this.drawn?.view.destroy();
    this.drawn = null;
  }
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
  const view = size > MOST_CELLS || options.image || options.heat
    ? new Heat(model, options)
    : new Cells(model, options);
  return { model, view, controls: new Controls(view, model, options) };
}

/** @param {readonly number[]} one @param {readonly number[]} other */
function sameShape(one, other) {
  return one.length === other.length && one.every((length, axis) => length === other[axis]);
}

// @ts-check
/** @import { Grid, GridArray, Look } from "../grid/types.js" */
/** @import { NumberLike } from "../numbers.js" */
/** @import { Highlight, RunState, State } from "../types.js" */
/** @import { WireArray } from "../wire.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { arrayData, createGrid } from "../grid/index.js";
import { indexOf } from "../grid/geometry.js";
import { shapeText } from "../numbers.js";
import { t } from "../strings/index.js";
import { drawingOf } from "./scene.js";
import { originOf, transposed, transposedShape } from "./transpose.js";

/**
 * What a matrix shows at a step: numbers, a value that is not computed yet, or a gradient that has
 * not come or never will.
 *
 * @typedef {{ state: "value", array: WireArray } | { state: "pending" | "unreached" | "nopath" }} Reading
 *
 * @typedef {object} MatrixOptions
 * @property {"value" | "gradient"} of
 * @property {string} name  what its cells say they belong to
 * @property {string} caption
 * @property {readonly number[] | null} shape  null: not known before its numbers
 * @property {Highlight | null} highlight  null: it stands for no operand
 * @property {boolean} [transposed]
 * @property {{ height: number, width: number }} [image]  its rows are images of this size
 * @property {(state: State, run: RunState) => Reading} read
 * @property {(state: State) => readonly number[] | null} [selected]
 * @property {(index: number[]) => void} [pick]
 */

/** The tallest a heat map is drawn. */
const TALLEST = 220;

/** What a matrix takes beside its numbers: its frame, and a sign before it. */
const MARGINS = 40;

/** The largest array of which every number has a cell of its own, and so a place of its own. */
const MOST_CELLS = 256;

/**
 * An array under its name and shape, in a box that scrolls by itself.
 *
 * @param {Scene} scene
 * @param {MatrixOptions} options
 * @returns {Part}
 */
export function createMatrix(scene, options) {
  const shape = h("span", { class: "matrix__shape" });
  const box = h("div", { class: "matrix__box" });
  const element = h(
    "div",
    {
      class: options.pick ? "matrix matrix--picks" : "matrix",
      "data-kind": options.highlight?.kind ?? options.of,
    },
    h("div", { class: "matrix__name" }, captionOf(options), shape),
    box,
  );
  if (options.highlight) scene.operands.add(element, options.highlight);

  /** @type {Grid | null} */
  let grid = null;
  let shown = /** @type {WireArray | string | null} */ (null);
  let selection = "";
  /** What it was shown for. @type {{ run: RunState, step: number } | null} */
  let at = null;

  /**
   * @param {Reading} reading
   * @param {readonly number[] | null} selected
   * @param {ReadonlySet<number>} changed
   */
  function show(reading, selected, changed) {
    const known = reading.state === "value" ? reading.array.shape : options.shape;
    shape.textContent = known ? shapeText(options.transposed ? known.toReversed() : known) : "";
    if (reading.state === "pending" || !known) {
      grid?.destroy();
      grid = null;
      box.replaceChildren(h("p", { class: "matrix__empty" }, t("inspector.pending")));
      return;
    }
    grid ??= create(known);
    if (!grid.element.isConnected) box.replaceChildren(grid.element);
    const look = { state: reading.state, selected, changed };
    if (reading.state === "value") draw(grid, reading.array, look);
    else grid.update({ shape: drawnShape(known) }, look);
    if (options.transposed) relabel(grid.element, known);
  }

  /** @param {readonly number[]} known */
  function create(known) {
    return createGrid({
      ...drawingOf(scene.store),
      of: options.of,
      name: options.transposed && sizeOf(known) > MOST_CELLS ? options.caption : options.name,
      label: t("inspector.matrix", { name: options.caption, shape: shapeText(drawnShape(known)) }),
      room: { width: Math.max(120, scene.width - MARGINS), height: TALLEST },
      image: options.transposed ? undefined : options.image,
      onClick: options.pick,
    });
  }

  /** @param {readonly number[]} known */
  function drawnShape(known) {
    return options.transposed ? transposedShape(known) : known;
  }

  /** @param {Grid} on @param {WireArray} array @param {Look} look */
  function draw(on, array, look) {
    if (!options.transposed) on.update(array, look);
    else {
      turned(array, (drawn) => {
        if (shown === array && grid === on) on.update(drawn, look);
      });
    }
  }

  return {
    element,
    update(state, run) {
      const reading = options.read(state, run);
      const selected = options.selected?.(state) ?? null;
      const next = reading.state === "value" ? reading.array : reading.state;
      const nextSelection = selected?.join() ?? "none";
      const edited = at?.run !== run && at?.run.graph === run.graph && at.step === state.step;
      at = { run, step: state.step };
      if (next === shown && nextSelection === selection) return;
      const changed = edited ? differing(shown, next) : NOTHING;
      [shown, selection] = [next, nextSelection];
      show(reading, selected, options.transposed ? turnedPlaces(changed, options.shape) : changed);
    },
    refresh: () => grid?.refresh(),
    destroy: () => grid?.destroy(),
  };
}

/** @type {ReadonlySet<number>} */
const NOTHING = new Set();

/**
 * The places at which two arrays differ that are both here.
 *
 * @param {WireArray | string | null} before
 * @param {WireArray | string} now
 * @returns {ReadonlySet<number>}
 */
function differing(before, now) {
  if (!before || typeof before === "string" || typeof now === "string") return NOTHING;
  if (!("data" in before && "data" in now) || before.data.length !== now.data.length) {
    return NOTHING;
  }
  const old = before.data;
  return new Set(now.data.flatMap((number, i) => (number === old[i] ? [] : [i])));
}

/**
 * The same places in the transposed matrix.
 *
 * @param {ReadonlySet<number>} places
 * @param {readonly number[] | null} shape
 * @returns {ReadonlySet<number>}
 */
function turnedPlaces(places, shape) {
  if (!shape || places.size === 0) return NOTHING;
  const there = new Set();
  for (let flat = 0; flat < sizeOf(shape); flat++) {
    if (places.has(originOf(flat, shape))) there.add(flat);
  }
  return there;
}

/** @param {MatrixOptions} options */
function captionOf({ caption, highlight }) {
  if (!highlight) return h("span", { class: "matrix__caption" }, caption);
  return h("button", { class: "matrix__caption", type: "button" }, caption);
}

/**
 * An array with its axes turned: at once if its numbers are here, else first its thumbnail.
 *
 * @param {WireArray} array
 * @param {(drawn: GridArray) => void} then
 */
function turned(array, then) {
  const data = arrayData(array);
  /** @param {ArrayLike<NumberLike>} numbers */
  const whole = (numbers) => then(transposed({ shape: array.shape, data: numbers }));
  if (!(data instanceof Promise)) return whole(data);
  if ("thumbnail" in array) {
    then({ shape: transposedShape(array.shape), thumbnail: transposed(array.thumbnail) });
  }
  data.then(whole, () => {});
}

/**
 * Says of each cell of a transposed matrix which cell of the matrix itself it is.
 *
 * @param {HTMLElement} element
 * @param {readonly number[]} shape
 */
function relabel(element, shape) {
  if (sizeOf(shape) > MOST_CELLS) return;
  for (const [flat, cell] of element.querySelectorAll("[role=gridcell]").entries()) {
    const index = indexOf(originOf(flat, shape), shape).join(",");
    /** @type {HTMLElement} */ (cell).dataset.index = index;
  }
}

/** @param {readonly number[]} shape */
function sizeOf(shape) {
  return shape.reduce((product, length) => product * length, 1);
}

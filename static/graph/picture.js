// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { Raster } from "../grid/rasters.js" */
/** @import { WireArray } from "../wire.js" */
/** @import { CardSpec } from "./types.js" */
/** @import { CellLook } from "./cells.js" */
/** @import { Pen } from "./pen.js" */
import { grey, heat, largest } from "../colors.js";
import { h } from "../dom.js";
import { arrayData } from "../grid/fetch.js";
import { geometryOf } from "../grid/geometry.js";
import { fillPixels } from "../grid/paint.js";
import { heatRaster, imageRaster } from "../grid/rasters.js";

/**
 * @typedef {object} Picture
 * @property {HTMLCanvasElement} element
 * @property {(array: WireArray | null, look: CellLook, label: string, whole: boolean) => void} show
 *   `whole`: a thumbnail does not do, the numbers themselves are fetched
 * @property {() => ArrayLike<NumberLike> | null} numbers  those that are drawn, where all are here
 * @property {(x: number, y: number) => number | null} hit  the number at a part of its width and height
 * @property {Raster} raster
 * @property {boolean} grey  whether it is drawn as an image
 * @property {(old: WireArray) => void} compare  tells what is not as it was before an edit
 */

/**
 * An array as pixels: a heat map, or images where its rows are images.
 *
 * @param {CardSpec} spec
 * @param {"value" | "gradient"} of
 * @param {Pen} pen
 * @returns {Picture}
 */
export function createPicture(spec, of, pen) {
  const element = h("canvas", { class: "picture", role: "img" });
  const geometry = geometryOf(spec.node.shape);
  const raster = spec.image ? imageRaster(geometry, spec.image) : heatRaster(geometry);
  if (spec.image) element.dataset.image = "true";
  /** @type {ArrayLike<NumberLike> | null} */
  let numbers = null;
  /** @type {WireArray | null} */
  let shown = null;
  let key = "";

  /** @param {ArrayLike<NumberLike>} data */
  function paint(data) {
    numbers = data;
    const colors = picture.grey ? grey(data, largest(data)) : heat(data, pen.maxAbs(), pen.theme());
    fillPixels(raster, colors, element);
    element.dispatchEvent(new CustomEvent("whygrad:painted", { bubbles: true }));
  }

  /** @type {Picture} */
  const picture = {
    element,
    raster,
    grey: spec.image !== null && of === "value",
    numbers: () => numbers,
    hit: (x, y) => raster.at(Math.floor(x * raster.width), Math.floor(y * raster.height)),
    show(array, look, label, whole) {
      if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
      if (element.dataset.look !== look) element.dataset.look = look;
      const now = `${pen.maxAbs()} ${pen.theme()} ${whole}`;
      if (array === shown && now === key) return;
      [shown, key] = [array, now];
      numbers = null;
      if (!array) element.width = element.height = 1;
      else if ("data" in array) paint(array.data);
      else {
        const { thumbnail } = array;
        const small = heatRaster(geometryOf(thumbnail.shape));
        fillPixels(small, heat(thumbnail.data, pen.maxAbs(), pen.theme()), element);
        if (whole || spec.image) fetchWhole(array);
      }
    },
    async compare(old) {
      const now = shown;
      if (!now || now === old) return;
      try {
        const flats = differing(...await Promise.all([arrayData(old), arrayData(now)]));
        if (shown !== now || flats.size === 0) return;
        const detail = { picture, flats };
        element.dispatchEvent(new CustomEvent("whygrad:changed", { bubbles: true, detail }));
      } catch {
        // Numbers that nobody has any more: what has changed cannot be told.
      }
    },
  };
  return picture;

  /** @param {WireArray} array */
  async function fetchWhole(array) {
    try {
      const data = await arrayData(array);
      if (shown === array) paint(data);
    } catch {
      // The thumbnail stays; the inspector says what could not be fetched.
    }
  }
}

/**
 * The places at which two arrays of one size differ.
 *
 * @param {ArrayLike<NumberLike>} before
 * @param {ArrayLike<NumberLike>} now
 */
export function differing(before, now) {
  /** @type {Set<number>} */
  const flats = new Set();
  for (let flat = 0; flat < now.length; flat++) if (before[flat] !== now[flat]) flats.add(flat);
  return flats;
}

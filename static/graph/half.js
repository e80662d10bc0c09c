// @ts-check
/** @import { WireArray } from "../wire.js" */
/** @import { CardSpec } from "./types.js" */
/** @import { Cells, CellLook } from "./cells.js" */
/** @import { Pen } from "./pen.js" */
/** @import { Picture } from "./picture.js" */
import { h } from "../dom.js";
import { createCells } from "./cells.js";
import { createPicture } from "./picture.js";
import { createSwatch } from "./swatch.js";

/**
 * One array on a card, as cells or as a picture.
 *
 * @typedef {object} Half
 * @property {HTMLElement} element
 * @property {(array: WireArray | null, look: CellLook, label: string,
 *   changed?: ReadonlySet<number>) => void} show
 * @property {(large: boolean, chars: number) => void} enlarge  whether it stands on a card with all
 *   its numbers, and for how many characters a cell has room
 * @property {Picture | null} picture
 */

/**
 * @param {CardSpec} spec
 * @param {"value" | "gradient"} of
 * @param {Pen} pen
 * @param {boolean} cells  whether a chip has cells too
 * @returns {Half}
 */
export function createHalf(spec, of, pen, cells) {
  const element = h("div", { class: "array" });
  const picture = spec.look === "cells" ? null : createPicture(spec, of, pen);
  const colors = picture ??
    (cells || spec.node.shape.length === 0 ? null : createSwatch(spec, pen));
  /** @type {Cells | null} */
  let grid = null;
  let large = false;
  let room = 3;
  /** @type {Parameters<Half["show"]> | null} */
  let last = null;

  function build() {
    const wanted = spec.look === "cells" && (large || !colors);
    if (wanted && !grid) grid = createCells(spec, of, pen);
    if (!wanted) grid = null;
    grid?.fit(room);
    if (last) show(...last);
    const child = grid?.element ?? colors?.element;
    if (child && element.firstElementChild !== child) element.replaceChildren(child);
  }

  /** @type {Half["show"]} */
  function show(array, look, label, changed) {
    if (grid) grid.show(array && "data" in array ? array.data : null, look, label, changed);
    else colors?.show(array, look, label, large);
  }

  build();
  return {
    element,
    picture,
    show(array, look, label, changed) {
      last = [array, look, label];
      show(array, look, label, changed);
    },
    enlarge(now, chars) {
      room = chars;
      if (now === large) return grid?.fit(room);
      large = now;
      build();
    },
  };
}

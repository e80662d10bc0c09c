// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { WireArray } from "../wire.js" */
/** @import { CardSpec } from "./types.js" */
/** @import { CellLook } from "./cells.js" */
/** @import { Pen } from "./pen.js" */
import { signedColor } from "../colors.js";
import { h } from "../dom.js";

/**
 * @typedef {object} Swatch
 * @property {HTMLElement} element
 * @property {(array: WireArray | null, look: CellLook, label: string) => void} show
 */

/**
 * A small array as colors without numbers, in a drawing with too many cards for a cell each. It is
 * one element whose background has the colors: a canvas would be a layer of its own on the screen,
 * and whatever lies over it another.
 *
 * @param {CardSpec} spec
 * @param {Pen} pen
 * @returns {Swatch}
 */
export function createSwatch({ rows, cols }, pen) {
  const element = h("div", { class: "picture", role: "img" });
  const shown = { array: /** @type {WireArray | null} */ (null), scale: -1, theme: "" };

  return {
    element,
    show(array, look, label) {
      if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
      if (element.dataset.look !== look) element.dataset.look = look;
      const [scale, theme] = [pen.maxAbs(), pen.theme()];
      if (array === shown.array && scale === shown.scale && theme === shown.theme) return;
      Object.assign(shown, { array, scale, theme });
      const color = (/** @type {NumberLike} */ number) => signedColor(number, scale, theme);
      element.style.background = array && "data" in array
        ? backgroundOf([...array.data].map(color), rows, cols)
        : "";
    },
  };
}

/**
 * Stripes of colors, as a background: one a row, or where there are more rows than columns one a
 * column.
 *
 * @param {readonly string[]} colors
 * @param {number} rows
 * @param {number} cols
 */
export function backgroundOf(colors, rows, cols) {
  const across = rows <= cols;
  const [count, length] = across ? [rows, cols] : [cols, rows];
  return Array.from({ length: count }, (_, stripe) => {
    const own = Array.from(
      { length },
      (_, i) =>
        `${colors[across ? stripe * cols + i : i * cols + stripe]} 0 ${part(i + 1, length)}`,
    );
    const at = part(stripe, count - 1);
    return across
      ? `linear-gradient(to right, ${own.join(", ")}) 0 ${at} / 100% ${part(1, count)} no-repeat`
      : `linear-gradient(${own.join(", ")}) ${at} 0 / ${part(1, count)} 100% no-repeat`;
  }).join(", ");
}

/** @param {number} some @param {number} all */
function part(some, all) {
  return `${all === 0 ? 0 : Math.round(some / all * 1e4) / 100}%`;
}

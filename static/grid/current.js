// @ts-check
/** @import { Geometry, GridOptions } from "./types.js" */
import { h } from "../dom.js";
import { full } from "../numbers.js";
import { cellRole } from "./build.js";

/**
 * Where a number lies on the picture, in CSS pixels, and what there is to say of it.
 *
 * @typedef {{ left: number, top: number, width: number, height: number, number: number | null,
 *   words: string }} Spot
 */

/** The least a cell is wide and high, so that its outline can be seen. */
const LEAST = 6;

/**
 * The cell that the keyboard is at, on a canvas: one element, another for each cell, so that a
 * screen reader hears of every move. Cells that are being edited stay beside it.
 */
export class Current {
  /**
   * @param {HTMLElement} row
   * @param {Geometry} geometry
   * @param {GridOptions} options
   */
  constructor(row, geometry, options) {
    this.row = row;
    this.geometry = geometry;
    this.options = options;
    this.flat = 0;
    this.element = this.made(0);
    /** @type {Map<number, HTMLElement>} */
    this.held = new Map();
    row.append(this.element);
  }

  /** @param {number} flat @returns {HTMLElement} */
  made(flat) {
    const role = cellRole(flat, this.geometry.shape, this.options);
    return h("div", { class: "grid-current", ...role });
  }

  /** @param {(flat: number) => Spot} spotOf */
  place(spotOf) {
    const { cols } = this.geometry;
    this.row.setAttribute("aria-rowindex", String(Math.floor(this.flat / cols) + 1));
    for (const [flat, cell] of [...this.held, /** @type {const} */ ([this.flat, this.element])]) {
      put(cell, spotOf(flat));
      cell.setAttribute("aria-colindex", String((flat % cols) + 1));
      cell.tabIndex = flat === this.flat ? 0 : -1;
    }
  }

  /** @param {number} next @param {() => void} place */
  goTo(next, place) {
    if (next === this.flat) return this.element;
    const left = this.held.has(this.flat) ? null : this.element;
    this.flat = next;
    this.element = this.held.get(next) ?? this.made(next);
    if (!this.element.isConnected) this.row.append(this.element);
    place();
    // The focus goes over before the old cell does, or it would fall back on the page.
    if (left?.contains(document.activeElement)) this.element.focus({ preventScroll: true });
    left?.remove();
    return this.element;
  }

  /** @param {number} flat */
  cell(flat) {
    return flat === this.flat ? this.element : this.held.get(flat) ?? null;
  }

  show() {
    this.element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {number} flat  the current one */
  hold(flat) {
    this.held.set(flat, this.element);
    this.element.classList.add("editing");
    return this.element;
  }

  /** @param {number} flat */
  release(flat) {
    const cell = this.held.get(flat);
    this.held.delete(flat);
    cell?.classList.remove("editing");
    if (flat !== this.flat) cell?.remove();
  }
}

/** @param {HTMLElement} cell @param {Spot} spot */
function put(cell, { left, top, width, height, number, words }) {
  const [w, h] = [Math.max(LEAST, width), Math.max(LEAST, height)];
  cell.style.left = `${left + (width - w) / 2}px`;
  cell.style.top = `${top + (height - h) / 2}px`;
  cell.style.width = `${w}px`;
  cell.style.height = `${h}px`;
  if (number === null) delete cell.dataset.number;
  else cell.dataset.number = full(number);
  cell.setAttribute("aria-label", words);
}

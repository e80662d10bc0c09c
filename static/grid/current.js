// @ts-check
/** @import { Geometry, GridOptions } from "./types.js" */
import { full } from "../numbers.js";
import { indexOf } from "./geometry.js";

/**
 * What the cell needs to know of the picture it lies on.
 *
 * @typedef {object} Under
 * @property {(flat: number) => number | null} numberAt
 * @property {(flat: number) => string} describe
 * @property {(flat: number) => { left: number, top: number, width: number, height: number }} boxOf
 */

/** The least a cell is wide and high, so that its outline can be seen. */
const LEAST = 6;

/**
 * The cell that the keyboard is at, on a canvas: one element, another for each cell, so that a
 * screen reader hears of every move. Cells that are being edited stay beside it.
 *
 * @param {HTMLElement} row
 * @param {Geometry} geometry
 * @param {GridOptions} options
 * @param {Under} under
 */
export function createCurrent(row, geometry, options, under) {
  let flat = 0;
  let element = /** @type {HTMLElement} */ (cellAt(0));
  /** @type {Map<number, HTMLElement>} */
  const held = new Map();
  row.append(element);

  /** @param {number} at */
  function cellAt(at) {
    const cell = document.createElement("div");
    cell.className = "grid-current";
    cell.setAttribute("role", "gridcell");
    cell.dataset.of = options.of;
    cell.dataset.name = options.name;
    cell.dataset.index = indexOf(at, geometry.shape).join(",");
    return cell;
  }

  /** @param {HTMLElement} cell @param {number} at */
  function placeCell(cell, at) {
    const { left, top, width, height } = under.boxOf(at);
    const [w, h] = [Math.max(LEAST, width), Math.max(LEAST, height)];
    cell.style.left = `${left + (width - w) / 2}px`;
    cell.style.top = `${top + (height - h) / 2}px`;
    cell.style.width = `${w}px`;
    cell.style.height = `${h}px`;
    const number = under.numberAt(at);
    if (number === null) delete cell.dataset.number;
    else cell.dataset.number = full(number);
    cell.setAttribute("aria-label", under.describe(at));
    cell.setAttribute("aria-colindex", String((at % geometry.cols) + 1));
    cell.tabIndex = at === flat ? 0 : -1;
  }

  function place() {
    row.setAttribute("aria-rowindex", String(Math.floor(flat / geometry.cols) + 1));
    placeCell(element, flat);
    for (const [at, cell] of held) placeCell(cell, at);
  }

  return {
    get flat() {
      return flat;
    },
    place,
    /** @param {number} next */
    goTo(next) {
      if (next === flat) return element;
      const left = held.has(flat) ? null : element;
      flat = next;
      element = held.get(next) ?? cellAt(next);
      if (!element.isConnected) row.append(element);
      place();
      // The focus goes over before the old cell does, or it would fall back on the page.
      if (left?.contains(document.activeElement)) element.focus({ preventScroll: true });
      left?.remove();
      return element;
    },
    /** @param {number} at */
    cell: (at) => (at === flat ? element : held.get(at) ?? null),
    show: () => element.scrollIntoView({ block: "nearest", inline: "nearest" }),
    /** @param {number} at  the current one */
    hold(at) {
      held.set(at, element);
      element.classList.add("editing");
      return element;
    },
    /** @param {number} at */
    release(at) {
      const cell = held.get(at);
      held.delete(at);
      cell?.classList.remove("editing");
      if (at !== flat) cell?.remove();
    },
  };
}

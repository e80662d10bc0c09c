// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { CardSpec } from "./types.js" */
/** @import { Pen } from "./pen.js" */
import { signedColor } from "../colors.js";
import { h } from "../dom.js";
import { indexOf } from "../grid/geometry.js";
import { COVERED, formatColumn, full } from "../numbers.js";

/** How long a number that changed is underlined, in milliseconds. */
const CHANGED = 1000;

/**
 * How the numbers of an array look: not made yet, not reached yet, or there.
 *
 * @typedef {"empty" | "unreached" | "value"} CellLook
 *
 * @typedef {object} Cells
 * @property {HTMLElement} element
 * @property {(chars: number) => void} fit  gives its cells room for so many characters
 * @property {(data: ArrayLike<NumberLike> | null, look: CellLook, label: string,
 *   changed?: ReadonlySet<number>) => void} show  `changed`: what an edit has made another number
 */

/**
 * The numbers of a small array as a grid of cells. A redraw touches the cells that changed.
 *
 * @param {CardSpec} spec
 * @param {"value" | "gradient" | "message"} of  a message's cells are no cells of the document
 * @param {Pen} pen
 * @returns {Cells}
 */
export function createCells(spec, of, pen) {
  const hooked = of !== "message";
  /** @type {HTMLElement[]} */
  const cells = [];
  const element = h("div", { class: "cells", role: hooked ? "grid" : "img" });
  for (let row = 0; row < spec.rows; row++) {
    const line = h("div", { class: "cells__row", role: hooked ? "row" : null });
    line.style.setProperty("--row", String(row));
    if (row > 0 && row % spec.blockRows === 0) line.classList.add("cells__row--block");
    for (let col = 0; col < spec.cols; col++) {
      const cell = h("div", { class: "cell" });
      cell.append(""); // a text whose characters change costs less than another text
      if (hooked) hook(cell, spec, of, row * spec.cols + col);
      cells.push(cell);
      line.append(cell);
    }
    element.append(line);
  }
  let room = 0;
  const shown = {
    data: /** @type {ArrayLike<NumberLike> | null} */ (null),
    ...{ digits: -1, scale: -1, theme: "", look: "" },
    texts: /** @type {string[]} */ (cells.map(() => "")),
    numbers: /** @type {(string | null)[]} */ (cells.map(() => null)),
  };

  /** @param {ArrayLike<NumberLike> | null} data @param {boolean} recolor */
  function draw(data, recolor) {
    const texts = data ? formatColumn(data, pen.digits()) : [];
    cells.forEach((cell, i) => {
      const covered = data?.[i] === COVERED;
      const number = data && !covered ? full(data[i]) : null;
      const text = texts[i] ?? "";
      if (shown.numbers[i] === number && shown.texts[i] === text && !recolor) return;
      [shown.numbers[i], shown.texts[i]] = [number, text];
      write(cell, text);
      if (hooked) tell(cell, number);
      fitText(cell, text.length, room);
      cell.toggleAttribute("data-covered", covered);
      cell.style.background = data && !covered
        ? signedColor(data[i], shown.scale, pen.theme())
        : "";
    });
  }

  return {
    element,
    fit(chars) {
      if (chars === room) return;
      room = chars;
      element.style.setProperty("--chars", String(room));
      cells.forEach((cell, i) => fitText(cell, shown.texts[i].length, room));
    },
    show(data, look, label, changed) {
      if (element.getAttribute("aria-label") !== label) element.setAttribute("aria-label", label);
      if (shown.look !== look) element.dataset.look = shown.look = look;
      const [digits, scale, theme] = [pen.digits(), pen.maxAbs(), pen.theme()];
      const recolor = scale !== shown.scale || theme !== shown.theme;
      if (data !== shown.data || digits !== shown.digits || recolor) {
        Object.assign(shown, { data, digits, scale, theme });
        draw(data, recolor);
      }
      for (const flat of changed ?? []) underline(cells[flat]);
    },
  };
}

/**
 * @param {HTMLElement} cell
 * @param {CardSpec} spec
 * @param {string} of
 * @param {number} flat
 */
function hook(cell, { id, node }, of, flat) {
  cell.setAttribute("role", "gridcell");
  Object.assign(cell.dataset, { of, name: id, index: indexOf(flat, node.shape).join(",") });
}

/** @type {WeakMap<HTMLElement, ReturnType<typeof setTimeout>>} */
const underlined = new WeakMap();

/** @param {HTMLElement | undefined} cell */
function underline(cell) {
  if (!cell) return;
  clearTimeout(underlined.get(cell));
  cell.dataset.changed = "";
  underlined.set(cell, setTimeout(() => delete cell.dataset.changed, CHANGED));
}

/**
 * A number that is too long for its cell is written smaller.
 *
 * @param {HTMLElement} cell
 * @param {number} length
 * @param {number} room
 */
function fitText(cell, length, room) {
  const small = length > room ? (room / length).toFixed(3) : "";
  if (cell.style.getPropertyValue("--small") !== small) cell.style.setProperty("--small", small);
}

/** @param {HTMLElement} cell @param {string} text */
function write(cell, text) {
  const { firstChild } = cell;
  if (firstChild) firstChild.nodeValue = text;
}

/** @param {HTMLElement} cell @param {string | null} number */
function tell(cell, number) {
  if (number === null) delete cell.dataset.number;
  else cell.dataset.number = number;
}

// @ts-check
/** @import { GridOptions, Model, View } from "./types.js" */
import { signedColor } from "../colors.js";
import { t } from "../strings/index.js";
import { full, readable } from "../numbers.js";
import { buildCells } from "./build.js";
import { flatOf, geometryOf, moved } from "./geometry.js";
import { matrixTexts } from "./texts.js";
import { stateWords } from "./words.js";

/**
 * What a cell shows: its text, its number in full, the color behind it, and the words for where
 * there is no number.
 *
 * @typedef {{ text: string, number: string, color: string, label: string }} Shown
 */

/** How long a number that changed stays underlined, in milliseconds. */
export const UNDERLINED = 1000;

/** A cell of its own for each number: what small arrays are drawn with. @implements {View} */
export class Cells {
  /**
   * @param {Model} model
   * @param {GridOptions} options
   */
  constructor(model, options) {
    this.model = model;
    this.options = options;
    this.geometry = geometryOf(model.shape);
    const { element, cells } = buildCells(this.geometry, options);
    this.element = element;
    this.cells = cells;
    /** @type {Shown[]} */
    this.shown = cells.map(() => ({ text: "", number: "", color: "", label: "" }));
    this.current = 0;
    this.selected = /** @type {number | null} */ (null);
    this.underlined = /** @type {HTMLElement[]} */ ([]);
    this.timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  }

  draw() {
    const { model, options, geometry } = this;
    const { state, changed, selected } = model.look;
    if (this.element.dataset.state !== state) this.element.dataset.state = state;
    const numbers = model.numbers();
    const texts = numbers ? matrixTexts(numbers, geometry, options.digits()) : [];
    const [most, theme] = [options.maxAbs(), options.theme()];
    const words = numbers ? "" : stateWords(model);
    for (let flat = 0; flat < this.cells.length; flat++) {
      const number = model.at(flat);
      const covered = model.covered(flat);
      this.drawCell(flat, {
        text: texts[flat] ?? "",
        number: number === null ? "" : full(number),
        color: number === null ? "" : signedColor(number, most, theme),
        label: covered ? t("grid.covered") : words,
      });
      this.cells[flat].toggleAttribute("data-covered", covered);
    }
    this.select(selected ? flatOf(selected, model.shape) : null);
    if (changed?.size) this.underline(changed);
  }

  /** @param {number} flat @param {Shown} next */
  drawCell(flat, next) {
    const [cell, shown] = [this.cells[flat], this.shown[flat]];
    if (next.text !== shown.text) /** @type {Text} */ (cell.firstChild).data = next.text;
    if (next.color !== shown.color) cell.style.backgroundColor = next.color;
    if (next.label !== shown.label) setOrRemove(cell, "aria-label", next.label);
    if (next.number !== shown.number) setOrRemove(cell, "data-number", next.number);
    if (next.number !== shown.number || next.label !== shown.label) {
      cell.title = next.label || readable(next.number);
    }
    this.shown[flat] = next;
  }

  /** @param {number | null} flat */
  select(flat) {
    if (flat === this.selected) return;
    if (this.selected !== null) this.cells[this.selected].removeAttribute("aria-selected");
    if (flat !== null) this.cells[flat].setAttribute("aria-selected", "true");
    this.selected = flat;
  }

  /** @param {ReadonlySet<number>} changed */
  underline(changed) {
    this.endUnderline();
    this.underlined = [...changed].flatMap((flat) => this.cells[flat] ?? []);
    for (const cell of this.underlined) {
      cell.classList.add("changed");
      cell.dataset.changed = "";
    }
    this.timer = setTimeout(() => this.endUnderline(), UNDERLINED);
  }

  endUnderline() {
    clearTimeout(this.timer);
    for (const cell of this.underlined) {
      cell.classList.remove("changed");
      delete cell.dataset.changed;
    }
    this.underlined = [];
  }

  /** @param {Event} event */
  hit({ target }) {
    const cell = target instanceof Element ? target.closest("[role=gridcell]") : null;
    const flat = this.cells.findIndex((own) => own === cell);
    return flat < 0 ? null : flat;
  }

  /** @param {number} flat */
  goTo(flat) {
    this.cells[this.current].tabIndex = -1;
    this.current = flat;
    this.cells[flat].tabIndex = 0;
    return this.cells[flat];
  }

  /** @param {number} flat */
  cell(flat) {
    return this.cells[flat] ?? null;
  }

  /** @param {number} flat */
  textAt(flat) {
    return this.shown[flat].text.trim();
  }

  /** @param {number} flat */
  hold(flat) {
    this.cells[flat].classList.add("editing");
    return this.cells[flat];
  }

  /** @param {number} flat */
  release(flat) {
    this.cells[flat].classList.remove("editing");
  }

  /** @param {number} flat @param {{ key: string, ctrlKey: boolean }} event */
  move(flat, event) {
    return moved(flat, event, this.geometry);
  }

  /** A cell's title says all there is. */
  hover() {}

  destroy() {
    this.endUnderline();
  }
}

/** @param {HTMLElement} cell @param {string} name @param {string} value  "" for none */
function setOrRemove(cell, name, value) {
  if (value) cell.setAttribute(name, value);
  else cell.removeAttribute(name);
}

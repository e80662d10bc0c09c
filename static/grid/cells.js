// @ts-check
/** @import { GridOptions, Model, View } from "./types.js" */
import { signedColor } from "../colors.js";
import { full, readable } from "../numbers.js";
import { t } from "../strings/index.js";
import { geometryOf, indexOf, moved } from "./geometry.js";
import { columnTexts } from "./texts.js";

/** How long a number that changed stays underlined. */
const CHANGED = 1000;

/**
 * A cell of its own for each number: what small arrays are drawn with.
 *
 * @param {Model} model
 * @param {GridOptions} options
 * @returns {View}
 */
export function createCells(model, options) {
  const geometry = geometryOf(model.shape);
  const { element, cells } = build(geometry, options);
  const drawn = cells.map(() => ({ text: "", number: "", color: "", label: "" }));
  let texts = /** @type {string[]} */ ([]);
  let selected = -1;
  let underlined = /** @type {HTMLElement[]} */ ([]);
  let timer = 0;

  function draw() {
    const { state, changed } = model.look;
    if (element.dataset.state !== state) element.dataset.state = state;
    texts = state === "value" ? textsOf(model, geometry, options.digits()) : [];
    const [most, theme] = [options.maxAbs(), options.theme()];
    for (let flat = 0; flat < cells.length; flat++) {
      const number = state === "value" ? model.at(flat) : null;
      drawCell(cells[flat], drawn[flat], {
        text: texts[flat] ?? "",
        number: number === null ? "" : full(number),
        color: number === null ? "" : signedColor(number, most, theme),
        label: number === null ? t(state === "nopath" ? "grid.nopath" : "grid.unreached") : "",
      }, options.cellWidth);
    }
    select();
    if (changed) underline(changed);
  }

  function select() {
    const index = model.look.selected;
    const flat = index ? cells.findIndex((cell) => cell.dataset.index === index.join(",")) : -1;
    if (flat === selected) return;
    cells[selected]?.removeAttribute("aria-selected");
    cells[flat]?.setAttribute("aria-selected", "true");
    selected = flat;
  }

  /** @param {ReadonlySet<number>} changed */
  function underline(changed) {
    const next = [...changed].flatMap((flat) => cells[flat] ?? []);
    if (next.length === 0) return;
    clearTimeout(timer);
    for (const cell of underlined) cell.classList.remove("changed");
    for (const cell of next) cell.classList.add("changed");
    underlined = next;
    timer = setTimeout(() => {
      for (const cell of underlined) cell.classList.remove("changed");
      underlined = [];
    }, CHANGED);
  }

  /** @type {View} */
  const view = {
    element,
    geometry,
    current: 0,
    draw,
    hit(event) {
      const cell = event.target instanceof Element ? event.target.closest(".grid-cell") : null;
      const flat = cell ? cells.indexOf(/** @type {HTMLElement} */ (cell)) : -1;
      return flat < 0 ? null : flat;
    },
    goTo(flat) {
      cells[view.current].tabIndex = -1;
      view.current = flat;
      cells[flat].tabIndex = 0;
      return cells[flat];
    },
    cell: (flat) => cells[flat] ?? null,
    textAt: (flat) => (texts[flat] ?? "").trim(),
    hold(flat) {
      cells[flat].classList.add("editing");
      return cells[flat];
    },
    release: (flat) => cells[flat].classList.remove("editing"),
    move: (flat, event) => moved(flat, event, geometry),
    hover: () => {},
    destroy: () => clearTimeout(timer),
  };
  return view;
}

/**
 * @param {HTMLElement} cell
 * @param {{ text: string, number: string, color: string, label: string }} drawn  what it shows now
 * @param {{ text: string, number: string, color: string, label: string }} next
 * @param {number | undefined} width
 */
function drawCell(cell, drawn, next, width) {
  if (next.text !== drawn.text) {
    /** @type {Text} */ (cell.firstChild).data = next.text;
    if (width) squeeze(cell, next.text.length, width);
  }
  if (next.number !== drawn.number) {
    if (next.number) cell.dataset.number = next.number;
    else delete cell.dataset.number;
    cell.title = next.number ? readable(next.number) : next.label;
  }
  if (next.color !== drawn.color) cell.style.backgroundColor = next.color;
  if (next.label !== drawn.label) {
    if (next.label) cell.setAttribute("aria-label", next.label);
    else cell.removeAttribute("aria-label");
    cell.title = next.number ? readable(next.number) : next.label;
  }
  Object.assign(drawn, next);
}

/** Sets a long number smaller, so that it stays in its cell. @param {HTMLElement} cell @param {number} length @param {number} width */
function squeeze(cell, length, width) {
  if (length > width) cell.style.setProperty("--squeeze", String(width / length));
  else cell.style.removeProperty("--squeeze");
}

/**
 * @param {Model} model
 * @param {View["geometry"]} geometry
 * @param {number} digits
 */
function textsOf(model, { rows, cols, size }, digits) {
  const texts = new Array(size);
  for (let col = 0; col < cols; col++) {
    const column = Array.from({ length: rows }, (_, row) => model.at(row * cols + col) ?? NaN);
    columnTexts(column, digits).forEach((text, row) => texts[row * cols + col] = text);
  }
  return texts;
}

/**
 * @param {View["geometry"]} geometry
 * @param {GridOptions} options
 */
function build(geometry, options) {
  const { rows, cols, blockRows, shape } = geometry;
  const element = document.createElement("div");
  element.className = options.cellWidth ? "grid-cells fixed" : "grid-cells";
  element.setAttribute("role", "grid");
  element.setAttribute("aria-label", options.label);
  element.setAttribute("aria-rowcount", String(rows));
  element.setAttribute("aria-colcount", String(cols));
  if (!options.editable) element.setAttribute("aria-readonly", "true");
  element.style.setProperty("--cols", String(cols));
  if (options.cellWidth) element.style.setProperty("--cell-chars", String(options.cellWidth));
  /** @type {HTMLElement[]} */
  const cells = [];
  for (let first = 0; first < rows; first += blockRows) {
    const block = shape.length > 2
      ? blockOf(indexOf(first * cols, shape).slice(0, -2), options)
      : element;
    for (let row = first; row < first + blockRows; row++) {
      block.append(rowOf(row, geometry, options, cells));
    }
    if (block !== element) element.append(block);
  }
  return { element, cells };
}

/** @param {number[]} index @param {GridOptions} options */
function blockOf(index, { name }) {
  const block = document.createElement("div");
  block.setAttribute("role", "rowgroup");
  block.className = "grid-block";
  const label = `${name}[${index.join(", ")}]`;
  block.setAttribute("aria-label", label);
  const words = document.createElement("div");
  words.className = "grid-block-label";
  words.setAttribute("aria-hidden", "true");
  words.textContent = label;
  block.append(words);
  return block;
}

/**
 * @param {number} row
 * @param {View["geometry"]} geometry
 * @param {GridOptions} options
 * @param {HTMLElement[]} cells  gets the cells of the row
 */
function rowOf(row, { cols, shape }, { of, name }, cells) {
  const element = document.createElement("div");
  element.className = "grid-row";
  element.setAttribute("role", "row");
  element.setAttribute("aria-rowindex", String(row + 1));
  for (let col = 0; col < cols; col++) {
    const cell = document.createElement("div");
    cell.className = "grid-cell";
    cell.setAttribute("role", "gridcell");
    cell.setAttribute("aria-colindex", String(col + 1));
    cell.dataset.of = of;
    cell.dataset.name = name;
    cell.dataset.index = indexOf(row * cols + col, shape).join(",");
    cell.tabIndex = cells.length === 0 ? 0 : -1;
    cell.append("");
    element.append(cell);
    cells.push(cell);
  }
  return element;
}

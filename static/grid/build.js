// @ts-check
/** @import { Geometry, GridOptions } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { indexOf } from "./geometry.js";

/**
 * The elements of a grid with a cell for each number: rows of cells, in blocks with a label where
 * the array has more than two dimensions.
 *
 * @param {Geometry} geometry
 * @param {GridOptions} options
 */
export function buildCells(geometry, options) {
  const { rows, cols, blockRows, shape } = geometry;
  const element = h("div", { class: "grid-cells", ...gridRole(geometry, options) });
  element.style.setProperty("--cols", String(cols));
  /** @type {HTMLElement[]} */
  const cells = [];
  for (let first = 0; first < rows; first += blockRows) {
    const block = shape.length > 2 ? blockOf(first, geometry, options) : element;
    for (let row = first; row < first + blockRows; row++) {
      const own = cellsOf(row, geometry, options);
      block.append(h("div", { class: "grid-row", role: "row", "aria-rowindex": row + 1 }, ...own));
      cells.push(...own);
    }
    if (block !== element) element.append(block);
  }
  if (cells.length > 0) cells[0].tabIndex = 0;
  return { element, cells };
}

/**
 * @param {number} row  its first
 * @param {Geometry} geometry
 * @param {GridOptions} options
 */
function blockOf(row, { cols, shape }, { name }) {
  const label = `${name}[${indexOf(row * cols, shape).slice(0, -2).join(", ")}]`;
  return h(
    "div",
    { class: "grid-block", role: "rowgroup", "aria-label": label },
    h("div", { class: "grid-block-label", "aria-hidden": "true" }, label),
  );
}

/**
 * @param {number} row
 * @param {Geometry} geometry
 * @param {GridOptions} options
 */
function cellsOf(row, { cols, shape }, options) {
  return Array.from({ length: cols }, (_, col) => {
    const attributes = { class: "grid-cell", tabindex: -1, "aria-colindex": col + 1 };
    const cell = h("div", { ...attributes, ...cellRole(row * cols + col, shape, options) });
    cell.append("");
    return cell;
  });
}

/**
 * The elements of a grid on one canvas: a window over a space as large as the whole picture, in
 * which the canvas stays put, and a line of text and the zoom under it.
 *
 * @param {Geometry} geometry
 * @param {GridOptions} options
 */
export function buildHeat(geometry, options) {
  const canvas = h("canvas", { class: "grid-canvas", "aria-hidden": "true" });
  const row = h("div", { class: "grid-current-row", role: "row" });
  const space = h("div", { class: "grid-space", role: "presentation" }, canvas, row);
  const window = h("div", { class: "grid-window", role: "presentation" }, space);
  const grid = h("div", { class: "grid-heat-grid", ...gridRole(geometry, options) }, window);
  const readout = h("div", { class: "grid-readout", "aria-hidden": "true" });
  const label = t("grid.zoom_of", { name: options.label });
  const zoom = h(
    "button",
    { type: "button", class: "grid-zoom", "aria-label": label },
    t("grid.zoom"),
  );
  const foot = h("div", { class: "grid-foot" }, readout, zoom);
  return {
    element: h("div", { class: options.image ? "grid-heat images" : "grid-heat" }, grid, foot),
    window,
    space,
    canvas,
    row,
    readout,
    zoom,
  };
}

/** @param {Geometry} geometry @param {GridOptions} options */
function gridRole({ rows, cols }, { label, editable }) {
  return {
    role: "grid",
    "aria-label": label,
    "aria-rowcount": rows,
    "aria-colcount": cols,
    "aria-readonly": editable ? null : "true",
  };
}

/**
 * What makes an element the cell of a number.
 *
 * @param {number} flat
 * @param {readonly number[]} shape
 * @param {GridOptions} options
 */
export function cellRole(flat, shape, { of, name }) {
  return {
    role: "gridcell",
    "data-of": of,
    "data-name": name,
    "data-index": indexOf(flat, shape).join(","),
  };
}

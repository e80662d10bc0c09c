// @ts-check
/** @import { CellRef, Store } from "../types.js" */
/** @import { NumberLike } from "../numbers.js" */
import { h } from "../dom.js";
import { createGrid } from "../grid/index.js";
import { shapeText } from "../numbers.js";
import { maxAbs } from "../select.js";
import { t } from "../strings/index.js";

/** Up to so many rows and columns a matrix has its numbers; beyond, it is a heat map. */
const MOST = 10;

/**
 * One matrix on the stage, large, its cells links to their own explanations.
 *
 * @param {Store} store
 * @param {{ caption: string, shape: readonly number[], of: "value" | "gradient", name: string,
 *   data?: ArrayLike<NumberLike>, href?: string, selected?: number[] }} what  `name` is "" for what
 *   is no cell of the run; `selected` is the cell that is outlined on a heat map
 */
export function stageMatrix(store, { caption, shape, of, name, data, href, selected }) {
  const { state } = store;
  const cols = shape[shape.length - 1] ?? 1;
  const size = shape.reduce((product, length) => product * length, 1);
  const heat = cols > MOST || size > MOST * cols;
  const grid = createGrid({
    heat,
    image: state.lessonText?.image?.[name],
    ...{ of, name, label: t("inspector.matrix", { name: caption, shape: shapeText(shape) }) },
    digits: () => store.state.digits,
    maxAbs: () => (store.state.run ? maxAbs(store.state.run) : 0),
    theme: () => (state.theme === "system" ? state.systemTheme : state.theme),
    room: { width: 260, height: 110 },
    onClick: name
      ? (index) => store.dispatch({ type: "ui.explain", cell: { of, name, index } })
      : undefined,
  });
  grid.update({ shape, data, href }, { state: "value", selected: heat ? selected : null });
  if (heat) requestAnimationFrame(() => grid.refresh()); // it paints what it has the room for
  const head = h(
    "figcaption",
    { class: `stage__caption stage__caption--${of}` },
    h("b", {}, caption),
    h("span", { class: "stage__shape" }, ` ${shapeText(shape)}`),
  );
  return { element: h("figure", { class: "stage__matrix" }, head, grid.element), grid };
}

/** @param {HTMLElement} matrix @param {readonly number[]} index */
export function cellIn(matrix, index) {
  return /** @type {HTMLElement | null} */ (matrix.querySelector(
    `[data-index="${index.join(",")}"]`,
  ));
}

/**
 * A link to the explanation of a cell; plain text where there is none.
 *
 * @param {Store} store
 * @param {string} text
 * @param {CellRef | null} cell
 */
export function cellLink(store, text, cell) {
  if (!cell) return h("span", {}, text);
  const link = h("button", { type: "button", class: `stage__link stage__link--${cell.of}` }, text);
  const lit = { kind: cell.of, node: cell.name };
  link.addEventListener("click", () => store.dispatch({ type: "ui.explain", cell }));
  for (const type of ["pointerenter", "focus"]) {
    link.addEventListener(type, () => store.dispatch({ type: "ui.hover", highlight: lit }));
  }
  for (const type of ["pointerleave", "blur"]) {
    link.addEventListener(type, () => store.dispatch({ type: "ui.hover", highlight: null }));
  }
  return link;
}

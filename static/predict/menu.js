// @ts-check
/** @import { CellRef, Store } from "../types.js" */
import { h } from "../dom.js";
import { indexOf } from "../grid/geometry.js";
import { COVERED } from "../numbers.js";
import { button } from "../stage/controls.js";
import { t } from "../strings/index.js";
import { MOST_CELLS } from "../store/predict.js";
import { act, focusAnswer } from "./bar.js";
import { isCovered } from "./cover.js";
import { cellOf } from "./marks.js";
import { nameOf } from "./names.js";

const CELL = '[role="gridcell"][data-of][data-name][data-index]';

/**
 * The menu of a cell: opened with the other button of the mouse, or with the menu key or Shift-F10
 * where the focus is on one.
 *
 * @param {Store} store
 */
export function listenForMenu(store) {
  /** @type {HTMLElement | null} */
  let menu = null;
  let back = /** @type {HTMLElement | null} */ (null);

  /** @param {boolean} focus */
  function close(focus) {
    menu?.remove();
    menu = null;
    if (focus) back?.focus({ preventScroll: true });
  }

  document.addEventListener("contextmenu", (event) => {
    const element = event.target instanceof Element ? event.target.closest(CELL) : null;
    if (!(element instanceof HTMLElement)) return;
    const items = itemsOf(store, cellOf(element), () => close(false));
    if (items.length === 0) return;
    event.preventDefault();
    close(false);
    back = element;
    const own = h(
      "div",
      { class: "cell-menu", role: "menu", "aria-label": t("predict.menu") },
      ...items,
    );
    menu = own;
    document.body.append(own);
    place(own, element, event);
    items[0].focus();
    own.addEventListener("keydown", (key) => onKey(key, items, () => close(true)));
  });
  document.addEventListener("pointerdown", (event) => {
    if (menu && !(event.target instanceof Node && menu.contains(event.target))) close(false);
  });
}

/** @param {KeyboardEvent} event @param {HTMLElement[]} items @param {() => void} close */
function onKey(event, items, close) {
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** @param {Store} store @param {CellRef} cell @param {() => void} close */
function itemsOf(store, cell, close) {
  const { run } = store.state;
  const name = cell.name === "" && run ? run.graph.graph.output : cell.name;
  const node = run?.graph.nodes.get(name);
  if (!run || !node || (cell.of === "gradient" && node.role === "target")) return [];
  const own = { ...cell, name };
  /** @param {string} words @param {() => void} press */
  const item = (words, press) => {
    const button = h("button", {
      type: "button",
      role: "menuitem",
      class: "cell-menu__item",
      tabindex: -1,
    }, words);
    button.addEventListener("click", () => {
      close();
      press();
    });
    return button;
  };
  const size = node.shape.reduce((product, length) => product * length, 1);
  const label = nameOf(run, own.of, name, own.index);
  const whole = Array.from(
    { length: Math.min(size, MOST_CELLS) },
    (_, flat) => indexOf(flat, node.shape),
  );
  return [
    item(
      t("predict.menu.explain", { name: label }),
      () => store.dispatch({ type: "ui.explain", cell: own }),
    ),
    isCovered(store.state, own.of, name, own.index)
      ? null
      : item(t("predict.cover", { name: label }), () => cover(store, own, [own.index])),
    size > 1 && size <= MOST_CELLS
      ? item(
        t("predict.coverAll", { name: nameOf(run, own.of, name, []) }),
        () => cover(store, own, whole),
      )
      : null,
  ].filter((entry) => entry !== null);
}

/** A button that covers the cell that is explained; null where that is covered, or has no number. @param {Store} store @param {CellRef} cell */
export function coverButton(store, { of, name, index }) {
  const { state } = store;
  const target = of === "gradient" && state.run?.graph.nodes.get(name)?.role === "target";
  if (target || isCovered(state, of, name, index)) return null;
  const label = t("predict.cover", { name: state.run ? nameOf(state.run, of, name, index) : name });
  const element = button(COVERED, "cover", () => cover(store, { of, name, index }, [index]));
  element.classList.add("stage__cover");
  element.setAttribute("aria-label", label);
  element.title = label;
  return element;
}

/** Covers cells of an array, and asks for them. @param {Store} store @param {CellRef} cell @param {number[][]} cells */
export function cover(store, { of, name }, cells) {
  act(store, { do: "cover", cells: { of, name, cells } });
  focusAnswer();
}

/** @param {HTMLElement} menu @param {HTMLElement} cell @param {MouseEvent} event */
function place(menu, cell, { clientX, clientY, button }) {
  const rect = cell.getBoundingClientRect();
  const [x, y] = button === 2 ? [clientX, clientY] : [rect.left, rect.bottom + 4];
  const left = Math.min(x, innerWidth - menu.offsetWidth - 8);
  const top = y + menu.offsetHeight > innerHeight - 8 ? y - menu.offsetHeight : y;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}

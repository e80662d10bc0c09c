// @ts-check
/** @import { CellRef, State, Store } from "../types.js" */
import { act } from "./bar.js";
import { pickFrom } from "./pick.js";

const CELL = '[role="gridcell"][data-of][data-name][data-index]';

/**
 * While cells are to be picked, those on the page can be: by a click, or by Enter or Space on one.
 * The picked ones are marked wherever they are drawn.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function markPicks(root, store) {
  /** @param {Event} event */
  const pick = (event) => {
    const cell = cellAt(event.target, root);
    if (!cell || !picking(store.state) || !offered(store.state, cell)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act(store, { do: "pick", cell });
  };
  document.addEventListener("click", pick, { capture: true });
  document.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && !event.ctrlKey && !event.altKey) {
      pick(event);
    }
  }, { capture: true });
  store.subscribe((state, before) => {
    if (picking(state) || picking(before)) requestAnimationFrame(() => mark(store.state));
  });
}

/** The question whose cells are picked now. @param {State} state */
function picking({ predict }) {
  const one = predict.asked[predict.at];
  return one?.kind === "pick" && !one.done ? one : null;
}

/** @param {State} state @param {CellRef} cell */
function offered({ run, predict }, cell) {
  const one = predict.asked[predict.at];
  return run !== null && one !== undefined &&
    pickFrom(run, one).some(({ of, name }) => of === cell.of && name === cell.name);
}

/** @param {EventTarget | null} target @param {HTMLElement} root @returns {CellRef | null} */
function cellAt(target, root) {
  const element = target instanceof Element ? target.closest(CELL) : null;
  if (!(element instanceof HTMLElement) || root.contains(element)) return null;
  return cellOf(element);
}

/** The cell that an element is of. @param {HTMLElement} element @returns {CellRef} */
export function cellOf({ dataset }) {
  const index = dataset.index ? dataset.index.split(",").map(Number) : [];
  const of = dataset.of === "gradient" ? "gradient" : "value";
  return { of, name: dataset.name ?? "", index };
}

/** @param {State} state */
function mark(state) {
  const picked = picking(state)?.picked ?? [];
  const keys = new Set(picked.map(({ of, name, index }) => `${of} ${name} ${index.join(",")}`));
  for (const cell of document.querySelectorAll(`${CELL}`)) {
    const { of, name, index } = /** @type {HTMLElement} */ (cell).dataset;
    cell.toggleAttribute("data-picked", keys.has(`${of} ${name} ${index}`));
  }
}

// @ts-check
/** @import { Moment, Whole } from "../explain/whole/types.js" */
import { indexOf } from "../grid/geometry.js";
import { t } from "../strings/index.js";
import { cellIn } from "./matrix.js";

/** How long a moment stands, and how long its digits fly, in milliseconds. */
const MOMENT = 1300;
const FLIGHT = 800;
const FIRST = 350;

/**
 * Fills the frames of a picture moment by moment, then shows the formula. With reduced motion all
 * stands there at once.
 *
 * @param {{ root: HTMLElement, whole: Whole | null, short: HTMLElement, words: HTMLElement,
 *   last: string }} picture  `short`: the formula; `last`: what is said
 *   when all is there
 * @returns {() => void}  stops it
 */
export function play({ root, whole, short, words, last }) {
  words.textContent = last;
  if (!whole || matchMedia("(prefers-reduced-motion: reduce)").matches) return () => {};
  const cell = cellsOf(root, whole);
  for (const { write: [panel, places] } of whole.moments) {
    for (const flat of places) cell(panel, flat)?.classList.add("stage__empty");
  }
  short.classList.add("stage__later");
  const timers = whole.moments.map((moment, at) =>
    setTimeout(() => {
      if (moment.say) words.textContent = t(moment.say.key, moment.say.params);
      unlight(root);
      show(moment, cell);
    }, FIRST + at * MOMENT)
  );
  timers.push(setTimeout(() => {
    unlight(root);
    short.classList.remove("stage__later");
    words.textContent = last;
  }, FIRST + whole.moments.length * MOMENT));
  return () => timers.forEach(clearTimeout);
}

/** @param {HTMLElement} root @param {Whole} whole @returns {(panel: number, flat: number) => HTMLElement | null} */
function cellsOf(root, { panels }) {
  const elements = panels.map((
    _,
    at,
  ) => /** @type {HTMLElement | null} */ (root.querySelector(`[data-panel="${at}"]`)));
  return (panel, flat) => {
    const element = elements[panel];
    return element ? cellIn(element, indexOf(flat, panels[panel].shape)) : null;
  };
}

/** @param {Moment} moment @param {(panel: number, flat: number) => HTMLElement | null} cell */
function show({ read, write: [panel, places] }, cell) {
  const into = places.flatMap((flat) => cell(panel, flat) ?? []);
  const from = read.flatMap(([source, flats]) => flats.flatMap((flat) => cell(source, flat) ?? []));
  for (const element of from) element.classList.add("stage__lit");
  const copied = read.length === 1 && from.length === into.length;
  into.forEach((element, n) => {
    element.classList.remove("stage__empty");
    element.classList.add("stage__lit", "stage__lit--gradient");
    fly(element, copied ? from[n] : null);
  });
}

/** The digits of a cell come from another, upright all the way; or they appear. @param {HTMLElement} cell @param {HTMLElement | null} from */
function fly(cell, from) {
  const end = cell.getBoundingClientRect();
  const start = from?.getBoundingClientRect();
  const path = start ? `translate(${start.x - end.x}px, ${start.y - end.y}px)` : "scale(0.6)";
  cell.animate([
    { transform: path, opacity: start ? 1 : 0, zIndex: 2 },
    { transform: "none", opacity: 1, zIndex: 2 },
  ], { duration: FLIGHT, easing: "ease-in-out" });
}

/** @param {HTMLElement} root */
function unlight(root) {
  for (const lit of root.querySelectorAll(".stage__lit")) {
    lit.classList.remove("stage__lit", "stage__lit--gradient");
  }
}

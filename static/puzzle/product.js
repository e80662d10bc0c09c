// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Matrix, Problem, Puzzle } from "./types.js" */
import { h } from "../dom.js";
import { indexOf } from "../grid/geometry.js";
import { shapeText } from "../numbers.js";
import { anyCovered, isCovered } from "../predict/cover.js";
import { t } from "../strings/index.js";
import { arraysFor } from "./arrays.js";
import { candidatesOf } from "./candidates.js";
import { cardOf, drawMatrix, shapeOf } from "./card.js";
import { inverse, transposed } from "./matrix.js";
import { partName, slopeName } from "./names.js";
import { said, wordsOf } from "./said.js";
import { measuredIn } from "./verdict.js";

/** @typedef {{ element: HTMLElement, foot?: HTMLElement }} Drawn */
/** @typedef {{ store: Store, problem: Problem, puzzle: Puzzle }} Table */
/** @typedef {{ left: Matrix, right: Matrix, out: Matrix }} Arrays */

/**
 * Which product is the message: the three arrays, the products that might be it, and the nudge that
 * decides.
 *
 * @param {Store} store
 * @param {Problem} problem
 * @param {Puzzle} puzzle
 * @returns {Drawn | Promise<Drawn>}
 */
export function productView(store, problem, puzzle) {
  const arrays = arraysFor(problem);
  const table = { store, problem, puzzle };
  if (arrays === null) return { element: wordsOf(t("explain.waiting")) };
  return arrays instanceof Promise
    ? arrays.then((later) => drawn(table, later))
    : drawn(table, arrays);
}

/** @param {Table} table @param {Arrays} arrays @returns {Drawn} */
function drawn(table, arrays) {
  const { store, problem, puzzle } = table;
  const wanted = problem.side === "left" ? arrays.left : arrays.right;
  const candidates = candidatesOf(problem, arrays);
  const measured = measuredIn(problem, puzzle, store.state.digits);
  const open = puzzle.picked !== null;
  const hidden = hiddenIn(table, wanted.data.length);
  const cards = candidates.map((candidate) =>
    cardOf(store, problem, candidate, {
      ...{ open, picked: candidate.id === puzzle.picked, wanted, measured, hidden },
    })
  );
  const element = h(
    "div",
    {},
    given(table, arrays),
    h("ul", { class: "puzzle__cards", "aria-label": t("puzzle.candidates") }, ...cards),
    open ? inversePart(table, arrays) : null,
  );
  const foot = said({ ...table, candidates, measured, hidden, shape: shapeOf(wanted) });
  return { element, foot };
}

/** The places of what is asked for that are to be predicted first. @param {Table} table @param {number} size */
function hiddenIn({ store: { state }, problem: { target } }, size) {
  if (!anyCovered(state, "gradient", target.id)) return new Set();
  const places = Array.from({ length: size }, (_, flat) => flat);
  return new Set(
    places.filter((flat) => isCovered(state, "gradient", target.id, indexOf(flat, target.shape))),
  );
}

/** @param {Table} table @param {Arrays} arrays */
function given({ store, problem }, { left, right, out }) {
  const arrays = [
    {
      matrix: out,
      caption: slopeName(problem, problem.op.id),
      of: /** @type {const} */ ("gradient"),
    },
    { matrix: left, caption: problem.left.id, of: /** @type {const} */ ("value") },
    { matrix: right, caption: problem.right.id, of: /** @type {const} */ ("value") },
  ];
  return h(
    "div",
    { class: "puzzle__given", role: "group", "aria-label": t("puzzle.given") },
    ...arrays.map((array) => drawMatrix(store, array).element),
  );
}

/** The inverse is something else than the transpose. @param {Table} table @param {Arrays} arrays */
function inversePart({ store, problem }, { left, right }) {
  const { side, other } = problem;
  const matrix = side === "left" ? right : left;
  const undone = inverse(matrix);
  if (!undone || matrix.rows < 2) return null;
  const turn = (/** @type {"transposed" | "inverse"} */ turn) =>
    partName(problem, { of: "value", node: other.id, turn, matrix });
  const [T, I] = [turn("transposed"), turn("inverse")];
  return h(
    "section",
    { class: "puzzle__inverse" },
    h(
      "div",
      { class: "puzzle__given" },
      ...[
        { matrix, caption: other.id },
        { matrix: transposed(matrix), caption: T },
        { matrix: undone, caption: I },
      ].map((array) => drawMatrix(store, { ...array, of: "value" }).element),
    ),
    wordsOf(t("puzzle.inverse", { T, I, W: other.id, shape: shapeText(other.shape) })),
  );
}

// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Candidate, Matrix, Problem, Puzzle } from "./types.js" */
/** @import { Measured } from "./verdict.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { format, shapeText } from "../numbers.js";
import { button } from "../stage/controls.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";
import { arraysFor } from "./arrays.js";
import { candidatesOf, decidingCell, sameNumbers } from "./candidates.js";
import { cardOf, drawMatrix, shapeOf } from "./card.js";
import { inverse, transposed } from "./matrix.js";
import { candidateName, partName, slopeName } from "./names.js";
import { cellAt, isLeft, measuredIn } from "./verdict.js";

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
  if (arrays === null) return { element: words(t("explain.waiting")) };
  return arrays instanceof Promise
    ? arrays.then((later) => drawn(table, later))
    : drawn(table, arrays);
}

/** @param {Table} table @param {Arrays} arrays @returns {Drawn} */
function drawn(table, arrays) {
  const { store, problem, puzzle } = table;
  const wanted = problem.side === "left" ? arrays.left : arrays.right;
  const candidates = candidatesOf(problem, arrays);
  const flat = decidingCell(candidates);
  const measured = measuredIn(problem, puzzle, flat, store.state.digits);
  const open = puzzle.picked !== null;
  const cards = candidates.map((candidate) =>
    cardOf(store, problem, candidate, {
      ...{ open, picked: candidate.id === puzzle.picked, wanted, measured },
    })
  );
  const element = h(
    "div",
    {},
    given(table, arrays),
    h("ul", { class: "puzzle__cards", "aria-label": t("puzzle.candidates") }, ...cards),
    open ? inversePart(table, arrays) : null,
  );
  const foot = h(
    "div",
    { class: "puzzle__said" },
    ...said(table, { candidates, wanted, flat, measured }),
  );
  return { element, foot };
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

/**
 * What is said under the products, step by step.
 *
 * @param {Table} table
 * @param {{ candidates: Candidate[], wanted: Matrix, flat: number, measured: Measured | null }} known
 */
function said(table, { candidates, wanted, flat, measured }) {
  const { problem, puzzle, store } = table;
  const target = slopeName(problem, problem.target.id);
  const shape = shapeOf(wanted);
  const picked = candidates.find(({ id }) => id === puzzle.picked);
  if (!picked) {
    const vectors = problem.left.shape.length === 1 ? [words(t("puzzle.row"))] : [];
    return [words(t("puzzle.question", { target, name: problem.target.id, shape })), ...vectors];
  }
  const fitting = candidates.filter(({ fits }) => fits);
  const is = isWords(table, picked);
  const count = fitting.length === 1
    ? t("puzzle.one", { shape })
    : t("puzzle.several", { shape, count: fitting.length });
  const problemWords = puzzle.refused ? [words(errorText(puzzle.refused), "alert")] : [];
  if (!measured) {
    return [
      ...(picked.fits ? [] : [words(is)]),
      words(count),
      ...problemWords,
      nudgeButton(table, flat),
    ];
  }
  const note = measured.rest === 0 ? [] : [
    words(t("puzzle.elsewhere", {
      ...{ cell: problem.target.id + bracketed(measured.index) },
      rest: format(measured.rest, store.state.digits),
    })),
  ];
  return [
    words(measured.words, "status"),
    ...note,
    words(is),
    ...agree(table, candidates, measured),
  ];
}

/** What the product that was picked is. @param {Table} table @param {Candidate} picked */
function isWords({ problem }, picked) {
  const { side, left, right, op, target, other } = problem;
  return t(`puzzle.is.${side}.${picked.is}`, {
    ...{ product: candidateName(problem, picked), X: left.id, W: right.id, Y: op.id },
    ...{ dX: slopeName(problem, left.id), dW: slopeName(problem, right.id) },
    ...{ dY: slopeName(problem, op.id), target: target.id, other: other.id },
  });
}

/** Another product that is left too has the same numbers. @param {Table} table @param {Candidate[]} candidates @param {Measured} measured */
function agree({ problem }, candidates, measured) {
  const left = candidates.filter((candidate) => isLeft(candidate, measured));
  const truth = left.find(({ is }) => is === "true");
  if (!truth) return [];
  const others = left.filter((one) => one !== truth);
  return others.map((other) =>
    words(t(sameNumbers(truth, other) ? "puzzle.same" : "puzzle.same_here", {
      ...{ one: candidateName(problem, other), other: candidateName(problem, truth) },
      cell: bracketed(measured.index),
    }))
  );
}

/** @param {Table} table @param {number} flat */
function nudgeButton({ store, problem, puzzle }, flat) {
  const index = cellAt(problem, flat);
  const cell = problem.target.id + bracketed(index);
  const element = button(t("puzzle.nudge", { cell }), "nudge", () => {
    const act = { do: /** @type {const} */ ("nudge"), index, by: store.state.nudge };
    store.dispatch({ type: "ui.puzzle", act });
  });
  element.classList.add("puzzle__nudge");
  if (puzzle.asked) element.setAttribute("aria-disabled", "true");
  return element;
}

/** @param {string} text @param {"status" | "alert" | null} [role] */
function words(text, role = null) {
  return h("p", { class: "puzzle__words", role }, text);
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
    words(t("puzzle.inverse", { T, I, W: other.id, shape: shapeText(other.shape) })),
  );
}

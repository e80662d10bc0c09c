// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Candidate, Problem, Puzzle } from "./types.js" */
/** @import { Measured } from "./verdict.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { format } from "../numbers.js";
import { covers } from "../predict/cover.js";
import { button } from "../stage/controls.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";
import { decidingCell, sameNumbers } from "./candidates.js";
import { candidateName, slopeName } from "./names.js";
import { cellAt, isLeft } from "./verdict.js";

/**
 * @typedef {{ store: Store, problem: Problem, puzzle: Puzzle, candidates: Candidate[],
 *   measured: Measured[], shape: string, hidden: ReadonlySet<number> }} Case  `shape`: of what is
 *   asked for, `hidden`: its places that are to be predicted first
 */

/**
 * What is said under the products: the question, what fits, what the nudge says, what the product
 * that was picked is.
 *
 * @param {Case} known
 */
export function said(known) {
  const { candidates, measured, puzzle } = known;
  const picked = candidates.find(({ id }) => id === puzzle.picked);
  const last = measured.at(-1);
  const parts = !picked
    ? question(known)
    : last
    ? decided(known, picked, last)
    : fitted(known, picked);
  return h("div", { class: "puzzle__said" }, ...parts);
}

/** @param {Case} known */
function question({ problem, shape }) {
  const target = slopeName(problem, problem.target.id);
  const vectors = problem.left.shape.length === 1 ? [wordsOf(t("puzzle.row"))] : [];
  return [wordsOf(t("puzzle.question", { target, name: problem.target.id, shape })), ...vectors];
}

/** @param {Case} known @param {Candidate} picked */
function fitted(known, picked) {
  const fitting = known.candidates.filter(({ fits }) => fits);
  const key = fitting.length === 1 ? "puzzle.one" : "puzzle.several";
  return [
    ...(picked.fits ? [] : [wordsOf(isWords(known, picked))]),
    wordsOf(t(key, { shape: known.shape, count: fitting.length })),
    ...nudgePart(known, fitting),
  ];
}

/** @param {Case} known @param {Candidate} picked @param {Measured} last */
function decided(known, picked, last) {
  const { problem, store, candidates, measured } = known;
  const cell = problem.target.id + bracketed(last.index);
  const rest = format(last.rest, store.state.digits);
  const left = candidates.filter((candidate) => isLeft(candidate, measured));
  const apart = left.some((one) => !sameNumbers(one, left[0]));
  return [
    wordsOf(last.words, "status"),
    ...(last.rest === 0 ? [] : [wordsOf(t("puzzle.elsewhere", { cell, rest }))]),
    wordsOf(isWords(known, picked)),
    ...(apart
      ? [wordsOf(t("puzzle.left", { count: left.length })), ...nudgePart(known, left)]
      : sameWords(known, left)),
  ];
}

/** Other products that are left have the same numbers. @param {Case} known @param {Candidate[]} left */
function sameWords({ problem }, left) {
  const truth = left.find(({ is }) => is === "true");
  if (!truth || left.length < 2) return [];
  const names = left.filter((one) => one !== truth).map((one) => candidateName(problem, one));
  const words = { one: names.join(", "), other: candidateName(problem, truth) };
  return [wordsOf(t("puzzle.same", words))];
}

/** What the product that was picked is. @param {Case} known @param {Candidate} picked */
function isWords({ problem }, picked) {
  const { side, left, right, op } = problem;
  return t(`puzzle.is.${side}.${picked.is}`, {
    ...{ product: candidateName(problem, picked), X: left.id, W: right.id, Y: op.id },
    ...{ dX: slopeName(problem, left.id), dW: slopeName(problem, right.id) },
    dY: slopeName(problem, op.id),
  });
}

/** The nudge that tells some products apart, or why there is none. @param {Case} known @param {Candidate[]} apart */
function nudgePart({ store, problem, puzzle, hidden }, apart) {
  const flat = decidingCell(apart, hidden);
  if (flat < 0) {
    const covered = store.state.predict.asked.some(covers);
    return [wordsOf(t(covered ? "puzzle.covered" : "puzzle.not_finite"))];
  }
  const index = cellAt(problem, flat);
  const cell = problem.target.id + bracketed(index);
  const element = button(t("puzzle.nudge", { cell }), "nudge", () => {
    const act = { do: /** @type {const} */ ("nudge"), index, by: store.state.nudge };
    store.dispatch({ type: "ui.puzzle", act });
  });
  element.classList.add("puzzle__nudge");
  if (puzzle.asked) element.setAttribute("aria-disabled", "true");
  return [...(puzzle.refused ? [wordsOf(errorText(puzzle.refused), "alert")] : []), element];
}

/** @param {string} text @param {"status" | "alert" | null} [role] */
export function wordsOf(text, role = null) {
  return h("p", { class: "puzzle__words", role }, text);
}

// @ts-check
/** @import { Candidate, Problem, Puzzle } from "./types.js" */
import { dividing, withSign } from "../explain/digits.js";
import { explain } from "../explain/index.js";
import { bracketed } from "../explain/label.js";
import { indexOf } from "../grid/geometry.js";
import { format } from "../numbers.js";
import { lossName } from "../select.js";
import { sameRun } from "../store/questions.js";
import { t } from "../strings/index.js";
import { stands } from "./candidates.js";

/**
 * What a nudge said: how far the loss moves with the cell, and what of that comes by other uses of
 * it, so that the rest is what the product is answerable for.
 *
 * @typedef {{ index: number[], flat: number, slope: number, rest: number, words: string }} Measured
 */

/**
 * @param {Problem} problem
 * @param {Puzzle} puzzle
 * @param {number} flat  the cell that was nudged
 * @param {number} digits
 * @returns {Measured | null}  null while nothing was measured in this run
 */
export function measuredIn(problem, puzzle, flat, digits) {
  const { told } = puzzle;
  if (!told || !sameRun(told.nudge.run, problem.run)) return null;
  const { index, by } = told.nudge;
  const rest = elsewhere(problem, index);
  const slope = told.answer ? Number(told.answer.central) : gradientAt(problem, index);
  const words = wordsOf(problem, puzzle, { index, by, slope, digits });
  return { index, flat, slope, rest, words };
}

/** @param {Problem} problem @param {number[]} index */
function roadsAt({ run, target }, index) {
  const found = explain(run, { of: "gradient", name: target.id, index });
  return found && !(found instanceof Promise) ? found.roads : [];
}

/** By the local derivatives alone. @param {Problem} problem @param {number[]} index */
function gradientAt(problem, index) {
  return roadsAt(problem, index).reduce((sum, road) => sum + road.sum, 0);
}

/** What comes back to the cell by its other uses. @param {Problem} problem @param {number[]} index */
function elsewhere(problem, index) {
  const { edge } = problem;
  return roadsAt(problem, index).filter(({ consumer, slot }) =>
    consumer !== edge.to || slot !== edge.slot
  ).reduce((sum, road) => sum + road.sum, 0);
}

/** @param {Problem} problem @param {Puzzle} puzzle @param {{ index: number[], by: number, slope: number, digits: number }} nudge */
function wordsOf(problem, { told }, { index, by, slope, digits }) {
  const cell = problem.target.id + bracketed(index);
  const loss = lossName(problem.run);
  const answer = told?.answer;
  const number = format(slope, digits);
  if (!answer) return t("puzzle.local", { cell, loss, slope: number });
  const [before, after] = [Number(answer.before), Number(answer.after)];
  const straight = Math.abs(Number(answer.slope) - slope) <= 1e-6 * Math.abs(slope);
  if (!straight) return t("puzzle.slope", { cell, loss, slope: number });
  const [change, divided] = dividing(after - before, by, digits);
  return t("puzzle.measured", {
    ...{ cell, loss, by: withSign(format(by, 6)), step: format(by, 6) },
    ...{ before: format(before, 6), after: format(after, 6), change: withSign(change) },
    slope: divided,
  });
}

/** Whether a product is left standing by what was measured. @param {Candidate} candidate @param {Measured} measured */
export function isLeft({ matrix, fits }, { flat, slope, rest }) {
  return fits && matrix !== null && stands(matrix.data[flat], slope - rest);
}

/** @param {Problem} problem @param {number} flat */
export function cellAt({ target }, flat) {
  return indexOf(flat, target.shape);
}

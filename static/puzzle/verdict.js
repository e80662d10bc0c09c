// @ts-check
/** @import { ElementNudged } from "../wire.js" */
/** @import { Candidate, Problem, Puzzle } from "./types.js" */
import { dividing, withSign } from "../explain/digits.js";
import { explain } from "../explain/index.js";
import { bracketed } from "../explain/label.js";
import { flatOf, indexOf } from "../grid/geometry.js";
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
 * What was measured in this run, nudge by nudge.
 *
 * @param {Problem} problem
 * @param {Puzzle} puzzle
 * @param {number} digits
 * @returns {Measured[]}
 */
export function measuredIn(problem, { told }, digits) {
  return told.filter(({ nudge }) => sameRun(nudge.run, problem.run)).map(({ nudge, answer }) => {
    const { index, by } = nudge;
    const flat = flatOf(index, problem.target.shape) ?? -1;
    const rest = elsewhere(problem, index);
    const slope = answer ? Number(answer.central) : gradientAt(problem, index);
    return {
      index,
      flat,
      slope,
      rest,
      words: wordsOf(problem, answer, { index, by, slope, digits }),
    };
  });
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

/** @param {Problem} problem @param {ElementNudged | null} answer @param {{ index: number[], by: number, slope: number, digits: number }} nudge */
function wordsOf(problem, answer, { index, by, slope, digits }) {
  const cell = problem.target.id + bracketed(index);
  const loss = lossName(problem.run);
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

/** The first nudge that a product does not stand. @param {Candidate} candidate @param {Measured[]} measured */
export function failsAt({ matrix }, measured) {
  return measured.find(({ flat, slope, rest }) => !stands(matrix?.data[flat] ?? NaN, slope - rest));
}

/** Whether a product is left standing by what was measured. @param {Candidate} candidate @param {Measured[]} measured */
export function isLeft(candidate, measured) {
  return candidate.fits && failsAt(candidate, measured) === undefined;
}

/** @param {Problem} problem @param {number} flat */
export function cellAt({ target }, flat) {
  return indexOf(flat, target.shape);
}

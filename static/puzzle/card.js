// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Candidate, Matrix, Problem } from "./types.js" */
/** @import { Measured } from "./verdict.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { icon } from "../icons.js";
import { COVERED, format, shapeText } from "../numbers.js";
import { cellIn, stageMatrix } from "../stage/matrix.js";
import { t } from "../strings/index.js";
import { candidateName } from "./names.js";
import { failsAt, isLeft } from "./verdict.js";

/** What is so small beside the largest number is what rounding left of 0. */
const NOISE = 1e-13;

/** @param {Matrix} matrix */
export function shapeOf({ rows, cols }) {
  return shapeText([rows, cols]);
}

/**
 * Numbers as a grid draws them: those that depend on covered ones are not said.
 *
 * @param {Store} store
 * @param {{ matrix: Matrix, caption: string, of: "value" | "gradient" }} what
 */
export function drawMatrix(store, { matrix, caption, of }) {
  const { rows, cols, data } = matrix;
  const nothing = NOISE * Math.max(0, ...Array.from(data, Math.abs).filter(Number.isFinite));
  const numbers = Array.from(data, (number) => {
    if (Number.isNaN(number)) return COVERED;
    return Math.abs(number) <= nothing ? 0 : number;
  });
  return stageMatrix(store, { caption, shape: [rows, cols], of, name: "", data: numbers });
}

/**
 * One product: first only its name and the shapes that meet, then what it gives.
 *
 * @param {Store} store
 * @param {Problem} problem
 * @param {Candidate} candidate
 * @param {{ open: boolean, picked: boolean, wanted: Matrix, measured: Measured[],
 *   hidden: ReadonlySet<number> }} how
 */
export function cardOf(store, problem, candidate, { open, picked, wanted, measured, hidden }) {
  const name = candidateName(problem, candidate);
  const left = measured.length > 0 ? isLeft(candidate, measured) : null;
  const pick = h("button", {
    ...{ type: "button", class: "puzzle__pick", "data-focus": `pick:${candidate.id}` },
    "aria-pressed": String(picked),
  }, name);
  pick.addEventListener("click", () => {
    store.dispatch({ type: "ui.puzzle", act: { do: "pick", id: candidate.id } });
  });
  const state = left === null ? null : left ? "stands" : "crossed";
  return h(
    "li",
    {
      class: "puzzle__card",
      "data-fits": open ? String(candidate.fits) : null,
      "data-state": state,
    },
    h(
      "div",
      {},
      pick,
      h(
        "p",
        { class: "puzzle__shapes" },
        candidate.parts.map((part) => shapeOf(part.matrix)).join(" · "),
      ),
      ...(open ? said(store, candidate, { wanted, measured, left }) : []),
    ),
    open ? drawnIn(store, candidate, { name, measured, hidden }) : null,
  );
}

/** The nudge that a product that fits is shown with: the one that it does not stand, or the last. @param {Candidate} candidate @param {Measured[]} measured */
function decisive(candidate, measured) {
  return candidate.fits ? failsAt(candidate, measured) ?? measured.at(-1) : undefined;
}

/** Whether it is defined, and fits, and stands. @param {Store} store @param {Candidate} candidate @param {{ wanted: Matrix, measured: Measured[], left: boolean | null }} how */
function said(store, candidate, { wanted, measured, left }) {
  const { matrix, fits, parts: [one, other] } = candidate;
  if (!matrix) {
    const sizes = { a: one.matrix.cols, b: other.matrix.rows };
    return [h("p", { class: "puzzle__why" }, t("puzzle.undefined", sizes))];
  }
  const shape = { got: shapeOf(matrix), shape: shapeOf(wanted) };
  const why = h("p", { class: "puzzle__why" }, t(fits ? "puzzle.fits" : "puzzle.misfit", shape));
  const shown = decisive(candidate, measured);
  if (!shown) return [why];
  const number = format(matrix.data[shown.flat], store.state.digits);
  const verdict = h(
    "p",
    { class: "puzzle__verdict" },
    icon(left ? "check" : "cross"),
    t(left ? "puzzle.stands" : "puzzle.crossed", { cell: bracketed(shown.index), number }),
  );
  return [why, verdict];
}

/** @param {Store} store @param {Candidate} candidate @param {{ name: string, measured: Measured[], hidden: ReadonlySet<number> }} how */
function drawnIn(store, candidate, { name, measured, hidden }) {
  const { matrix } = candidate;
  if (!matrix) return null;
  const data = candidate.fits ? withoutHidden(matrix.data, hidden) : matrix.data;
  const drawn = { ...matrix, data };
  const { element } = drawMatrix(store, { matrix: drawn, caption: name, of: "gradient" });
  element.querySelector("figcaption")?.remove();
  const shown = decisive(candidate, measured);
  if (shown) cellIn(element, indexIn(matrix, shown.flat))?.classList.add("stage__lit");
  return element;
}

/** @param {ArrayLike<number>} data @param {ReadonlySet<number>} hidden */
function withoutHidden(data, hidden) {
  return Array.from(data, (number, flat) => (hidden.has(flat) ? NaN : number));
}

/** @param {Matrix} matrix @param {number} flat */
function indexIn({ cols }, flat) {
  return [Math.floor(flat / cols), flat % cols];
}

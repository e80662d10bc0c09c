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
import { isLeft } from "./verdict.js";

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
  const numbers = Array.from(data, (number) => (Number.isNaN(number) ? COVERED : number));
  return stageMatrix(store, { caption, shape: [rows, cols], of, name: "", data: numbers });
}

/**
 * One product: first only its name and the shapes that meet, then what it gives.
 *
 * @param {Store} store
 * @param {Problem} problem
 * @param {Candidate} candidate
 * @param {{ open: boolean, picked: boolean, wanted: Matrix, measured: Measured | null }} how
 */
export function cardOf(store, problem, candidate, { open, picked, wanted, measured }) {
  const name = candidateName(problem, candidate);
  const left = measured ? isLeft(candidate, measured) : null;
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
    pick,
    h(
      "p",
      { class: "puzzle__shapes" },
      candidate.parts.map(({ matrix }) => shapeOf(matrix)).join(" · "),
    ),
    ...(open ? opened(store, candidate, { name, wanted, measured, left }) : []),
  );
}

/** @param {Store} store @param {Candidate} candidate @param {{ name: string, wanted: Matrix, measured: Measured | null, left: boolean | null }} how */
function opened(store, candidate, { name, wanted, measured, left }) {
  const { matrix, fits, parts: [one, other] } = candidate;
  if (!matrix) {
    const sizes = { a: one.matrix.cols, b: other.matrix.rows };
    return [h("p", { class: "puzzle__why" }, t("puzzle.undefined", sizes))];
  }
  const shape = { got: shapeOf(matrix), shape: shapeOf(wanted) };
  const why = h("p", { class: "puzzle__why" }, t(fits ? "puzzle.fits" : "puzzle.misfit", shape));
  const drawn = drawMatrix(store, { matrix, caption: name, of: "gradient" }).element;
  drawn.querySelector("figcaption")?.remove();
  if (!measured || !fits) return [why, drawn];
  cellIn(drawn, indexIn(matrix, measured.flat))?.classList.add("stage__lit");
  const number = format(matrix.data[measured.flat], store.state.digits);
  const verdict = h(
    "p",
    { class: "puzzle__verdict" },
    icon(left ? "check" : "cross"),
    t(left ? "puzzle.stands" : "puzzle.crossed", { cell: bracketed(measured.index), number }),
  );
  return [why, drawn, verdict];
}

/** @param {Matrix} matrix @param {number} flat */
function indexIn({ cols }, flat) {
  return [Math.floor(flat / cols), flat % cols];
}

// @ts-check
/** @import { Candidate, Matrix, Part, Problem, Turn } from "./types.js" */
import { inverse, multiplied, transposed } from "./matrix.js";

/** Numbers closer than this part of the largest are one; a nudge tells those apart that are not. */
const SAME = 1e-4;

/**
 * The products that the message might be: of what arrived and of the other operand, as they are and
 * turned, either one first; and what is something else, the message to the other operand, and the
 * inverse in place of the transpose.
 *
 * @param {Problem} problem
 * @param {{ left: Matrix, right: Matrix, out: Matrix }} matrices
 * @returns {Candidate[]}
 */
export function candidatesOf(problem, { left, right, out }) {
  const { op, side } = problem;
  const wanted = side === "left" ? left : right;
  /** @param {"value" | "gradient"} of @param {string} node @param {Matrix} matrix */
  const named = (of, node, matrix) => (/** @type {Turn} */ turn) => part(of, node, matrix, turn);
  const d = named("gradient", op.id, out);
  const a = named("value", problem.left.id, left);
  const b = named("value", problem.right.id, right);
  /** @type {[string, Part | null, Part | null][]} */
  const products = side === "left"
    ? [
      ["column", d("given"), b("given")],
      ["true", d("given"), b("transposed")],
      ["mixes", b("given"), d("given")],
      ["mixes_turned", b("transposed"), d("given")],
      ["sibling", a("transposed"), d("given")],
      ["inverse", d("given"), b("inverse")],
    ]
    : [
      ["row", a("given"), d("given")],
      ["outputs", d("given"), a("given")],
      ["true", a("transposed"), d("given")],
      ["outputs_turned", d("given"), a("transposed")],
      ["sibling", d("given"), b("transposed")],
      ["inverse", a("inverse"), d("given")],
    ];
  return products.flatMap(([is, one, other]) =>
    one && other ? [candidate(is, [one, other], wanted)] : []
  );
}

/** @param {Part["of"]} of @param {string} node @param {Matrix} matrix @param {Turn} turn @returns {Part | null} */
function part(of, node, matrix, turn) {
  const turned = turn === "given"
    ? matrix
    : turn === "transposed"
    ? transposed(matrix)
    : inverse(matrix);
  return turned && { of, node, turn, matrix: turned };
}

/** @param {string} is @param {[Part, Part]} parts @param {Matrix} wanted @returns {Candidate} */
function candidate(is, parts, wanted) {
  const matrix = multiplied(parts[0].matrix, parts[1].matrix);
  const fits = matrix !== null && matrix.rows === wanted.rows && matrix.cols === wanted.cols;
  return { id: is, parts, is, matrix, fits };
}

/** How large the numbers of products are, of those that are known. @param {Candidate[]} candidates */
function scaleOf(candidates) {
  const numbers = candidates.flatMap(({ matrix }) => Array.from(matrix?.data ?? []));
  return numbers.filter(Number.isFinite).reduce((most, n) => Math.max(most, Math.abs(n)), 0);
}

/**
 * The cell at which a nudge decides: the first at which all products that fit and differ at all do
 * differ, else the one at which most of them do.
 *
 * @param {Candidate[]} candidates
 * @param {ReadonlySet<number>} [hidden]  places that are to be predicted first
 * @returns {number}  its flat place; -1 where no cell has numbers to compare
 */
export function decidingCell(candidates, hidden = new Set()) {
  const fitting = candidates.filter(({ fits }) => fits);
  const size = fitting[0]?.matrix?.data.length ?? 0;
  const apart = scaleOf(fitting) * SAME;
  let [best, most] = [-1, 0];
  for (let flat = 0; flat < size; flat++) {
    const numbers = fitting.map(({ matrix }) => matrix?.data[flat] ?? NaN);
    if (hidden.has(flat) || !numbers.every(Number.isFinite)) continue;
    const kinds = numbers.filter((number, n) =>
      numbers.findIndex((other) =>
        Math.abs(other - number) <= apart
      ) === n
    ).length;
    if (kinds > most) [best, most] = [flat, kinds];
  }
  return best;
}

/** Whether two products have the same numbers, as far as they are known. @param {Candidate} one @param {Candidate} other */
export function sameNumbers(one, other) {
  const apart = scaleOf([one, other]) * SAME;
  const [a, b] = [one.matrix?.data ?? [], other.matrix?.data ?? []];
  return a.length === b.length &&
    Array.from(a).every((n, i) => !(Math.abs(n - b[i]) > apart));
}

/** Whether a product's number is the slope that was measured. @param {number} number @param {number} slope */
export function stands(number, slope) {
  return Math.abs(number - slope) <= SAME * Math.max(Math.abs(slope), Math.abs(number)) + 1e-9;
}

// @ts-check
/** @import { CellExpr, Expr, Piece, Recorded } from "./types.js" */
import { indexOf } from "../grid/geometry.js";
import { format, MINUS } from "../numbers.js";
import { isCell } from "./settings.js";

/** @type {Record<string, string>} */
const INFIX = {
  "+": " + ",
  "-": ` ${MINUS} `,
  "*": " · ",
  "/": " / ",
  "pow": "^",
  ">": " > ",
  ">=": " ≥ ",
};
const NAMES = /** @type {Record<string, string>} */ ({ log: "ln" });
const LARGEST_DENOMINATOR = 100_000;

/**
 * An expression at one setting of its labels, in the names of a network: `W2[1,0]`, `(1 − y[0])`.
 *
 * @param {Expr} expr
 * @param {Record<string, number>} setting
 * @param {Recorded} record
 * @returns {Piece[]}
 */
export function piecesOf(expr, setting, record) {
  if (typeof expr === "number") return [plain(numberText(expr))];
  if (isCell(expr)) return [cellPiece(expr, setting, record)];
  const [name, ...parts] = expr;
  if (name === "same") {
    const [left, right] = /** @type {string[]} */ (parts);
    return [plain(setting[left] === setting[right] ? "1" : "0")];
  }
  const inside = /** @type {Expr[]} */ (parts).map((part) => piecesOf(part, setting, record));
  if (name === "neg") return [plain(MINUS), ...inside[0]];
  const between = INFIX[name];
  if (!between) return [plain(`${NAMES[name] ?? name}(`), ...joined(inside, ", "), plain(")")];
  const [open, close] = name.startsWith(">") ? ["[", "]"] : ["(", ")"];
  return [plain(open), ...joined(inside, between), plain(close)];
}

/**
 * The same for all cells: an array stands by its name, as in `(1 − y)`.
 *
 * @param {Expr[]} factors
 * @param {Recorded} record
 */
export function patternOf(factors, { source }) {
  /** @type {Recorded["source"]} */
  const whole = (of) => ({ ...source(of), shape: [] });
  const names = factors.map((factor) => textOf(factor, { source: whole }));
  return names.filter((name) => name !== "1" || names.length === 1).join(" · ");
}

/** @param {Expr} expr @param {Pick<Recorded, "source">} record */
function textOf(expr, record) {
  return piecesOf(expr, {}, /** @type {Recorded} */ (record)).map(({ text }) => text).join("");
}

/** @param {string} text @returns {Piece} */
export function plain(text) {
  return { text, ref: null };
}

/**
 * A number of an op: 0.5 as 1/2, as it stands in a formula.
 *
 * @param {number} number
 */
export function numberText(number) {
  if (Number.isInteger(number)) return format(number, 6);
  const inverse = Math.round(1 / number);
  if (Math.abs(1 / number - inverse) < 1e-9 && Math.abs(inverse) <= LARGEST_DENOMINATOR) {
    return `${number < 0 ? MINUS : ""}1/${Math.abs(inverse)}`;
  }
  return format(number, 6);
}

/** An index as it stands behind a name: [0,1]; nothing for a scalar. @param {readonly number[]} index */
export function bracketed(index) {
  return index.length === 0 ? "" : `[${index.join(",")}]`;
}

/** @param {CellExpr} cell @param {Record<string, number>} setting @param {Recorded} record @returns {Piece} */
function cellPiece(cell, setting, record) {
  const { name, shape, kind, node, kept } = record.source(cell.of);
  if (kind === null) return plain(name);
  let place = cell.offset;
  for (const [label, stride] of Object.entries(cell.strides)) place += stride * setting[label];
  const index = indexOf(place, shape);
  const ref = kept === undefined
    ? { of: kind, name: node, index }
    : { of: kind, name: node, kept, index };
  return { text: name + bracketed(index), ref };
}

/** @param {Piece[][]} parts @param {string} between */
function joined(parts, between) {
  return parts.flatMap((part, at) => (at > 0 ? [plain(between), ...part] : part));
}

// @ts-check
/** @import { OperandKind, OperandTree, ScriptsTree, Tree } from "../formula/types.js" */
import { operandsOf } from "../formula/operands.js";
import { parse } from "../formula/parse.js";

/**
 * A formula as a line of matrices: each operand with the signs that stand around it.
 *
 * @typedef {{ kind: OperandKind, slot: string, transposed: boolean }} Operand
 * @typedef {{ before: string, operand: Operand, after: string }} Term
 * @typedef {{ terms: Term[], exact: boolean }} Equation  not exact: a formula that is no line of
 *   whole matrices, such as one with cases; its operands are listed, each once
 */

/** What cannot be said of whole matrices on one line. */
class NotOneLine extends Error {}

/**
 * The right side of a formula, as terms.
 *
 * @param {string} tex
 * @returns {Equation}
 */
export function equationOf(tex) {
  const right = rightSide(parse(tex));
  try {
    return { terms: lineOf(right), exact: true };
  } catch (problem) {
    if (!(problem instanceof NotOneLine)) throw problem;
    return { terms: listOf(right), exact: false };
  }
}

/**
 * What stands after the first "=", or all of it where there is none.
 *
 * @param {Tree} tree
 * @returns {Tree}
 */
function rightSide(tree) {
  if (tree.type !== "row") return tree;
  const at = tree.items.findIndex((item) => item.type === "operator" && item.text === "=");
  return { type: "row", items: tree.items.slice(at + 1) };
}

/** @param {Tree} tree @returns {Term[]} */
function listOf(tree) {
  const operands = operandsOf(tree).map(plain);
  const first = operands.filter((operand, at) =>
    operands.findIndex((other) => sameOperand(other, operand)) === at
  );
  return first.map((operand) => ({ before: "", operand, after: "" }));
}

/**
 * @param {Operand} one
 * @param {Operand} other
 */
export function sameOperand(one, other) {
  return one.kind === other.kind && one.slot === other.slot && one.transposed === other.transposed;
}

/** @param {OperandTree} tree @returns {Operand} */
function plain({ kind, slot, transposed }) {
  return { kind, slot, transposed };
}

/** @param {Tree} tree @returns {Term[]} */
function lineOf(tree) {
  /** @type {Term[]} */
  const terms = [];
  let text = "";
  for (const piece of pieces(tree)) {
    if (typeof piece === "string") {
      text += piece;
      continue;
    }
    const last = terms.at(-1);
    const [after, before] = last ? parted(text) : ["", text];
    if (last) last.after = after;
    terms.push({ before: before.trim(), operand: plain(piece), after: "" });
    text = "";
  }
  const last = terms.at(-1);
  if (!last) throw new NotOneLine();
  last.after = text.trim();
  return terms;
}

/** What closes before an operator stays with what it closes. @param {string} text */
function parted(text) {
  const closing = /^[)\]|²³⁻⁰¹⁴-⁹]*/.exec(text)?.[0] ?? "";
  return [closing, text.slice(closing.length)];
}

/**
 * The signs and operands of a tree, from left to right.
 *
 * @param {Tree} tree
 * @returns {Iterable<string | OperandTree>}
 */
function* pieces(tree) {
  switch (tree.type) {
    case "operand":
      if (tree.sub) throw new NotOneLine();
      yield tree;
      if (tree.sup) yield* power(tree.sup);
      return;
    case "row":
      for (const item of tree.items) yield* pieces(item);
      return;
    case "operator":
      yield tree.role === "binary" || tree.role === "relation" ? ` ${tree.text} ` : tree.text;
      return;
    case "function":
      yield ` ${tree.text} `;
      return;
    case "identifier":
    case "number":
    case "large":
      yield tree.text;
      return;
    case "space":
      yield " ";
      return;
    case "fraction":
      yield* grouped(tree.top);
      yield " / ";
      yield* grouped(tree.bottom);
      return;
    case "fenced":
      yield tree.open;
      yield* pieces(tree.inside);
      yield tree.close;
      return;
    case "scripts":
      yield* scripted(tree);
      return;
    case "root":
      if (tree.index) throw new NotOneLine();
      yield "√(";
      yield* pieces(tree.inside);
      yield ")";
      return;
    case "words":
    case "cases":
      throw new NotOneLine();
  }
}

/** In brackets, if it is more than one thing. @param {Tree} tree */
function* grouped(tree) {
  const many = tree.type === "row" && tree.items.length > 1;
  if (many) yield "(";
  yield* pieces(tree);
  if (many) yield ")";
}

/**
 * A sum keeps its sign and leaves what it runs over to the formula.
 *
 * @param {ScriptsTree} tree
 */
function* scripted({ base, sub, sup }) {
  if (base.type === "large") {
    yield base.text;
    return;
  }
  if (sub) throw new NotOneLine();
  yield* pieces(base);
  if (sup) yield* power(sup);
}

const RAISED = /** @type {Record<string, string>} */ ({
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
  "−": "⁻",
});

/** @param {Tree} sup */
function* power(sup) {
  const inside = [...pieces(sup)];
  const text = inside.every((piece) => typeof piece === "string") ? inside.join("") : null;
  const raised = text === null ? [] : [...text.replaceAll(" ", "")].map((sign) => RAISED[sign]);
  if (raised.length > 0 && raised.every(Boolean)) yield raised.join("");
  else {
    yield " ^ ";
    yield* grouped(sup);
  }
}

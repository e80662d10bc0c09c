// @ts-check
/** @import { Env, FencedTree, FunctionTree, IdentifierTree, LargeTree, NumberTree, OperatorTree, RowTree, ScriptsTree, Tree } from "./types.js" */
import { bracket, bracketed, math } from "./elements.js";
import { heightOf } from "./height.js";
import { MINUS } from "../numbers.js";
import { operandElement } from "./operand.js";

const APPLY_FUNCTION = "\u2061";

/**
 * The MathML element of a tree, with the names that `env` gives its operands.
 *
 * @param {Tree} tree
 * @param {Env} env
 * @returns {Element}
 */
export function toMathML(tree, env) {
  switch (tree.type) {
    case "row":
      return rowElement(tree, env);
    case "identifier":
      return identifierElement(tree);
    case "number":
      return numberElement(tree);
    case "operator":
      return operatorElement(tree);
    case "function":
      return math("mi", { class: "function" }, tree.text);
    case "large":
      return math("mo", { class: "large" }, tree.text);
    case "words":
      return math("mtext", {}, env.words?.(tree.text) ?? tree.text);
    case "space":
      return math("mspace", { width: `${tree.width}em` });
    case "fraction":
      return math(
        "mfrac",
        tree.small ? { displaystyle: "false" } : {},
        toMathML(tree.top, env),
        toMathML(tree.bottom, env),
      );
    case "root": {
      const inside = toMathML(tree.inside, env);
      return tree.index
        ? math("mroot", {}, inside, toMathML(tree.index, env))
        : math("msqrt", {}, inside);
    }
    case "scripts":
      return scriptsElement(tree, env);
    case "fenced":
      return fencedElement(tree, env);
    case "cases":
      return casesElement(tree.rows, env);
    case "operand":
      return operandElement(tree, env, (part) => toMathML(part, env));
  }
}

/** @param {RowTree} tree @param {Env} env */
function rowElement(tree, env) {
  /** @type {Element[]} */
  const children = [];
  tree.items.forEach((item, index) => {
    const element = toMathML(item, env);
    const negative = element.localName === "mn" && element.textContent?.startsWith(MINUS);
    children.push(negative && index > 0 ? bracketed(element, 1) : element);
    const following = tree.items[index + 1];
    if (following && isFunction(item) && following.type !== "operator") {
      children.push(math("mo", {}, APPLY_FUNCTION));
      if (following.type !== "fenced") children.push(math("mspace", { width: "0.167em" }));
    }
  });
  return math("mrow", {}, ...children);
}

/** @param {Tree} tree @returns {boolean} */
function isFunction(tree) {
  if (tree.type === "function") return true;
  return tree.type === "scripts" && tree.base.type === "function";
}

/** @param {IdentifierTree} tree */
function identifierElement(tree) {
  if (tree.style === "italic") return math("mi", {}, tree.text);
  return math("mi", { mathvariant: "normal", class: tree.style }, tree.text);
}

/** @param {NumberTree} tree */
function numberElement(tree) {
  return math("mn", tree.bold ? { class: "bold" } : {}, tree.text);
}

/** @param {OperatorTree} tree */
function operatorElement({ text, role }) {
  if (role === "open" || role === "close" || text === "|") {
    return math("mo", { stretchy: "false", lspace: "0", rspace: "0" }, text);
  }
  return math("mo", { stretchy: "false" }, text);
}

/** @param {ScriptsTree} tree @param {Env} env */
function scriptsElement({ base, sub, sup }, env) {
  const limits = base.type === "large" || (base.type === "function" && base.limits);
  const parts = [base, ...(sub ? [sub] : []), ...(sup ? [sup] : [])];
  const elements = parts.map((part) => toMathML(part, env));
  const [below, above, both] = limits
    ? ["munder", "mover", "munderover"]
    : ["msub", "msup", "msubsup"];
  return math(sub && sup ? both : sub ? below : above, {}, ...elements);
}

/** @param {FencedTree} tree @param {Env} env */
function fencedElement({ open, close, inside }, env) {
  return bracketed(toMathML(inside, env), heightOf(inside), open, close);
}

/** @param {Tree[][]} rows @param {Env} env */
function casesElement(rows, env) {
  const table = rows.map((cells) => {
    const data = cells.map((cell) => math("mtd", {}, toMathML(cell, env)));
    return math("mtr", {}, ...data);
  });
  const height = heightOf({ type: "cases", rows });
  return math(
    "mrow",
    {},
    ...bracket("{", "prefix", height),
    math("mtable", { class: "cases", displaystyle: "true" }, ...table),
  );
}

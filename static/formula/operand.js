// @ts-check
/** @import { Env, Named, OperandTree, Tree } from "./types.js" */
import { MINUS, readable } from "../numbers.js";
import { bracketed, math } from "./elements.js";

/** @typedef {(tree: Tree) => Element} Build */

/**
 * What stands in a slot: a name, a gradient as a fraction, or a number written in the program. All
 * but the last say which node they belong to.
 *
 * @param {OperandTree} tree
 * @param {Env} env
 * @param {Build} build
 * @returns {Element}
 */
export function operandElement(tree, env, build) {
  if (tree.kind === "gradient") {
    const named = env.gradient(tree.slot);
    return marked(gradientElement(tree, named, env, build), tree, named, env);
  }
  const named = tree.kind === "kept" ? keptOf(tree.slot, env) : env.value(tree.slot);
  if ("literal" in named) return literalElement(tree, named.literal, build);
  return marked(nameElement(named.name, tree, build), tree, named, env);
}

/**
 * @param {string} name
 * @param {Env} env
 * @returns {Named}
 */
export function keptOf(name, env) {
  return env.kept?.(name) ?? { name, node: "" };
}

/**
 * @param {Element} element
 * @param {OperandTree} tree
 * @param {Named} named
 * @param {Env} env
 */
function marked(element, tree, named, env) {
  element.setAttribute("class", "operand");
  element.setAttribute("data-operand", tree.kind);
  element.setAttribute("data-node", named.node);
  if (tree.transposed) element.setAttribute("data-transposed", "true");
  if (env.focusable) {
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", spoken(tree, named, env));
  }
  return element;
}

/**
 * @param {OperandTree} tree
 * @param {Named} named
 * @param {Env} env
 */
function spoken(tree, named, env) {
  const text = tree.kind === "gradient" ? `∂${env.lossName}/∂${named.name}` : named.name;
  return tree.transposed ? `${text}ᵀ` : text;
}

/**
 * A name as mathematics writes it: x, W with a small 1, apple_price.
 *
 * @param {string} name
 * @returns {[Element, Element[]]}  the letters, and the number below them if there is one
 */
function letters(name) {
  const [, letter, digits] = /^(\p{L})(\d+)$/u.exec(name) ?? [];
  if (letter) return [math("mi", {}, letter), [math("mn", {}, digits)]];
  if ([...name].length === 1) return [math("mi", {}, name), []];
  return [math("mi", { mathvariant: "normal" }, name), []];
}

/**
 * @param {string} name
 * @param {OperandTree} tree
 * @param {Build} build
 */
function nameElement(name, tree, build) {
  const [base, below] = letters(name);
  return withScripts(base, below, tree, build);
}

/**
 * The fraction ∂L/∂name; its indices go on the name, and anything above goes outside of brackets.
 *
 * @param {OperandTree} tree
 * @param {Named} named
 * @param {Env} env
 * @param {Build} build
 */
function gradientElement(tree, named, env, build) {
  const plain = { ...tree, transposed: false, sup: null };
  const fraction = math(
    "mfrac",
    {},
    math("mrow", {}, partial(), nameElement(env.lossName, { ...plain, sub: null }, build)),
    math("mrow", {}, partial(), nameElement(named.name, plain, build)),
  );
  if (!tree.transposed && !tree.sup) return fraction;
  return withScripts(bracketed(fraction, 2.5), [], { ...tree, sub: null }, build);
}

function partial() {
  return math("mi", { mathvariant: "normal" }, "∂");
}

/**
 * @param {Element} base
 * @param {Element[]} below  the number of the name; indices follow it after a comma
 * @param {OperandTree} tree
 * @param {Build} build
 */
function withScripts(base, below, tree, build) {
  const under = [...below, ...(tree.sub ? [build(tree.sub)] : [])];
  const over = tree.transposed ? transposeMark() : tree.sup ? build(tree.sup) : null;
  const sub = joined(under);
  if (sub && over) return math("msubsup", {}, base, sub, over);
  if (sub) return math("msub", {}, base, sub);
  return over ? math("msup", {}, base, over) : base;
}

/** @param {Element[]} parts */
function joined(parts) {
  if (parts.length < 2) return parts[0];
  return math("mrow", {}, parts[0], math("mo", { lspace: "0", rspace: "0" }, ","), parts[1]);
}

function transposeMark() {
  return math("mi", { mathvariant: "normal", class: "sans" }, "T");
}

/**
 * @param {OperandTree} tree
 * @param {number | string} literal
 * @param {Build} build
 */
function literalElement(tree, literal, build) {
  const text = typeof literal === "number" ? readable(literal) : literal;
  const number = math("mn", {}, text);
  if (!tree.sup && !tree.sub) return number;
  return withScripts(text.startsWith(MINUS) ? bracketed(number, 1) : number, [], tree, build);
}

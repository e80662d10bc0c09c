// @ts-check
/** @import { Env, OperandKind } from "./types.js" */
import { math } from "./elements.js";
import { fontStretches } from "./fonts.js";
import { toMathML } from "./mathml.js";
import { operandsOf } from "./operands.js";
import { parse } from "./parse.js";
import { shapesText } from "./shapes.js";

export { FormulaError } from "./lex.js";

/**
 * The formula of an op record as a `<math>` element, with the names of one network. Each operand in
 * it has the class "operand", `data-operand` and `data-node`.
 *
 * @param {string} tex
 * @param {Env} env
 * @returns {Element}
 */
export function renderFormula(tex, env) {
  const attributes = {
    class: fontStretches() ? "formula" : "formula no-math-font",
    display: env.display ?? "block",
    displaystyle: "true",
  };
  return math("math", attributes, toMathML(parse(tex), env));
}

/**
 * The same formula with shapes in place of operands: "(4, 2) = (4, 3) · (3, 2)".
 *
 * @param {string} tex
 * @param {Env} env  whose names come with their shapes
 */
export function renderShapes(tex, env) {
  return shapesText(parse(tex), env);
}

/**
 * The operands of a formula, from left to right, a repeated one each time.
 *
 * @param {string} tex
 * @returns {{ kind: OperandKind, slot: string, transposed: boolean }[]}
 */
export function operandsInOrder(tex) {
  return operandsOf(parse(tex)).map(({ kind, slot, transposed }) => ({ kind, slot, transposed }));
}

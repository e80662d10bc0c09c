// @ts-check
/** @import { Env } from "../formula/types.js" */
/** @import { Operands } from "./operands.js" */
import { h } from "../dom.js";
import { operandsInOrder, renderFormula, renderShapes } from "../formula/index.js";

/**
 * A formula, and under it the same in shapes.
 *
 * @param {string} tex
 * @param {Env} env
 * @param {Operands} operands  those of the formula are added to it
 */
export function formulaCard(tex, env, operands) {
  const formula = renderFormula(tex, env);
  addOperands(formula, tex, env, operands);
  const shapes = h("p", { class: "formula-card__shapes" }, renderShapes(tex, env));
  const element = h("div", { class: "formula-card" }, formula, shapes);
  return {
    element,
    /** What was kept is known now, and so its shape. @param {Env} known */
    reshape(known) {
      const text = renderShapes(tex, known);
      if (text !== shapes.textContent) shapes.textContent = text;
    },
  };
}

/**
 * The operands of a formula stand in it in the order of its text; literals are none.
 *
 * @param {Element} formula
 * @param {string} tex
 * @param {Env} env
 * @param {Operands} operands
 */
function addOperands(formula, tex, env, operands) {
  const named = operandsInOrder(tex).filter(({ kind, slot }) =>
    kind !== "value" || !("literal" in env.value(slot))
  );
  for (const [at, element] of [...formula.querySelectorAll("[data-operand]")].entries()) {
    const { kind, slot } = named[at];
    operands.add(element, { kind, node: element.getAttribute("data-node") ?? "", slot });
  }
}

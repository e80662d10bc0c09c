// @ts-check
/** @import { Env } from "../formula/types.js" */
/** @import { Highlight } from "../types.js" */
/** @import { Operands } from "./operands.js" */
import { h } from "../dom.js";
import { operandsInOrder, renderFormula, renderShapes } from "../formula/index.js";
import { highlightOf } from "./names.js";

/**
 * A formula, and under it the same in shapes, once all of them are known.
 *
 * @param {{ tex: string, shown: string }} formula  `shown` where it is written in another way
 * @param {Env} env
 * @param {Operands} operands  those of the formula are added to it
 * @param {string} op  the node whose formula it is
 */
export function formulaCard({ tex, shown }, env, operands, op) {
  const formula = renderFormula(shown, env);
  for (const [element, highlight] of operandsIn(formula, shown, env, op)) {
    operands.add(element, highlight);
  }
  const shapes = h("p", { class: "formula-card__shapes" }, shapesOf(tex, env));
  const element = h("div", { class: "formula-card" }, formula, shapes);
  return {
    element,
    /** What was kept is known now, and so its shape. @param {Env} known */
    reshape(known) {
      const text = shapesOf(tex, known);
      if (text !== shapes.textContent) shapes.textContent = text;
    },
  };
}

/** @param {string} tex @param {Env} env */
function shapesOf(tex, env) {
  const known = operandsInOrder(tex).every(({ kind, slot }) =>
    kind !== "kept" || env.kept?.(slot).shape
  );
  return known ? renderShapes(tex, env) : "";
}

/**
 * The operands of a formula stand in it in the order of its text; literals are none.
 *
 * @param {Element} formula
 * @param {string} tex
 * @param {Env} env
 * @param {string} op
 * @returns {[Element, Highlight][]}
 */
function operandsIn(formula, tex, env, op) {
  const named = operandsInOrder(tex).filter(({ kind, slot }) =>
    kind !== "value" || !("literal" in env.value(slot))
  );
  return [...formula.querySelectorAll("[data-operand]")].map((element, at) => {
    const { kind, slot } = named[at];
    return [element, highlightOf(kind, element.getAttribute("data-node") ?? "", slot, op)];
  });
}

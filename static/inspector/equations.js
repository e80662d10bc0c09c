// @ts-check
/** @import { Env } from "../formula/types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Operand } from "./equation.js" */
/** @import { MatrixOptions } from "./matrix.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { equationOf, sameOperand } from "./equation.js";
import { createMatrix } from "./matrix.js";
import { highlightOf, writtenName } from "./names.js";
import { gradientMatrix, keptMatrix, valueMatrix } from "./readings.js";
import { partOf } from "./scene.js";

/**
 * A formula with its matrices: operands · operands = result. An operand that stands in it again is
 * only named the second time.
 *
 * @param {Scene} scene
 * @param {GraphNode} node  the op whose formula it is
 * @param {string} tex
 * @param {Env} env
 * @param {Part} result
 * @returns {Part}
 */
export function equationPart(scene, node, tex, env, result) {
  const { terms, exact } = equationOf(tex);
  /** @type {Part[]} */
  const parts = [];
  const items = terms.map((term, at) => {
    const repeated = terms.findIndex((other) => sameOperand(other.operand, term.operand)) < at;
    const matrix = repeated ? null : operandMatrix(scene, node, term.operand, env);
    if (matrix) parts.push(matrix);
    const shown = matrix?.element ?? nameOf(term.operand, env);
    const before = term.before || (exact && at > 0 ? "·" : "");
    return h("div", { class: "equation__term" }, sign(before), shown, sign(term.after));
  });
  const equals = h("div", { class: "equation__term" }, sign(exact ? "=" : "→"), result.element);
  const element = h("div", { class: "equation" }, ...items, equals);
  return partOf(element, [...parts, result]);
}

/** @param {string} text */
function sign(text) {
  return text ? h("span", { class: "equation__sign" }, text) : null;
}

/**
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Operand} operand
 * @param {Env} env
 * @returns {Part | null}  null for what has no matrix
 */
function operandMatrix(scene, node, operand, env) {
  const options = optionsOf(scene, node, operand, env);
  if (!options) return null;
  const caption = writtenName(operand, env);
  return createMatrix(scene, { ...options, caption, transposed: operand.transposed });
}

/**
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Operand} operand
 * @param {Env} env
 * @returns {MatrixOptions | null}
 */
function optionsOf(scene, node, { kind, slot }, env) {
  if (kind === "kept") return keptMatrix(node, slot);
  const named = kind === "gradient" ? env.gradient(slot) : env.value(slot);
  const owner = "literal" in named ? undefined : scene.run.graph.nodes.get(named.node);
  if (!owner) return null;
  const options = kind === "gradient"
    ? gradientMatrix(scene.run, owner)
    : valueMatrix(scene, owner);
  return { ...options, highlight: highlightOf(kind, owner.id, slot, node.id) };
}

/** @param {Operand} operand @param {Env} env */
function nameOf(operand, env) {
  const name = writtenName(operand, env);
  return h("span", { class: "equation__sign", "data-kind": operand.kind }, name);
}

// @ts-check
/** @import { Env, FencedTree, FractionTree, Literal, Named, OperandTree, OperatorTree, ScriptsTree, Tree } from "./types.js" */
import { shapeText } from "../numbers.js";
import { keptOf } from "./operand.js";
import { isTranspose } from "./parse.js";

/**
 * The text for a part of a formula; `compound` where it holds more than one shape.
 *
 * @typedef {{ text: string, compound: boolean }} Part
 */

/**
 * A formula with a shape in place of each operand: "(4, 2) = (4, 3) · (3, 2)". Between the shapes
 * stand the operators of the formula; numbers, functions and conditions have no shape and go.
 *
 * @param {Tree} tree
 * @param {Env} env
 */
export function shapesText(tree, env) {
  return partOf(tree, env)?.text ?? "";
}

/**
 * @param {Tree} tree
 * @param {Env} env
 * @returns {Part | null}
 */
function partOf(tree, env) {
  switch (tree.type) {
    case "operand":
      return operandPart(tree, env);
    case "row":
      return rowPart(tree.items, env);
    case "fraction":
      return fractionPart(tree, env);
    case "root":
      return partOf(tree.inside, env);
    case "fenced":
      return partOf(tree.inside, env);
    case "scripts":
      return scriptsPart(tree, env);
    case "cases":
      return casesPart(tree.rows, env);
    default:
      return null;
  }
}

/**
 * @param {OperandTree} tree
 * @param {Env} env
 * @returns {Part | null}
 */
function operandPart(tree, env) {
  const shape = shapeOf(namedOf(tree, env));
  if (!shape) return null;
  const text = shapeText(tree.transposed ? shape.toReversed() : shape);
  return powerPart({ text, compound: false }, tree.sup, env);
}

/**
 * @param {OperandTree} tree
 * @param {Env} env
 */
function namedOf(tree, env) {
  if (tree.kind === "gradient") return env.gradient(tree.slot);
  return tree.kind === "kept" ? keptOf(tree.slot, env) : env.value(tree.slot);
}

/** @param {Named | Literal} named */
function shapeOf(named) {
  return "literal" in named ? undefined : named.shape;
}

/**
 * @param {Tree[]} items
 * @param {Env} env
 * @returns {Part | null}
 */
function rowPart(items, env) {
  const links = linksOf(items, env);
  const [first] = links;
  if (links.length < 2 && !first?.prefix) return first?.part ?? null;
  const text = links.map(({ between, prefix, part }) => between + prefix + grouped(part)).join("");
  return { text, compound: links.length > 1 };
}

/**
 * The parts of a row that have a shape, each with what stands between it and the one before it. Of
 * several operators, around what has no shape, a relation stays, else the first.
 *
 * @param {Tree[]} items
 * @param {Env} env
 */
function linksOf(items, env) {
  /** @type {{ between: string, prefix: string, part: Part }[]} */
  const links = [];
  /** @type {OperatorTree | null} */
  let operator = null;
  let prefix = "";
  for (const item of items) {
    if (item.type === "operator") {
      if (!operator || (item.role === "relation" && operator.role !== "relation")) operator = item;
      continue;
    }
    prefix += prefixOf(item);
    const part = partOf(item, env);
    if (!part) continue;
    links.push({ between: links.length > 0 ? betweenText(operator) : "", prefix, part });
    [operator, prefix] = [null, ""];
  }
  return links;
}

/** @param {OperatorTree | null} operator */
function betweenText(operator) {
  if (!operator) return " ";
  return operator.role === "punctuation" ? `${operator.text} ` : ` ${operator.text} `;
}

/** What changes a shape is kept in front of it: a sum, a maximum. @param {Tree} tree */
function prefixOf(tree) {
  const base = tree.type === "scripts" ? tree.base : tree;
  if (base.type === "large") return `${base.text} `;
  return base.type === "function" && base.limits ? `${base.text} ` : "";
}

/**
 * @param {FractionTree} tree
 * @param {Env} env
 * @returns {Part | null}
 */
function fractionPart({ top, bottom }, env) {
  const [over, under] = [partOf(top, env), partOf(bottom, env)];
  if (!over || !under) return over ?? under;
  return { text: `${grouped(over)} / ${grouped(under)}`, compound: true };
}

/** @param {Part} part */
function grouped(part) {
  return part.compound ? `[${part.text}]` : part.text;
}

/**
 * @param {ScriptsTree} tree
 * @param {Env} env
 * @returns {Part | null}
 */
function scriptsPart({ base, sup }, env) {
  const inside = base.type === "fenced" ? base.inside : base;
  if (isTranspose(sup) && inside.type === "operand") {
    return operandPart({ ...inside, transposed: !inside.transposed }, env);
  }
  return powerPart(partOf(base, env), sup, env);
}

/**
 * @param {Part | null} base
 * @param {Tree | null} sup
 * @param {Env} env
 * @returns {Part | null}
 */
function powerPart(base, sup, env) {
  const power = sup && partOf(sup, env);
  if (!base || !power) return base ?? power;
  return { text: `${grouped(base)} ^ ${grouped(power)}`, compound: true };
}

/**
 * The shapes of the cases, each once; their conditions are no operands of the result.
 *
 * @param {Tree[][]} rows
 * @param {Env} env
 * @returns {Part | null}
 */
function casesPart(rows, env) {
  const texts = rows.map(([value]) => partOf(value, env)?.text).filter((text) =>
    text !== undefined
  );
  const distinct = [...new Set(texts)];
  if (distinct.length === 0) return null;
  return { text: distinct.join(" | "), compound: distinct.length > 1 };
}

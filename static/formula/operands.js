// @ts-check
/** @import { OperandTree, Tree } from "./types.js" */

/**
 * The operands of a tree, from left to right.
 *
 * @param {Tree} tree
 * @returns {OperandTree[]}
 */
export function operandsOf(tree) {
  const inside = partsOf(tree).flatMap(operandsOf);
  return tree.type === "operand" ? [tree, ...inside] : inside;
}

/**
 * @param {Tree} tree
 * @returns {Tree[]}
 */
function partsOf(tree) {
  switch (tree.type) {
    case "row":
      return tree.items;
    case "fraction":
      return [tree.top, tree.bottom];
    case "root":
      return tree.index ? [tree.index, tree.inside] : [tree.inside];
    case "scripts":
      return present(tree.base, tree.sub, tree.sup);
    case "operand":
      return present(tree.sub, tree.sup);
    case "fenced":
      return [tree.inside];
    case "cases":
      return tree.rows.flat();
    default:
      return [];
  }
}

/** @param {...(Tree | null)} trees */
function present(...trees) {
  return trees.filter((tree) => tree !== null);
}

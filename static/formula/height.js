// @ts-check
/** @import { Tree } from "./types.js" */

/**
 * About how tall a tree is drawn, in em: enough to size the brackets around it.
 *
 * @param {Tree} tree
 * @returns {number}
 */
export function heightOf(tree) {
  switch (tree.type) {
    case "row":
      return Math.max(1.15, ...tree.items.map(heightOf));
    case "fraction":
      return (heightOf(tree.top) + heightOf(tree.bottom)) * (tree.small ? 0.7 : 1) + 0.2;
    case "scripts":
      return scriptsHeight(tree);
    case "root":
      return heightOf(tree.inside) + 0.2;
    case "fenced":
      return heightOf(tree.inside);
    case "cases":
      return tree.rows.reduce((sum, cells) => sum + 0.25 + Math.max(...cells.map(heightOf)), 0);
    case "operand":
      return tree.kind === "gradient" ? 2.5 : 1.15;
    case "large":
      return 1.7;
    default:
      return 1.15;
  }
}

/** @param {import("./types.js").ScriptsTree} tree */
function scriptsHeight({ base, sub, sup }) {
  if (base.type !== "large") return heightOf(base) + (sup ? 0.25 : 0);
  return heightOf(base) + (sub ? 0.9 : 0) + (sup ? 0.9 : 0);
}

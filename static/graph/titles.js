// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */

/** The height of the title of an expanded layer. */
export const HEADER = 28;

/** The width of that title, with the button that closes it. @param {string} op @param {string} id */
export function titleWidth(op, id) {
  return (op.length + id.length + 1) * 9 + HEADER;
}

/**
 * The titles of the boxes of layers, with the buttons that close them.
 *
 * @param {Record<string, Rect>} groups
 * @param {GraphIndex} graph
 * @returns {Rect[]}
 */
export function titlesOf(groups, graph) {
  return Object.entries(groups).map(([id, { x, y }]) => {
    const width = titleWidth(graph.layers.get(id)?.op ?? "", id);
    return { x, y, width, height: HEADER };
  });
}

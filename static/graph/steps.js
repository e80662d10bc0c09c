// @ts-check
/** @import { GraphIndex } from "../types.js" */
/** @import { Layout } from "../layout/types.js" */

/**
 * The node that an arrow key leads to: right along a wire to a consumer, left to an input, up and
 * down to the next one that stands above or below in the same part of the picture.
 *
 * @param {GraphIndex} graph
 * @param {Layout} layout
 * @param {string} id
 * @param {string} key
 * @returns {string | null}  null where no wire leads on, or it is no such key
 */
export function nodeFrom(graph, layout, id, key) {
  switch (key) {
    case "ArrowRight":
      return nearest(layout, id, ends(graph, graph.outOf.get(id), "to"));
    case "ArrowLeft":
      return nearest(layout, id, ends(graph, graph.into.get(id), "from"));
    case "ArrowUp":
      return beside(layout, id, -1);
    case "ArrowDown":
      return beside(layout, id, 1);
    case "Home":
      return graph.graph.nodes[0]?.id ?? null;
    case "End":
      return graph.graph.nodes.at(-1)?.id ?? null;
    default:
      return null;
  }
}

/**
 * @param {GraphIndex} graph
 * @param {string[] | undefined} keys
 * @param {"from" | "to"} end
 */
function ends(graph, keys = [], end) {
  return keys.flatMap((key) => graph.edges.get(key)?.[end] ?? []);
}

/**
 * The one whose height is nearest.
 *
 * @param {Layout} layout
 * @param {string} id
 * @param {string[]} ids
 */
function nearest(layout, id, ids) {
  const from = middle(layout, id);
  const sorted = [...new Set(ids)].sort((a, b) =>
    Math.abs(middle(layout, a).y - from.y) - Math.abs(middle(layout, b).y - from.y)
  );
  return sorted[0] ?? null;
}

/**
 * @param {Layout} layout
 * @param {string} id
 * @param {1 | -1} way
 */
function beside(layout, id, way) {
  const from = middle(layout, id);
  let [found, least] = [/** @type {string | null} */ (null), Infinity];
  for (const other of Object.keys(layout.nodes)) {
    const { x, y } = middle(layout, other);
    const down = (y - from.y) * way;
    if (other === id || down < 8) continue;
    const distance = down + 3 * Math.abs(x - from.x);
    if (distance < least) [found, least] = [other, distance];
  }
  return found;
}

/** @param {Layout} layout @param {string} id */
function middle({ nodes }, id) {
  const { glyph, card } = nodes[id];
  const { x, y, width, height } = glyph ?? card;
  return { x: x + width / 2, y: y + height / 2 };
}

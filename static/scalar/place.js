// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { Lines } from "./lines.js" */
/** @import { ScalarGraph } from "./types.js" */
import { MadeTree } from "./made_tree.js";
import { UsedTree } from "./used_tree.js";
import { wiresOf } from "./wires.js";

/**
 * Where a scalar graph stands: each operation as a circle, each number as a card behind it, one row
 * for each term. A layout for whole networks would set the operands of so small a tree above and
 * below, and make it high and narrow; a stage is low and wide.
 *
 * @typedef {{ glyph: Rect | null, card: Rect }} Placed
 * @typedef {{ forward: Point[], backward: Point[], label: Point }} Wire
 * @typedef {{ nodes: Map<string, Placed>, wires: Map<string, Wire>, width: number, height: number }} Places
 */

/**
 * @param {ScalarGraph} graph
 * @param {Lines} lines
 * @returns {Places}
 */
export function placed(graph, lines) {
  const tree = graph.kind === "made" ? new MadeTree(graph, lines) : new UsedTree(graph, lines);
  const elbow = tree.place();
  const wires = wiresOf(graph, tree.places, { elbow, detours: tree.detours });
  return framed(tree.places, wires);
}

/** Moves everything so that it begins at 0. @param {Map<string, Placed>} nodes @param {Map<string, Wire>} wires @returns {Places} */
function framed(nodes, wires) {
  const rects = [...nodes.values()].flatMap(({ glyph, card }) => (glyph ? [glyph, card] : [card]));
  const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
  const points = [...wires.values()].flatMap(({ forward, backward, label }) => [
    ...[...forward, ...backward, label],
  ]);
  for (const thing of [...rects, ...new Set(points)]) {
    thing.x -= left - 2;
    thing.y -= top - 2;
  }
  return {
    ...{ nodes, wires },
    width: Math.max(...rects.map(({ x, width }) => x + width)) + 2,
    height: Math.max(...rects.map(({ y, height }) => y + height)) + 2,
  };
}

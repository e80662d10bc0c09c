// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
import { mapOf } from "../explain/record.js";
import { placesOf, settingsOf, usedLabels } from "../explain/settings.js";
import { flatOf, indexOf } from "../grid/geometry.js";

/**
 * The cells inside an opened layer that have the same gradient as a cell, since the ops between
 * pass it on as it is: they would tell it.
 *
 * @param {RunState} run
 * @param {CellRef} cell
 * @returns {CellRef[]}
 */
export function echoesOf(run, cell) {
  const next = cell.of === "gradient" ? passedOnBy(run, cell) : null;
  return next ? [next, ...echoesOf(run, next)] : [];
}

/** @param {RunState} run @param {CellRef} cell @returns {CellRef | null} */
function passedOnBy(run, { name, index }) {
  const { nodes, outOf, edges } = run.graph;
  const [edge, ...others] = (outOf.get(name) ?? []).flatMap((key) => edges.get(key) ?? []);
  const node = edge && nodes.get(edge.to);
  const place = flatOf(index, nodes.get(name)?.shape ?? []);
  if (!node?.group || node.group === node.id || others.length > 0 || place === null) return null;
  const map = mapOf(run, node);
  const partial = map?.partials[edge.slot];
  if (!map || !partial || partial.factors.length > 0) return null;
  const settings = settingsOf(map, partial.cell, place, usedLabels(map, [map.out, partial.cell]));
  const [only, ...more] = placesOf(map.out, settings);
  if (only === undefined || more.length > 0) return null;
  return { of: "gradient", name: node.id, index: indexOf(only, node.shape) };
}

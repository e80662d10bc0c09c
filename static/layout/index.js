// @ts-check
/** @import { Gaps, InputEdge, InputNode, Layout, LayoutInput, Level, Link, PlacedLevel, Point } from "./types.js" */
/** @import { Folded, Known } from "./groups.js" */
import { foldGroup, survey, unitOf, unitOfGroup } from "./groups.js";
import { connectedParts, layoutLevel, newLevel } from "./level.js";
import { topologicalOrder } from "./layers.js";
import { Drawing } from "./drawing.js";

/** @type {Gaps} */
const GAPS = { column: 44, row: 28, satellite: 30, stem: 22, beside: 0 };

/**
 * Lays a graph out from left to right: where each glyph and card stands, and how each wire runs.
 *
 * The same input always gives the same layout. Throws on a cycle, and on an edge of an unknown node.
 *
 * @param {LayoutInput} input
 * @returns {Layout}
 */
export function layout(input) {
  const known = survey(input, { ...GAPS, ...input.gaps });
  const folded = foldGroups(known);
  const level = wholeLevel(known, folded);
  const drawing = new Drawing(input);
  let top = 0;
  for (const part of connectedParts(level)) {
    const placed = layoutLevel(part.level);
    drawing.add(part.level, placed, folded, -placed.bounds.left, top - placed.bounds.top);
    top += placed.bounds.bottom - placed.bounds.top + 2 * known.gaps.row;
  }
  return drawing.finish();
}

/**
 * Each group as one unit; none of them where they would make a cycle.
 *
 * @param {Known} known
 * @returns {Map<string, Folded>}
 */
function foldGroups(known) {
  /** @type {Map<string, InputNode[]>} */
  const members = new Map(known.input.groups.map(({ id }) => [id, []]));
  /** @type {Map<string, string>} */
  const groupOf = new Map();
  for (const node of known.input.nodes) {
    if (node.group === null || known.isSatellite(node.id)) continue;
    members.get(node.group)?.push(node);
    if (members.has(node.group)) groupOf.set(node.id, node.group);
  }
  /** @type {Map<string, InputEdge[]>} */
  const edges = new Map(known.input.groups.map(({ id }) => [id, []]));
  for (const edge of known.input.edges) {
    if (known.isSatellite(edge.from)) continue;
    const [from, to] = [groupOf.get(edge.from), groupOf.get(edge.to)];
    if (from !== undefined) edges.get(from)?.push(edge);
    if (to !== undefined && to !== from) edges.get(to)?.push(edge);
  }
  /** @type {Map<string, Folded>} */
  const folded = new Map();
  if (members.size === 0 || foldsIntoCycle(known, groupOf)) return folded;
  for (const group of known.input.groups) {
    const inside = members.get(group.id) ?? [];
    if (inside.length === 0) continue;
    folded.set(group.id, foldGroup(known, group, inside, edges.get(group.id) ?? []));
  }
  return folded;
}

/**
 * @param {Known} known
 * @param {Map<string, string>} groupOf
 */
function foldsIntoCycle(known, groupOf) {
  const names = known.input.nodes.map(({ id }) => unitName(groupOf, id));
  const place = new Map([...new Set(names)].map((name, i) => [name, i]));
  const units = [...place.keys()].map((id) =>
    unitOf(known, { id, glyph: null, card: { width: 0, height: 0 }, role: null, group: null })
  );
  /** @type {Link[]} */
  const links = [];
  for (const { id, from, to } of known.input.edges) {
    const [a, b] = [from, to].map((end) => place.get(unitName(groupOf, end)) ?? 0);
    if (a !== b) links.push({ id, from: a, to: b, rank: 0, entryY: null, exitY: null });
  }
  try {
    topologicalOrder(newLevel({ units, links, start: -1, gaps: known.gaps, portGap: 0 }));
    return false;
  } catch {
    return true;
  }
}

/**
 * @param {Map<string, string>} groupOf
 * @param {string} id
 */
function unitName(groupOf, id) {
  const group = groupOf.get(id);
  return group === undefined ? `node ${id}` : `group ${group}`;
}

/**
 * @param {Known} known
 * @param {Map<string, Folded>} folded
 * @returns {Level}
 */
function wholeLevel(known, folded) {
  const { nodes, edges } = known.input;
  /** @type {Map<string, number>} */
  const place = new Map();
  /** @type {Map<string, number>} */
  const placeOfGroup = new Map();
  const units = [];
  for (const node of nodes) {
    if (known.isSatellite(node.id)) continue;
    const group = node.group === null ? undefined : folded.get(node.group);
    if (!group) {
      place.set(node.id, units.push(unitOf(known, node)) - 1);
      continue;
    }
    const at = placeOfGroup.get(group.group.id) ?? units.push(unitOfGroup(group)) - 1;
    placeOfGroup.set(group.group.id, at);
    place.set(node.id, at);
  }
  /** @type {Link[]} */
  const links = [];
  for (const edge of edges) {
    const from = place.get(edge.from);
    const to = place.get(edge.to);
    if (known.isSatellite(edge.from) || from === to) continue;
    if (from === undefined || to === undefined) throw new Error(`layout: unknown node: ${edge.id}`);
    const source = folded.get(units[from].kind === "group" ? units[from].id : "");
    const target = folded.get(units[to].kind === "group" ? units[to].id : "");
    const rank = target?.main === edge.id ? -1 : known.rankOf(edge);
    const entryY = target?.entries.get(edge.id) ?? null;
    const exitY = source?.exits.get(edge.id) ?? null;
    links.push({ id: edge.id, from, to, rank, entryY, exitY });
  }
  return newLevel({ units, links, start: -1, gaps: known.gaps, portGap: 0 });
}

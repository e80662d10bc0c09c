// @ts-check
/** @import { Gaps, InputEdge, InputGroup, InputNode, LayoutInput, Level, Link, PlacedLevel, Rect, Satellite, Unit } from "./types.js" */
import { layoutLevel, newLevel } from "./level.js";
import { findSatellites } from "./satellites.js";

/** From the border of a group to the card of its value. */
const CARD_BEHIND = 16;

/**
 * A group, laid out by itself and ready to be a unit of the whole.
 *
 * @typedef {object} Folded
 * @property {InputGroup} group
 * @property {Level} level
 * @property {PlacedLevel} placed
 * @property {Rect} rect               its border, in the coordinates of its inside
 * @property {number} axis             y of the line it is strung on, likewise
 * @property {InputNode | null} last   the node whose card stands behind the border
 * @property {Map<string, number>} entries  of each edge from outside, where it enters, from the axis
 * @property {Map<string, number>} exits    of each edge to outside, likewise
 * @property {string | undefined} main      the edge that enters on the axis
 */

/**
 * What the whole input says about one node, looked up.
 *
 * @typedef {object} Known
 * @property {LayoutInput} input
 * @property {Gaps} gaps
 * @property {(edge: InputEdge) => number} rankOf
 * @property {Map<string, Satellite[]>} satellites  of each op
 * @property {(id: string) => boolean} isSatellite
 */

/**
 * @param {LayoutInput} input
 * @param {Gaps} gaps
 * @returns {Known}
 */
export function survey(input, gaps) {
  const nodes = new Map(input.nodes.map((node) => [node.id, node]));
  const fed = new Set(input.edges.map(({ to }) => to));
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const { from } of input.edges) uses.set(from, (uses.get(from) ?? 0) + 1);
  const rankOf = (/** @type {InputEdge} */ { from, slot }) => {
    const node = nodes.get(from);
    if (!node) throw new Error(`layout: unknown node: ${from}`);
    const leaf = !node.glyph && !fed.has(from);
    const given = node.role === "target" ? 3 : node.role === "parameter" ? 2 : 0;
    return 1000 * (leaf ? given || (uses.get(from) === 1 ? 1 : 0) : 0) + slot;
  };
  const found = findSatellites(input, rankOf);
  /** @type {Map<string, Satellite[]>} */
  const satellites = new Map();
  for (const [id, { id: edge, to, slot }] of found) {
    const { card, role } = /** @type {InputNode} */ (nodes.get(id));
    satellites.set(to, [...satellites.get(to) ?? [], { id, edge, card, role, slot }]);
  }
  return { input, gaps, rankOf, satellites, isSatellite: (id) => found.has(id) };
}

/**
 * @param {Known} known
 * @param {InputNode} node
 * @returns {Unit}
 */
export function unitOf({ gaps, satellites }, { id, glyph, card }) {
  return {
    id,
    kind: glyph ? "op" : "leaf",
    headWidth: glyph?.width ?? 0,
    headUp: (glyph?.height ?? 0) / 2,
    headDown: (glyph?.height ?? 0) / 2,
    stem: glyph ? gaps.stem : 0,
    cardWidth: card.width,
    cardHeight: card.height,
    satellites: satellites.get(id) ?? [],
  };
}

/**
 * @param {string} id
 * @param {"entry" | "exit"} kind
 * @returns {Unit}
 */
function port(id, kind) {
  const none = { headWidth: 0, headUp: 0, headDown: 0, stem: 0, cardWidth: 0, cardHeight: 0 };
  return { id, kind, ...none, satellites: [] };
}

/**
 * Lays out the inside of a group. Its wires from and to outside get ports on its border; where all that
 * leaves it is the value of its last op, the card of that value stands behind the border.
 *
 * @param {Known} known
 * @param {InputGroup} group
 * @param {InputNode[]} members   without satellites
 * @param {InputEdge[]} edges     with an end among them, without those of satellites
 * @returns {Folded}
 */
export function foldGroup(known, group, members, edges) {
  const units = members.map((node) => unitOf(known, node));
  const place = new Map(members.map(({ id }, i) => [id, i]));
  const last = lastNode(members, edges, place);
  /** @type {Link[]} */
  const links = [];
  /** @param {string} id @param {number} from @param {number} to @param {number} rank */
  const join = (id, from, to, rank) =>
    links.push({ id, from, to, rank, entryY: null, exitY: null });
  for (const edge of edges) {
    const from = place.get(edge.from) ?? units.push(port(edge.id, "entry")) - 1;
    if (last && !place.has(edge.to)) continue;
    const to = place.get(edge.to) ?? units.push(port(edge.id, "exit")) - 1;
    join(edge.id, from, to, known.rankOf(edge));
  }
  let start = -1;
  if (last) {
    const end = place.get(last.id) ?? 0;
    Object.assign(units[end], { stem: 0, cardWidth: 0, cardHeight: 0 });
    start = units.push(port("", "exit")) - 1;
    join("", end, start, 0);
  }
  const level = newLevel({ units, links, start, gaps: known.gaps, portGap: group.padding });
  return withBorder(group, level, layoutLevel(level), last);
}

/**
 * The op whose value is all that leaves the group; null if more does.
 *
 * @param {InputNode[]} members
 * @param {InputEdge[]} edges
 * @param {Map<string, number>} place
 */
function lastNode(members, edges, place) {
  const used = new Set(edges.filter(({ to }) => place.has(to)).map(({ from }) => from));
  const leaving = new Set(edges.filter(({ to }) => !place.has(to)).map(({ from }) => from));
  const ends = members.filter(({ id, glyph }) => glyph && !used.has(id));
  const last = ends.findLast(({ id }) => leaving.has(id)) ?? ends[ends.length - 1];
  return last && [...leaving].every((id) => id === last.id) ? last : null;
}

/**
 * @param {InputGroup} group
 * @param {Level} level
 * @param {PlacedLevel} placed
 * @param {InputNode | null} last
 * @returns {Folded}
 */
function withBorder(group, level, placed, last) {
  const { left, top, right, bottom } = placed.bounds;
  const width = Math.max(right - left + 2 * group.padding, group.width ?? 0);
  const height = bottom - top + 2 * group.padding + group.header;
  const rect = { x: left - group.padding, y: top - group.padding - group.header, width, height };
  const axis = placed.y[level.start >= 0 ? level.start : placed.spine[0]];
  /** @type {Map<string, number>} */
  const entries = new Map();
  /** @type {Map<string, number>} */
  const exits = new Map();
  level.links.forEach(({ from, to }, link) => {
    const wire = placed.wires[link];
    const [source, target] = [level.units[from], level.units[to]];
    if (source.kind === "entry") {
      entries.set(source.id, placed.y[from] - axis);
      wire[0] = { x: rect.x, y: placed.y[from] };
    }
    if (target.kind === "exit") {
      exits.set(target.id, placed.y[to] - axis);
      wire.push({ x: rect.x + rect.width, y: placed.y[to] });
    }
  });
  const first = level.units[placed.spine[0]];
  const main = first.kind === "entry" ? first.id : undefined;
  return { group, level, placed, rect, axis, last, entries, exits, main };
}

/**
 * The unit a folded group is in the whole.
 *
 * @param {Folded} folded
 * @returns {Unit}
 */
export function unitOfGroup({ group, rect, axis, last }) {
  return {
    id: group.id,
    kind: "group",
    headWidth: rect.width,
    headUp: axis - rect.y,
    headDown: rect.y + rect.height - axis,
    stem: last ? CARD_BEHIND : 0,
    cardWidth: last?.card.width ?? 0,
    cardHeight: last?.card.height ?? 0,
    satellites: [],
  };
}

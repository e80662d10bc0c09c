// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { Placed, Wire } from "./place.js" */
/** @import { ScalarEdge, ScalarGraph } from "./types.js" */

/** From a forward wire to the backward one under it. */
const APART = 7;
/** How much of the right edge of a card its wires leave from. */
const EDGE = 0.5;
/** Where a wire that goes round turns in again, before its circle. */
const ROUND = 26;
/** Where on a wire the number stands that comes back along it. */
const LABEL = { straight: 0.45, bent: 0.35 };

/**
 * The wires of a scalar graph, from card to circle: forward, and backward under it. Those that fan
 * out of the cell bend at `elbow`, so that what stands beside the circles is clear of them, and go
 * round what stands on their way.
 *
 * @param {ScalarGraph} graph
 * @param {Map<string, Placed>} places
 * @param {{ elbow: number | null, detours: Map<string, number> }} bends
 * @returns {Map<string, Wire>}
 */
export function wiresOf({ edges, root }, places, { elbow, detours }) {
  return new Map(edges.flatMap((edge) => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (!from || !to) return [];
    const out = edges.filter((one) => one.from === edge.from);
    const start = startOf(from.card, out.indexOf(edge), out.length);
    const glyph = to.glyph ?? to.card;
    const bend = elbow !== null && edge.from === root
      ? bendsTo(glyph, elbow, detours.get(edge.to) ?? 0)
      : [];
    const end = onCircle(bend[bend.length - 1] ?? start, glyph, twins(edge, edges));
    return [[edge.id, wire([start, ...bend, end])]];
  }));
}

/** @param {Rect} glyph @param {number} elbow @param {number} detour @returns {Point[]} */
function bendsTo({ x, y, height }, elbow, detour) {
  const line = y + height / 2 + detour;
  return detour === 0
    ? [{ x: elbow, y: line }]
    : [{ x: elbow, y: line }, { x: x - ROUND, y: line }];
}

/** Which use of the same number by the same operation, from the middle. @param {ScalarEdge} edge @param {ScalarEdge[]} edges */
function twins(edge, edges) {
  const same = edges.filter(({ from, to }) => from === edge.from && to === edge.to);
  return same.indexOf(edge) - (same.length - 1) / 2;
}

/** @param {Rect} card @param {number} n @param {number} of @returns {Point} */
function startOf({ x, y, width, height }, n, of) {
  const part = of < 2 ? 0 : (n / (of - 1) - 0.5) * EDGE;
  return { x: x + width, y: y + height * (0.5 + part) };
}

/** Where a wire meets a circle. @param {Point} start @param {Rect} rect @param {number} twin @returns {Point} */
function onCircle(start, { x, y, width, height }, twin) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const angle = Math.atan2(start.y - cy, start.x - cx) - twin * 0.9;
  return { x: cx + Math.cos(angle) * width / 2, y: cy + Math.sin(angle) * height / 2 };
}

/** @param {Point[]} forward @returns {Wire} */
function wire(forward) {
  const under = offset(forward);
  // On the last straight piece; one that goes round has its own on the long piece.
  const [a, b] = under.length > 3 ? under.slice(1, 3) : under.slice(-2);
  const at = under.length > 2 ? LABEL.bent : LABEL.straight;
  return {
    forward,
    backward: under.toReversed(),
    label: { x: a.x + (b.x - a.x) * at, y: a.y + (b.y - a.y) * at },
  };
}

/** A line beside another, on its right as one goes along. @param {Point[]} points @returns {Point[]} */
function offset(points) {
  const ways = points.slice(1).map(({ x, y }, n) => {
    const [dx, dy] = [x - points[n].x, y - points[n].y];
    const length = Math.hypot(dx, dy) || 1;
    return { x: -dy / length * APART, y: dx / length * APART };
  });
  return points.map(({ x, y }, n) => {
    const [before, after] = [ways[n - 1] ?? ways[n], ways[n] ?? ways[n - 1]];
    const share = 1 + (before.x * after.x + before.y * after.y) / APART ** 2;
    return { x: x + (before.x + after.x) / share, y: y + (before.y + after.y) / share };
  });
}

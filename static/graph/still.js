// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */
/** @import { GraphLayer, GraphNode } from "../wire.js" */
/** @import { Sheet } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { keepsText } from "./names.js";
import { arrowHead, pathOf, pointsOf, shortened } from "./route.js";
import { glyphLines } from "./input.js";
import { foldMark, s } from "./svg.js";
import { Tiles } from "./tiles.js";
import { HEADER } from "./titles.js";

/** Drawings of more nodes are put together from tiles. */
export const SMALL_GRAPH = 150;
/** From line to line of the name of a layer. */
const LINE = 20;
/** The heads of arrows, long and wide. */
const FORWARD = /** @type {const} */ ([8, 8]);
const BACKWARD = /** @type {const} */ ([11, 11]);

/**
 * The still part of the picture: boxes, wires, ops. Steps change no more than attributes of it, and
 * have no more of it painted than the tiles they change.
 *
 * @typedef {object} Still
 * @property {HTMLElement} element
 * @property {Map<string, SVGGElement>} glyphs  by node
 * @property {Map<string, SVGGElement>} edges   by key
 * @property {Map<string, SVGGElement>} stems   by node
 * @property {Tiles[]} tiles
 */

/**
 * @param {Sheet} sheet
 * @param {GraphIndex} index
 * @returns {Still}
 */
export function drawStill({ layout, mode, specs }, index) {
  const groups = tile();
  const [wires, ops] = [h("div"), h("div")];
  const whole = specs.size <= SMALL_GRAPH;
  const wireTiles = new Tiles(wires, tile, whole);
  const opTiles = new Tiles(ops, tile, whole);
  /** @type {Still} */
  const still = {
    element: h("div", { class: "still" }, groups, wires, ops),
    glyphs: new Map(),
    edges: new Map(),
    stems: new Map(),
    tiles: [wireTiles, opTiles],
  };
  still.element.dataset.mode = mode;
  for (const layer of index.graph.layers) {
    const rect = layout.groups[layer.id];
    if (layer.expanded && rect) groups.append(group(layer, rect));
  }
  for (const [id, { forward, backward }] of Object.entries(layout.stems)) {
    const stem = s("g", { class: "stem", "data-state": "idle" }, ...wire(forward, backward, false));
    still.stems.set(id, stem);
    wireTiles.add(stem, boundsOf(pointsOf(forward + backward)));
  }
  for (const [key, edge] of index.edges) {
    const placed = layout.edges[key];
    if (!placed) continue;
    const element = s(
      "g",
      {
        class: "edge",
        "data-edge": edge.id,
        "data-slot": edge.twice ? edge.slot : null,
        "data-state": "idle",
      },
      s("path", { class: "edge__hit", d: placed.forward + placed.backward }),
      ...wire(placed.forward, edge.gradient ? placed.backward : null, true),
    );
    still.edges.set(key, element);
    wireTiles.add(element, boundsOf(pointsOf(placed.forward + placed.backward)));
  }
  for (const node of index.graph.nodes) {
    const rect = layout.nodes[node.id]?.glyph;
    if (!rect) continue;
    const element = glyph(node, rect);
    const op = s("g", { class: "op" }, element);
    op.style.transformOrigin = `${rect.x + rect.width / 2}px ${rect.y + rect.height / 2}px`;
    still.glyphs.set(node.id, element);
    opTiles.add(op, rect);
    if (node.kind !== "layer") continue;
    if (node.keeps?.length) op.append(keeps(node, rect));
    op.append(expander(node, rect));
  }
  return still;
}

/** A drawing without a size, over which others can be clicked. */
function tile() {
  return s("svg", { class: "tile", width: 1, height: 1 });
}

/** @param {Point[]} points @returns {Rect} */
function boundsOf(points) {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/**
 * @param {string} forward
 * @param {string | null} backward
 * @param {boolean} headed  a stem's arrow would stand between an op and its own value
 */
function wire(forward, backward, headed) {
  const there = pointsOf(forward);
  const paths = [s("path", {
    class: "edge__forward",
    d: pathOf(headed ? shortened(there, FORWARD[0] - 1) : there),
  })];
  if (headed) paths.push(s("path", { class: "edge__tip", d: arrowHead(there, ...FORWARD) }));
  if (backward === null) return paths;
  const back = pointsOf(backward);
  const line = headed ? shortened(back, BACKWARD[0] - 1) : back;
  paths.push(s("path", { class: "edge__backward", d: pathOf(line) }));
  if (headed) paths.push(s("path", { class: "edge__backtip", d: arrowHead(back, ...BACKWARD) }));
  return paths;
}

/**
 * @param {GraphNode} node
 * @param {Rect} rect
 */
function glyph(node, { x, y, width, height }) {
  const [cx, cy] = [x + width / 2, y + height / 2];
  const shape = node.kind === "layer"
    ? s("rect", { class: "glyph__shape", x, y, width, height, rx: 10 })
    : s("circle", { class: "glyph__shape", cx, cy, r: width / 2 });
  const lines = glyphLines(node);
  const first = cy - (lines.length - 1) * LINE / 2 -
    (node.kind === "layer" && node.keeps?.length ? 8 : 0);
  return s(
    "g",
    {
      class: "glyph",
      "data-node": node.id,
      "data-kind": node.kind,
      "data-state": "idle",
      role: "button",
      tabindex: -1,
    },
    shape,
    ...lines.map((line, i) =>
      s("text", { class: "glyph__name", x: cx, y: first + LINE * i }, line)
    ),
  );
}

/**
 * The badge of what a layer keeps for the way back.
 *
 * @param {GraphNode} node
 * @param {Rect} rect
 */
function keeps({ id, keeps = [] }, { x, y, width, height }) {
  const text = keepsText(keeps);
  return s(
    "g",
    {
      class: "keeps",
      "data-kept": id,
      role: "button",
      tabindex: -1,
      "aria-label": `${id} ${text}`,
    },
    s("rect", {
      class: "keeps__box",
      x: x + 4,
      y: y + height - 22,
      width: width - 8,
      height: 18,
      rx: 6,
    }),
    s("text", { class: "keeps__text", x: x + width / 2, y: y + height - 12.5 }, text),
  );
}

/**
 * The button that opens a layer.
 *
 * @param {GraphNode} node
 * @param {Rect} rect
 */
function expander({ id, op }, { x, y, width }) {
  const [cx, cy] = [x + width - 3, y + 3];
  return s(
    "g",
    {
      class: "fold",
      "data-expand": id,
      role: "button",
      tabindex: -1,
      "aria-label": t("graph.expand", { op: op ?? id, id }),
    },
    s("circle", { class: "fold__hit", cx, cy, r: 14 }),
    s("circle", { class: "fold__disc", cx, cy, r: 9 }),
    foldMark(cx, cy, 4.5, true),
  );
}

/**
 * The box of an expanded layer; its title closes it.
 *
 * @param {GraphLayer} layer
 * @param {Rect} rect
 */
function group({ id, op }, { x, y, width, height }) {
  const [cx, cy] = [x + HEADER / 2 + 2, y + HEADER / 2];
  return s(
    "g",
    { class: "group", "data-group": id },
    s("rect", { class: "group__box", x, y, width, height, rx: 12 }),
    s(
      "g",
      {
        class: "fold fold--head",
        "data-collapse": id,
        role: "button",
        tabindex: -1,
        "aria-label": t("graph.collapse", { op, id }),
      },
      s("rect", { class: "fold__hit", x, y, width, height: HEADER, rx: 12 }),
      s("text", { class: "group__name", x: cx + HEADER / 2, y: cy }, t("graph.group", { op, id })),
      s("circle", { class: "fold__disc", cx, cy, r: 9 }),
      foldMark(cx, cy, 4.5, false),
    ),
  );
}

// @ts-check
/** @import { Point, Rect, Size } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */
/** @import { Block, Item } from "./place.js" */
/** @import { Halves } from "./sizes.js" */
/** @import { Sheet, Touched, View } from "./types.js" */
/** @import { Wanted } from "./wanted.js" */
import { FONT, readableInPlace } from "./follow.js";
import { grown, place, SOLID } from "./place.js";
import { pointsOf } from "./route.js";
import { isInside, seenFrom, toolsOf } from "./seen.js";
import { cardSize } from "./sizes.js";
import { titlesOf } from "./titles.js";

/** A glyph with its border. */
const BORDER = 3;
/** The name of a card, from its top. */
const NAME = 20;

/**
 * The cards that are drawn large over the drawing, for their numbers cannot be read where they are,
 * or are out of sight: where they stand, with which halves. They cover no op, no title of a layer, and
 * nothing else that the step touches; a card for which there is no such place stays small.
 *
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Wanted} wanted
 * @param {Touched} touched
 * @param {View} view
 * @param {Size} stage
 * @param {boolean} follows  whether the view goes with the steps; else what is out of it stays there
 * @returns {Map<string, { rect: Rect, halves: Halves }>}
 */
export function floating(sheet, graph, wanted, touched, view, stage, follows) {
  const font = nearFont(stage);
  const readable = readableInPlace(sheet, view.scale);
  const blocks = blocksOf(sheet, graph, wanted, touched, view, stage);
  /** @type {Map<string, Halves>} */
  const halvesOf = new Map();
  /** @type {Item[]} */
  const items = [];
  for (const [id, { halves }] of wanted) {
    const spec = sheet.specs.get(id);
    const anchor = sheet.layout.nodes[id] && seenFrom(view, sheet.layout.nodes[id].card);
    if (!spec || !anchor) continue;
    if (readable && (!follows || isInside(anchor, stage))) {
      blocks.push({ rect: anchor, weight: SOLID });
      continue;
    }
    if (!follows && !meets(anchor, stage)) continue;
    // Before the first step there is more to see than numbers: what is a picture is one at any size.
    if (touched.op === null && (spec.look !== "cells" || !meets(anchor, stage))) continue;
    halvesOf.set(id, halves);
    items.push({
      id,
      size: rounded(cardSize(spec, halves), font),
      anchor: broughtIn(anchor, stage),
    });
  }
  if (items.length === 0) return new Map();
  let rects = place(items, blocks, stage);
  for (const item of items) {
    const spec = sheet.specs.get(item.id);
    if (rects.has(item.id) || !spec || halvesOf.get(item.id) !== "both") continue;
    const half = touched.pass === "backward" ? "gradient" : "value";
    halvesOf.set(item.id, half);
    item.size = rounded(cardSize(spec, half), font);
    rects = place(items, blocks, stage);
  }
  return new Map(
    [...rects].map(([id, rect]) => [id, { rect, halves: halvesOf.get(id) ?? "both" }]),
  );
}

/** Of the numbers of a card that is drawn large, in CSS pixels. @param {Size} stage */
export function nearFont({ height, width }) {
  const most = Math.min(height / 32, width / 46);
  return Math.round(Math.max(FONT.least, Math.min(FONT.most, most)));
}

/**
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Wanted} wanted
 * @param {Touched} touched
 * @param {View} view
 * @param {Size} stage
 */
function blocksOf({ layout }, graph, wanted, touched, view, stage) {
  /** @type {Block[]} */
  const blocks = [];
  // Before the first step nothing is more important than anything else.
  const [weight, name] = touched.op === null ? [1, 5] : [0.06, 0.3];
  for (const [id, { glyph, card }] of Object.entries(layout.nodes)) {
    const seen = glyph && seenFrom(view, glyph);
    if (seen && meets(seen, stage)) blocks.push({ rect: grown(seen, BORDER), weight: SOLID });
    const own = seenFrom(view, card);
    if (!meets(own, stage) || wanted.has(id)) continue;
    blocks.push({ rect: own, weight });
    blocks.push({ rect: { ...own, height: Math.min(own.height, NAME) }, weight: name });
  }
  for (const rect of titlesOf(layout.groups, graph)) {
    blocks.push({ rect: seenFrom(view, rect), weight: SOLID });
  }
  for (const { path, of } of litOf(layout, graph, touched)) {
    const points = pointsOf(path);
    for (let i = 1; i < points.length; i++) {
      const rect = seenFrom(view, around(points[i - 1], points[i]));
      blocks.push({ rect: widened(rect, 5), weight: 4, of });
    }
  }
  blocks.push({ rect: toolsOf(stage), weight: SOLID });
  return blocks;
}

/**
 * The wires of a step, each with the value whose card it leads to.
 *
 * @param {Sheet["layout"]} layout
 * @param {GraphIndex} graph
 * @param {Touched} touched
 */
function litOf({ edges, stems }, graph, { pass, op, edge }) {
  if (op === null) return [];
  const way = pass === "backward" ? "backward" : "forward";
  const keys = pass === "backward" ? [edge ?? ""] : graph.into.get(op) ?? [];
  const wires = keys.map((key) => ({ path: edges[key]?.[way], of: graph.edges.get(key)?.from }));
  return [...wires, { path: stems[op]?.[way], of: op }].flatMap(({ path, of }) =>
    path === undefined ? [] : [{ path, of }]
  );
}

/** The part of the edge of a stage that is nearest to what is out of sight. @param {Rect} rect @param {Size} stage @returns {Rect} */
function broughtIn(rect, stage) {
  if (meets(rect, stage)) return rect;
  return {
    ...rect,
    x: Math.max(0, Math.min(stage.width - rect.width, rect.x)),
    y: Math.max(0, Math.min(stage.height - rect.height, rect.y)),
  };
}

/** @param {Size} size @param {number} font @returns {Size} */
function rounded({ width, height }, font) {
  return { width: Math.ceil(width * font) + 2, height: Math.ceil(height * font) + 2 };
}

/** @param {Rect} rect @param {Size} stage */
function meets({ x, y, width, height }, stage) {
  return x < stage.width && y < stage.height && x + width > 0 && y + height > 0;
}

/** A piece of a wire, thicker but no longer. @param {Rect} rect @param {number} by @returns {Rect} */
function widened(rect, by) {
  const { x, y, width, height } = grown(rect, by);
  const upright = rect.height > rect.width;
  return upright ? { ...rect, x, width } : { ...rect, y, height };
}

/** @param {Point} a @param {Point} b */
function around(a, b) {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

// @ts-check
/** @import { Layout, Rect, Size } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */
/** @import { Sheet, Touched, View } from "./types.js" */
import { fitted, MARGIN } from "./camera.js";
import { overlap } from "./place.js";
import { roomOf, seenFrom, STRIP, toolsOf, union } from "./seen.js";
import { titlesOf } from "./titles.js";

/** Numbers of what a step touches, in CSS pixels: the least, and as much more as there is room for. */
export const FONT = { least: 16, most: 20 };
/** The least scale at which a drawing of chips is followed, and is read whole. */
const CHIPS = { followed: 1, whole: 0.82 };
/** The least scale at which the whole is shown before the first step, and the least of all. */
const REST = 0.35;
const MADE_OUT = 0.15;

/**
 * What was worked out for a sheet and a stage: steps ask again and again.
 *
 * @template Value
 * @typedef {WeakMap<Sheet, { stage: Size, value: Value }>} Known
 */

/** @type {Known<View>} */
const wholes = new WeakMap();
/** @type {Known<number>} */
const scales = new WeakMap();

/**
 * @template Value
 * @param {Known<Value>} known
 * @param {Sheet} sheet
 * @param {Size} stage
 * @param {() => Value} make
 */
function kept(known, sheet, stage, make) {
  const found = known.get(sheet);
  if (found?.stage.width === stage.width && found.stage.height === stage.height) return found.value;
  const value = make();
  known.set(sheet, { stage, value });
  return value;
}

/**
 * Whether numbers are large enough where they are.
 *
 * @param {Sheet} sheet
 * @param {number} scale
 */
export function readableInPlace({ mode, font }, scale) {
  return mode !== "chips" && font * scale >= FONT.least - 0.01;
}

/**
 * Whether all of a drawing can be read at once.
 *
 * @param {Sheet} sheet
 * @param {Size} stage
 */
export function readableWhole(sheet, stage) {
  const { scale } = wholeView(sheet, stage);
  return sheet.mode === "chips" ? scale >= CHIPS.whole : readableInPlace(sheet, scale);
}

/** All of a drawing, below the tools where they would cover something of it. @param {Sheet} sheet @param {Size} stage */
export function wholeView(sheet, stage) {
  return kept(wholes, sheet, stage, () => wholeOf(sheet, stage));
}

/** @param {Sheet} sheet @param {Size} stage @returns {View} */
function wholeOf({ layout, frame }, stage) {
  const view = fitted(layout, stage, frame);
  const tools = toolsOf(stage);
  const covered = Object.values(layout.nodes).some(({ glyph, card }) =>
    [glyph ?? card, card].some((rect) => overlap(seenFrom(view, rect), tools) > 0)
  );
  if (!covered) return view;
  const top = STRIP - MARGIN;
  const below = fitted(layout, { width: stage.width, height: stage.height - top }, frame);
  return { ...below, y: below.y + top };
}

/**
 * From where a step is seen: all of the drawing where that can be read, else the op with the values
 * it reads and makes, at a scale at which they can. It does not depend on where the view was.
 *
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Touched} touched
 * @param {Size} stage
 * @returns {View}
 */
export function followed(sheet, graph, touched, stage) {
  const whole = wholeView(sheet, stage);
  if (readableWhole(sheet, stage)) return whole;
  if (touched.op === null && whole.scale >= REST) return whole;
  const scale = kept(scales, sheet, stage, () => followedScale(sheet, graph, stage));
  return around(sheet, graph, touched, stage, scale);
}

/**
 * As much of a drawing as can be made out: all of it, or what is around a step.
 *
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Touched} touched
 * @param {Size} stage
 * @returns {View}
 */
export function overview(sheet, graph, touched, stage) {
  const whole = wholeView(sheet, stage);
  return whole.scale >= MADE_OUT ? whole : around(sheet, graph, touched, stage, MADE_OUT);
}

/**
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Touched} touched
 * @param {Size} stage
 * @param {number} scale
 */
function around(sheet, graph, touched, stage, scale) {
  const room = roomOf(stage);
  const within = { width: room.width / scale, height: room.height / scale };
  const focus = focusOf(sheet, graph, touched, within);
  /** @type {(at: number, length: number, drawn: number, start: number, seen: number) => number} */
  const along = (at, length, drawn, start, seen) =>
    drawn * scale <= seen ? start + (seen - drawn * scale) / 2 : Math.max(
      start + seen - drawn * scale,
      Math.min(start, start + seen / 2 - (at + length / 2) * scale),
    );
  const view = {
    x: along(focus.x, focus.width, sheet.layout.width, room.x, room.width),
    y: along(focus.y, focus.height, sheet.layout.height, room.y, room.height),
    scale,
  };
  return withTitles(view, sheet.layout, graph, focus, stage);
}

/**
 * The view moved down so far that no title is under the tools, as long as the focus stays in it.
 *
 * @param {View} view
 * @param {Layout} layout
 * @param {GraphIndex} graph
 * @param {Rect} focus
 * @param {Size} stage
 * @returns {View}
 */
function withTitles(view, layout, graph, focus, stage) {
  const tools = toolsOf(stage);
  const under = titlesOf(layout.groups, graph)
    .map((title) => seenFrom(view, title))
    .filter((title) => overlap(title, tools) > 0);
  const down = Math.max(0, ...under.map(({ y }) => STRIP - y));
  const { y, height } = seenFrom(view, focus);
  return y + height + down <= stage.height ? { ...view, y: view.y + down } : view;
}

/**
 * One scale for all steps, the largest at which there is room for each of them.
 *
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Size} stage
 */
function followedScale(sheet, graph, stage) {
  const { mode, font, layout } = sheet;
  if (mode === "chips") return CHIPS.followed;
  const room = roomOf(stage);
  let scale = FONT.most / font;
  for (const { id, kind } of graph.graph.nodes) {
    if (kind === "leaf") continue;
    const { width, height } = union(partsOf(layout, graph, id));
    scale = Math.min(scale, room.width / width, room.height / height);
  }
  return Math.max(FONT.least / font, scale);
}

/** The op, what it makes, and what it reads. @param {Layout} layout @param {GraphIndex} graph @param {string} op */
function partsOf({ nodes }, graph, op) {
  const inputs = (graph.into.get(op) ?? []).flatMap((key) => graph.edges.get(key)?.from ?? []);
  const { glyph, card } = nodes[op];
  return [glyph ?? card, card, ...inputs.map((id) => nodes[id].card)];
}

/**
 * As much of what belongs to a step as there is room for, the most important first. The steps of
 * one op have the same, as long as all of it fits.
 *
 * @param {Sheet} sheet
 * @param {GraphIndex} graph
 * @param {Touched} touched
 * @param {Size} room  in units of the layout
 * @returns {Rect}
 */
function focusOf({ layout }, graph, { op, receiver }, room) {
  const start = layout.nodes[op ?? graph.graph.nodes[0]?.id];
  let focus = start.glyph ?? start.card;
  if (op === null) return focus;
  const near = (/** @type {string} */ id) => distance(focus, layout.nodes[id].card);
  const inputs = (graph.into.get(op) ?? []).flatMap((key) => graph.edges.get(key)?.from ?? []);
  const sorted = inputs.toSorted((a, b) => near(a) - near(b));
  const far = [...new Set([receiver ?? op, op, ...sorted])].filter((id) => {
    const wider = union([focus, layout.nodes[id].card]);
    if (wider.width > room.width || wider.height > room.height) return true;
    focus = wider;
    return false;
  });
  return far.length > 0 ? withRoom(focus, layout.nodes[far[0]].card, room.width) : focus;
}

/**
 * With room on the side of what is too far away, for it to be drawn there.
 *
 * @param {Rect} focus
 * @param {Rect} card
 * @param {number} most
 * @returns {Rect}
 */
function withRoom(focus, card, most) {
  const more = Math.min(card.width + 2 * MARGIN, most - focus.width);
  const x = card.x < focus.x ? focus.x - more : focus.x;
  return { ...focus, x, width: focus.width + more };
}

/** @param {Rect} a @param {Rect} b */
function distance(a, b) {
  const dx = a.x + a.width / 2 - b.x - b.width / 2;
  const dy = a.y + a.height / 2 - b.y - b.height / 2;
  return Math.hypot(dx, dy);
}

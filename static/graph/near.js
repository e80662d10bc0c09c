// @ts-check
/** @import { Point, Rect, Size } from "../layout/types.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Card } from "./card.js" */
/** @import { Block, Item } from "./place.js" */
/** @import { Halves } from "./sizes.js" */
/** @import { Sheet, Touched } from "./types.js" */
/** @import { Wanted } from "./wanted.js" */
import { grown, place } from "./place.js";
import { pointsOf } from "./route.js";
import { cardSize, isHigh } from "./sizes.js";

/** Numbers of the cards that are drawn large, in CSS pixels. */
const FONT = { least: 16, most: 22 };
/** The title of an expanded layer. */
const HEAD = 30;

/**
 * The numbers are large enough where they are.
 *
 * @param {Sheet} sheet
 * @param {number} scale
 */
export function readableInPlace({ mode, font }, scale) {
  return mode !== "chips" && font * scale >= FONT.least - 0.5;
}

/**
 * The cards that are drawn large, over the drawing, and where they stand.
 */
export class NearCards {
  /** In the stage. @type {Map<string, Rect>} */
  rects = new Map();

  /**
   * @param {Camera} camera
   * @param {Sheet} sheet
   * @param {Map<string, Card>} cards
   */
  constructor(camera, sheet, cards) {
    this.camera = camera;
    this.sheet = sheet;
    this.cards = cards;
  }

  get font() {
    const { height, width } = this.camera.size;
    return Math.round(Math.max(FONT.least, Math.min(FONT.most, height / 32, width / 46)));
  }

  /**
   * @param {Wanted} wanted
   * @param {Touched} touched
   * @param {string[]} paths  of the wires that are lit
   */
  show(wanted, touched, paths) {
    const { specs } = this.sheet;
    const stage = this.camera.size;
    const font = this.font;
    const items = [...wanted].flatMap(([id, { halves, optional }]) => {
      const spec = specs.get(id);
      const anchor = this.sheet.layout.nodes[id]?.card;
      if (!spec || !anchor) return [];
      const seen = this.camera.toStage(anchor);
      if (!meets(seen, stage)) return [];
      const size = rounded(cardSize(spec, halves), font);
      return [{ id, size, anchor: seen, optional }];
    });
    const rects = place(items, this.#blocks(touched, paths, wanted), stage);
    for (const id of this.rects.keys()) if (!rects.has(id)) this.#shrink(id);
    this.rects = rects;
    for (const [id, rect] of rects) {
      this.#grow(id, rect, font, wanted.get(id)?.halves ?? "both");
    }
  }

  /** In the world. @param {string} id @returns {Rect | null} */
  worldRect(id) {
    const rect = this.rects.get(id);
    if (!rect) return null;
    const { scale } = this.camera.view;
    return {
      ...this.camera.toWorld(rect),
      width: rect.width / scale,
      height: rect.height / scale,
    };
  }

  clear() {
    for (const id of this.rects.keys()) this.#shrink(id);
    this.rects = new Map();
  }

  /**
   * @param {Touched} touched
   * @param {string[]} paths
   * @param {Wanted} wanted
   * @returns {Block[]}
   */
  #blocks(touched, paths, wanted) {
    /** @type {Block[]} */
    const blocks = [];
    const stage = this.camera.size;
    // Before the first step nothing is more important than anything else.
    const others = touched.op === null ? { glyph: 6, card: 1 } : { glyph: 0.12, card: 0.06 };
    for (const [id, { glyph, card }] of Object.entries(this.sheet.layout.nodes)) {
      const seen = glyph && this.camera.toStage(glyph);
      if (seen && meets(seen, stage)) {
        blocks.push({ rect: grown(seen, 4), weight: id === touched.op ? 30 : others.glyph });
        blocks.push({ rect: middleOf(seen), weight: 0.3 });
      }
      const own = this.camera.toStage(card);
      if (meets(own, stage)) blocks.push({ rect: own, weight: wanted.has(id) ? 0 : others.card });
    }
    for (const group of Object.values(this.sheet.layout.groups)) {
      blocks.push({ rect: this.camera.toStage({ ...group, height: HEAD }), weight: 0.3 });
    }
    for (const path of paths) {
      const points = pointsOf(path);
      for (let i = 1; i < points.length; i++) {
        const rect = this.camera.toStage(around(points[i - 1], points[i]));
        blocks.push({ rect: widened(rect, 5), weight: 4 });
      }
    }
    blocks.push({ rect: { x: stage.width - 150, y: 0, width: 150, height: 48 }, weight: 3 });
    return blocks;
  }

  /**
   * @param {string} id
   * @param {Rect} rect
   * @param {number} font
   * @param {Halves} halves
   */
  #grow(id, rect, font, halves) {
    const card = this.cards.get(id);
    if (!card) return;
    const { element } = card;
    const { scale } = this.camera.view;
    const at = this.camera.toWorld(rect);
    card.enlarge(true, halves);
    element.dataset.size = "near";
    element.dataset.halves = halves;
    Object.assign(element.style, {
      left: `${at.x}px`,
      top: `${at.y}px`,
      width: `${rect.width}px`,
      height: `${rect.height}px`,
      fontSize: `${font}px`,
      transform: `scale(${1 / scale})`,
    });
  }

  /** @param {string} id */
  #shrink(id) {
    const card = this.cards.get(id);
    if (card) settle(card, this.sheet);
  }
}

/**
 * Puts a card where the layout has it.
 *
 * @param {Card} card
 * @param {Sheet} sheet
 */
export function settle(card, { layout, mode, font }) {
  const rect = layout.nodes[card.spec.id].card;
  const chip = mode === "chips";
  card.enlarge(!chip, "both");
  card.element.dataset.size = chip
    ? "chip"
    : mode === "wide" && isHigh(card.spec)
    ? "wide"
    : "full";
  card.element.dataset.halves = "both";
  Object.assign(card.element.style, {
    left: `${rect.x}px`,
    top: `${rect.y}px`,
    width: `${rect.width}px`,
    height: `${rect.height}px`,
    fontSize: chip ? "" : `${font}px`,
    transform: "",
  });
}

/** @param {Size} size @param {number} font @returns {Size} */
function rounded({ width, height }, font) {
  return { width: Math.ceil(width * font) + 2, height: Math.ceil(height * font) + 2 };
}

/** What of an op is not covered without need, so that it can be clicked. @param {Rect} rect @returns {Rect} */
function middleOf({ x, y, width, height }) {
  const side = 30;
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
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

/** @param {Point} a @param {Point} b @returns {Rect} */
function around(a, b) {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Card } from "./card.js" */
/** @import { Halves } from "./sizes.js" */
/** @import { Sheet, Touched } from "./types.js" */
/** @import { Wanted } from "./wanted.js" */
import { floating, nearFont } from "./floating.js";
import { isHigh } from "./sizes.js";
import { reveal } from "./tiles.js";
import { titlesOf } from "./titles.js";

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

  /**
   * @param {Wanted} wanted
   * @param {Touched} touched
   * @param {GraphIndex} graph
   */
  show(wanted, touched, graph) {
    const { view, size, moved } = this.camera;
    const floats = floating(this.sheet, graph, wanted, touched, view, size, !moved);
    for (const id of this.rects.keys()) if (!floats.has(id)) this.#shrink(id);
    this.rects = new Map([...floats].map(([id, { rect }]) => [id, rect]));
    const font = nearFont(size);
    for (const [id, { rect, halves }] of floats) this.#grow(id, rect, font, halves);
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

  /**
   * What nothing may cover, in the world: titles, and what the step touches.
   *
   * @param {Iterable<string>} ids
   * @param {string | null} op
   * @param {GraphIndex} graph
   * @returns {Rect[]}
   */
  mattering(ids, op, graph) {
    const { groups, nodes } = this.sheet.layout;
    const cards = [...ids].map((id) => this.worldRect(id) ?? nodes[id].card);
    const glyph = op === null ? null : nodes[op].glyph;
    return [...titlesOf(groups, graph), ...cards, ...(glyph ? [glyph] : [])];
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
    reveal(element);
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

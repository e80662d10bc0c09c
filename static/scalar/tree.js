// @ts-check
/** @import { Size } from "../layout/types.js" */
/** @import { Lines } from "./lines.js" */
/** @import { Placed } from "./place.js" */
/** @import { ScalarGraph, ScalarNode } from "./types.js" */

/** Of the numbers and the names on a card, in units of the drawing; the style sheet has the same. */
const VALUE = 12.2;
const NAME = 10.4;
const LINE = 30;
const PAD = { width: 20, height: 8, between: 10 };
const LEAST = 46;
export const CIRCLE = 42;
/** What a circle takes for each letter beyond the first two. */
const LETTER = 12;
const STEM = 14;
export const ROW = 12;
export const COLUMN = { least: 84, most: 170, part: 0.3 };
/** From a circle to the numbers that stand beside its main one, at least. */
export const BESIDE = 62;
/** Of the number of a message, a letter; and of its wire, the ends. */
const MESSAGE = 11.2;
const HEADS = 46;
/** The measures of a scalar graph, and where its nodes stand so far. */
export class Tree {
  /** @param {ScalarGraph} graph @param {Lines} lines */
  constructor(graph, lines) {
    this.graph = graph;
    this.lines = lines;
    this.byId = new Map(graph.nodes.map((node) => [node.id, node]));
    /** @type {Map<string, Placed>} */
    this.places = new Map();
    /** How far from its line a wire goes round what stands on the way to a node. @type {Map<string, number>} */
    this.detours = new Map();
    const longest = Math.max(0, ...[...lines.texts.messages.values()].map(({ length }) => length));
    /** What a message takes on its wire, with the arrow heads at its ends. */
    this.message = longest * MESSAGE + HEADS;
  }

  /** From a circle to what stands beside its main input. */
  get beside() {
    return Math.max(BESIDE, this.message);
  }

  /** Between columns that wires fan out in. @param {number} height */
  gap(height) {
    return Math.max(COLUMN.least, this.message, Math.min(COLUMN.most, height * COLUMN.part));
  }

  /** What a node is made of, each once. @param {string} id */
  parts(id) {
    return [...new Set(this.graph.edges.filter(({ to }) => to === id).map(({ from }) => from))];
  }

  /** @param {string} id @returns {Size} */
  card(id) {
    const node = /** @type {ScalarNode} */ (this.byId.get(id));
    const rows = this.lines.rows(node).map(({ name, text }) =>
      name.length * NAME + (name && text ? PAD.between : 0) + text.length * VALUE
    );
    return {
      width: Math.max(LEAST, ...rows.map((width) => width + PAD.width)),
      height: rows.length * LINE + PAD.height,
    };
  }

  /** @param {string} id @returns {Size | null} */
  glyph(id) {
    const symbol = this.byId.get(id)?.symbol;
    if (!symbol) return null;
    const width = CIRCLE + LETTER * Math.max(0, symbol.length - 2);
    return { width, height: CIRCLE };
  }

  /** Stands a node with its left edge at x, centred on y. @param {string} id @param {number} x @param {number} y */
  stand(id, x, y) {
    const [card, glyph] = [this.card(id), this.glyph(id)];
    const left = x + (glyph ? glyph.width + STEM : 0);
    this.places.set(id, {
      glyph: glyph && { ...glyph, x, y: y - glyph.height / 2 },
      card: { ...card, x: left, y: y - card.height / 2 },
    });
  }

  /** How wide a node is, with its circle. @param {string} id */
  width(id) {
    return this.card(id).width + (this.glyph(id)?.width ?? -STEM) + STEM;
  }
}

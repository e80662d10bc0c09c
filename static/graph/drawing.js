// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { GraphIndex, RunState } from "../types.js" */
/** @import { Card } from "./card.js" */
/** @import { Pen } from "./pen.js" */
/** @import { Still } from "./still.js" */
/** @import { Sheet, Touched } from "./types.js" */
import { h } from "../dom.js";
import { edgeState, nodeState } from "../select.js";
import { createCard } from "./card.js";
import { nodeName } from "./names.js";
import { settle } from "./near.js";
import { drawStill, SMALL_GRAPH } from "./still.js";
import { Tiles } from "./tiles.js";
import { differing, touchedAt } from "./touched.js";

/** The most an op that runs or sends is drawn larger than the others. */
const LARGER = 1.7;
/** Numbers smaller than this are left out, and names instead as large as this, in CSS pixels. */
const FAR = 11;
const NAMES = 13;
/** The size of its name, as the style sheet has it, and in CSS pixels what can be read. */
const NAME = { cards: 17, wide: 17, chips: 19 };
const LEGIBLE = 15.5;

/**
 * One graph on the page: its still picture and its cards, and what they show.
 */
export class Drawing {
  /** @type {Map<string, Card>} */
  cards = new Map();
  /** Cards that show an older step. @type {Set<string>} */
  #stale = new Set();
  /** What the element of each node is called. @type {Map<string, string>} */
  #names = new Map();
  /** Nodes that may be called something else now. @type {Set<string>} */
  #unnamed = new Set();
  /** @type {{ run: RunState, step: number } | null} */
  #shown = null;
  /** The run that an edit has replaced, until the next step. @type {RunState | null} */
  #replaced = null;
  /** @type {string | null} */
  #enlarged = null;

  /**
   * @param {Sheet} sheet
   * @param {GraphIndex} index
   * @param {Pen} pen
   */
  constructor(sheet, index, pen) {
    this.sheet = sheet;
    this.index = index;
    /** @type {Still} */
    this.still = drawStill(sheet, index);
    this.layer = h("div", { class: "cards" });
    const cardTiles = new Tiles(
      this.layer,
      () => h("div", { class: "tile" }),
      sheet.specs.size <= SMALL_GRAPH,
    );
    this.tiles = [...this.still.tiles, cardTiles];
    const loss = index.graph.loss ?? index.graph.output;
    for (const [id, spec] of sheet.specs) {
      const card = createCard(spec, pen, { cells: sheet.cells, loss });
      if (spec.node.kind === "leaf") {
        Object.assign(card.element.dataset, { node: id, kind: "leaf", state: "idle" });
        card.element.setAttribute("role", "group");
        card.element.tabIndex = -1;
      }
      settle(card, sheet);
      this.cards.set(id, card);
      cardTiles.add(card.element, sheet.layout.nodes[id].card);
    }
  }

  /** The element that stands for a node. @param {string} id @returns {HTMLElement | SVGElement | null} */
  element(id) {
    return this.still.glyphs.get(id) ?? this.cards.get(id)?.element ?? null;
  }

  /** Where a node is, its glyph and its card. @param {string} id @returns {Rect | null} */
  rect(id) {
    const placed = this.sheet.layout.nodes[id];
    if (!placed) return null;
    const { glyph, card } = placed;
    if (!glyph) return card;
    const [x, y] = [Math.min(glyph.x, card.x), Math.min(glyph.y, card.y)];
    return {
      x,
      y,
      width: Math.max(glyph.x + glyph.width, card.x + card.width) - x,
      height: Math.max(glyph.y + glyph.height, card.y + card.height) - y,
    };
  }

  /**
   * Brings everything that differs from what is shown up to a step.
   *
   * @param {RunState} run
   * @param {number} step
   * @param {(rect: Rect) => boolean} visible
   */
  show(run, step, visible) {
    const before = this.#shown;
    this.#shown = { run, step };
    if (before?.run.number !== run.number) this.#replaced = before?.run ?? null;
    else if (before?.run === run) this.#replaced = null;
    const near = before !== null && before.run === run && Math.abs(before.step - step) <= 1;
    const { nodes, edges } = near
      ? differing(run, before.step, step)
      : { nodes: this.index.nodes.keys(), edges: this.index.edges.keys() };
    for (const key of edges) set(this.still.edges.get(key), "state", edgeState(run, step, key));
    for (const id of nodes) this.#showNode(run, step, id);
    const turned = step >= run.forward;
    const crossed = !before || (before.step >= run.forward) !== turned;
    if (near && crossed) { for (const id of this.cards.keys()) this.#stale.add(id); }
    this.#markTouched(touchedAt(run, step));
    this.update(visible);
    this.#giveNames();
  }

  /** Draws all cards again: the theme, the scale or the digits changed. */
  restale() {
    for (const id of this.cards.keys()) this.#stale.add(id);
  }

  /**
   * Brings the cards in view up to date; all of them where they are not many.
   *
   * @param {(rect: Rect) => boolean} visible
   */
  update(visible) {
    const shown = this.#shown;
    if (!shown) return;
    const all = this.cards.size <= SMALL_GRAPH;
    for (const id of this.#stale) {
      const card = this.cards.get(id);
      if (!all && !visible(this.sheet.layout.nodes[id].card)) continue;
      card?.show(shown.run, shown.step, this.#replaced);
      this.#stale.delete(id);
    }
  }

  /** Names are as large as can be read at any scale. @param {number} scale */
  zoomed(scale) {
    const { mode, font } = this.sheet;
    const far = mode !== "chips" && font * scale < FAR;
    for (const part of [this.layer, this.still.element]) {
      set(part, "far", far ? "" : null);
      part.style.setProperty("--far", far ? `${NAMES / scale}px` : "");
    }
  }

  /** The name of the op that runs or sends is large at any scale. @param {string | null} id @param {number} scale */
  enlargeOp(id, scale) {
    if (this.#enlarged && this.#enlarged !== id) {
      this.#op(this.#enlarged)?.style.removeProperty("transform");
    }
    this.#enlarged = id;
    const op = id === null ? null : this.#op(id);
    const larger = Math.min(LARGER, LEGIBLE / (NAME[this.sheet.mode] * scale));
    if (op) op.style.transform = larger > 1 ? `scale(${larger})` : "";
  }

  /** A glyph with all that is on it. @param {string} id */
  #op(id) {
    return this.still.glyphs.get(id)?.parentElement;
  }

  /** Shows a card whether it is in view or not. @param {string} id */
  freshen(id) {
    if (!this.#shown || !this.#stale.has(id)) return;
    this.cards.get(id)?.show(this.#shown.run, this.#shown.step, this.#replaced);
    this.#stale.delete(id);
  }

  /**
   * @param {RunState} run
   * @param {number} step
   * @param {string} id
   */
  #showNode(run, step, id) {
    const state = nodeState(run, step, id);
    const element = this.element(id);
    set(element, "state", state);
    set(this.cards.get(id)?.element, "pass", state);
    set(this.still.stems.get(id), "state", state);
    this.#stale.add(id);
    this.#unnamed.add(id);
  }

  /** Tells what each node is called now; those of a large graph as there is time. */
  #giveNames() {
    const shown = this.#shown;
    if (!shown) return;
    const until = this.cards.size <= SMALL_GRAPH ? Infinity : performance.now() + 4;
    for (const id of this.#unnamed) {
      this.#unnamed.delete(id);
      const name = nodeName(shown.run, shown.step, id);
      if (this.#names.get(id) === name) continue;
      this.#names.set(id, name);
      this.element(id)?.setAttribute("aria-label", name);
      if (performance.now() > until) break;
    }
    if (this.#unnamed.size > 0) setTimeout(() => this.#giveNames(), 30);
  }

  /** @type {[string, string][]} */
  #parts = [];

  /** What part each node has in the step. @param {Touched} touched */
  #markTouched({ pass, op, inputs, result, receiver }) {
    for (const [id] of this.#parts) {
      set(this.cards.get(id)?.element, "part", null);
      set(this.still.glyphs.get(id), "part", null);
    }
    this.#parts = [];
    const forward = pass === "forward" || pass === "turn";
    if (op !== null) {
      this.#parts.push([op, ""]);
      set(this.still.glyphs.get(op), "part", forward ? "runs" : "sends");
    }
    /** @param {string | null} id @param {string} part */
    const card = (id, part) => {
      if (id === null) return;
      this.#parts.push([id, part]);
      set(this.cards.get(id)?.element, "part", part);
    };
    for (const id of inputs) card(id, "input");
    card(result, forward ? "result" : "sender");
    card(receiver, "receiver");
  }
}

/**
 * @param {HTMLElement | SVGElement | null | undefined} element
 * @param {string} name
 * @param {string | null} value
 */
function set(element, name, value) {
  if (!element || (element.dataset[name] ?? null) === value) return;
  if (value === null) delete element.dataset[name];
  else element.dataset[name] = value;
}

// @ts-check
/** @import { Point, Rect, Size } from "../layout/types.js" */
/** @import { Lines } from "./lines.js" */
/** @import { ScalarGraph, ScalarNode } from "./types.js" */
import { wiresOf } from "./wires.js";

/**
 * Where a scalar graph stands: each operation as a circle, each number as a card behind it, one row
 * for each term. A layout for whole networks would set the operands of so small a tree above and
 * below, and make it high and narrow; a stage is low and wide.
 *
 * @typedef {{ glyph: Rect | null, card: Rect }} Placed
 * @typedef {{ forward: Point[], backward: Point[], label: Point }} Wire
 * @typedef {{ nodes: Map<string, Placed>, wires: Map<string, Wire>, width: number, height: number }} Places
 */

/** Of the numbers and the names on a card, in units of the drawing; the style sheet has the same. */
const VALUE = 12.2;
const NAME = 10.4;
const LINE = 30;
const PAD = { width: 20, height: 8, between: 10 };
const LEAST = 46;
const CIRCLE = 42;
/** What a circle takes for each letter beyond the first two. */
const LETTER = 12;
const STEM = 14;
const ROW = 12;
const COLUMN = { least: 84, most: 170, part: 0.3 };
/** From a circle to the numbers that stand beside its main one, at least. */
const BESIDE = 62;
/** Of the number of a message, a letter; and of its wire, the ends. */
const MESSAGE = 11.2;
const HEADS = 46;
/** What a wire takes that goes round what stands on its way. */
const DETOUR = 36;

/**
 * @param {ScalarGraph} graph
 * @param {Lines} lines
 * @returns {Places}
 */
export function placed(graph, lines) {
  const tree = new Tree(graph, lines);
  const elbow = graph.kind === "made" ? tree.made() : tree.used();
  const wires = wiresOf(graph, tree.places, { elbow, detours: tree.detours });
  return framed(tree.places, wires);
}

/** Moves everything so that it begins at 0. @param {Map<string, Placed>} nodes @param {Map<string, Wire>} wires @returns {Places} */
function framed(nodes, wires) {
  const rects = [...nodes.values()].flatMap(({ glyph, card }) => (glyph ? [glyph, card] : [card]));
  const [left, top] = [Math.min(...rects.map(({ x }) => x)), Math.min(...rects.map(({ y }) => y))];
  const points = [...wires.values()].flatMap(({ forward, backward, label }) => [
    ...[...forward, ...backward, label],
  ]);
  for (const thing of [...rects, ...new Set(points)]) {
    thing.x -= left - 2;
    thing.y -= top - 2;
  }
  return {
    ...{ nodes, wires },
    width: Math.max(...rects.map(({ x, width }) => x + width)) + 2,
    height: Math.max(...rects.map(({ y, height }) => y + height)) + 2,
  };
}

class Tree {
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

  /** Stands a node with its left edge at x, centred on y; gives its right edge. @param {string} id @param {number} x @param {number} y */
  stand(id, x, y) {
    const [card, glyph] = [this.card(id), this.glyph(id)];
    const left = x + (glyph ? glyph.width + STEM : 0);
    this.places.set(id, {
      glyph: glyph && { ...glyph, x, y: y - glyph.height / 2 },
      card: { ...card, x: left, y: y - card.height / 2 },
    });
    return left + card.width;
  }

  /** How wide a node is, with its circle. @param {string} id */
  width(id) {
    return this.card(id).width + (this.glyph(id)?.width ?? -STEM) + STEM;
  }

  /** What a cell is made of: the leaves in rows, each result in the middle of its own. @returns {null} */
  made() {
    const { root } = this.graph;
    /** @type {{ id: string, y: number, depth: number }[]} */
    const all = [];
    const seen = new Set();
    let top = 0;
    /** @param {string} id @param {number} depth @returns {number} */
    const rows = (id, depth) => {
      if (seen.has(id)) return all.find((one) => one.id === id)?.y ?? 0;
      seen.add(id);
      const parts = this.parts(id);
      const { height } = this.card(id);
      const first = top;
      const ys = parts.map((part) => rows(part, depth + 1));
      const y = ys.length > 0 ? (ys[0] + ys[ys.length - 1]) / 2 : top + height / 2;
      all.push({ id, y, depth });
      top = Math.max(top, first + height + ROW);
      if (depth === 1 && parts.length > 1) top += ROW;
      return y;
    };
    rows(root, 0);
    this.columns(all, top);
    return null;
  }

  /** Stands nodes in columns, from the right: those of one depth end at the same edge. @param {{ id: string, y: number, depth: number }[]} all @param {number} height */
  columns(all, height) {
    const gap = this.gap(height);
    const deepest = Math.max(...all.map(({ depth }) => depth));
    const widths = Array.from(
      { length: deepest + 1 },
      (_, depth) =>
        Math.max(0, ...all.filter((one) => one.depth === depth).map(({ id }) => this.width(id))),
    );
    for (const { id, y, depth } of all) {
      const right = widths.slice(depth + 1).reduce(
        (sum, width) => sum + width + gap,
        widths[depth],
      );
      this.stand(id, right - this.width(id), y);
    }
  }

  /** What a cell is used for: it stands at the left, each use in a row of its own; gives where the wires bend. */
  used() {
    const { root, edges } = this.graph;
    const starts = [...new Set(edges.filter(({ from }) => from === root).map(({ to }) => to))];
    const list = this.ways(starts);
    const middle = (list.length - 1) / 2;
    const longest = Math.max(1, ...list.map((chain) => chain.length));
    const columns = this.lefts(list, longest);
    const rows = list.map((chain, n) => this.row(chain, n < middle ? -1 : 1, starts));
    const height = rows.reduce((sum, { up, down }) => sum + up + down + ROW, -ROW);
    const elbow = this.card(root).width + this.gap(height) - BESIDE / 2;
    const left = elbow + BESIDE / 2 + this.besides(starts, root);
    let top = 0;
    list.forEach((chain, n) => {
      const { up, down } = rows[n];
      const y = top + up;
      for (const id of chain.slice(1)) {
        if (starts.includes(id)) {
          this.detours.set(id, n < middle ? down - DETOUR / 2 : DETOUR / 2 - up);
        }
      }
      chain.forEach((id, k) => {
        this.stand(id, left + columns[k + longest - chain.length], y);
        this.aside(id, chain[k - 1] ?? root, n < middle ? -1 : 1);
      });
      top += up + down + ROW;
    });
    this.stand(root, 0, Math.max(0, height) / 2);
    return elbow;
  }

  /** The uses of the cell, each as its longest chain of operations. @param {string[]} starts */
  ways(starts) {
    /** @type {Map<string, string[]>} */
    const ways = new Map();
    for (const chain of starts.map((start) => this.chain(start))) {
      const end = chain[chain.length - 1];
      if (chain.length > (ways.get(end)?.length ?? 0)) ways.set(end, chain);
    }
    return [...ways.values()];
  }

  /** From the first operation of a use to its cell. @param {string} id @returns {string[]} */
  chain(id) {
    const next = this.graph.edges.find(({ from }) => from === id);
    return next ? [id, ...this.chain(next.to)] : [id];
  }

  /** Where the columns of operations begin: those of the last ones are one column. @param {string[][]} chains @param {number} longest */
  lefts(chains, longest) {
    let left = 0;
    return Array.from({ length: longest }, (_, k) => {
      const at = (/** @type {string[]} */ chain) => k - longest + chain.length;
      const before = chains.flatMap((chain) => chain[at(chain) - 1] ?? []);
      const after = chains.flatMap((chain) =>
        at(chain) > 0 ? this.others(chain[at(chain)], chain[at(chain) - 1]) : []
      );
      const whole = Math.max(0, ...before.map((id) => this.width(id))) +
        Math.max(COLUMN.least, this.message);
      const beside = Math.max(0, ...after.map((id) => this.width(id))) + CIRCLE + this.beside + ROW;
      left += before.length > 0 ? Math.max(whole, after.length > 0 ? beside : 0) : 0;
      return left;
    });
  }

  /** What of an operation is no part of the way from the cell. @param {string} id @param {string} main */
  others(id, main) {
    return this.parts(id).filter((part) => part !== main && part !== this.graph.root);
  }

  /** What the others of the first operations take. @param {string[]} starts @param {string} root */
  besides(starts, root) {
    const widths = starts.flatMap((start) => this.others(start, root)).map((id) => this.width(id));
    return widths.length > 0 ? Math.max(...widths) + this.beside - BESIDE / 2 : 0;
  }

  /** How far a row reaches above and below its line. @param {string[]} chain @param {1 | -1} side @param {string[]} starts */
  row(chain, side, starts) {
    const round = chain.slice(1).some((id) => starts.includes(id)) ? DETOUR : 0;
    const half = Math.max(CIRCLE, ...chain.map((id) => this.card(id).height)) / 2 + round;
    const { root } = this.graph;
    const reach = Math.max(
      half,
      ...chain.map((id, k) => CIRCLE / 2 + this.depth(id, chain[k - 1] ?? root)),
    );
    return side < 0 ? { up: reach, down: half } : { up: half, down: reach };
  }

  /** How far the others of an operation reach, with those that they are made of. @param {string} id @param {string} main @returns {number} */
  depth(id, main) {
    return this.others(id, main).reduce(
      (sum, other) => sum + this.tall(other) + ROW / 2 + this.depth(other, this.graph.root),
      0,
    );
  }

  /** @param {string} id */
  tall(id) {
    return Math.max(this.card(id).height, this.glyph(id)?.height ?? 0);
  }

  /** Stands the others of an operation beside it, on the side away from the cell. @param {string} id @param {string} main @param {1 | -1} side */
  aside(id, main, side) {
    const { glyph } = this.places.get(id) ?? {};
    if (!glyph) return;
    let y = glyph.y + glyph.height / 2 + side * glyph.height / 2;
    for (const other of this.others(id, main)) {
      const height = this.tall(other);
      const centre = y + side * (ROW / 2 + height / 2);
      this.stand(other, glyph.x - this.beside - this.width(other), centre);
      this.aside(other, this.graph.root, side);
      y = centre + side * (height / 2 + this.depth(other, this.graph.root));
    }
  }
}

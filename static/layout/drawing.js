// @ts-check
/** @import { Layout, LayoutInput, Level, PlacedLevel, Point, Rect, Unit } from "./types.js" */
/** @import { Folded } from "./groups.js" */
import { drawWire } from "./paths.js";

/** Around the whole picture. */
const MARGIN = 10;

/**
 * Collects what the levels were laid out to into one picture.
 */
export class Drawing {
  /** @param {LayoutInput} input */
  constructor({ nodes }) {
    this.inputs = new Map(nodes.map((node) => [node.id, node]));
    /** @type {Layout} */
    this.layout = { nodes: {}, stems: {}, edges: {}, groups: {}, width: 0, height: 0 };
    /** The pieces of each edge, from its source to its consumer. @type {Map<string, Point[][]>} */
    this.wires = new Map();
  }

  /**
   * Adds a level, moved by (dx, dy), and the groups folded in it.
   *
   * @param {Level} level
   * @param {PlacedLevel} placed
   * @param {Map<string, Folded>} folded
   * @param {number} dx
   * @param {number} dy
   */
  add(level, placed, folded, dx, dy) {
    [dx, dy] = [dx + MARGIN, dy + MARGIN];
    this.#addWires(level, placed, dx, dy);
    this.#addUnits(level, placed, dx, dy);
    this.#grow(placed.bounds.right + dx, placed.bounds.bottom + dy);
    level.units.forEach((unit, i) => {
      const group = unit.kind === "group" ? folded.get(unit.id) : undefined;
      if (group) this.#addGroup(group, unit, placed.x[i] + dx, placed.y[i] + dy);
    });
  }

  finish() {
    for (const [id, pieces] of this.wires) this.layout.edges[id] = drawWire(pieces.flat());
    return this.layout;
  }

  /**
   * @param {number} right
   * @param {number} bottom
   */
  #grow(right, bottom) {
    this.layout.width = Math.max(this.layout.width, right + MARGIN);
    this.layout.height = Math.max(this.layout.height, bottom + MARGIN);
  }

  /**
   * @param {Folded} folded
   * @param {Unit} unit
   * @param {number} left
   * @param {number} axis
   */
  #addGroup(folded, unit, left, axis) {
    const { group, level, placed, rect, last } = folded;
    const [dx, dy] = [left - rect.x, axis - folded.axis];
    this.layout.groups[group.id] = moved(rect, dx, dy);
    this.#addWires(level, placed, dx, dy);
    this.#addUnits(level, placed, dx, dy);
    if (!last) return;
    const end = level.units.findIndex(({ id, kind }) => id === last.id && kind === "op");
    const card = { ...last.card, x: left + rect.width + unit.stem, y: axis - last.card.height / 2 };
    this.layout.nodes[last.id].card = card;
    const start = placed.x[end] + level.units[end].headWidth + dx;
    const inner = placed.wires[level.outs[end][0]].map(({ x, y }) => ({ x: x + dx, y: y + dy }));
    this.#addStem(last.id, [{ x: start, y: placed.y[end] + dy }, ...inner, { x: card.x, y: axis }]);
  }

  /**
   * A piece of a wire inside the group it leaves comes before what is there of it, any other behind.
   *
   * @param {Level} level
   * @param {PlacedLevel} placed
   * @param {number} dx
   * @param {number} dy
   */
  #addWires({ units, links }, placed, dx, dy) {
    links.forEach(({ id, to }, link) => {
      if (id === "") return;
      const piece = placed.wires[link].map(({ x, y }) => ({ x: x + dx, y: y + dy }));
      const pieces = this.wires.get(id) ?? [];
      if (units[to].kind === "exit") pieces.unshift(piece);
      else pieces.push(piece);
      this.wires.set(id, pieces);
    });
    for (const { edge, wire } of placed.satellites) {
      const down = wire[0].y < wire[wire.length - 1].y;
      const line = wire.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
      this.layout.edges[edge] = drawWire(line, down ? -1 : 1);
    }
  }

  /**
   * @param {Level} level
   * @param {PlacedLevel} placed
   * @param {number} dx
   * @param {number} dy
   */
  #addUnits({ units }, placed, dx, dy) {
    units.forEach(({ id, kind, headWidth, headUp, headDown, stem, cardWidth }, i) => {
      if (kind !== "op" && kind !== "leaf") return;
      const [x, y] = [placed.x[i] + dx, placed.y[i] + dy];
      const size = this.inputs.get(id)?.card ?? { width: 0, height: 0 };
      const card = { ...size, x: x + headWidth + stem, y: y - size.height / 2 };
      const glyph = kind === "op"
        ? { x, y: y - headUp, width: headWidth, height: headUp + headDown }
        : null;
      this.layout.nodes[id] = { glyph, card };
      if (glyph && cardWidth > 0) this.#addStem(id, [{ x: x + headWidth, y }, { x: card.x, y }]);
    });
    for (const { id, card } of placed.satellites) {
      this.layout.nodes[id] = { glyph: null, card: moved(card, dx, dy) };
    }
  }

  /**
   * @param {string} id
   * @param {Point[]} line
   */
  #addStem(id, line) {
    const { forward, backward } = drawWire(line);
    this.layout.stems[id] = { forward, backward };
  }
}

/**
 * @param {Rect} rect
 * @param {number} dx
 * @param {number} dy
 */
function moved(rect, dx, dy) {
  return { ...rect, x: rect.x + dx, y: rect.y + dy };
}

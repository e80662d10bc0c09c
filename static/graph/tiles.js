// @ts-check
/** @import { Rect } from "../layout/types.js" */
import { grown, overlap } from "./place.js";

/** The side of a tile, in units of the layout. */
const SIDE = 800;
/** Of a wire that runs through more tiles than this the place is everywhere. */
const MOST = 4;
/** How far a line, its arrow and what can be clicked of it reach over its points. */
const EDGE = 20;
/** What takes part wherever it is: it is drawn large elsewhere, or Tab leads to it. */
const NEEDED = '[data-size="near"], [tabindex="0"]';
/** When what comes into view next is made ready: after the view has come to rest, in milliseconds. */
const REST = 400;

/**
 * A layer of a large drawing in tiles, of which only those near the view take part in it.
 */
export class Tiles {
  /** With all that is on it, which may reach over its edge. @type {Map<string, { element: HTMLElement | SVGElement, rect: Rect }>} */
  #tiles = new Map();
  #everywhere;
  /** @type {Rect} */
  #seen = { x: 0, y: 0, width: 0, height: 0 };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {HTMLElement} layer
   * @param {() => HTMLElement | SVGElement} make  an empty element of the class "tile"
   * @param {boolean} whole  the drawing is small: one tile is enough
   */
  constructor(layer, make, whole) {
    this.layer = layer;
    this.make = make;
    this.whole = whole;
    this.#everywhere = make();
    layer.append(this.#everywhere);
  }

  /**
   * @param {Element} element
   * @param {Rect} rect  where it is
   */
  add(element, { x, y, width, height }) {
    if (this.whole || width > MOST * SIDE || height > MOST * SIDE) {
      this.#everywhere.append(element);
      return;
    }
    const at = { x: Math.floor((x + width / 2) / SIDE), y: Math.floor((y + height / 2) / SIDE) };
    const key = `${at.x} ${at.y}`;
    const rect = grown({ x, y, width, height }, EDGE);
    let tile = this.#tiles.get(key);
    if (!tile) {
      tile = { element: this.make(), rect };
      this.#tiles.set(key, tile);
      this.layer.append(tile.element);
    }
    tile.element.append(element);
    tile.rect = union(tile.rect, rect);
  }

  /** @param {Rect} seen  the part of the world in view */
  show(seen) {
    if (this.#tiles.size === 0) return;
    this.#seen = seen;
    for (const { element, rect } of this.#tiles.values()) {
      if (overlap(rect, seen) > 0) display(element, true);
    }
    this.#timer ??= setTimeout(() => this.#prepare(), REST);
  }

  /** Makes ready what is beside the view, and leaves out what is far from it. */
  #prepare() {
    this.#timer = undefined;
    const { x, y, width, height } = this.#seen;
    const around = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
    for (const { element, rect } of this.#tiles.values()) {
      display(element, overlap(rect, around) > 0 || element.querySelector(NEEDED) !== null);
    }
  }
}

/** Has the tile of an element take part, wherever the view is. @param {Element} element */
export function reveal(element) {
  const tile = /** @type {HTMLElement | SVGElement | null} */ (element.closest(".tile"));
  if (tile) display(tile, true);
}

/** @param {HTMLElement | SVGElement} element @param {boolean} shown */
function display({ style }, shown) {
  const display = shown ? "" : "none";
  if (style.display !== display) style.display = display;
}

/** @param {Rect} a @param {Rect} b @returns {Rect} */
function union(a, b) {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

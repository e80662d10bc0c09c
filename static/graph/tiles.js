// @ts-check
/** @import { Rect } from "../layout/types.js" */

/** The side of a tile, in units of the layout. */
const SIDE = 800;
/** Of a wire that runs through more tiles than this the place is everywhere. */
const MOST = 4;

/**
 * A layer of a large drawing in tiles, of which only those near the view take part in it.
 */
export class Tiles {
  /** @type {Map<string, { element: HTMLElement | SVGElement, x: number, y: number }>} */
  #tiles = new Map();
  #everywhere;

  /**
   * @param {HTMLElement} layer
   * @param {() => HTMLElement | SVGElement} make  an empty element for a tile
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
    let tile = this.#tiles.get(key);
    if (!tile) {
      tile = { element: this.make(), ...at };
      this.#tiles.set(key, tile);
      this.layer.append(tile.element);
    }
    tile.element.append(element);
  }

  /** @param {Rect} seen  the part of the world in view */
  show(seen) {
    const air = (MOST / 2) * SIDE;
    for (const { element, x, y } of this.#tiles.values()) {
      const near = (x + 1) * SIDE > seen.x - air && x * SIDE < seen.x + seen.width + air &&
        (y + 1) * SIDE > seen.y - air && y * SIDE < seen.y + seen.height + air;
      const display = near ? "" : "none";
      if (element.style.display !== display) element.style.display = display;
    }
  }
}

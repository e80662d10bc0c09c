// @ts-check
/** @import { Geometry } from "./types.js" */
import { moved } from "./geometry.js";

/**
 * Where the numbers of an array lie among the pixels of a canvas.
 *
 * @typedef {object} Raster
 * @property {number} width
 * @property {number} height
 * @property {boolean} inOrder  whether the pixels are in the order of the numbers, and no others
 * @property {(flat: number) => [number, number]} place  column and row of a number's pixel
 * @property {(x: number, y: number) => number | null} at  the number at a pixel
 * @property {(flat: number, event: { key: string, ctrlKey: boolean }) => number | null} move
 */

/** Images side by side before a new line of them begins. */
const ACROSS = 8;

/**
 * A number a pixel, rows under rows.
 *
 * @param {Geometry} geometry
 * @returns {Raster}
 */
export function heatRaster(geometry) {
  const { rows, cols } = geometry;
  return {
    width: cols,
    height: rows,
    inOrder: true,
    place: (flat) => [flat % cols, Math.floor(flat / cols)],
    at: (x, y) => (x < 0 || y < 0 || x >= cols || y >= rows ? null : y * cols + x),
    move: (flat, event) => moved(flat, event, geometry),
  };
}

/**
 * Every row of the array an image, the images side by side with a pixel between them.
 *
 * @param {Geometry} geometry
 * @param {{ height: number, width: number }} image
 * @returns {Raster}
 */
export function imageRaster(geometry, image) {
  const count = geometry.rows;
  const across = Math.min(count, ACROSS);
  const lines = Math.ceil(count / across);
  const [stepX, stepY] = [image.width + 1, image.height + 1];
  /** @type {Raster["place"]} */
  const place = (flat) => {
    const [which, pixel] = [Math.floor(flat / geometry.cols), flat % geometry.cols];
    const x = (which % across) * stepX + (pixel % image.width);
    return [x, Math.floor(which / across) * stepY + Math.floor(pixel / image.width)];
  };
  /** @type {Raster["at"]} */
  const at = (x, y) => {
    const [column, line] = [Math.floor(x / stepX), Math.floor(y / stepY)];
    const [px, py] = [x - column * stepX, y - line * stepY];
    const which = line * across + column;
    if (column < 0 || column >= across || px >= image.width) return null;
    if (line < 0 || which >= count || py >= image.height) return null;
    return which * geometry.cols + py * image.width + px;
  };
  const size = { width: across * stepX - 1, height: lines * stepY - 1 };
  return {
    ...size,
    inOrder: false,
    place,
    at,
    move: (flat, event) => step(flat, event, geometry, place, at),
  };
}

/** @type {Record<string, [number, number]>} */
const ARROWS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The neighbour as the eye sees it, over the gap between two images.
 *
 * @param {number} flat
 * @param {{ key: string, ctrlKey: boolean }} event
 * @param {Geometry} geometry
 * @param {Raster["place"]} place
 * @param {Raster["at"]} at
 */
function step(flat, event, geometry, place, at) {
  const arrow = ARROWS[event.key];
  if (!arrow) return moved(flat, event, geometry);
  const [x, y] = place(flat);
  const near = at(x + arrow[0], y + arrow[1]);
  return near ?? at(x + 2 * arrow[0], y + 2 * arrow[1]) ?? flat;
}

/**
 * The side of a pixel in CSS pixels, across and down, in the room there is. A long matrix may be
 * squeezed, but not out of its shape.
 *
 * @param {{ width: number, height: number }} raster
 * @param {{ width: number, height: number }} room
 * @param {number} most
 * @returns {[number, number]}
 */
export function pixelSize(raster, room, most) {
  const across = Math.min(most, room.width / raster.width);
  const down = Math.min(most, room.height / raster.height);
  return [whole(Math.min(across, 3 * down)), whole(Math.min(down, 3 * across))];
}

/** Pixels all of a size, where they are large enough for it to show. @param {number} side */
function whole(side) {
  return side < 2 ? side : Math.floor(side);
}

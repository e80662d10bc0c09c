// @ts-check
/** @import { Size } from "../layout/types.js" */
/** @import { CardSpec } from "./types.js" */
import { shapeText } from "../numbers.js";

/**
 * The measures of a card, in ems of its numbers. The style sheet has the same ones.
 */
export const EM = {
  pad: 0.4,
  head: 1.5,
  cell: 1.5,
  gap: 0.12,
  block: 0.4,
  char: 0.61,
  cellPad: 0.6,
  label: 1.4,
  tag: 0.56,
  between: 0.25,
  beside: 0.8,
  nopath: 1.6,
};
/** What a picture may take of a card, in ems. */
const PICTURE = { width: 12, height: 7 };

/** The most of its width that one line of a picture is high, for few lines look like many. */
const LINE = 0.16;

/** The measures of a chip, in units of the layout. */
export const CHIP = { pad: 5, head: 33, picture: 40, height: 28, between: 4, text: 19, nopath: 46 };

/** @typedef {"both" | "value" | "gradient"} Halves */

/**
 * How many characters a cell of a card has room for.
 *
 * @param {CardSpec} spec
 * @param {Halves} halves
 */
export function charsFor({ chars, gradient }, halves) {
  if (halves === "value" || gradient !== "half") return chars.value;
  return halves === "gradient" ? chars.gradient : Math.max(chars.value, chars.gradient);
}

/**
 * One array, in ems.
 *
 * @param {CardSpec} spec
 * @param {number} chars
 * @returns {Size}
 */
export function arraySize(spec, chars) {
  if (spec.look !== "cells") return pictureSize(spec, PICTURE);
  const { rows, cols, blockRows } = spec;
  const cell = chars * EM.char + EM.cellPad;
  const blocks = Math.ceil(rows / blockRows);
  return {
    width: cols * cell + (cols - 1) * EM.gap,
    height: rows * EM.cell + (rows - 1) * EM.gap + (blocks - 1) * EM.block,
  };
}

/**
 * The largest picture of an array within a room, whose pixels are not much longer than wide.
 *
 * @param {CardSpec} spec
 * @param {Size} room
 * @returns {Size}
 */
export function pictureSize({ look, image, rows, cols }, room) {
  const [across, down] = look === "image" && image
    ? [Math.min(rows, 8) * (image.width + 1), Math.ceil(rows / 8) * (image.height + 1)]
    : [cols, rows];
  const square = Math.min(room.width / across, room.height / down);
  const stretch = look === "image" ? 1 : 4;
  return {
    width: Math.min(room.width, across * square * stretch),
    height: Math.min(room.height, down * square * stretch, room.width * down * LINE),
  };
}

/**
 * A whole card with its numbers, in ems.
 *
 * @param {CardSpec} spec
 * @param {Halves} [halves]
 * @returns {Size}
 */
export function cardSize(spec, halves = "both") {
  const chars = charsFor(spec, halves);
  const array = arraySize(spec, chars);
  const gradient = gradientSize(spec, array, chars);
  const width = Math.max(
    headWidth(spec),
    halves === "gradient" ? 0 : array.width,
    halves === "value" ? 0 : gradient.width,
  );
  const height = EM.head + (halves === "gradient" ? 0 : array.height) +
    (halves === "value" ? 0 : gradient.height);
  return { width: width + 2 * EM.pad, height: height + EM.pad };
}

/**
 * A whole card with its gradient beside its value, in ems.
 *
 * @param {CardSpec} spec
 * @returns {Size}
 */
export function wideCardSize(spec) {
  const { width, height } = arraySize(spec, charsFor(spec, "both"));
  const gradient = Math.max(labelWidth(spec), width);
  return {
    width: Math.max(headWidth(spec), width) + EM.beside + gradient + 2 * EM.pad,
    height: EM.head + height + EM.pad,
  };
}

/**
 * Whether a card is so high that its halves may stand side by side.
 *
 * @param {CardSpec} spec
 */
export function isHigh({ gradient, roads, rows, look }) {
  return gradient === "half" && roads.length === 0 && (rows > 2 || look !== "cells");
}

/**
 * @param {CardSpec} spec
 * @param {Size} array
 * @param {number} chars
 * @returns {Size}
 */
function gradientSize(spec, array, chars) {
  if (spec.gradient === "none") return { width: 0, height: 0 };
  if (spec.gradient === "nopath") return { width: 4.5, height: EM.between + EM.nopath };
  const head = EM.between + EM.label;
  const label = labelWidth(spec);
  if (spec.roads.length === 0) {
    return { width: Math.max(array.width, label), height: head + array.height };
  }
  const slots = spec.perRoad ? spec.roads.length : 1;
  const terms = isScalar(spec) ? 2 * (chars + 3) * EM.char : 0;
  return {
    width: Math.max(label, array.width + Math.max(tagWidth(spec), terms)),
    height: head + slots * (array.height + EM.gap * 2) + array.height + EM.gap,
  };
}

/** @param {CardSpec} spec */
export function isScalar({ node }) {
  return node.shape.length === 0;
}

/**
 * The names of the roads, before their slots.
 *
 * @param {CardSpec} spec
 */
export function tagWidth({ roads }) {
  return Math.max(...roads.map(({ to }) => to.length + 6), 5) * EM.tag + 0.5;
}

/** The line above a gradient, with how many of its messages have come. @param {CardSpec} spec */
function labelWidth({ node, loss, roads }) {
  return (node.id.length + loss.length + 3) * 0.54 + (roads.length > 0 ? 3.2 : 0);
}

/** @param {CardSpec} spec */
function headWidth({ node }) {
  return node.id.length * 0.66 + shapeText(node.shape).length * 0.5 + 0.6;
}

/**
 * A chip: the name, the shape, and small pictures of the value and of the gradient.
 *
 * @param {CardSpec} spec
 * @returns {Size}
 */
export function chipSize(spec) {
  const { id, shape } = spec.node;
  const text = Math.max(id.length * 9.6, shapeText(shape).length * 7.2);
  const picture = chipPicture(spec);
  const { width, height } = {
    half: { width: picture.width, height: CHIP.between + picture.height },
    nopath: { width: CHIP.nopath, height: CHIP.text },
    none: { width: 0, height: 0 },
  }[spec.gradient];
  return {
    width: Math.round(Math.max(text, picture.width, width) + 2 * CHIP.pad),
    height: Math.round(CHIP.head + picture.height + height + CHIP.pad),
  };
}

/**
 * @param {CardSpec} spec
 * @returns {Size}
 */
export function chipPicture(spec) {
  if (isScalar(spec)) return { width: charsFor(spec, "both") * 8.5 + 6, height: CHIP.text };
  const room = { width: CHIP.picture, height: CHIP.height };
  if (spec.look === "image") return pictureSize(spec, { width: 72, height: 26 });
  const { width, height } = pictureSize(spec, room);
  return { width: Math.max(16, width), height: Math.max(8, Math.min(height, 9 * spec.rows)) };
}

// @ts-check
/** @import { Rect, Size } from "../layout/types.js" */
/** @import { View } from "./types.js" */
import { MARGIN } from "./camera.js";

/** What the tools and the overview take of a stage that does not show the whole, from its top. */
export const STRIP = 48;
const TOOLS = { least: 345, most: 410, part: 0.37 };

/** What the tools cover of a stage. @param {Size} stage @returns {Rect} */
export function toolsOf({ width }) {
  const right = Math.max(TOOLS.least, Math.min(TOOLS.most, width * TOOLS.part));
  return { x: width - right, y: 0, width: right, height: STRIP };
}

/** @param {View} view @param {Rect} rect  in the world @returns {Rect} in the stage */
export function seenFrom({ x, y, scale }, rect) {
  return {
    x: rect.x * scale + x,
    y: rect.y * scale + y,
    width: rect.width * scale,
    height: rect.height * scale,
  };
}

/** @param {Rect} rect @param {Size} stage */
export function isInside({ x, y, width, height }, stage) {
  return x >= -1 && y >= -1 && x + width <= stage.width + 1 && y + height <= stage.height + 1;
}

/** What of a stage is free of its tools. @param {Size} stage @returns {Rect} */
export function roomOf({ width, height }) {
  return { x: MARGIN, y: STRIP, width: width - 2 * MARGIN, height: height - STRIP - MARGIN };
}

/** @param {Rect[]} rects @returns {Rect} */
export function union(rects) {
  const [x, y] = [Math.min(...rects.map((r) => r.x)), Math.min(...rects.map((r) => r.y))];
  return {
    x,
    y,
    width: Math.max(...rects.map((r) => r.x + r.width)) - x,
    height: Math.max(...rects.map((r) => r.y + r.height)) - y,
  };
}

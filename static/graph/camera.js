// @ts-check
/** @import { Point, Rect, Size } from "../layout/types.js" */
/** @import { Frame, View } from "./types.js" */
import { attachGestures } from "./gestures.js";
import { isCalm } from "./motion.js";

const LEAST = 0.02;
const MOST = 12;
export const MARGIN = 12;
const GLIDE = 280;

/**
 * Where the world is seen from: moves it by a transform, and tells who asks.
 */
export class Camera {
  /** Where it is, or is gliding to. @type {View} */
  view = { x: 0, y: 0, scale: 1 };
  /** What is on the screen now. @type {View} */
  #seen = this.view;
  /** Of the stage; kept, for asking the page may cost a layout. @type {Size} */
  size = { width: 0, height: 0 };
  /** Whether a person has moved it, so that it does not go with the steps. */
  moved = false;
  #frame = 0;

  /**
   * @param {HTMLElement} stage  what is looked through
   * @param {HTMLElement} world
   * @param {(zoomed: boolean) => void} changed
   */
  constructor(stage, world, changed) {
    this.stage = stage;
    this.world = world;
    this.changed = changed;
    this.measure();
    attachGestures(stage, {
      pan: (dx, dy) => this.pan(dx, dy),
      zoom: (by, at) => this.zoom(by, at),
    });
  }

  /** Looks how large the stage is, and tells whether that is new. */
  measure() {
    const { clientWidth: width, clientHeight: height } = this.stage;
    if (width === this.size.width && height === this.size.height) return false;
    this.size = { width, height };
    return true;
  }

  /** @param {View} view */
  set(view) {
    cancelAnimationFrame(this.#frame);
    this.#aim(view);
    this.#draw(view);
  }

  /** @param {View} view */
  #aim(view) {
    const zoomed = view.scale !== this.view.scale;
    this.view = view;
    this.changed(zoomed);
  }

  /** @param {View} view */
  #draw(view) {
    this.#seen = view;
    this.world.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  }

  /** @param {number} dx @param {number} dy */
  pan(dx, dy) {
    this.moved = true;
    this.set({ ...this.#seen, x: this.#seen.x + dx, y: this.#seen.y + dy });
  }

  /**
   * @param {number} by
   * @param {Point} [at]  in the stage; stays where it is
   */
  zoom(by, at = { x: this.size.width / 2, y: this.size.height / 2 }) {
    this.moved = true;
    const { x, y, scale: now } = this.#seen;
    const scale = Math.max(LEAST, Math.min(MOST, now * by));
    this.set(keeping({ x: (at.x - x) / now, y: (at.y - y) / now }, at, scale));
  }

  /** Brings a point of the world to the middle. @param {Point} point */
  centre({ x, y }) {
    this.moved = true;
    const { width, height } = this.size;
    this.set(keeping({ x, y }, { x: width / 2, y: height / 2 }, this.#seen.scale));
  }

  /** @param {Point} point  in the stage @returns {Point} */
  toWorld({ x, y }) {
    return { x: (x - this.view.x) / this.view.scale, y: (y - this.view.y) / this.view.scale };
  }

  /** @param {Rect} rect  in the world @returns {Rect} */
  toStage({ x, y, width, height }) {
    const { scale } = this.view;
    return {
      x: x * scale + this.view.x,
      y: y * scale + this.view.y,
      width: width * scale,
      height: height * scale,
    };
  }

  /** Whether a part of the world is in view. @param {Rect} rect */
  sees(rect) {
    const { x, y, width, height } = this.toStage(rect);
    return x < this.size.width && y < this.size.height && x + width > 0 && y + height > 0;
  }

  /**
   * Moves gently until a part of the world is in view, if it is not.
   *
   * @param {Rect} rect
   */
  reveal(rect) {
    const seen = this.toStage(rect);
    const { width, height } = this.size;
    const dx = missing(seen.x, seen.width, width);
    const dy = missing(seen.y, seen.height, height);
    if (dx === 0 && dy === 0) return;
    this.glide({ ...this.view, x: this.view.x + dx, y: this.view.y + dy });
  }

  /** @param {View} to */
  glide(to) {
    if (isCalm()) return this.set(to);
    if (same(to, this.view)) return;
    cancelAnimationFrame(this.#frame);
    this.#aim(to);
    const from = this.#seen;
    const start = performance.now();
    const frame = (/** @type {number} */ now) => {
      const part = Math.max(0, Math.min(1, (now - start) / GLIDE));
      const eased = 1 - (1 - part) ** 3;
      const mixed = (/** @type {keyof View} */ k) => from[k] + (to[k] - from[k]) * eased;
      this.#draw(part === 1 ? to : { x: mixed("x"), y: mixed("y"), scale: mixed("scale") });
      if (part < 1) this.#frame = requestAnimationFrame(frame);
    };
    this.#frame = requestAnimationFrame(frame);
  }
}

/** @param {View} one @param {View} other */
function same(one, other) {
  return one.x === other.x && one.y === other.y && one.scale === other.scale;
}

/**
 * The view at a scale that keeps a point of the world at one of the stage.
 *
 * @param {Point} world
 * @param {Point} stage
 * @param {number} scale
 * @returns {View}
 */
export function keeping(world, stage, scale) {
  return { x: stage.x - world.x * scale, y: stage.y - world.y * scale, scale };
}

/**
 * All of a drawing, in the middle of its stage.
 *
 * @param {Size} drawing
 * @param {Size} stage
 * @param {Frame} frame
 * @returns {View}
 */
export function fitted(drawing, stage, frame) {
  const room = {
    width: stage.width - frame.left - frame.right,
    height: stage.height - 2 * MARGIN,
  };
  const whole = Math.min(room.width / drawing.width, room.height / drawing.height);
  const scale = Math.max(LEAST, Math.min(frame.most, whole));
  return {
    x: frame.left + (room.width - drawing.width * scale) / 2,
    y: (stage.height - drawing.height * scale) / 2,
    scale,
  };
}

/**
 * The largest view, not larger than a scale, that keeps a point of the world where it is and shows
 * the whole drawing; not smaller than can be read, unless a part that must be seen is larger.
 *
 * @param {Size} drawing
 * @param {Size} stage
 * @param {Rect} part
 * @param {Point} at  where the middle of that part stays
 * @param {number} scale
 * @param {number} readable
 */
export function fittedAround(drawing, stage, part, at, scale, readable) {
  const world = { x: part.x + part.width / 2, y: part.y + part.height / 2 };
  const whole = Math.min(
    (at.x - MARGIN) / world.x,
    (stage.width - MARGIN - at.x) / (drawing.width - world.x),
    (at.y - MARGIN) / world.y,
    (stage.height - MARGIN - at.y) / (drawing.height - world.y),
  );
  const most = Math.min(
    scale,
    (stage.width - 2 * MARGIN) / part.width,
    (stage.height - 2 * MARGIN) / part.height,
  );
  return keeping(world, at, Math.min(most, Math.max(whole, Math.min(scale, readable))));
}

/**
 * How far something must move along one side of the stage to be seen, with some air.
 *
 * @param {number} at
 * @param {number} length
 * @param {number} stage
 */
function missing(at, length, stage) {
  const air = Math.max(0, Math.min(60, stage / 8, (stage - length) / 2));
  if (at >= 0 && at + length <= stage) return 0;
  return at < 0 ? air - at : stage - air - length - at;
}

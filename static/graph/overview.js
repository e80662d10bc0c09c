// @ts-check
/** @import { Point, Rect, Size } from "../layout/types.js" */
/** @import { Sheet, Touched, View } from "./types.js" */
import { h } from "../dom.js";
import { overlap } from "./place.js";
import { seenFrom } from "./seen.js";
import { s } from "./svg.js";

/** The most room it takes, in CSS pixels. */
const ROOM = { width: 240, height: 36 };
/** Graphs of more nodes have no overview: nothing of them could be told apart. */
const MOST = 120;
/** Its border, and the air between it and the edges of the stage, on both sides. */
const AROUND = 24;
/** The least size of a mark, in CSS pixels. */
const DOT = 4;

/**
 * The whole drawing, very small, with what is in view and the op of the step; where it is pressed,
 * the view goes.
 */
export class Overview {
  #size = { width: 0, height: 0 };
  /** What it takes of the stage. */
  #taken = { width: 0, height: 0 };
  /** @type {Rect[]} */
  #free = [];
  /** @type {Map<string, SVGElement>} */
  #ops = new Map();
  /** @type {SVGElement | null} */
  #lit = null;

  /** @param {(point: Point) => void} go */
  constructor(go) {
    this.seen = s("rect", { class: "overview__seen", rx: 3 });
    this.marks = s("g");
    this.svg = s("svg", { class: "overview__map" }, this.marks, this.seen);
    this.element = h("div", { class: "overview", "aria-hidden": "true", hidden: true }, this.svg);
    const press = (/** @type {PointerEvent} */ event) => {
      if (event.buttons !== 1) return;
      const { left, top, width, height } = this.svg.getBoundingClientRect();
      go({
        x: (event.clientX - left) / width * this.#size.width,
        y: (event.clientY - top) / height * this.#size.height,
      });
    };
    this.element.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.element.setPointerCapture(event.pointerId);
      press(event);
    });
    this.element.addEventListener("pointermove", press);
  }

  /** @param {Sheet} sheet */
  draw({ layout, specs }) {
    const { width, height } = layout;
    const scale = Math.min(ROOM.width / width, ROOM.height / height);
    this.#taken = { width: width * scale + AROUND, height: height * scale + AROUND };
    this.#size = specs.size > MOST ? { width: 0, height: 0 } : { width, height };
    this.#ops.clear();
    this.#lit = null;
    for (
      const [name, value] of Object.entries({
        viewBox: `0 0 ${width} ${height}`,
        width: width * scale,
        height: height * scale,
      })
    ) {
      this.svg.setAttribute(name, String(value));
    }
    this.marks.replaceChildren();
    if (this.#size.width === 0) return;
    for (const { forward } of Object.values(layout.edges)) {
      this.marks.append(s("path", { class: "overview__wire", d: forward }));
    }
    for (const { card } of Object.values(layout.nodes)) {
      this.marks.append(s("rect", { class: "overview__card", ...card, rx: 2 / scale }));
    }
    for (const [id, { glyph }] of Object.entries(layout.nodes)) {
      if (!glyph) continue;
      const r = Math.max(DOT / 2 / scale, glyph.height / 2);
      const [cx, cy] = [glyph.x + glyph.width / 2, glyph.y + glyph.height / 2];
      const op = s("circle", { class: "overview__op", cx, cy, r });
      this.#ops.set(id, op);
      this.marks.append(op);
    }
  }

  /**
   * Lights the op of a step.
   *
   * @param {Touched} touched
   * @param {Rect[]} free  what it must not cover, in the world
   */
  show({ op, pass }, free) {
    this.#free = free;
    this.#lit?.removeAttribute("data-part");
    this.#lit = op === null ? null : this.#ops.get(op) ?? null;
    this.#lit?.setAttribute("data-part", pass === "backward" ? "sends" : "runs");
  }

  /**
   * Goes to a corner where it covers nothing that matters; where there is none, out of the way.
   *
   * @param {View} view
   * @param {Size} stage
   */
  place(view, stage) {
    const corner = cornerFor(this.#free.map((rect) => seenFrom(view, rect)), this.#taken, stage);
    this.element.dataset.corner = corner ?? "none";
  }

  /** Draws what is in view; where that is all, there is nothing to draw. @param {Rect} seen  in the world */
  frame({ x, y, width, height }) {
    const whole = this.#size;
    const all = whole.width === 0 ||
      x <= 1 && y <= 1 && x + width >= whole.width - 1 && y + height >= whole.height - 1;
    if (this.element.hidden !== all) this.element.hidden = all;
    if (all) return;
    const [left, top] = [Math.max(0, x), Math.max(0, y)];
    const right = Math.min(whole.width, x + width);
    const bottom = Math.min(whole.height, y + height);
    const rect = {
      x: left,
      y: top,
      width: Math.max(0, right - left),
      height: Math.max(0, bottom - top),
    };
    for (const [name, value] of Object.entries(rect)) this.seen.setAttribute(name, String(value));
  }
}

/**
 * The corner of a stage on its left, above or below, that is free of these.
 *
 * @param {Rect[]} rects  in the stage
 * @param {Size} size
 * @param {Size} stage
 * @returns {"above" | "below" | null}
 */
export function cornerFor(rects, size, stage) {
  const isFree = (/** @type {number} */ y) =>
    rects.every((rect) => overlap(rect, { x: 0, y, ...size }) === 0);
  if (isFree(0)) return "above";
  return isFree(stage.height - size.height) ? "below" : null;
}

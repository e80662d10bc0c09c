// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Sheet } from "./types.js" */
import { fittedAround } from "./camera.js";
import { followed, FONT, overview, readableWhole } from "./follow.js";
import { union } from "./seen.js";
import { touchedAt } from "./touched.js";

/**
 * Decides from where a drawing is seen: it goes with the steps until a person moves the view, and
 * again when asked to.
 */
export class Viewpoint {
  /** What was clicked to open or close a layer, and where it was. @type {{ id: string, at: Point } | null} */
  held = null;
  /** Whether what was opened or closed is still where it was clicked. */
  holds = false;
  /** The step that the view was brought to. */
  #step = -1;
  /** @type {Sheet | null} */
  #sheet = null;

  /** @param {Camera} camera */
  constructor(camera) {
    this.camera = camera;
  }

  /** Whether the view goes with the steps. */
  get follows() {
    return !this.camera.moved;
  }

  /** Whether not all of the drawing can be read at once. */
  get needed() {
    return this.#sheet !== null && !readableWhole(this.#sheet, this.camera.size);
  }

  /**
   * Shows all of a drawing, as far as it can be made out.
   *
   * @param {Sheet} sheet
   * @param {RunState} run
   * @param {number} step
   */
  fit(sheet, run, step) {
    const { camera } = this;
    this.holds = false;
    // Where all of it can be read, to follow the steps is to show all of it.
    camera.moved = !readableWhole(sheet, camera.size);
    camera.set(overview(sheet, run.graph, touchedAt(run, step), camera.size));
  }

  /**
   * Goes with the steps, from this one on.
   *
   * @param {Sheet} sheet
   * @param {RunState} run
   * @param {number} step
   */
  follow(sheet, run, step) {
    this.camera.moved = false;
    this.#step = step;
    this.holds = false;
    this.camera.glide(followed(sheet, run.graph, touchedAt(run, step), this.camera.size));
  }

  /**
   * Aims at a drawing that takes the place of another: what was clicked stays in its place.
   *
   * @param {Sheet} sheet
   * @param {RunState} run
   * @param {number} step
   */
  aim(sheet, run, step) {
    const { held, camera } = this;
    const { layout } = sheet;
    this.#sheet = sheet;
    this.held = null;
    this.#step = step;
    this.holds = false;
    const rect = held && (layout.groups[held.id] ?? layout.nodes[held.id]?.glyph);
    if (!held || !rect) {
      camera.moved = false;
      return camera.set(followed(sheet, run.graph, touchedAt(run, step), camera.size));
    }
    this.holds = true;
    camera.set(
      fittedAround(layout, camera.size, rect, held.at, camera.view.scale, FONT.least / sheet.font),
    );
    camera.reveal(rect);
  }

  /**
   * Another step is shown: brings it into view, as far as it is not.
   *
   * @param {Sheet} sheet
   * @param {RunState} run
   * @param {number} step
   */
  step(sheet, run, step) {
    if (step === this.#step) return;
    this.#step = step;
    this.holds = false;
    const { camera } = this;
    const touched = touchedAt(run, step);
    if (this.follows) return camera.glide(followed(sheet, run.graph, touched, camera.size));
    const rects = [touched.op, touched.receiver].flatMap((id) =>
      id === null ? [] : rectsOf(sheet, id)
    );
    if (rects.length > 0) camera.reveal(union(rects));
  }
}

/** Where a node is, its glyph and its card. @param {Sheet} sheet @param {string} id @returns {Rect[]} */
export function rectsOf({ layout }, id) {
  const placed = layout.nodes[id];
  return placed ? [placed.glyph ?? placed.card, placed.card] : [];
}

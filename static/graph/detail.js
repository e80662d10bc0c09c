// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { Picture as Painted } from "../grid/paint.js" */
/** @import { Camera } from "./camera.js" */
/** @import { Card } from "./card.js" */
/** @import { NearCards } from "./near.js" */
/** @import { Pen } from "./pen.js" */
/** @import { Picture } from "./picture.js" */
/** @import { Sheet } from "./types.js" */
import { h } from "../dom.js";
import { geometryOf } from "../grid/geometry.js";
import { paintFrames, paintNumbers, scaledContext } from "../grid/paint.js";
import { lazyTexts } from "../grid/texts.js";
import { COVERED } from "../numbers.js";
import { t } from "../strings/index.js";
import { grown, overlap } from "./place.js";
import { arraySize, chipPicture } from "./sizes.js";

/** The least room for a number, and what one is written in, in CSS pixels. */
const ROOM = { width: 56, height: 18, font: 0.72, most: 18, char: 0.62 };
/** How long what an edit has changed is marked, in milliseconds. */
const MARKED = 1000;
/** When it is said, for arrays come one after the other. */
const SAID = 300;
/** So many numbers are marked one by one; of more the whole array is. */
const MOST_MARKS = 400;

/** @typedef {{ rect: Rect, picture: Picture, shape: readonly number[] }} Seen  in the stage */

/**
 * What is drawn over the pictures of arrays: their numbers, where one is near enough to have room for
 * them, and for a second frames around those that an edit has changed. Only what is in view is drawn.
 */
export class Detail {
  /** @type {Map<string, Card>} */
  #cards = new Map();
  /** @type {NearCards | null} */
  #near = null;
  /** @type {Sheet | null} */
  #sheet = null;
  /** The least scale at which a picture of the sheet has room for its numbers. */
  #least = Infinity;
  /** @type {Map<Picture, ReadonlySet<number>>} */
  #marks = new Map();
  #frame = 0;
  #saying = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);

  /**
   * @param {Camera} camera
   * @param {HTMLElement} world  where pictures say that they are painted, or changed
   * @param {Pen} pen
   */
  constructor(camera, world, pen) {
    this.camera = camera;
    this.pen = pen;
    this.status = h("div", { class: "visually-hidden", role: "status" });
    this.element = h("canvas", { class: "detail", "aria-hidden": "true", hidden: true });
    world.addEventListener("whygrad:painted", () => this.later());
    world.addEventListener("whygrad:changed", (event) => {
      const { picture, flats } = /** @type {CustomEvent} */ (event).detail;
      this.#mark(picture, flats);
    });
  }

  /**
   * @param {Sheet} sheet
   * @param {Map<string, Card>} cards
   * @param {NearCards} near
   */
  attach(sheet, cards, near) {
    this.#sheet = sheet;
    this.#near = near;
    this.#cards = new Map([...cards].filter(([, { halves }]) => halves.value.picture));
    this.#marks.clear();
    this.#least = Math.min(
      Infinity,
      ...[...this.#cards.values()].map(({ spec, halves }) => {
        const picture = /** @type {Picture} */ (halves.value.picture);
        const em = sheet.mode === "chips" ? 1 : sheet.font;
        const { width, height } = sheet.mode === "chips" ? chipPicture(spec) : arraySize(spec, 0);
        const { raster } = picture;
        return Math.max(
          ROOM.width * raster.width / (width * em),
          ROOM.height * raster.height / (height * em),
        );
      }),
    );
  }

  /** Draws again with the next frame. */
  later() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.draw());
  }

  draw() {
    const { view, size } = this.camera;
    const idle = this.#marks.size === 0 && view.scale < this.#least * 0.98;
    if (this.element.hidden !== idle) this.element.hidden = idle;
    if (idle) return;
    const at = this.camera.toWorld({ x: 0, y: 0 });
    Object.assign(this.element.style, {
      left: `${at.x}px`,
      top: `${at.y}px`,
      width: `${size.width}px`,
      height: `${size.height}px`,
      transform: `scale(${1 / view.scale})`,
    });
    const context = scaledContext(this.element, size);
    if (!context) return;
    for (const seen of this.#seen()) {
      context.save();
      this.#drawOne(seen, context);
      context.restore();
    }
  }

  /** @param {Seen} seen @param {CanvasRenderingContext2D} context */
  #drawOne({ rect, picture, shape }, context) {
    const { width, height } = this.camera.size;
    const [left, top] = [Math.max(0, rect.x), Math.max(0, rect.y)];
    /** @type {Painted} */
    const painted = {
      raster: picture.raster,
      pixel: [rect.width / picture.raster.width, rect.height / picture.raster.height],
      window: {
        left: left - rect.x,
        top: top - rect.y,
        width: Math.min(width, rect.x + rect.width) - left,
        height: Math.min(height, rect.y + rect.height) - top,
      },
    };
    context.translate(left, top);
    const data = picture.numbers();
    const [w, h] = painted.pixel;
    if (data && w >= ROOM.width && h >= ROOM.height) {
      const font = Math.min(ROOM.most, h * ROOM.font, w / (7.5 * ROOM.char));
      this.element.style.fontSize = `${font}px`;
      const at = (/** @type {number} */ flat) => Number(data[flat]);
      const covered = (/** @type {number} */ flat) => data[flat] === COVERED;
      const texts = lazyTexts({ at, covered }, geometryOf(shape), this.pen.digits());
      paintNumbers(this.element, painted, texts, picture.grey);
    }
    const marks = this.#marks.get(picture);
    if (marks) paintFrames(this.element, painted, marks.size > MOST_MARKS ? null : marks);
  }

  /** The pictures in view. @returns {Seen[]} */
  #seen() {
    const stage = { x: 0, y: 0, ...this.camera.size };
    return [...this.#cards.values()].flatMap((card) => {
      const place = this.#placeOf(card);
      if (!place) return [];
      const { shape } = card.spec.node;
      return [card.halves.value.picture, card.halves.gradient?.picture].flatMap((picture) => {
        const rect = picture && rectOf(picture.element, card.element, place);
        return rect && overlap(grown(rect, 0), stage) > 0 ? [{ rect, picture, shape }] : [];
      });
    });
  }

  /** Where a card stands in the stage. @param {Card} card @returns {Rect | null} */
  #placeOf({ spec }) {
    const near = this.#near?.rects.get(spec.id);
    if (near) return near;
    const card = this.#sheet?.layout.nodes[spec.id]?.card;
    return card ? this.camera.toStage(card) : null;
  }

  /** How many numbers of which arrays have changed, in words. */
  #said() {
    const changed = [...this.#cards.values()].flatMap(({ spec: { id, loss }, halves }) => [
      { picture: halves.value.picture, name: id },
      { picture: halves.gradient?.picture, name: t("graph.gradient_of", { loss, name: id }) },
    ]).flatMap(({ picture, name }) => {
      const count = picture && this.#marks.get(picture)?.size;
      return count ? [t("graph.changed_of", { name, count })] : [];
    });
    return t("graph.changed", { list: changed.join(", ") });
  }

  /** @param {Picture} picture @param {ReadonlySet<number>} flats */
  #mark(picture, flats) {
    this.#marks.set(picture, flats);
    this.later();
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => this.status.textContent = this.#said(), SAID);
    setTimeout(() => {
      if (this.#marks.get(picture) !== flats) return;
      this.#marks.delete(picture);
      this.later();
    }, MARKED);
  }
}

/**
 * Where a picture is in the stage: on its card as it is on the screen, whose view may still be moving.
 *
 * @param {HTMLElement} element
 * @param {HTMLElement} card
 * @param {Rect} place  of the card, in the stage
 * @returns {Rect | null}  null while it is not drawn
 */
function rectOf(element, card, { x, y, width }) {
  const [own, all] = [element.getBoundingClientRect(), card.getBoundingClientRect()];
  if (own.width === 0 || all.width === 0) return null;
  const scale = width / all.width;
  return {
    x: x + (own.left - all.left) * scale,
    y: y + (own.top - all.top) * scale,
    width: own.width * scale,
    height: own.height * scale,
  };
}

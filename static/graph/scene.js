// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { GraphIndex, State, Store } from "../types.js" */
/** @import { Sheet } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { Camera, fittedAround } from "./camera.js";
import { attachControls } from "./controls.js";
import { Drawing } from "./drawing.js";
import { lightsOf } from "./lights.js";
import { animateStep, isCalm } from "./motion.js";
import { NearCards, readableInPlace } from "./near.js";
import { litPaths, litWires, Overlay } from "./overlay.js";
import { penOf } from "./pen.js";
import { attachKept } from "./kept.js";
import { attachTip } from "./tip.js";
import { createTools } from "./tools.js";
import { touchedAt } from "./touched.js";
import { wanted } from "./wanted.js";

/**
 * Everything in the region of the graph: the drawing, what lies over it, and from where it is seen.
 */
export class Scene {
  /** @type {GraphIndex | null} */
  graph = null;
  /** @type {Drawing | null} */
  drawing = null;
  /** @type {NearCards | null} */
  near = null;
  /** What was clicked to open or close a layer, and where it was. @type {{ id: string, at: Point } | null} */
  held = null;
  #overlay = new Overlay();
  /** @type {Element | null} */
  #current = null;
  #frame = 0;
  /** @type {ReturnType<typeof lightsOf>["parts"]} */
  #lit = [];

  /**
   * @param {HTMLElement} root
   * @param {Store} store
   */
  constructor(root, store) {
    this.store = store;
    this.pen = penOf(store);
    this.world = h("div", { class: "graph__world" });
    this.stage = h("div", {
      class: "graph__stage",
      role: "group",
      "aria-label": t("graph.nodes"),
      tabindex: -1,
    }, this.world);
    this.camera = new Camera(this.stage, this.world, (zoomed) => this.#seen(zoomed));
    root.classList.add("graph");
    root.append(this.stage, createTools(this));
    attachControls(this, root, store);
    attachTip(this);
    attachKept(this);
  }

  /** What the loss is called. */
  get loss() {
    const { loss, output } = this.graph?.graph ?? {};
    return loss ?? output ?? "";
  }

  /** @param {() => void} changed  called when the stage has kept another size, and nobody has moved the view */
  onResize(changed) {
    let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
    new ResizeObserver(() => {
      if (!this.camera.measure()) return;
      clearTimeout(timer);
      if (this.camera.moved) return this.#raise(this.store.state, false);
      this.fit();
      timer = setTimeout(() => this.camera.moved || changed(), 150);
    }).observe(this.stage);
  }

  /**
   * Puts another drawing in the place of the one there is.
   *
   * @param {Sheet} sheet
   * @param {GraphIndex} graph
   */
  replace(sheet, graph) {
    const focused = this.#focusedNode();
    const scale = this.camera.view.scale;
    this.graph = graph;
    this.drawing = new Drawing(sheet, graph, this.pen);
    this.near = new NearCards(this.camera, sheet, this.drawing.cards);
    this.#overlay.clear();
    this.world.replaceChildren(
      this.drawing.still.element,
      this.#overlay.element,
      this.drawing.layer,
    );
    this.#aim(sheet, scale);
    this.makeCurrent(focused && graph.nodes.has(focused) ? focused : graph.graph.nodes[0]?.id);
    if (focused) this.drawing.element(focused)?.focus({ preventScroll: true });
  }

  /** Fits, or keeps in place what was clicked, as far as it is all in view then. @param {Sheet} sheet @param {number} scale */
  #aim({ layout, frame }, scale) {
    const { held } = this;
    this.held = null;
    const rect = held && (layout.groups[held.id] ?? layout.nodes[held.id]?.glyph);
    if (!held || !rect) return this.camera.fit(layout, this.#focus(), frame);
    const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
    this.camera.moved = true;
    this.camera.set(fittedAround(layout, this.camera.size, middle, held.at, scale));
    this.camera.reveal(rect);
  }

  /** @param {State} state @param {boolean} moving  with the small movements of a step */
  show(state, moving) {
    const { run, step } = state;
    if (!run || !this.drawing) return;
    this.drawing.show(run, step, (rect) => this.#visible(rect));
    this.#follow(state);
    this.#raise(state, moving);
    this.light(state);
    if (moving) animateStep(this.drawing, run, touchedAt(run, step));
  }

  /** @param {State} state */
  recolor(state) {
    this.drawing?.restale();
    this.show(state, false);
  }

  /** Lights what is pointed at elsewhere, and outlines what is selected. @param {State} state */
  light({ hover, pinned, selection }) {
    const { drawing } = this;
    if (!drawing) return;
    const lights = [hover, pinned].filter((highlight) => highlight !== null);
    const { wires, parts } = lightsOf(lights, selection, drawing);
    for (const { element, name } of this.#lit) delete element.dataset[name];
    for (const { element, name, value } of parts) element.dataset[name] = value;
    this.#lit = parts;
    this.#overlay.showHighlights(wires, this.camera.view.scale);
  }

  fit() {
    const { layout, frame } = this.drawing?.sheet ?? {};
    if (layout && frame) this.camera.fit(layout, this.#focus(), frame);
  }

  /** The one node that Tab reaches. @param {string | undefined} id */
  makeCurrent(id) {
    this.#current?.setAttribute("tabindex", "-1");
    this.#current = id === undefined ? null : this.drawing?.element(id) ?? null;
    this.#current?.setAttribute("tabindex", "0");
  }

  /** @param {string} id */
  focusNode(id) {
    const rect = this.drawing?.rect(id);
    this.makeCurrent(id);
    this.drawing?.element(id)?.focus({ preventScroll: true });
    if (rect) this.camera.reveal(rect);
  }

  /**
   * Draws large what the step touches, and lights its wires.
   *
   * @param {State} state
   * @param {boolean} moving
   */
  #raise({ run, step }, moving) {
    const { drawing, near } = this;
    if (!run || !drawing || !near) return;
    const { sheet } = drawing;
    const touched = touchedAt(run, step);
    const { scale } = this.camera.view;
    if (readableInPlace(sheet, scale)) near.clear();
    else {
      const ids = wanted(run, touched, step);
      for (const id of ids.keys()) drawing.freshen(id);
      near.show(ids, touched, litPaths(run, touched, sheet));
    }
    drawing.enlargeOp(touched.op, scale);
    this.#overlay.showMarks(near, sheet, touched, scale);
    this.#overlay.showWires(litWires(run, touched, sheet, near), scale, moving && !isCalm());
  }

  /** Keeps what the step touches in view while it plays or is stepped. @param {State} state */
  #follow({ run, step }) {
    const { op, receiver } = touchedAt(run, step);
    const rects = [op, receiver].flatMap((id) => (id === null ? [] : this.drawing?.rect(id) ?? []));
    if (rects.length > 0) this.camera.reveal(union(rects));
  }

  /** Where the step is, for a view that cannot show everything. @returns {Rect | null} */
  #focus() {
    const { run, step } = this.store.state;
    const id = touchedAt(run, step).op;
    return id === null ? null : this.drawing?.rect(id) ?? null;
  }

  /** The view moved. @param {boolean} zoomed */
  #seen(zoomed) {
    const { width, height } = this.camera.size;
    const { scale } = this.camera.view;
    const seen = {
      ...this.camera.toWorld({ x: 0, y: 0 }),
      width: width / scale,
      height: height / scale,
    };
    for (const tiles of this.drawing?.tiles ?? []) tiles.show(seen);
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.drawing?.update((rect) => this.#visible(rect));
      if (!zoomed) return;
      this.#raise(this.store.state, false);
      this.light(this.store.state);
    });
  }

  /** @param {Rect} rect  in the world */
  #visible(rect) {
    const { x, y, width, height } = this.camera.toStage(rect);
    const stage = this.camera.size;
    return x < stage.width && y < stage.height && x + width > 0 && y + height > 0;
  }

  /** @returns {string | null} */
  #focusedNode() {
    const active = document.activeElement;
    if (!active || !this.world.contains(active)) return null;
    return active.closest("[data-node]")?.getAttribute("data-node") ?? null;
  }
}

/** @param {Rect[]} rects @returns {Rect} */
function union(rects) {
  const [x, y] = [Math.min(...rects.map((r) => r.x)), Math.min(...rects.map((r) => r.y))];
  return {
    x,
    y,
    width: Math.max(...rects.map((r) => r.x + r.width)) - x,
    height: Math.max(...rects.map((r) => r.y + r.height)) - y,
  };
}

// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { GraphIndex, State, Store } from "../types.js" */
/** @import { Sheet } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { Camera } from "./camera.js";
import { attachControls } from "./controls.js";
import { Detail } from "./detail.js";
import { Drawing } from "./drawing.js";
import { lightsOf, mark } from "./lights.js";
import { animateStep, isCalm } from "./motion.js";
import { NearCards } from "./near.js";
import { litWires, Overlay } from "./overlay.js";
import { Overview } from "./overview.js";
import { penOf } from "./pen.js";
import { attachKept } from "./kept.js";
import { attachTip } from "./tip.js";
import { reveal } from "./tiles.js";
import { createTools } from "./tools.js";
import { touchedAt } from "./touched.js";
import { Viewpoint } from "./viewpoint.js";
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
  /** Called when the view has moved. */
  onSeen = () => {};
  #overlay = new Overlay();
  #overview = new Overview((point) => this.camera.centre(point));
  /** @type {Element | null} */
  #current = null;
  #frame = 0;
  /** @type {Detail} */
  #detail;
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
    this.viewpoint = new Viewpoint(this.camera);
    this.#detail = new Detail(this.camera, this.world, this.pen);
    root.classList.add("graph");
    root.append(this.stage, this.#overview.element, createTools(this), this.#detail.status);
    attachControls(this, root, store);
    attachTip(this);
    attachKept(this);
  }

  /** What the loss is called. */
  get loss() {
    const { loss, output } = this.graph?.graph ?? {};
    return loss ?? output ?? "";
  }

  /**
   * Puts another drawing in the place of the one there is.
   *
   * @param {Sheet} sheet
   * @param {GraphIndex} graph
   */
  replace(sheet, graph) {
    const focused = this.#focusedNode();
    const { run, step } = this.store.state;
    this.graph = graph;
    this.drawing = new Drawing(sheet, graph, this.pen);
    this.near = new NearCards(this.camera, sheet, this.drawing.cards);
    this.#detail.attach(sheet, this.drawing.cards, this.near);
    this.#overlay.clear();
    this.world.replaceChildren(
      this.drawing.still.element,
      this.#overlay.element,
      this.drawing.layer,
      this.#detail.element,
    );
    this.#overview.draw(sheet);
    if (run) this.viewpoint.aim(sheet, run, step);
    this.makeCurrent(focused && graph.nodes.has(focused) ? focused : graph.graph.nodes[0]?.id);
    if (focused) this.drawing.element(focused)?.focus({ preventScroll: true });
  }

  /** @param {State} state @param {boolean} moving  with the small movements of a step */
  show(state, moving) {
    const { run, step } = state;
    if (!run || !this.drawing) return;
    // The view goes there first: what comes into it is drawn with the rest.
    this.viewpoint.step(this.drawing.sheet, run, step);
    this.drawing.show(run, step, (rect) => this.camera.sees(rect));
    this.raise(state, moving);
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
    mark(this.#lit, parts);
    this.#lit = parts;
    this.#overlay.showHighlights(wires, this.camera.view.scale);
  }

  /** Shows all of the drawing. */
  fit() {
    const { run, step } = this.store.state;
    if (!run || !this.drawing || run.graph !== this.graph) return;
    this.viewpoint.fit(this.drawing.sheet, run, step);
  }

  /** Goes with the steps. */
  follow() {
    const { run, step } = this.store.state;
    if (!run || !this.drawing || run.graph !== this.graph) return;
    this.viewpoint.follow(this.drawing.sheet, run, step);
  }

  /** The one node that Tab reaches. @param {string | undefined} id */
  makeCurrent(id) {
    this.#current?.setAttribute("tabindex", "-1");
    this.#current = id === undefined ? null : this.drawing?.element(id) ?? null;
    this.#current?.setAttribute("tabindex", "0");
    if (this.#current) reveal(this.#current);
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
  raise({ run, step }, moving) {
    const { drawing, near } = this;
    // A newer run may be there whose graph is still laid out.
    if (!run || !drawing || !near || run.graph !== this.graph) return;
    const { sheet } = drawing;
    const touched = touchedAt(run, step);
    const { scale } = this.camera.view;
    const ids = wanted(run, touched, step);
    for (const id of ids.keys()) drawing.freshen(id);
    near.show(ids, touched, run.graph);
    drawing.enlargeOp(touched.op, scale);
    this.#overview.show(touched, near.mattering(ids.keys(), touched.op, run.graph));
    this.#overview.place(this.camera.view, this.camera.size);
    this.#overlay.showMarks(near, sheet, touched, scale);
    this.#overlay.showWires(litWires(run, touched, sheet, near), scale, moving && !isCalm());
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
    this.#overview.frame(seen);
    if (zoomed) this.drawing?.zoomed(scale);
    this.onSeen();
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.drawing?.update((rect) => this.camera.sees(rect));
      this.#detail.draw();
      if (!zoomed) return this.#overview.place(this.camera.view, this.camera.size);
      this.raise(this.store.state, false);
      this.light(this.store.state);
    });
  }

  /** @returns {string | null} */
  #focusedNode() {
    const active = document.activeElement;
    if (!active || !this.world.contains(active)) return null;
    return active.closest("[data-node]")?.getAttribute("data-node") ?? null;
  }
}

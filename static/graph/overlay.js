// @ts-check
/** @import { Point, Rect } from "../layout/types.js" */
/** @import { Highlight, RunState } from "../types.js" */
/** @import { NearCards } from "./near.js" */
/** @import { Sheet, Touched } from "./types.js" */
import { arrowHead, lengthOf, pathOf, pointsOf, shortened, upTo } from "./route.js";
import { s } from "./svg.js";

/** Widths and lengths in CSS pixels, whatever the scale. */
const LIT = { forward: 3.5, backward: 6, forwardHead: 14, backwardHead: 19 };
/** Of a pulse, in pixels a second and milliseconds. */
const PULSE = { speed: 420, least: 380, most: 1100 };

/**
 * One lit wire, ready to be drawn.
 *
 * @typedef {{ points: Point[], pass: "forward" | "backward", headed: boolean, pulse: boolean }} Lit
 */

/**
 * What lies over the still drawing: the wires of the step, and what ties a large card to its place.
 */
export class Overlay {
  /** @type {Animation | null} */
  #pulse = null;

  constructor() {
    this.marks = s("g", { class: "marks" });
    this.wires = s("g", { class: "lit" });
    this.highlights = s("g", { class: "lights" });
    this.element = s(
      "svg",
      { class: "overlay", width: 1, height: 1, "aria-hidden": "true" },
      this.marks,
      this.highlights,
      this.wires,
    );
  }

  clear() {
    this.#pulse?.cancel();
    for (const group of [this.marks, this.wires, this.highlights]) group.replaceChildren();
  }

  /**
   * @param {Lit[]} lit
   * @param {number} scale
   * @param {boolean} moving
   */
  showWires(lit, scale, moving) {
    this.#pulse?.cancel();
    this.#pulse = null;
    this.wires.replaceChildren(...lit.flatMap((wire) => drawLit(wire, scale)));
    const travelling = lit.find(({ pulse }) => pulse);
    if (moving && travelling) this.#send(travelling, scale);
  }

  /** @param {Lit} wire @param {number} scale */
  #send({ points }, scale) {
    const duration = (lengthOf(points) * scale / PULSE.speed) * 1000;
    const dot = s("circle", { class: "lit__pulse", r: 7 / scale });
    dot.style.offsetPath = `path("${pathOf(points)}")`;
    this.wires.append(dot);
    this.#pulse = dot.animate(
      [{ offsetDistance: "0%", opacity: 1 }, { offsetDistance: "92%", opacity: 1, offset: 0.92 }, {
        offsetDistance: "100%",
        opacity: 0,
      }],
      {
        duration: Math.max(PULSE.least, Math.min(PULSE.most, duration)),
        easing: "cubic-bezier(.4,0,.3,1)",
        fill: "both",
      },
    );
  }

  /**
   * Where each large card belongs, and a line to it where it stands elsewhere.
   *
   * @param {NearCards} near
   * @param {Sheet} sheet
   * @param {number} scale
   */
  showMarks(near, sheet, scale) {
    const marks = [...near.rects.keys()].flatMap((id) => {
      const rect = near.worldRect(id);
      return rect ? markOf(sheet.layout.nodes[id].card, rect, scale) : [];
    });
    this.marks.replaceChildren(...marks);
  }

  /**
   * The wires that carry what is pointed at elsewhere.
   *
   * @param {{ path: string, kind: Highlight["kind"] }[]} wires
   * @param {number} scale
   */
  showHighlights(wires, scale) {
    this.highlights.replaceChildren(
      ...wires.map(({ path, kind }) =>
        s("path", { class: `light light--${kind}`, d: path, "stroke-width": 11 / scale })
      ),
    );
  }
}

/**
 * The wires of a step, cut where they reach a large card.
 *
 * @param {RunState} run
 * @param {Touched} touched
 * @param {Sheet} sheet
 * @param {NearCards | null} near
 * @returns {Lit[]}
 */
export function litWires(run, touched, { layout }, near) {
  const { pass, op, edge, receiver } = touched;
  if (op === null) return [];
  /** @type {Lit[]} */
  const lit = [];
  const stem = layout.stems[op];
  if (pass === "backward") {
    const wire = edge === null ? undefined : layout.edges[edge];
    if (stem) lit.push(plain(stem.backward, "backward"));
    if (wire) {
      const points = cut(pointsOf(wire.backward), receiver, near);
      lit.push({ points, pass, headed: true, pulse: true });
    }
    return lit;
  }
  for (const key of run.graph.into.get(op) ?? []) {
    const wire = layout.edges[key];
    if (wire) lit.push({ ...plain(wire.forward, "forward"), headed: true });
  }
  if (stem) lit.push({ ...plain(stem.forward, "forward"), pulse: false });
  const { loss } = run.graph.graph;
  if (pass !== "turn" || loss === null) return lit;
  for (const key of run.graph.into.get(loss) ?? []) {
    const wire = layout.edges[key];
    if (!wire) continue;
    const points = cut(pointsOf(wire.backward), run.graph.graph.output, near);
    lit.push({ points, pass: "backward", headed: true, pulse: true });
  }
  return lit;
}

/**
 * The wires of a step, as the layout has them.
 *
 * @param {RunState} run
 * @param {Touched} touched
 * @param {Sheet} sheet
 * @returns {string[]}
 */
export function litPaths(run, { pass, op, edge }, { layout }) {
  if (op === null) return [];
  const keys = pass === "backward" ? [edge ?? ""] : run.graph.into.get(op) ?? [];
  const way = pass === "backward" ? "backward" : "forward";
  return [...keys.map((key) => layout.edges[key]?.[way]), layout.stems[op]?.[way]]
    .filter((path) => path !== undefined);
}

/** @param {string} path @param {Lit["pass"]} pass @returns {Lit} */
function plain(path, pass) {
  return { points: pointsOf(path), pass, headed: false, pulse: false };
}

/** @param {Point[]} points @param {string | null} id @param {NearCards | null} near */
function cut(points, id, near) {
  const rect = id === null ? null : near?.worldRect(id);
  const cut = rect ? upTo(points, rect) : points;
  return cut.length > 1 ? cut : points;
}

/** @param {Lit} wire @param {number} scale */
function drawLit({ points, pass, headed }, scale) {
  const length = LIT[`${pass}Head`] / scale;
  const line = headed ? shortened(points, length * 0.8) : points;
  const drawn = [s("path", {
    class: `lit__wire lit__wire--${pass}`,
    d: pathOf(line),
    "stroke-width": LIT[pass] / scale,
  })];
  if (headed) {
    const d = arrowHead(points, length, length);
    drawn.push(s("path", { class: `lit__head lit__head--${pass}`, d }));
  }
  return drawn;
}

/**
 * @param {Rect} place
 * @param {Rect} card
 * @param {number} scale
 */
function markOf(place, card, scale) {
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  const to = {
    x: Math.max(card.x, Math.min(card.x + card.width, middle.x)),
    y: Math.max(card.y, Math.min(card.y + card.height, middle.y)),
  };
  if (to.x === middle.x && to.y === middle.y) return [];
  const slot = s("rect", {
    class: "mark",
    ...place,
    rx: 8,
    "stroke-width": 1.5 / scale,
    "stroke-dasharray": `${4 / scale} ${4 / scale}`,
  });
  const line = { class: "mark", d: pathOf([middle, to]), "stroke-width": 1.5 / scale };
  return [
    slot,
    s("path", line),
    s("circle", { class: "mark__dot", cx: middle.x, cy: middle.y, r: 4 / scale }),
  ];
}

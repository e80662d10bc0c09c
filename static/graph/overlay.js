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
   * Where a large card belongs that no lit wire leads to and that stands elsewhere.
   *
   * @param {NearCards} near
   * @param {Sheet} sheet
   * @param {Touched} touched
   * @param {number} scale
   */
  showMarks(near, sheet, { inputs, result, receiver }, scale) {
    const marks = [...near.rects.keys()].flatMap((id) => {
      if (id === result || id === receiver || inputs.includes(id)) return [];
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
  /** @param {string | null} id @returns {Ends} */
  const ends = (id) => ({
    place: id === null ? undefined : layout.nodes[id]?.card,
    card: id === null ? null : near?.worldRect(id) ?? null,
  });
  const stem = layout.stems[op];
  if (pass === "backward") {
    const wire = edge === null ? undefined : layout.edges[edge];
    if (stem) lit.push({ ...unheaded, points: from(ends(op), pointsOf(stem.backward)), pass });
    if (wire) {
      const points = to(ends(receiver), pointsOf(wire.backward));
      lit.push({ points, pass, headed: true, pulse: true });
    }
    return lit;
  }
  for (const key of run.graph.into.get(op) ?? []) {
    const wire = layout.edges[key];
    const source = run.graph.edges.get(key)?.from ?? null;
    if (!wire) continue;
    const points = from(ends(source), pointsOf(wire.forward));
    lit.push({ points, pass: "forward", headed: true, pulse: false });
  }
  if (stem) {
    lit.push({ ...unheaded, points: to(ends(op), pointsOf(stem.forward)), pass: "forward" });
  }
  const { loss } = run.graph.graph;
  if (pass !== "turn" || loss === null) return lit;
  for (const key of run.graph.into.get(loss) ?? []) {
    const wire = layout.edges[key];
    if (!wire) continue;
    const points = to(ends(run.graph.graph.output), pointsOf(wire.backward));
    lit.push({ points, pass: "backward", headed: true, pulse: true });
  }
  return lit;
}

/**
 * The place of a card in the drawing, and where it stands large.
 *
 * @typedef {{ place: Rect | undefined, card: Rect | null }} Ends
 */

const unheaded = /** @type {const} */ ({ headed: false, pulse: false });

/**
 * A wire as far as the large card it leads to, wherever that stands.
 *
 * @param {Ends} ends
 * @param {Point[]} points
 */
function to({ place, card }, points) {
  if (!card || !place) return points;
  const cut = upTo(points, card);
  if (cut !== points) return cut.length > 1 ? cut : points;
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  return [...points, middle, nearestIn(card, middle)];
}

/** @param {Ends} ends @param {Point[]} points */
function from(ends, points) {
  return to(ends, points.toReversed()).toReversed();
}

/** @param {Rect} rect @param {Point} point @returns {Point} */
function nearestIn({ x, y, width, height }, point) {
  return {
    x: Math.max(x, Math.min(x + width, point.x)),
    y: Math.max(y, Math.min(y + height, point.y)),
  };
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
  const end = nearestIn(card, middle);
  if (end.x === middle.x && end.y === middle.y) return [];
  const slot = s("rect", {
    class: "mark",
    ...place,
    rx: 8,
    "stroke-width": 1.5 / scale,
    "stroke-dasharray": `${4 / scale} ${4 / scale}`,
  });
  const line = { class: "mark", d: pathOf([middle, end]), "stroke-width": 1.5 / scale };
  return [
    slot,
    s("path", line),
    s("circle", { class: "mark__dot", cx: middle.x, cy: middle.y, r: 4 / scale }),
  ];
}

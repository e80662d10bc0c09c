// @ts-check
/** @import { Explanation } from "../explain/types.js" */
/** @import { CellRef, RunState, Store } from "../types.js" */
/** @import { Stage } from "./tabs.js" */
import { h } from "../dom.js";
import { cellName } from "../explain/name.js";
import { withSign } from "../explain/digits.js";
import { largest } from "../explain/largest.js";
import { gradientOf, valueOf } from "../explain/record.js";
import { gradientWires } from "../explain/whole/panel.js";
import { format } from "../numbers.js";
import { t } from "../strings/index.js";
import { ghost } from "./ghost.js";
import { cellIn, stageMatrix } from "./matrix.js";
import { opName } from "./op.js";
import { linkOf } from "./terms.js";

/**
 * The matrices that cells are read from, each once, those cells lit; under each, the wire by which
 * it came and what of it is read.
 */
class Operands {
  /** @param {Store} store @param {RunState} run */
  constructor(store, run) {
    this.store = store;
    this.run = run;
    /** @type {Map<string, { cell: CellRef, shape: readonly number[], element: HTMLElement, lit: Set<string>, consumers: Set<string> }>} */
    this.shown = new Map();
  }

  /** @param {CellRef} cell @param {string} consumer @returns {HTMLElement | null} the cell, lit */
  light(cell, consumer) {
    const { of, name, index } = cell;
    const key = `${of} ${name}`;
    const array = of === "gradient" ? gradientOf(this.run, name) : valueOf(this.run, name);
    if (!array) return null;
    if (!this.shown.has(key)) {
      const caption = cellName(this.run, { of, name, index: [] });
      const { element } = stageMatrix(this.store, { ...array, caption, of, name, selected: index });
      const { shape } = array;
      this.shown.set(key, { cell, shape, element, lit: new Set(), consumers: new Set() });
    }
    const entry = this.shown.get(key);
    if (!entry) return null;
    entry.lit.add(index.join(","));
    entry.consumers.add(consumer);
    const found = cellIn(entry.element, index);
    found?.classList.add("stage__lit", `stage__lit--${of}`);
    return found;
  }

  /** @param {(entry: { cell: CellRef, shape: readonly number[], lit: Set<string> }) => string | null} note */
  element(note) {
    for (const { cell, shape, element, lit, consumers } of this.shown.values()) {
      const wire = wireOf(this.run, cell, [...consumers]);
      if (wire) element.querySelector("figcaption")?.append(wire);
      const words = note({ cell, shape, lit });
      if (words) element.append(h("p", { class: "stage__note" }, words));
    }
    return h(
      "div",
      { class: "stage__operands" },
      ...[...this.shown.values()].map(({ element }) => element),
    );
  }
}

/**
 * By which wires of the graph an operand came, or went; the stage lies over them.
 *
 * @param {RunState} run
 * @param {CellRef} cell
 * @param {string[]} consumers
 */
function wireOf(run, { of, name }, consumers) {
  const ends = of === "value"
    ? consumers.filter((id) => id !== name)
    : gradientWires(run, name).map(({ to }) => to);
  if (ends.length === 0) return null;
  const op = [...new Set(ends.map((id) => opName(run, id)))].join(", ");
  const words = t(`explain.wire.${of}`, { name, op });
  const short = of === "value" ? ` → ${op}` : ` ← ${op}`;
  const element = h("span", { class: `stage__by stage__by--${of}`, title: words });
  element.append(
    h("span", { "aria-hidden": "true" }, short),
    h("span", { class: "visually-hidden" }, words),
  );
  return element;
}

/**
 * Beats 1 to 3: the array of the cell, and those its local derivatives are read from.
 *
 * @param {Stage} stage
 * @param {Explanation} found
 */
export function readMatrices({ store, run, explained, name }, { roads }) {
  const operands = new Operands(store, run);
  const own = operands.light({ ...explained, of: "value" }, roads[0].consumer);
  own?.append(ghost(withSign(format(store.state.nudge, 6))));
  for (const road of roads) {
    for (const n of largest(road).shown) {
      for (const { ref } of road.factors(n).flatMap(({ pieces }) => pieces)) {
        const cell = linkOf(ref);
        if (cell?.of === "value") operands.light(cell, road.consumer);
      }
    }
  }
  const y = roads[0].consumer;
  return operands.element(({ cell, shape, lit }) => {
    const line = cell.name === explained.name ? null : lineOf(shape, [...lit]);
    return line && t(`explain.read.${line.which}`, { at: line.at, y, name });
  });
}

/**
 * The matrices that the factors of a number are cells of.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Explanation} found
 */
export function factorMatrices(store, run, found) {
  const operands = new Operands(store, run);
  for (const road of found.roads) {
    for (const n of largest(road).shown) {
      for (const { ref } of road.factors(n).flatMap(({ pieces }) => pieces)) {
        const cell = linkOf(ref);
        if (cell) operands.light(cell, road.consumer);
      }
    }
  }
  return operands.element(() => null);
}

/** The row, or the column, that cells of a matrix make up. @param {readonly number[]} shape @param {string[]} cells @returns {{ which: "row" | "column", at: string } | null} */
function lineOf(shape, cells) {
  if (shape.length !== 2) return null;
  const places = cells.map((cell) => cell.split(","));
  const [rows, columns] = [0, 1].map((axis) => new Set(places.map((place) => place[axis])));
  if (rows.size === 1 && columns.size === shape[1]) return { which: "row", at: [...rows][0] };
  if (columns.size === 1 && rows.size === shape[0]) return { which: "column", at: [...columns][0] };
  return null;
}

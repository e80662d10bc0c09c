// @ts-check
/** @import { Grid } from "../grid/types.js" */
/** @import { MovedMatrix } from "./moved.js" */
/** @import { Subject } from "./view.js" */
import { createGrid } from "../grid/index.js";
import { h } from "../dom.js";
import { indexOf } from "../grid/geometry.js";
import { shapeText } from "../numbers.js";
import { maxAbs } from "../select.js";
import { cellIn } from "../stage/matrix.js";
import { t } from "../strings/index.js";
import { digitsToSee, ghostText } from "./digits.js";

/** A value that moves, as a matrix: the new numbers, and on each that moved how far. */
export class GhostMatrix {
  /** @param {Subject} subject @param {string} name @param {readonly number[]} shape */
  constructor(subject, name, shape) {
    const { store, run } = subject;
    this.store = store;
    this.digits = store.state.digits;
    /** @type {Grid} */
    this.grid = createGrid({
      ...{ of: "value", name, label: t("nudge.matrix", { name, shape: shapeText(shape) }) },
      digits: () => this.digits,
      maxAbs: () => maxAbs(run),
      theme: () => (store.state.theme === "system" ? store.state.systemTheme : store.state.theme),
      onClick: (index) => {
        store.dispatch({ type: "ui.explain", cell: { of: "value", name, index } });
        store.dispatch({ type: "ui.explain.tab", tab: "nudge" });
      },
    });
    this.element = this.grid.element;
    /** @type {Map<number, HTMLElement>} */
    this.ghosts = new Map();
  }

  /** @param {MovedMatrix} moved */
  show({ shape, after, cells }) {
    const { digits } = this.store.state;
    this.digits = digitsToSee(after, cells.values(), digits);
    this.grid.update({ shape, data: after }, { state: "value" });
    for (const [flat, ghost] of this.ghosts) {
      if (cells.has(flat)) continue;
      ghost.parentElement?.classList.remove("nudge__moved");
      ghost.remove();
      this.ghosts.delete(flat);
    }
    for (const [flat, cell] of cells) {
      const ghost = this.ghosts.get(flat) ?? this.haunt(flat, shape);
      const text = ghostText(cell, digits);
      if (ghost.textContent !== text) ghost.textContent = text;
    }
  }

  /** A new ghost on a cell. @param {number} flat @param {readonly number[]} shape */
  haunt(flat, shape) {
    const ghost = h("span", { class: "stage__ghost" });
    const cell = cellIn(this.element, indexOf(flat, shape));
    cell?.classList.add("nudge__moved");
    cell?.append(ghost);
    this.ghosts.set(flat, ghost);
    return ghost;
  }

  destroy() {
    this.grid.destroy();
  }
}

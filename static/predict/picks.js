// @ts-check
/** @import { CellRef, RunState, Store } from "../types.js" */
/** @import { BarPart } from "./bar.js" */
/** @import { Asked } from "./types.js" */
import { h } from "../dom.js";
import { geometryOf, indexOf } from "../grid/geometry.js";
import { sameCell } from "../store/explained.js";
import { t } from "../strings/index.js";
import { act } from "./bar.js";
import { nameOf } from "./names.js";
import { pickFrom } from "./pick.js";

/** Larger arrays are picked from where they are drawn, not here. */
const MOST = 24;
/** So many stand in one row, whatever their shape. */
const ONE_ROW = 10;

/**
 * The cells to pick from, each a button that is pressed or not; those in the graph and in the
 * panels can be clicked as well.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Asked} asked
 * @returns {BarPart}
 */
export function picksPart(store, run, asked) {
  /** @type {{ cell: CellRef, button: HTMLButtonElement }[]} */
  const buttons = [];
  const arrays = pickFrom(run, asked).map(({ of, name }) => {
    const shape = run.graph.nodes.get(name)?.shape ?? [];
    const { size, cols } = geometryOf(shape);
    const caption = h(
      "span",
      { class: "predict__index", "aria-hidden": "true" },
      nameOf(run, of, name, []),
    );
    if (size > MOST) {
      return h("span", { class: "predict__array" }, caption, t("predict.pick.there"));
    }
    const grid = h("span", {
      class: "predict__picks",
      role: "group",
      "aria-label": nameOf(run, of, name, []),
    });
    grid.style.setProperty("--across", String(size <= ONE_ROW ? size : cols));
    for (let flat = 0; flat < size; flat++) {
      const cell = { of, name, index: indexOf(flat, shape) };
      const label = nameOf(run, of, name, cell.index);
      const button = h("button", {
        type: "button",
        class: "predict__pick",
        title: label,
        "aria-label": label,
      }, cell.index.join(",") || name);
      button.addEventListener("click", () => act(store, { do: "pick", cell }));
      buttons.push({ cell, button });
      grid.append(button);
    }
    return h("span", { class: "predict__array" }, caption, grid);
  });
  return {
    element: h("span", { class: "predict__input predict__input--picks" }, ...arrays),
    update(_state, { picked }) {
      for (const { cell, button } of buttons) {
        const pressed = picked.some((other) => sameCell(other, cell));
        button.setAttribute("aria-pressed", String(pressed));
      }
    },
    focus: () => buttons[0]?.button.focus(),
  };
}

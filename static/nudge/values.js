// @ts-check
/** @import { ElementNudged } from "../wire.js" */
/** @import { Moved, MovedList } from "./moved.js" */
/** @import { Subject } from "./view.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { format, shapeText } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { digitsToSee, ghostText } from "./digits.js";
import { GhostMatrix } from "./matrix.js";
import { movedOf } from "./moved.js";

/** Type sizes of the values, the largest first. */
const SIZES = ["1.75rem", "1.5rem", "1.25rem"];

/**
 * One value of the row.
 *
 * @typedef {object} Item
 * @property {HTMLElement} element
 * @property {Moved["kind"]} kind
 * @property {(moved: Moved) => void} show
 * @property {() => void} destroy
 */

/** Every value that a nudge moves, in the order of the forward pass, up to the loss. */
export class MovedValues {
  /** @param {Subject} subject */
  constructor(subject) {
    this.subject = subject;
    this.still = h("p", { class: "nudge__still" });
    this.list = h("ol", { class: "nudge__values" });
    this.element = h("div", {}, this.list, this.still);
    /** @type {Map<string, Item>} */
    this.items = new Map();
  }

  /** @param {ElementNudged} answer */
  show(answer) {
    const { store, run } = this.subject;
    const all = movedOf(store.state, run, answer);
    const moved = all.filter(({ name, count }) => count > 0 && !this.isLoss(name));
    const changed = this.place(moved);
    for (const value of moved) this.items.get(value.name)?.show(value);
    if (changed) this.fit();
    const still = all.filter(({ count }) => count === 0).map(({ name }) => name);
    const words = [
      ...(still.length > 0 ? [t("nudge.still", { names: still.join(", ") })] : []),
      ...(answer.left_out > 0 ? [t("nudge.left_out", { count: answer.left_out })] : []),
    ].join(" ");
    if (this.still.textContent !== words) this.still.textContent = words;
  }

  /** A loss of one number stands under the row, before and after. @param {string} name */
  isLoss(name) {
    return name === lossName(this.subject.run) && name !== this.subject.name;
  }

  /** The largest type at which all is seen at once: in one row, or else in several. */
  fit() {
    const body = this.element.closest(".nudge");
    if (!body) return;
    /** @type {string | null} */
    let inRows = null;
    for (const size of SIZES) {
      this.list.style.fontSize = size;
      if (body.scrollHeight > body.clientHeight) continue;
      if (this.isOneRow()) return;
      inRows ??= size;
    }
    if (inRows) this.list.style.fontSize = inRows;
  }

  isOneRow() {
    const first = this.list.firstElementChild;
    const last = this.list.lastElementChild;
    return first instanceof HTMLElement && last instanceof HTMLElement &&
      first.offsetTop === last.offsetTop;
  }

  /** Makes what is new, and leaves what is there where it is; true if anything is. @param {Moved[]} moved */
  place(moved) {
    let changed = false;
    for (const [name, item] of this.items) {
      if (moved.some((value) => value.name === name && value.kind === item.kind)) continue;
      item.destroy();
      item.element.remove();
      this.items.delete(name);
      changed = true;
    }
    moved.forEach((value, at) => {
      const item = this.items.get(value.name) ?? this.itemOf(value);
      this.items.set(value.name, item);
      if (this.list.children[at] !== item.element) {
        this.list.insertBefore(item.element, this.list.children[at] ?? null);
        changed = true;
      }
    });
    return changed;
  }

  /** @param {Moved} value @returns {Item} */
  itemOf({ kind, name, shape }) {
    const { store, run } = this.subject;
    const made = run.graph.nodes.get(name);
    const head = h(
      "p",
      { class: "nudge__caption" },
      h("b", {}, name),
      ` ${shapeText(shape)} `,
      h("span", { class: "nudge__op" }, made?.symbol ?? made?.op ?? ""),
    );
    if (kind === "matrix") {
      const matrix = new GhostMatrix(this.subject, name, shape);
      const element = h("li", { class: "nudge__value nudge__matrix" }, head, matrix.element);
      return {
        ...{ kind, element, destroy: () => matrix.destroy() },
        show: (moved) => moved.kind === "matrix" && matrix.show(moved),
      };
    }
    const body = h("div");
    const element = h("li", { class: "nudge__value" }, head, body);
    return {
      ...{ kind, element, destroy() {} },
      show: (moved) =>
        moved.kind === "list" && body.replaceChildren(listOf(moved, store.state.digits)),
    };
  }

  destroy() {
    for (const item of this.items.values()) item.destroy();
  }
}

/** The cells of a large value that moved most, and of how many. @param {MovedList} moved @param {number} digits */
function listOf({ name, shape, count, cells }, digits) {
  const size = shape.reduce((product, length) => product * length, 1);
  const shown = digitsToSee([], cells, digits);
  const rows = cells.map((cell) =>
    h(
      "tr",
      {},
      h("td", {}, name + bracketed(cell.index)),
      h("td", {}, `${format(cell.before, shown)} → ${format(cell.after, shown)}`),
      h("td", {}, h("span", { class: "nudge__change" }, ghostText(cell, digits))),
    )
  );
  const words = count > cells.length
    ? t("nudge.largest", { shown: cells.length, count, size })
    : t("nudge.all", { count, size });
  return h(
    "div",
    {},
    h("table", { class: "nudge__cells" }, h("tbody", {}, ...rows)),
    h("p", { class: "nudge__count" }, words),
  );
}

// @ts-check
import { h } from "../dom.js";

/** So many lines are drawn, or left out, together. */
const GROUP = 8;

/**
 * Lines one under the other, in groups of a known height: those out of view are not laid out, nor
 * painted, however many there are.
 */
export class Column {
  /** @type {HTMLElement[]} */
  lines = [];

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /** Puts a line in its place, which is at most one after the last. @param {number} at @param {HTMLElement} line */
  set(at, line) {
    const old = this.lines[at];
    this.lines[at] = line;
    if (old) return old.replaceWith(line);
    if (at % GROUP === 0) this.element.append(h("div", { class: "editor__group" }));
    const group = /** @type {HTMLElement} */ (this.element.lastElementChild);
    group.append(line);
    fit(group);
  }

  /** Leaves out what comes after so many lines. @param {number} length */
  cut(length) {
    for (const line of this.lines.splice(length)) {
      const group = /** @type {HTMLElement} */ (line.parentElement);
      line.remove();
      if (group.childElementCount === 0) group.remove();
      else fit(group);
    }
  }
}

/** @param {HTMLElement} group */
function fit(group) {
  group.style.height = `calc(${group.childElementCount} * var(--line-height))`;
}

// @ts-check
/** @import { GridOptions, Model, View } from "./types.js" */
import { full } from "../numbers.js";
import { Editor } from "./editor.js";
import { flatOf, indexOf } from "./geometry.js";
import { indexText } from "./texts.js";

/** What begins a number when it is typed on a cell: a digit, a sign, a letter of a function. */
const BEGINS = /^[\p{L}\p{N}.+\-−(√]$/u;

/** Pointer and keyboard on a view: moving about, and editing in place. */
export class Controls {
  /**
   * @param {View} view
   * @param {Model} model
   * @param {GridOptions} options
   */
  constructor(view, model, options) {
    this.view = view;
    this.model = model;
    this.options = options;
    /** @type {Map<number, Editor>} */
    this.editors = new Map();
    /** What was typed last into a cell. @type {Map<number, string>} */
    this.typed = new Map();
    this.hovered = /** @type {number | null} */ (null);
    this.listening = new AbortController();
    this.listen();
  }

  listen() {
    const { element } = this.view;
    const { signal } = this.listening;
    element.addEventListener("keydown", (event) => this.onKey(event), { signal });
    element.addEventListener("click", (event) => this.onClick(event), { signal });
    element.addEventListener("dblclick", (event) => this.onDoubleClick(event), { signal });
    element.addEventListener("focusin", (event) => this.onFocus(event), { signal });
    const hover = (/** @type {Event} */ event) => this.hover(this.view.hit(event));
    element.addEventListener("pointermove", hover, { signal });
    element.addEventListener("pointerleave", () => this.hover(null), { signal });
  }

  /** @param {number} flat */
  focus(flat) {
    const cell = this.view.goTo(flat);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {readonly number[]} index @param {string} message */
  refuse(index, message) {
    const flat = flatOf(index, this.model.shape);
    if (flat === null) return;
    const text = this.typed.get(flat) ?? full(this.model.at(flat) ?? NaN);
    this.model.settle(flat);
    this.view.draw();
    (this.editors.get(flat) ?? this.edit(flat, text)).refuse(message);
  }

  destroy() {
    this.listening.abort();
    for (const editor of this.editors.values()) editor.close();
    this.editors.clear();
  }

  /** @param {number} flat */
  canEdit(flat) {
    return Boolean(this.options.editable) && this.model.at(flat) !== null &&
      !this.editors.has(flat);
  }

  /**
   * @param {number} flat
   * @param {string | null} text  what was typed already
   */
  edit(flat, text) {
    const { view, model, options } = this;
    view.goTo(flat);
    const cell = view.hold(flat);
    const index = indexOf(flat, model.shape);
    const editor = new Editor(cell, options.name + indexText(index), text, {
      number: () => model.at(flat),
      shown: () => view.textAt(flat),
      send: (number, words) => this.send(flat, number, words),
      back: () => this.typed.delete(flat),
      problem: (code) => options.onEditProblem?.(code),
      done: (event) => this.done(flat, event),
    });
    this.editors.set(flat, editor);
    return editor;
  }

  /** @param {number} flat @param {number} number @param {string} words */
  send(flat, number, words) {
    this.typed.set(flat, words);
    this.model.preview(flat, number);
    this.view.draw();
    this.options.onEdit?.(indexOf(flat, this.model.shape), number);
  }

  /** @param {number} flat @param {KeyboardEvent | null} event */
  done(flat, event) {
    this.editors.delete(flat);
    this.view.release(flat);
    if (event === null) return false;
    const next = this.after(flat, event);
    this.focus(next);
    return event.key !== "Tab" || next !== flat; // Tab goes on out of the grid at its end
  }

  /** Where a key that ended an editor leads. @param {number} flat @param {KeyboardEvent} event */
  after(flat, { key, shiftKey }) {
    const { view } = this;
    if (key === "Enter") {
      const arrow = shiftKey ? "ArrowUp" : "ArrowDown";
      return view.move(flat, { key: arrow, ctrlKey: false }) ?? flat;
    }
    const next = key === "Tab" ? flat + (shiftKey ? -1 : 1) : flat;
    return next < 0 || next >= view.geometry.size ? flat : next;
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.altKey || event.metaKey || event.isComposing || !this.onCell(event)) return;
    const flat = this.view.current;
    const next = this.view.move(flat, event);
    if (next !== null) this.focus(next);
    else if (event.ctrlKey || !this.act(flat, event.key)) return;
    event.preventDefault();
  }

  /** Not on the button under a heat map. @param {KeyboardEvent} event */
  onCell({ target }) {
    return target instanceof Element && target.closest("[role=gridcell]") !== null;
  }

  /** What a key that does not move does. @param {number} flat @param {string} key */
  act(flat, key) {
    if (!this.canEdit(flat)) return (key === "Enter" || key === " ") && this.click(flat);
    if (key === " ") return this.explain(flat);
    if (key === "Enter" || key === "F2") this.edit(flat, null).focus();
    else if (key === "Delete" || key === "Backspace") this.edit(flat, "").focus();
    else if (BEGINS.test(key)) this.edit(flat, key).focus();
    else return false;
    return true;
  }

  /** A key that explains is no first click of two. @param {number} flat */
  explain(flat) {
    const { onExplain } = this.options;
    if (!onExplain) return this.click(flat);
    onExplain(indexOf(flat, this.model.shape));
    return true;
  }

  /** @param {number} flat */
  click(flat) {
    const cell = this.view.cell(flat);
    if (!cell || !this.options.onClick) return false;
    this.options.onClick(indexOf(flat, this.model.shape), cell);
    return true;
  }

  /** @param {Event} event */
  onClick(event) {
    const flat = this.view.hit(event);
    if (flat === null) return;
    this.view.goTo(flat).focus({ preventScroll: true });
    this.click(flat);
  }

  /** A screen reader may focus any cell: the keys are for that one then. @param {Event} event */
  onFocus(event) {
    const flat = this.view.hit(event);
    if (flat !== null && flat !== this.view.current) this.view.goTo(flat);
  }

  /** @param {Event} event */
  onDoubleClick(event) {
    const flat = this.view.hit(event);
    if (flat !== null && this.canEdit(flat)) this.edit(flat, null).focus();
  }

  /** @param {number | null} flat */
  hover(flat) {
    if (flat === this.hovered) return;
    this.hovered = flat;
    this.view.hover(flat);
  }
}

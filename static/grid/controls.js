// @ts-check
/** @import { Editor } from "./editor.js" */
/** @import { GridOptions, Model, View } from "./types.js" */
import { full } from "../numbers.js";
import { openEditor } from "./editor.js";
import { flatOf, indexOf } from "./geometry.js";
import { indexText } from "./texts.js";

/** What begins a number when it is typed on a cell: a digit, a sign, a letter of a function. */
const BEGINS = /^[\p{L}\p{N}.+\-−(√]$/u;

/**
 * Pointer and keyboard on a view: moving about, and editing in place.
 *
 * @param {View} view
 * @param {Model} model
 * @param {GridOptions} options
 */
export function attachControls(view, model, options) {
  const { shape } = view.geometry;
  const { element } = view;
  /** @type {Map<number, Editor>} */
  const editors = new Map();
  /** What was typed last into a cell. @type {Map<number, string>} */
  const typed = new Map();
  const listening = new AbortController();
  const { signal } = listening;

  /** @param {number} flat */
  const canEdit = (flat) => Boolean(options.editable) && model.at(flat) !== null;

  /** @param {number} flat */
  function focus(flat) {
    const cell = view.goTo(flat);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /**
   * @param {number} flat
   * @param {string | null} text  null: the number itself, selected
   */
  function edit(flat, text) {
    if (editors.has(flat)) return;
    view.goTo(flat);
    const cell = view.hold(flat);
    const start = { text: text ?? full(model.at(flat) ?? NaN), select: text === null };
    const editor = openEditor(cell, options.name + indexText(indexOf(flat, shape)), start, {
      number: () => model.at(flat),
      shown: () => view.textAt(flat),
      send(number, words) {
        typed.set(flat, words);
        model.preview(flat, number);
        view.draw();
        options.onEdit?.(indexOf(flat, shape), number);
      },
      back() {
        typed.delete(flat);
      },
      problem: (code, details) => options.onEditProblem?.(code, cell, details),
      done: (event) => finished(flat, event),
    });
    editors.set(flat, editor);
    return editor;
  }

  /** @param {number} flat @param {KeyboardEvent | null} event */
  function finished(flat, event) {
    editors.delete(flat);
    view.release(flat);
    if (event === null) return false;
    const next = after(flat, event);
    focus(next);
    return event.key !== "Tab" || next !== flat;
  }

  /** Where a key that ended an editor leads. @param {number} flat @param {KeyboardEvent} event */
  function after(flat, event) {
    const step = event.shiftKey ? -1 : 1;
    if (event.key === "Enter") {
      return view.move(flat, { key: step > 0 ? "ArrowDown" : "ArrowUp", ctrlKey: false }) ?? flat;
    }
    if (event.key !== "Tab") return flat;
    const next = flat + step;
    return next < 0 || next >= view.geometry.size ? flat : next;
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.altKey || event.metaKey || event.isComposing) return;
    const flat = view.current;
    const next = view.move(flat, event);
    if (next !== null) focus(next);
    else if (event.ctrlKey || !act(flat, event.key)) return;
    event.preventDefault();
  }

  /** What a key that does not move does. @param {number} flat @param {string} key */
  function act(flat, key) {
    const index = indexOf(flat, shape);
    if (key === " " || (key === "Enter" && !canEdit(flat))) {
      const cell = view.cell(flat);
      if (!cell || !options.onClick) return false;
      options.onClick(index, cell);
      return true;
    }
    if (!canEdit(flat)) return false;
    if (key === "Enter" || key === "F2") edit(flat, null)?.focus();
    else if (key === "Delete" || key === "Backspace") edit(flat, "")?.focus();
    else if (BEGINS.test(key)) edit(flat, key)?.focus();
    else return false;
    return true;
  }

  /** @param {Event} event @param {(flat: number) => void} then */
  function onCell(event, then) {
    const flat = view.hit(event);
    if (flat !== null) then(flat);
  }

  let hovered = /** @type {number | null} */ (null);
  /** @param {number | null} flat */
  function hover(flat) {
    if (flat === hovered) return;
    hovered = flat;
    view.hover(flat);
    options.onHover?.(flat === null ? null : indexOf(flat, shape));
  }

  element.addEventListener("keydown", onKey, { signal });
  element.addEventListener("click", (event) =>
    onCell(event, (flat) => {
      const cell = view.goTo(flat);
      cell.focus({ preventScroll: true });
      options.onClick?.(indexOf(flat, shape), cell);
    }), { signal });
  element.addEventListener("dblclick", (event) =>
    onCell(event, (flat) => {
      if (canEdit(flat)) edit(flat, null)?.focus();
    }), { signal });
  element.addEventListener("pointermove", (event) => hover(view.hit(event)), { signal });
  element.addEventListener("pointerleave", () => hover(null), { signal });

  return {
    focus,
    /** @param {readonly number[]} index @param {string} message */
    refuse(index, message) {
      const flat = flatOf(index, shape);
      if (flat === null) return;
      const text = typed.get(flat) ?? full(model.at(flat) ?? NaN);
      model.settle(flat);
      view.draw();
      (editors.get(flat) ?? edit(flat, text))?.refuse(message);
    },
    destroy() {
      listening.abort();
      for (const editor of editors.values()) editor.close();
      editors.clear();
    },
  };
}

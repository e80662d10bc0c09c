// @ts-check
/** @import { ProblemCode } from "../typed.js" */
import { h } from "../dom.js";
import { full, nudged, parseNumber, stepOf } from "../numbers.js";
import { t } from "../strings/index.js";

/**
 * What the editor of a cell asks of its grid.
 *
 * @typedef {object} EditorHooks
 * @property {() => number | null} number  what the cell has now
 * @property {() => string} shown  its text as it is shown
 * @property {(number: number, text: string) => void} send
 * @property {() => void} back  what was typed is forgotten
 * @property {(code: ProblemCode | null) => void} problem
 * @property {(event: KeyboardEvent | null) => boolean} done
 *   the editor is gone; the key that ended it (null: the focus left), true if it led to another cell
 */

/** The least width of the input, in characters. */
const LEAST = 4;

let count = 0;

/** An input over a cell, until a number is taken or taken back. */
export class Editor {
  /**
   * @param {HTMLElement} cell
   * @param {string} label
   * @param {string | null} typed  what was typed already; null: nothing, it starts with the number
   * @param {EditorHooks} hooks
   */
  constructor(cell, label, typed, hooks) {
    const number = hooks.number();
    this.cell = cell;
    this.hooks = hooks;
    this.before = number;
    this.message = h("div", {
      class: "grid-problem",
      role: "alert",
      id: `problem-${++count}`,
      hidden: true,
    });
    this.input = inputFor(label, this.message.id);
    this.input.value = typed ?? full(number ?? NaN);
    /** The text that stands for what the cell has, so that leaving it alone changes nothing. */
    this.untouched = typed === null ? this.input.value : null;
    /** What an arrow moves the number by, until something is typed. */
    this.unit = typed === null ? stepOf(hooks.shown()) : null;
    this.sent = false;
    this.open = true;
    /** What the server did not take: only a key sends it again. */
    this.refused = /** @type {string | null} */ (null);

    cell.append(this.input, this.message);
    this.listen();
    this.fit();
    if (typed === null) this.input.select();
  }

  listen() {
    const { input } = this;
    input.addEventListener("keydown", (event) => this.onKey(event));
    input.addEventListener("input", () => this.onInput());
    input.addEventListener("blur", () => this.onBlur());
    for (const type of ["pointerdown", "click", "dblclick"]) {
      input.addEventListener(type, (event) => event.stopPropagation());
    }
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  close() {
    this.open = false;
    this.input.remove();
    this.message.remove();
  }

  /** Says why what was sent was not taken. @param {string} words */
  refuse(words) {
    this.refused = this.input.value;
    this.untouched = null;
    this.complain(words);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    event.stopPropagation(); // the keys of the page do not act inside an editor
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      this.nudge((key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1));
    } else if (key === "Escape") {
      event.preventDefault();
      this.back();
      this.finish(event);
    } else if (key === "Enter" || key === "Tab") {
      if (!this.take() || this.finish(event)) event.preventDefault();
    }
  }

  onInput() {
    this.unit = null;
    this.untouched = null;
    this.forgive();
    this.fit();
  }

  onBlur() {
    // Where the window lost the focus, the input still has it in the document.
    if (!this.open || document.activeElement === this.input) return;
    if (this.input.value.trim() === "") this.back();
    else if (this.input.value === this.refused || !this.take()) return;
    this.finish(null);
  }

  /** @param {KeyboardEvent | null} event */
  finish(event) {
    this.close();
    return this.hooks.done(event);
  }

  /** Sends what was typed, if it is another number; true if the editor is done with. */
  take() {
    if (this.input.value === this.untouched) return true;
    const number = this.read();
    if (number === null) return false;
    this.forgive();
    if (!Object.is(number, this.hooks.number())) this.hooks.send(number, this.input.value);
    return true;
  }

  back() {
    this.forgive();
    if (this.sent && this.before !== null) this.hooks.send(this.before, full(this.before));
    this.hooks.back();
  }

  /** @param {number} units */
  nudge(units) {
    const number = this.read();
    if (number === null) return;
    this.unit ??= stepOf(this.input.value);
    const next = nudged(number, units * this.unit);
    this.input.value = withDecimals(next, this.unit);
    this.untouched = this.input.value;
    this.sent = true;
    this.forgive();
    this.fit();
    this.hooks.send(next, this.input.value);
  }

  /** The number typed, or null once it has been said what is wrong with it. */
  read() {
    const parsed = parseNumber(this.input.value);
    if (parsed.ok) return parsed.value;
    this.complain(t(`grid.${parsed.code}`, { name: parsed.name ?? "" }));
    this.hooks.problem(parsed.code);
    return null;
  }

  /** @param {string} words */
  complain(words) {
    this.input.setAttribute("aria-invalid", "true");
    this.message.textContent = words;
    this.message.hidden = false;
    place(this.message, this.cell);
  }

  forgive() {
    if (this.message.hidden) return;
    this.input.removeAttribute("aria-invalid");
    this.message.hidden = true;
    this.hooks.problem(null);
  }

  /** Makes the input as wide as its text. */
  fit() {
    const characters = Math.max(LEAST, this.input.value.length + 1);
    this.input.style.width = `calc(${characters}ch + 0.8em)`;
  }
}

/** @param {string} label @param {string} describedBy */
function inputFor(label, describedBy) {
  return h("input", {
    type: "text",
    class: "grid-input",
    "aria-label": label,
    "aria-describedby": describedBy,
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    enterkeyhint: "done",
  });
}

/**
 * Under the cell, and inside what the grid stands in, which may be narrow.
 *
 * @param {HTMLElement} message
 * @param {HTMLElement} cell
 */
function place(message, cell) {
  message.style.left = "0";
  const around = cell.closest("[data-grid-room]") ?? document.documentElement;
  const [room, box] = [around.getBoundingClientRect(), message.getBoundingClientRect()];
  const left = Math.max(room.left - box.left, Math.min(0, room.right - box.right));
  message.style.left = `${left}px`;
  message.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/**
 * The number with the decimals that its step has: 0.60 and not 0.6 after 0.59.
 *
 * @param {number} number
 * @param {number} unit
 */
function withDecimals(number, unit) {
  const decimals = Math.max(0, -Math.round(Math.log10(unit)));
  const text = decimals <= 15 ? number.toFixed(decimals) : "";
  return Number(text) === number && !text.includes("e") ? text : full(number);
}

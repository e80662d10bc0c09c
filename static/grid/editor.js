// @ts-check
/** @import { ProblemCode } from "../typed.js" */
/** @import { ProblemDetails } from "./types.js" */
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
 * @property {(code: ProblemCode | null, details: ProblemDetails) => void} problem
 * @property {(event: KeyboardEvent | null) => boolean} done
 *   the editor is gone; the key that ended it (null: the focus left), true if it moved on
 *
 * @typedef {object} Editor
 * @property {() => void} focus
 * @property {(message: string) => void} refuse  says why what was sent was not taken
 * @property {() => void} close
 */

/** The least width of the input, in characters. */
const LEAST = 6;

let count = 0;

/**
 * An input over a cell, until a number is taken or taken back.
 *
 * @param {HTMLElement} cell
 * @param {string} label
 * @param {{ text: string, select: boolean }} start
 * @param {EditorHooks} hooks
 * @returns {Editor}
 */
export function openEditor(cell, label, start, hooks) {
  const before = hooks.number();
  const input = inputFor(label, start.text);
  const message = messageFor(input);
  /** The text that stands for what the cell has, so that leaving it alone changes nothing. */
  let untouched = start.select ? start.text : null;
  /** One unit of the last digit, from when the arrows are used until the text is typed in. */
  let unit = /** @type {number | null} */ (null);
  let sent = false;
  let open = true;
  /** What the server did not take: only a key sends it again. */
  let refused = /** @type {string | null} */ (null);

  cell.append(input, message);
  fit();
  if (start.select) input.select();

  function close() {
    open = false;
    input.remove();
    message.remove();
  }

  /** @param {string} words */
  function complain(words) {
    input.setAttribute("aria-invalid", "true");
    message.textContent = words;
    message.hidden = false;
    place(message, cell);
  }

  function forgive() {
    if (message.hidden) return;
    input.removeAttribute("aria-invalid");
    message.hidden = true;
    hooks.problem(null, {});
  }

  /** The number typed, or null once it has been said what is wrong with it. */
  function read() {
    const parsed = parseNumber(input.value);
    if (parsed.ok) return parsed.value;
    const details = { at: parsed.at, name: parsed.name };
    complain(t(`grid.${parsed.code}`, { name: parsed.name ?? "" }));
    hooks.problem(parsed.code, details);
    return null;
  }

  /** True if the editor is done with. */
  function take() {
    if (input.value === untouched) return true;
    const number = read();
    if (number === null) return false;
    if (!Object.is(number, hooks.number())) hooks.send(number, input.value);
    forgive();
    return true;
  }

  function back() {
    if (sent && before !== null) hooks.send(before, full(before));
    forgive();
    hooks.back();
  }

  /** @param {number} direction @param {boolean} far */
  function nudge(direction, far) {
    const number = read();
    if (number === null) return;
    unit ??= stepOf(input.value === start.text && start.select ? hooks.shown() : input.value);
    const next = nudged(number, direction * unit * (far ? 10 : 1));
    input.value = withDecimals(next, unit);
    untouched = input.value;
    sent = true;
    forgive();
    hooks.send(next, input.value);
    fit();
  }

  function fit() {
    input.style.width = `calc(${Math.max(LEAST, input.value.length + 1)}ch + 0.8em)`;
  }

  /** @param {KeyboardEvent | null} event */
  function finish(event) {
    close();
    return hooks.done(event);
  }

  input.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the keys of the page do not act inside an editor
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      nudge(key === "ArrowUp" ? 1 : -1, event.shiftKey);
    } else if (key === "Escape") {
      event.preventDefault();
      back();
      finish(event);
    } else if (key === "Enter" || key === "Tab") {
      if (!take()) event.preventDefault();
      else if (finish(event)) event.preventDefault();
    }
  });
  input.addEventListener("input", () => {
    unit = null;
    untouched = null;
    forgive();
    fit();
  });
  input.addEventListener("blur", () => {
    if (!open || document.activeElement === input) return; // the window lost the focus, not the cell
    if (input.value.trim() === "") back();
    else if (input.value === refused || !take()) return;
    finish(null);
  });
  for (const type of ["pointerdown", "click", "dblclick"]) {
    input.addEventListener(type, (event) => event.stopPropagation());
  }

  return {
    focus: () => input.focus({ preventScroll: true }),
    refuse(words) {
      refused = input.value;
      untouched = null;
      complain(words);
    },
    close,
  };
}

/** @param {string} label @param {string} text */
function inputFor(label, text) {
  const input = document.createElement("input");
  input.type = "text";
  input.className = "grid-input";
  input.setAttribute("aria-label", label);
  input.autocomplete = "off";
  input.spellcheck = false;
  input.setAttribute("autocapitalize", "off");
  input.enterKeyHint = "done";
  input.value = text;
  return input;
}

/** @param {HTMLInputElement} input */
function messageFor(input) {
  const message = document.createElement("div");
  message.className = "grid-problem";
  message.id = `grid-problem-${++count}`;
  message.setAttribute("role", "alert");
  message.hidden = true;
  input.setAttribute("aria-describedby", message.id);
  return message;
}

/**
 * Under the cell, and inside what the grid stands in, which may be narrow.
 *
 * @param {HTMLElement} message
 * @param {HTMLElement} cell
 */
function place(message, cell) {
  message.style.left = "0";
  const room = (cell.closest("[data-grid-room]") ?? document.documentElement)
    .getBoundingClientRect();
  const box = message.getBoundingClientRect();
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
  const text = decimals <= 15 ? number.toFixed(decimals) : full(number);
  return Number(text) === number && Math.abs(number) < 1e15 ? text : full(number);
}

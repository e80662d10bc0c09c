// @ts-check
/** @import { ErrorBody } from "../wire.js" */
/** @import { LineState, Token } from "./lines.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { Column } from "./column.js";
import { keepInView } from "./follow.js";
import { tokensOf } from "./lines.js";

/** How long a person has paused when the program is sent. */
const PAUSE = 400;

/**
 * @typedef {object} EditorEvents
 * @property {(program: string) => void} typed  at every change
 * @property {(program: string) => void} paused  after a pause, or at once with Ctrl-Enter
 * @property {(line: number) => void} picked  a line's number was pressed
 */

/**
 * The program as text to type in: a transparent text area over the same text in colours, beside
 * the numbers of its lines.
 *
 * @param {string} problemId  of the element that says what is wrong
 * @param {EditorEvents} events
 */
export function createEditor(problemId, { typed, paused, picked }) {
  const numbers = new Column(h("div", { class: "editor__gutter" }));
  const rows = new Column(h("div", { class: "editor__text", "aria-hidden": "true" }));
  const area = h("textarea", {
    class: "editor__area",
    "aria-label": t("network.program"),
    spellcheck: "false",
    autocapitalize: "off",
    autocomplete: "off",
    wrap: "off",
    rows: 1,
  });
  const element = h(
    "div",
    { class: "editor" },
    numbers.element,
    h("div", { class: "editor__code" }, rows.element, area),
  );

  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  function send() {
    clearTimeout(timer);
    timer = undefined;
    paused(area.value);
  }

  area.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
    draw();
    typed(area.value);
  });
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      area.blur();
    }
  });
  numbers.element.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (button) picked(numbers.lines.indexOf(button) + 1);
  });

  /** @type {ErrorBody | null} */
  let wrong = null;
  /** @type {string[]} */
  let drawn = [];
  /** What the number of each line says of it, once it does. @type {(LineState | null | undefined)[]} */
  let told = [];

  /** Draws the lines that are not drawn yet. */
  function draw() {
    const lines = area.value.split("\n");
    lines.forEach((line, at) => {
      if (drawn[at] === line) return;
      delete told[at];
      rows.set(at, rowOf(line, wrong?.line === at + 1 ? wrong.column ?? null : null));
      if (!numbers.lines[at]) numbers.set(at, numberOf(at + 1));
    });
    for (const column of [rows, numbers]) column.cut(lines.length);
    element.style.setProperty("--digits", String(String(lines.length).length));
    const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
    element.style.setProperty("--columns", String(longest));
    drawn = lines;
    told.length = lines.length;
  }

  const { follow } = keepInView(element, numbers);
  return {
    element,
    focus() {
      area.focus();
    },
    get program() {
      return area.value;
    },
    /** @param {string} program */
    set(program) {
      if (program === area.value) return;
      clearTimeout(timer);
      area.value = program;
      draw();
    },
    /** What is wrong, and where. @param {ErrorBody | null} error */
    complain(error) {
      for (const line of [wrong?.line, error?.line]) if (line) drawn[line - 1] = "\0";
      wrong = error;
      draw();
      mark(numbers, error?.line ?? 0);
      if (!error) {
        area.removeAttribute("aria-invalid");
        area.removeAttribute("aria-describedby");
        return;
      }
      area.setAttribute("aria-invalid", "true");
      area.setAttribute("aria-describedby", problemId);
    },
    /**
     * How far each line is, and whether its number leads to a node. Only what differs is touched: a
     * program may have a thousand lines.
     *
     * @param {(line: number, text: string) => LineState | null} stateOf
     */
    progress(stateOf) {
      const states = drawn.map((line, at) => stateOf(at + 1, line));
      states.forEach((state, at) => {
        if (same(state, told[at])) return;
        show(numbers.lines[at], state);
        setData(rows.lines[at], "active", state?.active ?? null);
      });
      told = states;
      const active = states.findIndex((state) => state?.active);
      if (active >= 0 && document.activeElement !== area) follow(active);
    },
  };
}

/** @param {Column} numbers @param {number} line  0: none */
function mark({ lines }, line) {
  for (const [at, number] of lines.entries()) number.classList.toggle("wrong", at + 1 === line);
}

/** @param {LineState | null} one @param {LineState | null | undefined} other  undefined: not told yet */
function same(one, other) {
  if (!one || !other) return one === other;
  return one.forward === other.forward && one.backward === other.backward &&
    one.active === other.active;
}

/** @param {HTMLElement} number @param {LineState | null} state */
function show(number, state) {
  setData(number, "forward", state?.forward ? "done" : null);
  setData(number, "backward", state?.backward ? "done" : null);
  setData(number, "active", state?.active ?? null);
  if (state?.active) number.setAttribute("aria-current", "step");
  else number.removeAttribute("aria-current");
  if (state) number.removeAttribute("aria-disabled");
  else number.setAttribute("aria-disabled", "true");
}

/** @param {HTMLElement} element @param {string} name @param {string | null} value */
function setData(element, name, value) {
  if (value === null) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}

/** @param {number} line */
function numberOf(line) {
  const label = t("network.line", { line });
  return h(
    "button",
    { type: "button", class: "editor__number", "aria-label": label, title: label },
    String(line),
  );
}

/**
 * @param {string} line
 * @param {number | null} column  of what is wrong in it, from 1
 */
function rowOf(line, column) {
  const row = h("div", { class: "editor__line" });
  let at = 1;
  for (const token of tokensOf(line)) {
    const wrong = column !== null && column >= at && column < at + token.text.length;
    row.append(spanOf(token, wrong));
    at += token.text.length;
  }
  if (column !== null && column >= at) row.append(spanOf({ kind: "space", text: " " }, true));
  if (!row.firstChild) row.append("\u200b");
  return row;
}

/** @param {Token} token @param {boolean} wrong */
function spanOf({ kind, text }, wrong) {
  return h("span", { class: wrong ? `token-${kind} wrong` : `token-${kind}` }, text);
}

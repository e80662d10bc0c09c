// @ts-check
/** @import { NestedNumbers, State, Store } from "../types.js" */
/** @import { Missing } from "./value_text.js" */
import { h } from "../dom.js";
import { shapeText } from "../numbers.js";
import { t } from "../strings/index.js";
import { readValue, suggestedText, writtenValue } from "./value_text.js";

/**
 * Beside a program that names leaves without a value: a field for each of them, with a value that
 * fits, and a button that gives them all and runs the program. What was typed stays.
 *
 * @param {Store} store
 * @param {() => void} leave  where the focus goes once there is nothing left to give
 */
export function missingPart(store, leave) {
  return new MissingForm(store, leave).form;
}

class MissingForm {
  /** @param {Store} store @param {() => void} leave */
  constructor(store, leave) {
    this.store = store;
    this.leave = leave;
    this.form = h("form", { class: "missing", hidden: true, "aria-labelledby": "missing-title" });
    this.form.noValidate = true;
    this.title = h("p", { class: "missing__title", id: "missing-title" });
    this.fields = h("div", { class: "missing__fields" });
    this.give = h("button", { type: "submit", class: "panel__button panel__button--main" });
    this.form.append(this.title, this.fields, this.give);
    /** What was typed for a name, while the document is open. @type {Map<string, string>} */
    this.typed = new Map();
    /** @type {Missing[]} */
    this.shown = [];
    /** The program that went out with values. @type {string | null} */
    this.given = null;
    this.listen();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.fields.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement) this.typed.set(target.name, target.value);
    });
    this.store.subscribe((state, before) => {
      const anew = state.undo !== before.undo && state.undo.length + state.redo.length === 0;
      if (anew) this.typed.clear();
      if (state.problem !== before.problem) this.draw(this.wanted(state));
    });
  }

  /** Gives the values and runs, or goes to the first that is none. */
  submit() {
    const rows = [...this.fields.children].map((row) => readRow(/** @type {HTMLElement} */ (row)));
    /** @type {Record<string, NestedNumbers>} */
    const values = {};
    for (const { input, value } of rows) {
      if (value === null) return input.focus();
      values[input.name] = value;
    }
    const { draft, document } = this.store.state;
    this.given = draft ?? document?.program ?? "";
    this.store.dispatch({ type: "ask.program", program: this.given, values });
  }

  /** Those without a value; where the ones given were refused, the same again. @param {State} state */
  wanted({ problem, draft }) {
    if (problem?.about !== "program") return [];
    const { missing } = problem.error.params;
    if (problem.error.code === "leaf.no_value" && Array.isArray(missing)) return missing;
    return this.given !== null && this.given === draft ? this.shown : [];
  }

  /** What was typed, what the name had before, or what would fit. @param {Missing} missing */
  textOf(missing) {
    const { name } = missing;
    const { aside } = this.store.state;
    const before = Object.hasOwn(aside, name) ? writtenValue(aside[name]) : undefined;
    return this.typed.get(name) ?? before ?? suggestedText(missing);
  }

  /** @param {Missing[]} rows */
  draw(rows) {
    if (rows === this.shown) return;
    const focused = this.form.contains(document.activeElement);
    const one = rows.length === 1;
    this.shown = rows;
    this.form.hidden = rows.length === 0;
    this.title.textContent = t(one ? "missing.one" : "missing.many", {
      names: rows.map(({ name }) => name).join(", "),
    });
    this.give.textContent = t(one ? "missing.give" : "missing.give_all");
    this.fields.replaceChildren(...rows.map((row) => fieldOf(row, this.textOf(row))));
    if (focused && rows.length === 0) this.leave();
    else if (focused) this.fields.querySelector("input")?.focus();
  }
}

/** @param {Missing} missing @param {string} text */
function fieldOf({ name, shape }, text) {
  const id = `missing-${name}`;
  const input = h("input", {
    ...{ id, name, class: "missing__input", autocomplete: "off", spellcheck: "false" },
    "aria-describedby": `${id}-problem`,
  });
  input.value = text;
  return h(
    "div",
    { class: "missing__field" },
    h(
      "label",
      { for: id, class: "missing__label" },
      h("b", {}, name),
      shape && h("span", { class: "missing__shape" }, shapeText(shape)),
    ),
    input,
    h("p", { class: "missing__problem", id: `${id}-problem`, role: "alert", hidden: true }),
  );
}

/**
 * What a field holds; says beside it what is wrong with that.
 *
 * @param {HTMLElement} row
 * @returns {{ input: HTMLInputElement, value: NestedNumbers | null }}
 */
function readRow(row) {
  const input = /** @type {HTMLInputElement} */ (row.querySelector("input"));
  const problem = /** @type {HTMLElement} */ (row.querySelector(".missing__problem"));
  const read = readValue(input.value);
  const wrong = "problem" in read ? t(read.problem, read.params) : "";
  problem.hidden = wrong === "";
  problem.textContent = wrong;
  if (wrong) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
  return { input, value: "value" in read ? read.value : null };
}

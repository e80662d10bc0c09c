// @ts-check
/** @import { NestedNumbers, State, Store } from "../types.js" */
/** @import { Missing } from "./value_text.js" */
import { h } from "../dom.js";
import { shapeText } from "../numbers.js";
import { t } from "../strings/index.js";
import { readValue, suggestedText } from "./value_text.js";

/**
 * Beside a program that names leaves without a value: a field for each of them, with a value that
 * fits, and a button that gives them all and runs the program. What was typed stays.
 *
 * @param {Store} store
 * @param {() => void} leave  where the focus goes once there is nothing left to give
 */
export function missingPart(store, leave) {
  const form = h("form", { class: "missing", hidden: true, "aria-labelledby": "missing-title" });
  const title = h("p", { class: "missing__title", id: "missing-title" });
  const fields = h("div", { class: "missing__fields" });
  const give = h("button", { type: "submit", class: "panel__button panel__button--main" });
  form.append(title, fields, give);
  form.noValidate = true;

  /** What was typed for a name, for as long as the document is open. @type {Map<string, string>} */
  const typed = new Map();
  /** @type {Missing[]} */
  let shown = [];
  /** The program that went out with values. @type {string | null} */
  let given = null;

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const rows = [...fields.children].map((row) => readRow(/** @type {HTMLElement} */ (row)));
    const wrong = rows.find(({ value }) => value === null);
    if (wrong) return wrong.input.focus();
    const { state } = store;
    given = state.draft ?? state.document?.program ?? "";
    const values = rows.map(({ name, value }) => [name, value]);
    store.dispatch({
      ...{ type: "ask.program", program: given, values: Object.fromEntries(values) },
    });
  });
  fields.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement) typed.set(target.name, target.value);
  });

  /** @param {State} state */
  function wanted({ problem, draft }) {
    if (problem?.about !== "program") return [];
    const { missing } = problem.error.params;
    if (problem.error.code === "leaf.no_value" && Array.isArray(missing)) return missing;
    return given !== null && given === draft ? shown : []; // refused, with the values given
  }

  /** @param {Missing[]} rows */
  function draw(rows) {
    if (rows === shown) return;
    const focused = form.contains(document.activeElement);
    shown = rows;
    form.hidden = rows.length === 0;
    const names = rows.map(({ name }) => name).join(", ");
    title.textContent = t(rows.length === 1 ? "missing.one" : "missing.many", { names });
    give.textContent = t(rows.length === 1 ? "missing.give" : "missing.give_all");
    fields.replaceChildren(...rows.map((row) => fieldOf(row, typed.get(row.name))));
    if (focused && rows.length === 0) leave();
    else if (focused) fields.querySelector("input")?.focus();
  }

  store.subscribe((state, before) => {
    const another = state.lesson !== before.lesson || state.undo.length === 0 &&
        state.document !== before.document && before.undo.length > 0;
    if (another) typed.clear();
    if (state.problem !== before.problem || another) draw(wanted(state));
  });
  return form;
}

/** @param {Missing} missing @param {string | undefined} text */
function fieldOf(missing, text) {
  const { name, shape } = missing;
  const id = `missing-${name}`;
  const input = h("input", {
    ...{ id, name, class: "missing__input", autocomplete: "off", spellcheck: "false" },
    "aria-describedby": `${id}-problem`,
  });
  input.value = text ?? suggestedText(missing);
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
 * @returns {{ input: HTMLInputElement, name: string, value: NestedNumbers | null }}
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
  return { input, name: input.name, value: "value" in read ? read.value : null };
}

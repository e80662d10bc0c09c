// @ts-check
/** @import { RunState, Store } from "../types.js" */
/** @import { BarPart } from "./bar.js" */
/** @import { Asked } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { act, actButton, actWhenReady } from "./bar.js";
import { nameOf } from "./names.js";

/**
 * A field for each number, laid out as the array is; or one field for all at once.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Asked} asked
 * @returns {BarPart}
 */
export function fieldsPart(store, run, asked) {
  const { of, name, cells, list } = asked;
  const fields = list === null
    ? cells.map((index, at) =>
      fieldOf(store, asked, nameOf(run, of, name, index), asked.typed[at], (text) => {
        act(store, { do: "type", field: at, text });
      })
    )
    : [fieldOf(store, asked, nameOf(run, of, name, []), list, (text) => {
      act(store, { do: "list", text });
    })];
  if (list !== null) fields[0].classList.add("predict__field--list");
  const grid = h(
    "span",
    { class: "predict__fields" },
    ...fields.map((field, at) => labelled(field, asked, at)),
  );
  grid.style.setProperty("--across", String(acrossOf(asked)));
  const several = cells.length > 1 || (run.graph.nodes.get(name)?.shape.length ?? 0) > 0;
  const element = h(
    "span",
    { class: "predict__input" },
    grid,
    several ? toggle(store, list) : null,
  );
  return {
    element,
    update(_state, { typed, list: text, verdict }) {
      const right = verdict && "cells" in verdict ? verdict.cells : [];
      fields.forEach((field, at) => {
        const wanted = text ?? typed[at];
        if (field.value !== wanted && field !== document.activeElement) field.value = wanted;
        const wrong = right.length > 0 && text === null && !right[at];
        field.setAttribute("aria-invalid", String(wrong));
      });
    },
    focus: () => (fields.find(({ value }) => value === "") ?? fields[0]).focus(),
  };
}

/** How many fields stand side by side: those of one row. @param {Asked} asked */
function acrossOf({ cells, list }) {
  if (list !== null) return 1;
  const first = String(cells[0].slice(0, -1));
  const row = cells.filter((index) => String(index.slice(0, -1)) === first).length;
  return cells.length % row === 0 && cells.length > row ? row : cells.length;
}

/** @param {Store} store @param {Asked} asked @param {string} label @param {string} value @param {(text: string) => void} typed */
function fieldOf(store, asked, label, value, typed) {
  const field = h("input", {
    ...{ type: "text", class: "predict__field", autocomplete: "off", spellcheck: "false" },
    ...{ "aria-label": label, "aria-describedby": "predict-said", value },
  });
  field.addEventListener("input", () => typed(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Enter") actWhenReady(store, asked, { do: "answer" });
    else if (event.key === "Escape") field.blur();
    else return;
    event.preventDefault();
  });
  return field;
}

/** @param {HTMLInputElement} field @param {Asked} asked @param {number} at */
function labelled(field, { cells, list }, at) {
  const index = list === null && cells[at].length > 0 && cells.length > 1
    ? h("span", { class: "predict__index", "aria-hidden": "true" }, `[${cells[at].join(",")}]`)
    : null;
  return h("span", { class: "predict__cell" }, index, field);
}

/** @param {Store} store @param {string | null} list */
function toggle(store, list) {
  const whole = list !== null;
  const button = actButton(
    "[ ]",
    "list",
    () => act(store, { do: "list", text: whole ? null : "" }),
    t(
      whole ? "predict.fields" : "predict.list",
    ),
  );
  button.setAttribute("aria-pressed", String(whole));
  return button;
}

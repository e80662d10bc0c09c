// @ts-check
/** @import { Explanation } from "../explain/types.js" */
/** @import { CellRef, Explained, ExplainedTab, RunState, State, Store } from "../types.js" */
/** @import { Drawn } from "../stage/tabs.js" */
import { h } from "../dom.js";
import { explain } from "../explain/index.js";
import { largest } from "../explain/largest.js";
import { COVERED } from "../numbers.js";
import { button, wordsOf } from "../stage/controls.js";
import { factorName } from "../stage/terms.js";
import { t } from "../strings/index.js";
import { act, focusAnswer } from "./bar.js";
import { coveredBy, coveredCellOf, covers, isCovered } from "./cover.js";
import { nameOf } from "./names.js";

/** The beat that writes all cells at once. */
const ALL_AT_ONCE = 4;

/**
 * What stands on the stage in place of an explanation that would tell a covered number; null where
 * none would.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Explained} explained
 * @param {ExplainedTab} tab
 * @returns {Drawn | null}
 */
export function waiting(store, run, explained, tab) {
  const cell = toldBy(store.state, run, explained, tab);
  if (!cell) return null;
  const name = nameOf(run, cell.of, cell.name, cell.index);
  const question = questionOf(store.state, cell);
  const go = button(t("predict.waits.go"), "predict", () => {
    if (question >= 0) act(store, { do: "go", at: question });
    focusAnswer();
  });
  go.classList.add("stage__next");
  const own = cell.of === explained.of && cell.name === explained.name &&
    String(cell.index) === String(explained.index);
  const hinted = own && store.state.predict.asked[question]?.hint;
  const found = hinted ? explain(run, { ...cell, direction: "from" }) : null;
  const terms = found && !(found instanceof Promise) ? termsOf(store, found, name) : null;
  const words = t(terms ? "predict.waits.hint" : "predict.waits", { name });
  const lid = h("p", { class: "waits__lid", "aria-hidden": "true" }, COVERED);
  return {
    element: h("div", { class: "waits" }, terms ?? lid),
    foot: [wordsOf(words), go],
  };
}

/** What may be looked at before it is answered. @param {State} state */
export function hintsOf({ predict }) {
  return predict.asked.filter(({ hint }) => hint).map(({ id }) => id).join();
}

/** The question that keeps a cell covered. @param {State} state @param {CellRef} cell */
function questionOf({ predict, run }, { of, name, index }) {
  return predict.asked.findIndex((asked) =>
    covers(asked) &&
    coveredBy(asked, run).some((other) =>
      other.of === of && other.name === name && String(other.index) === String(index)
    )
  );
}

/** The covered cell that a tab would tell of, by itself or by arithmetic. @param {State} state @param {RunState} run @param {Explained} explained @param {ExplainedTab} tab @returns {CellRef | null} */
function toldBy(state, run, explained, tab) {
  const { of, name, index, beat } = explained;
  const value = { of: /** @type {const} */ ("value"), name, index };
  const gradient = { of: /** @type {const} */ ("gradient"), name, index };
  const covered = (/** @type {CellRef} */ cell) =>
    isCovered(state, cell.of, cell.name, cell.index) ? cell : null;
  switch (tab) {
    case "goes":
      return covered(value) ??
        (beat === ALL_AT_ONCE ? covered(gradient) ?? coveredCellOf(state, name) : null);
    case "from":
      return covered(of === "gradient" ? gradient : value) ??
        operandOf(state, run, { of, name, index });
    case "nudge":
    case "element":
      return covered(gradient) ?? covered(value) ?? operandOf(state, run, gradient) ??
        operandOf(state, run, value);
  }
}

/** A covered operand of an explanation, which the sum would tell. @param {State} state @param {RunState} run @param {CellRef} cell @returns {CellRef | null} */
function operandOf(state, run, cell) {
  if (!state.predict.asked.some(covers)) return null;
  const found = explain(run, { ...cell, direction: "from" });
  if (!found || found instanceof Promise) return null;
  for (const road of found.roads) {
    for (const n of largest(road).shown) {
      for (const { pieces } of road.factors(n)) {
        for (const { ref } of pieces) {
          if (ref && ref.of !== "kept" && isCovered(state, ref.of, ref.name, ref.index)) {
            return { of: ref.of, name: ref.name, index: ref.index };
          }
        }
      }
    }
  }
  return null;
}

/** The products by their names alone, each cell a link to where its number stands. @param {Store} store @param {Explanation} found @param {string} name */
function termsOf(store, { roads }, name) {
  const rows = roads.flatMap((road) =>
    largest(road).shown.map((n) => {
      const names = h("td", { class: "terms__names" });
      road.factors(n).forEach((factor, k) =>
        names.append(...(k > 0 ? [" · "] : []), factorName(store, factor))
      );
      return h("tr", {}, names, h("td", { class: "terms__product" }, `= ${COVERED}`));
    })
  );
  const foot = h(
    "tr",
    {},
    h("th", { scope: "row", class: "terms__names" }, name),
    h("td", { class: "terms__product" }, `= ${COVERED}`),
  );
  return h("table", { class: "terms" }, h("tbody", {}, ...rows), h("tfoot", {}, foot));
}

// @ts-check
/** @import { CellRef, Explained, RunState, Store } from "../types.js" */
import { h } from "../dom.js";
import { cellName } from "../explain/name.js";
import { coverButton } from "../predict/menu.js";
import { t } from "../strings/index.js";
import { button, rove } from "./controls.js";
import { tabOf, tabsOf } from "./tabs.js";

/** So many steps of the trail are shown. */
const MOST = 3;

/**
 * The trail, what is explained, the tabs and the way back.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Explained} explained
 */
export function headOf(store, run, explained) {
  const close = button(
    t("explain.close"),
    "close",
    () => store.dispatch({ type: "ui.explain.close" }),
  );
  const way = h(
    "div",
    { class: "stage__way" },
    trailOf(store, run, explained),
    h("h2", { class: "stage__title" }, cellName(run, explained)),
    coverButton(store, explained),
    otherSide(store, run, explained),
    tabsIn(store, run, explained),
  );
  return h("header", { class: "stage__head" }, way, close);
}

/** The cells by which a person came here, the last of them. @param {Store} store @param {RunState} run @param {Explained} explained */
function trailOf({ dispatch }, run, { trail }) {
  if (trail.length === 0) return null;
  const cells = trail.map((cell, at) => ({ cell, at })).slice(-MOST);
  const steps = cells.map(({ cell, at }) => {
    const back = () => dispatch({ type: "ui.explain.back", at });
    const link = h("button", { type: "button", class: "stage__link", "data-focus": `trail:${at}` });
    link.addEventListener("click", back);
    link.append(cellName(run, cell));
    return h("li", {}, link);
  });
  const list = h("ol", { class: "stage__trail" }, ...steps);
  return h("nav", { "aria-label": t("explain.trail") }, list);
}

/** @param {Store} store @param {RunState} run @param {Explained} explained */
function tabsIn({ dispatch }, run, explained) {
  const row = h("div", { class: "stage__tabs", role: "tablist", "aria-label": t("explain.tabs") });
  const tabs = tabsOf(explained, run);
  const open = tabs.indexOf(tabOf(explained, run));
  const choose = (/** @type {number} */ at) =>
    dispatch({ type: "ui.explain.tab", tab: tabs[at].id });
  const parts = tabs.map(({ id, words }, at) => {
    const element = button(t(words), `tab:${id}`, () => choose(at));
    element.id = `stage-tab-${id}`;
    element.setAttribute("role", "tab");
    element.setAttribute("aria-selected", String(at === open));
    element.setAttribute("aria-controls", "stage-panel");
    return element;
  });
  row.append(...parts);
  rove(row, parts, open, choose);
  return row;
}

/** From a value to its gradient, and back. @param {Store} store @param {RunState} run @param {Explained} explained */
function otherSide({ dispatch }, run, { of, name, index, tab }) {
  if (tab !== "from" && tab !== "element") return null;
  const cell = { of: of === "value" ? /** @type {const} */ ("gradient") : "value", name, index };
  return button(cellName(run, /** @type {CellRef} */ (cell)), "side", () => {
    dispatch({ type: "ui.explain", cell: /** @type {CellRef} */ (cell) });
    dispatch({ type: "ui.explain.tab", tab });
  });
}

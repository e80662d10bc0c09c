// @ts-check
/** @import { Explained, RunState, Store } from "../types.js" */
import { h } from "../dom.js";
import { cellName } from "../explain/index.js";
import { t } from "../strings/index.js";
import { button, rove } from "./controls.js";
import { tabOf, tabsOf } from "./tabs.js";

/**
 * The trail, what is explained, the tabs and the way back.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Explained} explained
 */
export function headOf(store, run, explained) {
  const { dispatch } = store;
  const trail = explained.trail.map((cell, at) =>
    h(
      "li",
      {},
      button(cellName(run, cell), `trail:${at}`, () => dispatch({ type: "ui.explain.back", at })),
    )
  );
  const here = h("h2", { class: "stage__title", tabindex: -1 }, cellName(run, explained));
  const nav = trail.length > 0
    ? h("nav", { "aria-label": t("explain.trail") }, h("ol", { class: "stage__trail" }, ...trail))
    : null;
  const close = button(t("explain.close"), "close", () => dispatch({ type: "ui.explain.close" }));
  return h(
    "header",
    { class: "stage__head" },
    nav,
    here,
    sides(store, run, explained),
    tabsIn(store, run, explained),
    close,
  );
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

/** The value of the cell, or its gradient. @param {Store} store @param {RunState} run @param {Explained} explained */
function sides({ dispatch }, run, { of, name, index, tab }) {
  if (tab === "goes") return null;
  const group = h("div", { class: "stage__sides", role: "group", "aria-label": t("explain.of") });
  for (const side of /** @type {const} */ (["value", "gradient"])) {
    const cell = { of: side, name, index };
    const element = button(cellName(run, cell), `side:${side}`, () => {
      dispatch({ type: "ui.explain", cell });
      dispatch({ type: "ui.explain.tab", tab: "from" });
    });
    element.setAttribute("aria-pressed", String(side === of));
    group.append(element);
  }
  return group;
}

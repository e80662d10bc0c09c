// @ts-check
/** @import { CellRef, Explained, RunState, Store } from "../types.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { gradientName } from "../explain/index.js";
import { t } from "../strings/index.js";
import { parseNumber } from "../numbers.js";
import { tabsOf } from "./tabs.js";

/** @param {RunState} run @param {CellRef} cell */
export function cellName(run, { of, name, index }) {
  return of === "gradient" ? gradientName(run, name, index) : name + bracketed(index);
}

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
    h("li", {}, button(cellName(run, cell), () => dispatch({ type: "ui.explain.back", at })))
  );
  const here = h("h2", { class: "stage__title", tabindex: -1 }, cellName(run, explained));
  const nav = trail.length > 0
    ? h("nav", { "aria-label": t("explain.trail") }, h("ol", { class: "stage__trail" }, ...trail))
    : null;
  const close = button(t("explain.close"), () => dispatch({ type: "ui.explain.close" }));
  const tabs = h("div", { class: "stage__tabs", role: "tablist", "aria-label": t("explain.tabs") });
  for (const { id, words } of tabsOf(explained, run)) {
    const element = button(t(words), () => dispatch({ type: "ui.explain.tab", tab: id }));
    element.setAttribute("role", "tab");
    element.setAttribute("aria-selected", String(explained.tab === id));
    tabs.append(element);
  }
  return h(
    "header",
    { class: "stage__head" },
    nav,
    here,
    sides(store, run, explained),
    tabs,
    close,
  );
}

/** The value of the cell, or its gradient. @param {Store} store @param {RunState} run @param {Explained} explained */
function sides({ dispatch }, run, { of, name, index, tab }) {
  if (tab === "goes") return null;
  const group = h("div", { class: "stage__sides", role: "group", "aria-label": t("explain.of") });
  for (const side of /** @type {const} */ (["value", "gradient"])) {
    const cell = { of: side, name, index };
    const element = button(cellName(run, cell), () => {
      dispatch({ type: "ui.explain", cell });
      dispatch({ type: "ui.explain.tab", tab: "from" });
    });
    element.setAttribute("aria-pressed", String(side === of));
    group.append(element);
  }
  return group;
}

/**
 * The four beats, the button that plays them, and the step of the nudge.
 *
 * @param {Store} store
 * @param {Explained} explained
 * @param {{ playing: boolean, toggle: () => void }} player
 */
export function beatsOf(store, explained, player) {
  const { dispatch, state } = store;
  const beats = h("div", {
    class: "stage__beats",
    role: "group",
    "aria-label": t("explain.beats"),
  });
  for (const beat of [1, 2, 3, 4]) {
    const element = button(
      t(`explain.beat.${beat}`),
      () => dispatch({ type: "ui.explain.beat", beat }),
    );
    element.setAttribute("aria-pressed", String(explained.beat === beat));
    beats.append(element);
  }
  const play = button(t(player.playing ? "explain.stop" : "explain.play"), player.toggle);
  play.classList.add("stage__play");
  const input = h("input", {
    type: "text",
    inputmode: "decimal",
    class: "stage__step",
    value: String(state.nudge),
  });
  input.addEventListener("change", () => {
    const typed = parseNumber(input.value);
    if ("value" in typed && typeof typed.value === "number") {
      dispatch({ type: "ui.nudge", by: typed.value });
    }
    input.value = String(store.state.nudge);
  });
  const nudge = h("label", { class: "stage__nudge" }, t("explain.nudge"), input);
  return h("div", { class: "stage__bar" }, beats, play, nudge);
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const element = h("button", { type: "button", class: "stage__button" }, words);
  element.addEventListener("click", act);
  return element;
}

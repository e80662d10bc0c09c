// @ts-check
/** @import { Explained, Store } from "../types.js" */
import { h } from "../dom.js";
import { parseNumber } from "../numbers.js";
import { t } from "../strings/index.js";
import { button, rove } from "./controls.js";

/**
 * The beats that a tab is told in, the button that plays them, and the step of the nudge.
 *
 * @param {Store} store
 * @param {Explained} explained
 * @param {number} count
 * @param {{ playing: boolean, toggle: () => void }} player
 */
export function beatsOf(store, explained, count, player) {
  const { dispatch } = store;
  const row = h("div", {
    ...{ class: "stage__beats", role: "radiogroup", "aria-label": t("explain.beats") },
  });
  const choose = (/** @type {number} */ at) => dispatch({ type: "ui.explain.beat", beat: at + 1 });
  const parts = Array.from({ length: count }, (_, at) => {
    const element = button(t(`explain.beat.${at + 1}`), `beat:${at + 1}`, () => choose(at));
    element.setAttribute("role", "radio");
    element.setAttribute("aria-checked", String(explained.beat === at + 1));
    return element;
  });
  row.append(...parts);
  rove(row, parts, explained.beat - 1, choose);
  const play = button(t(player.playing ? "explain.stop" : "explain.play"), "play", player.toggle);
  play.classList.add("stage__play");
  return h("div", { class: "stage__bar" }, row, play, nudgeOf(store));
}

/** How far the cell is moved. @param {Store} store */
function nudgeOf(store) {
  const input = h("input", {
    ...{ type: "text", inputmode: "decimal", class: "stage__step", "data-focus": "nudge" },
    value: String(store.state.nudge),
  });
  input.addEventListener("change", () => {
    const typed = parseNumber(input.value);
    if ("value" in typed && typeof typed.value === "number") {
      store.dispatch({ type: "ui.nudge", by: typed.value });
    }
    input.value = String(store.state.nudge);
  });
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") input.value = String(store.state.nudge);
  });
  return h("label", { class: "stage__nudge" }, t("explain.nudge"), input);
}

// @ts-check
/** @import { State, Store, ThemeChoice } from "../types.js" */
import { checkAll } from "../check/button.js";
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { nextRedo, nextUndo } from "../store/history.js";
import { t } from "../strings/index.js";
import { documentsMenu } from "../topbar/menu.js";
import { neighbourButton } from "../topbar/neighbours.js";
import { settings } from "../topbar/settings.js";
import { trouble } from "../topbar/trouble.js";
import { mount as mountHelp } from "./help.js";

/** @type {Record<ThemeChoice, ThemeChoice>} */
const NEXT_THEME = { system: "light", light: "dark", dark: "system" };

/**
 * The bar on top: the name, the documents, undo and redo, the theme, help; and what is wrong.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const undo = button("undo", t("topbar.undo"), () => store.dispatch({ type: "ask.undo" }));
  const redo = button("redo", t("topbar.redo"), () => store.dispatch({ type: "ask.redo" }));
  const theme = h("button", { type: "button", class: "button button--icon" });
  const help = h("button", { type: "button", class: "button button--icon button--help" }, "?");
  name(help, t("topbar.help"));
  theme.addEventListener("click", () => {
    store.dispatch({ type: "ui.theme", theme: NEXT_THEME[store.state.theme] });
  });
  root.append(
    h("h1", { class: "topbar__brand" }, t("topbar.brand")),
    h(
      "div",
      { class: "topbar__lessons" },
      neighbourButton(store, "previous"),
      documentsMenu(store),
      neighbourButton(store, "next"),
    ),
    h("div", { class: "topbar__history" }, undo, redo),
    checkAll(store),
    h("div", { class: "topbar__end" }, settings(store), theme, help),
    trouble(store),
  );
  mountHelp(help);

  /** @param {State} state */
  function drawHistory(state) {
    undo.setAttribute("aria-disabled", String(!nextUndo(state)));
    redo.setAttribute("aria-disabled", String(!nextRedo(state)));
  }

  /** @param {ThemeChoice} choice */
  function drawTheme(choice) {
    theme.replaceChildren(icon(choice));
    name(theme, t(`topbar.theme.${choice}`));
  }

  store.subscribe((state, before) => {
    const history = state.undo !== before.undo || state.redo !== before.redo ||
      state.outbox !== before.outbox;
    if (history) drawHistory(state);
    if (state.theme !== before.theme) drawTheme(state.theme);
  });
  drawHistory(store.state);
  drawTheme(store.state.theme);
}

/** @param {"undo" | "redo"} picture @param {string} label @param {() => void} press */
function button(picture, label, press) {
  const made = h("button", { type: "button", class: "button button--icon" });
  made.append(icon(picture));
  name(made, label);
  made.addEventListener("click", press);
  return made;
}

/** @param {HTMLElement} button @param {string} text */
function name(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}

// @ts-check
/** @import { State, Store, ThemeChoice } from "../types.js" */
import { keep, kept } from "./keep.js";

const KEY = "whygrad.theme";

/** The choice of an earlier visit. @returns {ThemeChoice} */
export function savedTheme() {
  const saved = kept("localStorage", KEY);
  return saved === "light" || saved === "dark" ? saved : "system";
}

/**
 * Shows the theme that is chosen, or the system's, and keeps the choice.
 *
 * @param {Store} store
 */
export function followTheme(store) {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const tell = () => {
    store.dispatch({ type: "ui.systemTheme", theme: dark.matches ? "dark" : "light" });
  };
  store.subscribe((state, before) => {
    if (state.theme !== before.theme) keep("localStorage", KEY, state.theme);
    show(state);
  });
  dark.addEventListener("change", tell);
  show(store.state);
  tell();
}

/** @param {State} state */
function show({ theme, systemTheme }) {
  const shown = theme === "system" ? systemTheme : theme;
  const { dataset } = document.documentElement;
  if (dataset.theme !== shown) dataset.theme = shown;
}

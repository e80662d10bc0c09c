// @ts-check
/** @import { Store } from "../types.js" */
import { h } from "../dom.js";
import { canCheck } from "../store/check.js";
import { sameRun } from "../store/questions.js";
import { t } from "../strings/index.js";
import { CheckPanel } from "./panel.js";

/**
 * The button that compares every gradient with a difference, and the panel that says what came of
 * it. Opening it begins, unless it says all of this run already.
 *
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function checkAll(store) {
  const panel = new CheckPanel(store);
  const button = h("button", {
    ...{ type: "button", class: "button check__button", "aria-controls": "check-panel" },
    title: t("check.title"),
  }, t("check.all"));
  button.addEventListener("click", () => {
    const { open, run, result } = store.state.checking;
    store.dispatch({ type: "check.open", open: !open });
    if (open) return;
    if (canCheck(store.state) && (!result || !sameRun(run, store.state.run))) {
      store.dispatch({ type: "check.start" });
    }
    panel.focus();
  });
  const show = () => button.setAttribute("aria-expanded", String(store.state.checking.open));
  store.subscribe((state, before) => {
    if (state.checking.open === before.checking.open) return;
    show();
    if (!state.checking.open && panel.had) button.focus({ preventScroll: true });
  });
  show();
  return h("div", { class: "check" }, button, panel.element);
}

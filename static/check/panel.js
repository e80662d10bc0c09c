// @ts-check
/** @import { Checking, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { lossName } from "../select.js";
import { canCheck } from "../store/check.js";
import { sameRun } from "../store/questions.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";
import { tableOf } from "./table.js";

/** What the check of all gradients is at, or found. */
export class CheckPanel {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.had = false;
    this.title = h(
      "h2",
      { class: "check__title", tabindex: -1, id: "check-title" },
      t("check.title"),
    );
    const close = button(
      t("check.close"),
      () => store.dispatch({ type: "check.open", open: false }),
    );
    this.about = h("p", { class: "check__about" });
    this.progress = h("progress", { class: "check__progress", "aria-label": t("check.progress") });
    this.count = h("span", { class: "check__count" });
    this.stop = button(t("check.stop"), () => store.dispatch({ type: "check.stop" }));
    this.again = button(t("check.again"), () => store.dispatch({ type: "check.start" }));
    this.running = h("div", { class: "check__running" }, this.progress, this.count, this.stop);
    this.words = h("p", { class: "check__words" });
    this.table = h("div", { class: "check__results" });
    this.element = h(
      "section",
      {
        ...{ class: "check__panel", id: "check-panel", role: "dialog", hidden: true },
        "aria-labelledby": "check-title",
      },
      h("div", { class: "check__head" }, this.title, this.again, close),
      this.about,
      this.running,
      this.words,
      this.table,
    );
    this.element.addEventListener("keydown", (event) => this.onKey(event));
    store.subscribe((state, before) => this.update(state, before));
    this.update(store.state, null);
  }

  focus() {
    this.title.focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    this.store.dispatch({ type: "check.open", open: false });
  }

  /** @param {State} state @param {State | null} before */
  update(state, before) {
    const { checking, run, connection } = state;
    const same = before && checking === before.checking && run === before.run &&
      connection === before.connection && canCheck(state) === canCheck(before) &&
      state.digits === before.digits;
    if (same) return;
    this.had = this.element.contains(document.activeElement);
    this.element.hidden = !checking.open;
    // Closed, it is no live region: the first one of the page is the narration.
    if (checking.open) this.words.setAttribute("role", "status");
    else this.words.removeAttribute("role");
    this.about.textContent = run ? t("check.about", { loss: lossName(run) }) : "";
    this.drawRunning(checking);
    const words = wordsOf(state);
    if (this.words.textContent !== words) this.words.textContent = words;
    this.again.setAttribute("aria-disabled", String(!canCheck(state)));
    this.drawResults(state, before);
  }

  /** @param {Checking} checking */
  drawRunning({ id, progress, stop }) {
    const focused = this.running.contains(document.activeElement);
    this.running.hidden = id === null;
    if (focused && id === null) this.focus();
    this.stop.setAttribute("aria-disabled", String(stop !== null));
    if (!progress) {
      this.progress.removeAttribute("value");
      this.count.textContent = "";
      return;
    }
    this.progress.max = progress.total;
    this.progress.value = progress.checked;
    this.count.textContent = t("check.so_far", { ...progress });
  }

  /** @param {State} state @param {State | null} before */
  drawResults({ checking, run, digits }, before) {
    const { result } = checking;
    this.table.classList.toggle(
      "check__results--old",
      result !== null && !sameRun(checking.run, run),
    );
    const shown = before?.checking.result ?? null;
    if (result === shown && digits === before?.digits) return;
    this.table.replaceChildren(...(result ? [tableOf(this.store, result)] : []));
  }
}

/** What is to be said of a check beside its numbers. @param {State} state */
function wordsOf({ checking, run, connection }) {
  const { id, error, ended, result } = checking;
  if (id !== null) return connection.status === "open" ? "" : t("check.away");
  if (error) return errorText(error);
  if (ended) return t("check.ended");
  if (!result) return "";
  if (!sameRun(checking.run, run)) return t("check.old");
  const { checked, total } = result;
  if (result.stopped) return t("check.stopped", { checked, total });
  const words = /** @type {const} */ (["differs", "not_finite"]).flatMap((verdict) => {
    const found = result.nodes.filter((node) => node.verdict === verdict);
    const names = found.map(({ name }) => name).join(", ");
    return names ? [t(`check.some.${verdict}`, { names })] : [];
  });
  if (words.length > 0) return words.join(" ");
  const kinks = result.nodes.reduce((sum, node) => sum + node.kinks, 0);
  return kinks > 0 ? t("check.good_kinks", { total, kinks }) : t("check.good", { total });
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const element = h("button", { type: "button", class: "button" }, words);
  element.addEventListener("click", () => {
    if (element.getAttribute("aria-disabled") !== "true") act();
  });
  return element;
}

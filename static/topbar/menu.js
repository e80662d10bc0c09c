// @ts-check
/** @import { Progress, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { tally } from "../lesson/order.js";
import { lessonWord } from "../lesson/words.js";
import { t } from "../strings/index.js";
import { itemBeside, itemOf, lessonGroups, showProgress } from "./items.js";

/** Letters typed within this time are one word. */
const WORD_MS = 700;

/**
 * The button with the open document's title, and the menu of all lessons under it.
 *
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function documentsMenu(store) {
  return new DocumentsMenu(store).element;
}

class DocumentsMenu {
  /** @param {Store} store */
  constructor(store) {
    this.store = store;
    this.title = h("span", { class: "documents__title" });
    this.button = h("button", {
      ...{ type: "button", class: "button documents__button", id: "documents-button" },
      ...{ "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": "documents-menu" },
    });
    this.button.append(this.title, icon("down"));
    this.groups = h("div", { class: "documents__groups" });
    this.tally = h("p", { class: "documents__tally", id: "documents-tally" });
    this.forget = h("button", {
      ...{ type: "button", role: "menuitem", class: "button documents__forget", tabindex: "-1" },
    });
    this.menu = h(
      "div",
      {
        ...{ role: "menu", class: "documents__menu", id: "documents-menu", hidden: true },
        ...{ "aria-label": t("topbar.documents"), "aria-describedby": "documents-tally" },
      },
      this.groups,
      h("div", { class: "documents__foot" }, this.tally, this.forget),
    );
    this.element = h("div", { class: "documents" }, this.button, this.menu);
    /** @type {HTMLElement[]} */
    this.items = [];
    /** What was forgotten since the menu was opened. @type {Progress | null} */
    this.forgotten = null;
    this.word = "";
    this.typed = 0;
    this.listen();
    this.fill(store.state);
    this.name(store.state);
    this.mark(store.state);
  }

  listen() {
    this.button.addEventListener("click", () => this.menu.hidden ? this.open() : this.close());
    this.button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.open();
    });
    this.menu.addEventListener("keydown", (event) => this.press(event));
    this.forget.addEventListener("click", () => this.forgetOrRestore());
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.element.contains(relatedTarget);
      if (!inside && !this.menu.hidden && relatedTarget) this.hide();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.hide();
    });
    this.store.subscribe((state, before) => {
      const filled = state.lessons !== before.lessons;
      if (filled) this.fill(state);
      const opened = state.lesson !== before.lesson || state.document !== before.document;
      if (opened || filled) this.name(state);
      if (state.progress !== before.progress || filled) this.mark(state);
    });
  }

  /** @param {State} state */
  fill({ lessons }) {
    const groups = lessonGroups(lessons, (id) => {
      this.store.dispatch({ type: "ask.lesson", id });
      this.close();
    });
    this.groups.replaceChildren(...groups);
    this.items = [
      .../** @type {NodeListOf<HTMLElement>} */ (
        this.menu.querySelectorAll("[role^=menuitem]")
      ),
    ];
  }

  /** @param {State} state */
  name({ document, lesson }) {
    const title = lesson ? lessonWord(lesson, "title") : document?.title;
    this.title.textContent = title ?? t(document ? "topbar.untitled" : "topbar.documents");
    this.button.setAttribute("aria-label", t("topbar.menu", { title: this.title.textContent }));
    this.button.title = this.title.textContent;
    for (const item of this.lessonItems()) {
      item.setAttribute("aria-checked", String(item.dataset.lesson === lesson));
    }
  }

  /** @param {State} state */
  mark({ lessons, progress }) {
    for (const item of this.lessonItems()) showProgress(item, progress);
    this.tally.textContent = t("study.tally", tally(lessons, progress));
    this.forget.textContent = t(this.forgotten ? "study.restore" : "study.forget");
  }

  /** What was forgotten can be brought back until the menu is opened anew. */
  forgetOrRestore() {
    const { progress } = this.store.state;
    const next = this.forgotten ?? {};
    this.forgotten = this.forgotten ? null : progress;
    this.store.dispatch({ type: "ui.progress", progress: next });
  }

  lessonItems() {
    return this.items.filter((item) => item !== this.forget);
  }

  open() {
    this.word = "";
    this.forgotten = null;
    this.mark(this.store.state);
    this.menu.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    const current = this.items.find((item) => item.getAttribute("aria-checked") === "true");
    this.focus(current ?? this.items[0]);
  }

  hide() {
    this.menu.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  close() {
    this.hide();
    this.button.focus();
  }

  /** @param {HTMLElement | undefined} item */
  focus(item) {
    if (!item) return;
    for (const one of this.items) one.tabIndex = one === item ? 0 : -1;
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const at = this.items.findIndex((item) => item === document.activeElement);
    const from = this.items[at];
    switch (event.key) {
      case "ArrowDown":
        this.focus(this.items[(at + 1) % this.items.length]);
        break;
      case "ArrowUp":
        this.focus(this.items.at(at - 1));
        break;
      case "ArrowLeft":
        this.focus(itemBeside(this.items, from, -1));
        break;
      case "ArrowRight":
        this.focus(itemBeside(this.items, from, 1));
        break;
      case "Home":
        this.focus(this.items[0]);
        break;
      case "End":
        this.focus(this.items.at(-1));
        break;
      case "Escape":
        this.close();
        break;
      case "Tab":
        return this.close();
      default:
        if (!this.seek(event, at)) return;
    }
    event.preventDefault();
  }

  /** Goes to the next item that begins with what is typed. @param {KeyboardEvent} event @param {number} at */
  seek(event, at) {
    const letter = event.key;
    if (letter.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.timeStamp - this.typed > WORD_MS) this.word = "";
    if (letter === " " && this.word === "") return false;
    this.typed = event.timeStamp;
    this.word += letter.toLowerCase();
    this.focus(itemOf(this.items, this.word.length === 1 ? at + 1 : at, this.word));
    return true;
  }
}

// @ts-check
/** @import { LessonSummary, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { t } from "../strings/index.js";

/** Letters typed within this time are one word. */
const WORD_MS = 700;

/**
 * The button with the open document's title, and the menu of all documents under it.
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
    this.menu = h("div", {
      ...{ role: "menu", class: "documents__menu", id: "documents-menu", hidden: true },
      "aria-label": t("topbar.documents"),
    });
    this.element = h("div", { class: "documents" }, this.button, this.menu);
    /** @type {HTMLElement[]} */
    this.items = [];
    this.word = "";
    this.typed = 0;
    this.listen();
    this.fill(store.state);
    this.name(store.state);
  }

  listen() {
    this.button.addEventListener("click", () => this.menu.hidden ? this.open() : this.close());
    this.button.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
      event.preventDefault();
      this.open();
    });
    this.menu.addEventListener("keydown", (event) => this.press(event));
    this.element.addEventListener("focusout", ({ relatedTarget }) => {
      const inside = relatedTarget instanceof Node && this.element.contains(relatedTarget);
      if (!inside && !this.menu.hidden && relatedTarget) this.hide();
    });
    document.addEventListener("pointerdown", ({ target }) => {
      if (target instanceof Node && !this.element.contains(target)) this.hide();
    });
    this.store.subscribe((state, before) => {
      if (state.lessons !== before.lessons) this.fill(state);
      const opened = state.lesson !== before.lesson || state.document !== before.document;
      if (opened || state.lessons !== before.lessons) this.name(state);
    });
  }

  /** @param {State} state */
  fill({ lessons }) {
    this.items = [];
    const groups = [...new Set(lessons.map((lesson) => lesson.track))].map((track) => {
      const inside = lessons.filter((lesson) => lesson.track === track).map((lesson) => {
        return this.item(lesson);
      });
      this.items.push(...inside);
      const title = h("div", { class: "documents__track", "aria-hidden": "true" }, track);
      return h("div", { role: "group", "aria-label": track }, title, ...inside);
    });
    this.menu.replaceChildren(...groups);
  }

  /** @param {LessonSummary} lesson */
  item({ id, title, question }) {
    const item = h(
      "button",
      { type: "button", role: "menuitemradio", class: "documents__item", tabindex: "-1" },
      h("span", { class: "documents__name" }, title),
      h("span", { class: "documents__question" }, question),
    );
    item.dataset.lesson = id;
    item.addEventListener("click", () => {
      this.store.dispatch({ type: "ask.lesson", id });
      this.close();
    });
    return item;
  }

  /** @param {State} state */
  name({ document, lesson, lessons }) {
    const title = lessons.find(({ id }) => id === lesson)?.title ?? document?.title;
    this.title.textContent = title ?? t(document ? "topbar.untitled" : "topbar.documents");
    this.button.setAttribute("aria-label", t("topbar.menu", { title: this.title.textContent }));
    for (const item of this.items) {
      item.setAttribute("aria-checked", String(item.dataset.lesson === lesson));
    }
  }

  open() {
    this.menu.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    const current = this.items.find((item) => item.getAttribute("aria-checked") === "true");
    this.focus(this.items.indexOf(current ?? this.items[0]));
  }

  hide() {
    this.menu.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  close() {
    this.hide();
    this.button.focus();
  }

  /** @param {number} at */
  focus(at) {
    const count = this.items.length;
    const item = this.items[(at + count) % count];
    for (const one of this.items) one.tabIndex = one === item ? 0 : -1;
    item?.focus();
    item?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const at = this.items.findIndex((item) => item === document.activeElement);
    switch (event.key) {
      case "ArrowDown":
        this.focus(at + 1);
        break;
      case "ArrowUp":
        this.focus(at - 1);
        break;
      case "Home":
        this.focus(0);
        break;
      case "End":
        this.focus(-1);
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

  /** Goes to the next item whose title begins with what is typed. @param {KeyboardEvent} event @param {number} at */
  seek(event, at) {
    const letter = event.key;
    if (letter.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.timeStamp - this.typed > WORD_MS) this.word = "";
    if (letter === " " && this.word === "") return false;
    this.typed = event.timeStamp;
    this.word += letter.toLowerCase();
    const from = this.word.length === 1 ? at + 1 : at;
    const order = [...this.items.slice(from), ...this.items.slice(0, from)];
    const found = order.find((item) => item.textContent?.toLowerCase().startsWith(this.word));
    if (found) this.focus(this.items.indexOf(found));
    return true;
  }
}

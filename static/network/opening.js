// @ts-check
/** @import { Store } from "../types.js" */
/** @import { ErrorBody } from "../wire.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { documentText, fileName, readDocument } from "./files.js";

/**
 * Opening and saving: two buttons, a dialog for a file or pasted text, and files that are dropped.
 *
 * @param {HTMLElement} root  where a file can be dropped
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function openingPart(root, store) {
  const dialog = dialogOf((text) => openText(text, store)?.message ?? null);
  const open = button("network.open", () => dialog.showModal());
  const save = button("network.save", () => saveDocument(store));
  takeDrops(root, (text) => {
    const error = openText(text, store);
    if (error) store.dispatch({ type: "ui.problem", problem: { about: "document", error } });
  });
  return h("div", { class: "network__files" }, open, save, dialog);
}

/** @param {string} key @param {() => void} act */
function button(key, act) {
  const element = h("button", { type: "button", class: "panel__button" }, t(key));
  element.addEventListener("click", act);
  return element;
}

/**
 * Opens the document that a text is.
 *
 * @param {string} text
 * @param {Store} store
 * @returns {ErrorBody | null}  what is wrong with it
 */
function openText(text, { dispatch }) {
  const read = readDocument(text);
  if ("error" in read) return read.error;
  dispatch({ type: "ask.document", document: read.document });
  return null;
}

/**
 * The dialog: a file to choose, or text to paste. It stays, text and all, until it was read.
 *
 * @param {(text: string) => string | null} openText
 */
function dialogOf(openText) {
  const file = h("input", {
    type: "file",
    accept: ".json,application/json",
    class: "opening__file visually-hidden",
    "aria-label": t("network.chooseFile"),
  });
  const text = h("textarea", { class: "opening__text", rows: 8, spellcheck: "false" });
  const problem = h("p", { class: "problem", role: "alert", id: "opening-problem", hidden: true });
  const cancel = button("network.cancel", () => dialog.close());
  const open = button("network.openThis", () => take(text.value));
  open.classList.add("panel__button--main");
  const dialog = h(
    "dialog",
    { class: "opening", "aria-labelledby": "opening-title" },
    h("h2", { id: "opening-title", class: "opening__title" }, t("network.open")),
    // The browser's own button speaks the browser's language.
    h(
      "label",
      { class: "opening__label" },
      t("network.chooseFile"),
      file,
      h("span", { class: "panel__button opening__choose" }, t("network.choose")),
    ),
    h("label", { class: "opening__label" }, t("network.paste"), text),
    problem,
    h("div", { class: "opening__buttons" }, cancel, open),
  );

  /** @param {string} words */
  function take(words) {
    const wrong = openText(words);
    problem.hidden = wrong === null;
    problem.textContent = wrong ?? "";
    text.toggleAttribute("aria-invalid", wrong !== null);
    if (wrong !== null) return;
    dialog.close();
  }

  file.addEventListener("change", async () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    text.value = await chosen.text();
    file.value = "";
    take(text.value);
  });
  return dialog;
}

/**
 * @param {HTMLElement} root
 * @param {(text: string) => void} openText
 */
function takeDrops(root, openText) {
  root.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    root.classList.add("dropping");
  });
  root.addEventListener("dragleave", (event) => {
    if (event.relatedTarget instanceof Node && root.contains(event.relatedTarget)) return;
    root.classList.remove("dropping");
  });
  root.addEventListener("drop", async (event) => {
    root.classList.remove("dropping");
    const dropped = event.dataTransfer?.files[0];
    if (!dropped) return;
    event.preventDefault();
    openText(await dropped.text());
  });
}

/** @param {Store} store */
function saveDocument({ state }) {
  if (!state.document) return;
  const text = documentText(state.document);
  const href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  h("a", { href, download: fileName(state.document.title ?? "") }).click();
  setTimeout(() => URL.revokeObjectURL(href), 0);
}

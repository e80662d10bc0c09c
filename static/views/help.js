// @ts-check
import { h } from "../dom.js";
import { t } from "../strings/index.js";

/** What is said of which keys, by part of the page. @type {[string, [string, string][]][]} */
const PARTS = [
  ["help.everywhere", [
    ["help.key.right", "help.does.right"],
    ["help.key.left", "help.does.left"],
    ["help.key.home", "help.does.home"],
    ["help.key.end", "help.does.end"],
    ["help.key.space", "help.does.space"],
    ["help.key.undo", "help.does.undo"],
    ["help.key.redo", "help.does.redo"],
    ["help.key.help", "help.does.help"],
  ]],
  ["help.inMatrix", [
    ["help.key.arrows", "help.does.arrows"],
    ["help.key.edit", "help.does.edit"],
  ]],
  ["predict.keys", [
    ["predict.key.menu", "predict.does.menu"],
    ["predict.key.count", "predict.does.count"],
    ["predict.key.undo", "predict.does.undo"],
    ["predict.key.reveal", "predict.does.reveal"],
  ]],
  ["help.whileEditing", [
    ["help.key.nudge", "help.does.nudge"],
    ["help.key.tab", "help.does.tab"],
    ["help.key.take", "help.does.take"],
    ["help.key.escape", "help.does.escape"],
  ]],
];

/**
 * The list of all keys: opened by its button, and by "?".
 *
 * @param {HTMLElement} opener
 */
export function mount(opener) {
  const close = h("button", { type: "button", class: "button help__close" }, t("help.close"));
  const dialog = h(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    h(
      "div",
      { class: "help__head" },
      h("h2", { id: "help-title", class: "help__title" }, t("help.title")),
      close,
    ),
    h("div", { class: "help__parts" }, ...PARTS.map(part)),
  );
  document.body.append(dialog);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  opener.addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.defaultPrevented || typing(event.target)) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else dialog.showModal();
  });
}

/** @param {[string, [string, string][]]} part */
function part([title, keys]) {
  const rows = keys.flatMap(([key, does]) => [
    h("dt", {}, ...t(key).split(" ").map((one) => h("kbd", {}, one))),
    h("dd", {}, t(does)),
  ]);
  return h("section", {}, h("h3", { class: "help__part" }, t(title)), h("dl", {}, ...rows));
}

/** @param {EventTarget | null} target */
function typing(target) {
  return target instanceof Element &&
    target.closest('textarea, [contenteditable="true"], input:not([type="range"], [type="radio"])');
}

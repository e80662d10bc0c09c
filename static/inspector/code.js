// @ts-check
/** @import { GraphNode } from "../wire.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { section } from "./sections.js";

/** @typedef {"forward" | "backward"} Pass */

/** @type {readonly Pass[]} */
const PASSES = ["forward", "backward"];

/**
 * The code that runs, whole, with the lines marked that make what is looked at.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {string | null} slot  of the message that is looked at; null for the value
 * @returns {Part | null}  null for what runs no code
 */
export function codePart({ run }, node, slot) {
  if (node.code === undefined) return null;
  const code = run.graph.graph.codes[node.code];
  const lit = {
    forward: slot === null ? node.lit?.forward ?? [] : [],
    backward: slot === null ? [] : node.lit?.backward[slot] ?? [],
  };
  const panels = PASSES.map((pass) => panelOf(pass, code[pass], lit[pass]));
  const tabs = PASSES.map((pass) => tabOf(pass));
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": t("inspector.code") });
  list.append(...tabs);

  /** @param {number} at */
  function open(at) {
    for (const [n, tab] of tabs.entries()) {
      tab.setAttribute("aria-selected", String(n === at));
      tab.tabIndex = n === at ? 0 : -1;
      panels[n].hidden = n !== at;
    }
  }

  for (const [at, tab] of tabs.entries()) {
    tab.addEventListener("click", () => open(at));
    tab.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.preventDefault();
      event.stopPropagation();
      open(1 - at);
      tabs[1 - at].focus();
    });
  }
  open(slot === null ? 0 : 1);
  const element = section(t("inspector.codeOf", { title: code.title }), list, ...panels);
  return { element, update() {} };
}

/** @param {Pass} pass */
function tabOf(pass) {
  return h("button", {
    type: "button",
    role: "tab",
    class: "tabs__tab",
    id: `code-tab-${pass}`,
    "data-pass": pass,
    "aria-controls": `code-${pass}`,
  }, t(`inspector.code.${pass}`));
}

/**
 * @param {Pass} pass
 * @param {readonly string[]} lines
 * @param {readonly number[]} lit
 */
function panelOf(pass, lines, lit) {
  const rows = lines.map((line, n) =>
    h("span", {
      class: "code__line",
      "aria-current": lit.includes(n) ? "true" : null,
      "data-pass": pass,
    }, line || " ")
  );
  return h(
    "div",
    {
      role: "tabpanel",
      class: "code",
      id: `code-${pass}`,
      "aria-labelledby": `code-tab-${pass}`,
      tabindex: 0,
    },
    h("code", { class: "code__lines" }, ...rows),
  );
}

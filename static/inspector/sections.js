// @ts-check
/** @import { GraphNode } from "../wire.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { formulaCard } from "./formulas.js";
import { createMatrix } from "./matrix.js";
import { envOf } from "./names.js";
import { keptMatrix, keptOf } from "./readings.js";
import { partOf } from "./scene.js";

/**
 * @param {string} title
 * @param {...(Node | null)} children
 */
export function section(title, ...children) {
  const heading = h("h4", { class: "inspector__heading" }, title);
  return h("section", { class: "inspector__section" }, heading, ...children);
}

/** @param {string} text */
export function note(text) {
  return h("p", { class: "inspector__note" }, text);
}

/** @param {string} words @param {() => void} act */
export function button(words, act) {
  const element = h("button", { type: "button", class: "panel__button" }, words);
  element.addEventListener("click", act);
  return element;
}

/** What an op is called beside the graph, where its circle has the symbol. @param {GraphNode} node */
export function senderName({ symbol, op, id }) {
  return symbol ?? op ?? id;
}

/**
 * A formula of an op, its shapes renewed once what the op keeps is known.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {{ tex: string, shown: string }} formula
 * @returns {Part}
 */
export function formulaPart({ run, operands, store }, node, formula) {
  let kept = keptOf(run, store.state.step, node);
  const card = formulaCard(formula, envOf(run, node, kept), operands, node.id);
  return {
    element: card.element,
    update(state, now) {
      const known = keptOf(now, state.step, node);
      if (known === kept) return;
      kept = known;
      card.reshape(envOf(now, node, kept));
    },
  };
}

/**
 * What a layer keeps for the way back; null if there is nothing to show.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {readonly string[]} names
 * @returns {Part | null}
 */
export function keptPart(scene, node, names) {
  if (names.length === 0) return null;
  const parts = names.map((name) => createMatrix(scene, keptMatrix(node, name)));
  const row = h("div", { class: "equation" }, ...parts.map((part) => part.element));
  return partOf(section(t("inspector.keeps"), row), parts);
}

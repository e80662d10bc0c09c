// @ts-check
/** @import { GraphNode } from "../wire.js" */
/** @import { Road } from "./roads.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { gradientAt, keptAt } from "../select.js";
import { t } from "../strings/index.js";
import { formulaCard } from "./formulas.js";
import { createMatrix } from "./matrix.js";
import { envOf } from "./names.js";
import { gradientMatrix, keptMatrix, messageMatrix, nodeCells, valueMatrix } from "./readings.js";
import { partOf } from "./scene.js";

/**
 * @param {string} title
 * @param {...(Node | null)} children
 */
export function section(title, ...children) {
  const heading = h("h4", { class: "inspector__heading" }, title);
  return h("section", { class: "inspector__section" }, heading, ...children);
}

/**
 * A formula of an op, its shapes renewed once what the op keeps is known.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {string} tex
 * @returns {Part}
 */
export function formulaPart({ run, operands, store }, node, tex) {
  let kept = keptAt(run, store.state.step, node.id);
  const card = formulaCard(tex, envOf(run, node, kept), operands);
  return {
    element: card.element,
    update(state, now) {
      const known = keptAt(now, state.step, node.id);
      if (known === kept) return;
      kept = known;
      card.reshape(envOf(now, node, kept));
    },
  };
}

/**
 * The value of a node and its gradient side by side, and the roads on which the gradient comes.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Road[]} roads
 * @returns {Part}
 */
export function gradientPart(scene, node, roads) {
  const { run, store } = scene;
  const value = createMatrix(scene, {
    ...valueMatrix(node),
    ...nodeCells(store, { kind: "value", node: node.id }),
  });
  const gradient = createMatrix(scene, {
    ...gradientMatrix(run, node),
    ...nodeCells(store, { kind: "gradient", node: node.id }),
  });
  const several = roads.length > 1;
  const sum = several ? sumSoFar(node, roads.length) : null;
  const listed = roadsPart(scene, node, roads);
  const element = section(
    t("inspector.valueAndGradient"),
    h("div", { class: "equation" }, value.element, gradient.element),
    node.path ? sum?.element ?? null : h("p", { class: "inspector__note" }, noGradient(node)),
    listed.element,
  );
  return partOf(element, [value, gradient, ...(sum ? [sum] : []), listed]);
}

/** @param {GraphNode} node */
function noGradient({ role }) {
  return t(role === "target" ? "inspector.targetTakesNone" : "inspector.noPath");
}

/**
 * How many of the messages to a node have been added up.
 *
 * @param {GraphNode} node
 * @param {number} of
 * @returns {Part}
 */
export function sumSoFar(node, of) {
  const element = h("p", { class: "inspector__note" });
  return {
    element,
    update(state, run) {
      const gradient = gradientAt(run, state.step, node.id);
      const count = gradient.state === "value" ? gradient.messages.length : 0;
      const key = count < of ? "inspector.sumSoFar" : "inspector.sumOfAll";
      const text = t(count === 0 ? "inspector.sumAwaited" : key, { count, of });
      if (text !== element.textContent) element.textContent = text;
    },
  };
}

/**
 * The messages that a node receives, each with the formula by which its op makes it.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Road[]} roads
 * @returns {Part}
 */
function roadsPart(scene, node, roads) {
  if (roads.length === 1) return roadFormula(scene, roads[0]);
  const parts = roads.map((road, at) => roadPart(scene, node, road, at, roads.length));
  const items = parts.map((part) => h("li", { class: "road" }, part.element));
  const element = items.length > 0 ? h("ol", { class: "roads" }, ...items) : h("div");
  return partOf(element, parts);
}

/** @param {Scene} scene @param {Road} road @returns {Part} */
function roadFormula(scene, { edge, sender }) {
  const { forms } = scene.run.graph.graph;
  const tex = sender.form === undefined ? undefined : forms[sender.form].messages[edge.slot];
  return tex ? formulaPart(scene, sender, tex) : partOf(h("div"), []);
}

/**
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Road} road
 * @param {number} at
 * @param {number} of
 * @returns {Part}
 */
function roadPart(scene, node, road, at, of) {
  const words = t("inspector.road", { number: at + 1, of, sender: senderName(road.sender) });
  const open = h("button", { type: "button", class: "road__open" }, words);
  open.addEventListener("click", () => {
    scene.store.dispatch({ type: "ui.select", selection: { kind: "edge", key: road.key } });
  });
  const formula = roadFormula(scene, road);
  const message = createMatrix(scene, messageMatrix(scene.run, road, node, true));
  return partOf(h("div", {}, open, formula.element, message.element), [formula, message]);
}

/** What an op is called beside the graph, where its circle has the symbol. @param {GraphNode} node */
export function senderName({ symbol, op, id }) {
  return symbol ?? op ?? id;
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

// @ts-check
/** @import { GraphNode } from "../wire.js" */
/** @import { Road } from "./roads.js" */
/** @import { Part, Scene } from "./scene.js" */
import { h } from "../dom.js";
import { gradientAt } from "../select.js";
import { t } from "../strings/index.js";
import { messageTex } from "./forms.js";
import { createMatrix } from "./matrix.js";
import { gradientMatrix, messageMatrix, nodeCells, valueMatrix } from "./readings.js";
import { roadsTo } from "./roads.js";
import { partOf } from "./scene.js";
import { button, formulaPart, note, section, senderName } from "./sections.js";

/** So many roads are shown one by one. */
const MOST_ROADS = 12;

/**
 * The value of a node and its gradient side by side, and the roads on which the gradient comes.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @returns {Part}
 */
export function gradientPart(scene, node) {
  const { run, store } = scene;
  const value = createMatrix(scene, {
    ...valueMatrix(scene, node),
    ...nodeCells(store, { kind: "value", node: node.id }),
  });
  const gradient = createMatrix(scene, {
    ...gradientMatrix(run, node),
    ...nodeCells(store, { kind: "gradient", node: node.id }),
  });
  const roads = roadsTo(run, node.id);
  const listed = roads.slice(0, MOST_ROADS).map((road) => roadPart(scene, road, roads));
  const sum = roads.length > 1 ? sumPart(scene, node, roads) : null;
  const element = section(
    t("inspector.valueAndGradient"),
    h("div", { class: "equation equation--pair" }, value.element, gradient.element),
    remark(node, roads, run.graph.graph.output),
    ...listed.map((part) => part.element),
    sum?.element ?? null,
  );
  return partOf(element, [value, gradient, ...listed, ...(sum ? [sum] : [])]);
}

/** Why no message comes. @param {GraphNode} node @param {Road[]} roads @param {string} output */
function remark({ id, role, path, kind }, roads, output) {
  if (role === "target") return note(t("inspector.targetTakesNone"));
  if (!path) return note(t("inspector.noPath"));
  if (roads.length > 0) return null;
  return id === output || kind === "loss" ? note(t("inspector.fedIn")) : null;
}

/**
 * One message to a node, with the formula by which its op makes it.
 *
 * @param {Scene} scene
 * @param {Road} road
 * @param {Road[]} roads
 * @returns {Part}
 */
function roadPart(scene, road, roads) {
  const [sender, of] = [senderName(road.sender), roads.length];
  const words = of > 1
    ? t("inspector.road", { number: roads.indexOf(road) + 1, of, sender })
    : t("inspector.onlyRoad", { sender });
  const open = button(words, () => {
    scene.store.dispatch({ type: "ui.select", selection: { kind: "edge", key: road.key } });
  });
  const message = messageTex(scene.run, road);
  const formula = message && formulaPart(scene, road.sender, message);
  const element = h("div", { class: "road" }, open, formula?.element ?? null);
  return partOf(element, formula ? [formula] : []);
}

/**
 * The messages to a node and their sum: as many slots as there are roads, filled one by one.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @param {Road[]} roads
 * @returns {Part}
 */
export function sumPart(scene, node, roads) {
  const of = roads.length;
  const messages = roads.slice(0, MOST_ROADS).map((road, at) =>
    createMatrix(scene, messageMatrix(scene.run, road, node, { number: at + 1, of }))
  );
  const sum = createMatrix(scene, gradientMatrix(scene.run, node));
  const terms = messages.map(({ element }, at) => term(at > 0 ? "+" : "", element));
  const more = of > messages.length ? [term("+ …", "")] : [];
  const words = note("");
  const row = h("div", { class: "equation" }, ...terms, ...more, term("=", sum.element));
  return partOf(h("div", {}, row, words), [...messages, sum], (state, run) => {
    const gradient = gradientAt(run, state.step, node.id);
    const count = gradient.state === "value" ? gradient.messages.length : 0;
    const key = count < of ? "inspector.sumSoFar" : "inspector.sumOfAll";
    const text = t(count === 0 ? "inspector.sumAwaited" : key, { count, of });
    if (text !== words.textContent) words.textContent = text;
  });
}

/** @param {string} sign @param {HTMLElement | ""} shown */
function term(sign, shown) {
  const before = sign ? h("span", { class: "equation__sign" }, sign) : null;
  return h("div", { class: "equation__term" }, before, shown);
}

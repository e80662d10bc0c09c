// @ts-check
/** @import { Part, Scene } from "./scene.js" */
/** @import { Topic } from "./topic.js" */
import { h } from "../dom.js";
import { keptAt } from "../select.js";
import { t } from "../strings/index.js";
import { codePart } from "./code.js";
import { equationOf } from "./equation.js";
import { equationPart } from "./equations.js";
import { headPart } from "./head.js";
import { createMatrix } from "./matrix.js";
import { envOf } from "./names.js";
import { gradientMatrix, messageCells, messageMatrix, nodeCells, valueMatrix } from "./readings.js";
import { roadsTo } from "./roads.js";
import { partOf } from "./scene.js";
import { formulaPart, gradientPart, keptPart, section, sumSoFar } from "./sections.js";

/**
 * What is said of a node: how its value is made, its gradient, what it keeps, and its code.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "node" }} topic
 * @returns {Part[]}
 */
export function nodeParts(scene, topic) {
  const { node } = topic;
  return present(
    headPart(scene, topic),
    ...valueParts(scene, topic),
    gradientPart(scene, node, roadsTo(scene.run, node.id)),
    keptPart(scene, node, node.keeps ?? []),
    codePart(scene, node, null),
  );
}

/** @param {Scene} scene @param {Topic & { kind: "node" }} topic @returns {Part[]} */
function valueParts(scene, { node }) {
  if (node.form === undefined) return [];
  const { run, store } = scene;
  const tex = run.graph.graph.forms[node.form].formula;
  const env = envOf(run, node, keptAt(run, store.state.step, node.id));
  const result = createMatrix(scene, {
    ...valueMatrix(node),
    ...nodeCells(store, { kind: "value", node: node.id }),
  });
  return [formulaPart(scene, node, tex), equationPart(scene, node, tex, env, result)];
}

/**
 * What is said of a message: how the op that sends makes it, what it adds up with, what the op
 * kept for it, and its code.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @returns {Part[]}
 */
export function messageParts(scene, topic) {
  const { sender, edge } = topic;
  if (!edge.gradient) return [headPart(scene, topic), wirePart(scene, topic)];
  const tex = messageTex(scene, topic);
  const shown = tex === null ? [] : equationOf(tex).terms.map(({ operand }) => operand);
  const inFormula = shown.filter(({ kind }) => kind === "kept").map(({ slot }) => slot);
  const others = (sender.keeps ?? []).filter((name) => !inFormula.includes(name));
  return present(
    headPart(scene, topic),
    ...sentParts(scene, topic, tex),
    sumPart(scene, topic),
    keptPart(scene, sender, others),
    codePart(scene, sender, edge.slot),
  );
}

/** @param {Scene} scene @param {Topic & { kind: "message" }} topic */
function messageTex({ run }, { sender, edge }) {
  if (sender.form === undefined) return null;
  return run.graph.graph.forms[sender.form].messages[edge.slot] ?? null;
}

/**
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @param {string | null} tex
 * @returns {Part[]}
 */
function sentParts(scene, topic, tex) {
  const { run, store } = scene;
  const { sender, target, key } = topic;
  const several = roadsTo(run, target.id).length > 1;
  const message = createMatrix(scene, {
    ...messageMatrix(run, topic, target, several),
    ...messageCells(store, key),
  });
  if (tex === null) return [message];
  const env = envOf(run, sender, keptAt(run, store.state.step, sender.id));
  return [formulaPart(scene, sender, tex), equationPart(scene, sender, tex, env, message)];
}

/**
 * The sum so far at the receiver, where the message is one of several.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @returns {Part | null}
 */
function sumPart(scene, { target }) {
  const roads = roadsTo(scene.run, target.id);
  if (roads.length < 2) return null;
  const sum = createMatrix(scene, gradientMatrix(scene.run, target));
  const note = sumSoFar(target, roads.length);
  const title = t("inspector.sumAt", { name: target.id });
  return partOf(section(title, sum.element, note.element), [sum, note]);
}

/**
 * A wire that only goes forward: the value that it carries.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @returns {Part}
 */
function wirePart(scene, { target }) {
  const value = createMatrix(scene, valueMatrix(target));
  const note = h("p", { class: "inspector__note" }, t("inspector.noMessage"));
  return partOf(h("div", { class: "inspector__section" }, value.element, note), [value]);
}

/** @param {...(Part | null)} parts */
function present(...parts) {
  return parts.filter((part) => part !== null);
}

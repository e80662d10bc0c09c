// @ts-check
/** @import { Part, Scene } from "./scene.js" */
/** @import { Topic } from "./topic.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { codePart } from "./code.js";
import { equationOf } from "./equation.js";
import { equationPart } from "./equations.js";
import { headPart } from "./head.js";
import { createMatrix } from "./matrix.js";
import { envOf } from "./names.js";
import { messageTex, valueTex } from "./forms.js";
import { gradientPart, sumPart } from "./gradients.js";
import { keptOf, messageCells, messageMatrix, nodeCells, valueMatrix } from "./readings.js";
import { placeOf, roadsTo } from "./roads.js";
import { partOf } from "./scene.js";
import { formulaPart, keptPart, note, section } from "./sections.js";

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
    gradientPart(scene, node),
    keptPart(scene, node, node.keeps ?? []),
    codePart(scene, node, null),
  );
}

/** @param {Scene} scene @param {Topic & { kind: "node" }} topic @returns {Part[]} */
function valueParts(scene, { node }) {
  const { run, store } = scene;
  const tex = valueTex(run, node);
  if (tex === null) return [];
  const env = envOf(run, node, keptOf(run, store.state.step, node));
  const result = createMatrix(scene, {
    ...valueMatrix(scene, node),
    ...nodeCells(store, { kind: "value", node: node.id }),
  });
  return [
    formulaPart(scene, node, { tex, shown: tex }),
    equationPart(scene, node, tex, env, result),
  ];
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
  const formula = messageTex(scene.run, topic);
  const operands = formula ? equationOf(formula.tex).terms.map(({ operand }) => operand) : [];
  const inFormula = operands.filter(({ kind }) => kind === "kept").map(({ slot }) => slot);
  const others = (sender.keeps ?? []).filter((name) => !inFormula.includes(name));
  return present(
    headPart(scene, topic),
    ...sentParts(scene, topic, formula),
    receivedPart(scene, topic),
    keptPart(scene, sender, others),
    codePart(scene, sender, edge.slot),
  );
}

/**
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @param {{ tex: string, shown: string } | null} formula
 * @returns {Part[]}
 */
function sentParts(scene, topic, formula) {
  const { run, store } = scene;
  const { sender, target, key } = topic;
  const message = createMatrix(scene, {
    ...messageMatrix(run, topic, target, placeOf(run, topic)),
    ...messageCells(store, key),
  });
  if (!formula) return [message];
  const env = envOf(run, sender, keptOf(run, store.state.step, sender));
  return [
    formulaPart(scene, sender, formula),
    equationPart(scene, sender, formula.tex, env, message),
  ];
}

/**
 * What the receiver adds up, where the message is one of several.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @returns {Part | null}
 */
function receivedPart(scene, { target }) {
  const roads = roadsTo(scene.run, target.id);
  if (roads.length < 2) return null;
  const sum = sumPart(scene, target, roads);
  return partOf(section(t("inspector.sumAt", { name: target.id }), sum.element), [sum]);
}

/**
 * A wire that only goes forward: the value that it carries.
 *
 * @param {Scene} scene
 * @param {Topic & { kind: "message" }} topic
 * @returns {Part}
 */
function wirePart(scene, { target }) {
  const value = createMatrix(scene, valueMatrix(scene, target));
  const words = note(t("inspector.noMessage"));
  return partOf(h("div", { class: "inspector__section" }, value.element, words), [value]);
}

/** @param {...(Part | null)} parts */
function present(...parts) {
  return parts.filter((part) => part !== null);
}

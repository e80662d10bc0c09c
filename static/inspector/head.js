// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Part, Scene } from "./scene.js" */
/** @import { Topic } from "./topic.js" */
import { h } from "../dom.js";
import { arrayData } from "../grid/index.js";
import { flatOf } from "../grid/geometry.js";
import { readable, shapeText } from "../numbers.js";
import { productWires } from "../puzzle/problem.js";
import { gradientAt, lossName, valueAt } from "../select.js";
import { has, pieces, t } from "../strings/index.js";
import { operandName } from "./names.js";
import { arrivedOn, placeOf } from "./roads.js";
import { button, senderName } from "./sections.js";

/**
 * What the inspector is about: its title, a line of facts, and what can be done with it.
 *
 * @param {Scene} scene
 * @param {Topic} topic
 * @returns {Part}
 */
export function headPart({ store, run }, topic) {
  const follow = button(t("inspector.follow"), () => {
    store.dispatch({ type: "ui.select", selection: null });
  });
  const actions = h(
    "div",
    { class: "inspector__actions" },
    puzzleButton(store, run, topic),
    layerButton(store, run, topic),
    follow,
  );
  const number = h("p", { class: "inspector__number" });
  const element = h(
    "header",
    { class: "inspector__head" },
    h("h3", { class: "inspector__title", tabindex: -1 }, ...titleOf(run, topic)),
    h("p", { class: "inspector__facts" }, factsOf(run, topic).join(" · ")),
    docOf(topic),
    actions,
    number,
  );
  return {
    element,
    update(state, now) {
      follow.hidden = state.selection === null;
      actions.hidden = follow.hidden && actions.childElementCount === 1;
      showNumber(number, state, now, topic);
    },
  };
}

/**
 * Asks which product a message is; null for what multiplies no matrices.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Topic} topic
 */
function puzzleButton(store, run, topic) {
  const wires = productWires(run, topic.kind === "node" ? topic.node.id : topic.sender.id);
  if (wires.length === 0) return null;
  const key = topic.kind === "message" && wires.includes(topic.key) ? topic.key : wires[0];
  return button(t("puzzle.ask"), () => {
    store.dispatch({ type: "ui.puzzle", act: { do: "open", key } });
  });
}

/**
 * Opens a collapsed layer to its operations, or closes the one that a node is a part of.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Topic} topic
 */
function layerButton(store, { graph }, topic) {
  const node = topic.kind === "node" ? topic.node : topic.sender;
  const id = node.kind === "layer" ? node.id : node.group;
  const layer = id ? graph.layers.get(id) : undefined;
  if (!layer) return null;
  const words = layer.expanded
    ? t("inspector.close", { layer: layer.op, id: layer.id })
    : t("inspector.open", { layer: layer.op });
  return button(words, () => {
    store.dispatch({ type: "ask.expand", layer: layer.id, expanded: !layer.expanded });
  });
}

/**
 * The title in pieces, a gradient in one that does not break.
 *
 * @param {RunState} run
 * @param {Topic} topic
 */
function titleOf(run, topic) {
  const [key, names] = titleWords(run, topic);
  return pieces(key).map((piece) => {
    if ("text" in piece) return piece.text;
    const name = names[piece.param];
    return piece.param === "gradient" ? h("span", { class: "inspector__gradient" }, name) : name;
  });
}

/** @param {RunState} run @param {Topic} topic @returns {[string, Record<string, string>]} */
function titleWords(run, topic) {
  if (topic.kind === "message") {
    const gradient = operandName("gradient", topic.target.id, lossName(run));
    const names = { sender: senderName(topic.sender), target: topic.target.id, gradient };
    if (!topic.edge.gradient) return ["inspector.title.wire", names];
    const { number, of } = placeOf(run, topic);
    if (of < 2) return ["inspector.title.message", names];
    return ["inspector.title.oneMessage", { ...names, number: String(number), of: String(of) }];
  }
  const { id, kind, role, op } = topic.node;
  if (kind === "leaf") return [`inspector.title.${role ?? "input"}`, { name: id }];
  if (kind === "loss") return ["inspector.title.loss", { name: id }];
  return ["inspector.title.value", { name: id, op: op ?? senderName(topic.node) }];
}

/** What the op does, going forward and back. @param {Topic} topic */
function docOf(topic) {
  const key = `op.${(topic.kind === "node" ? topic.node : topic.sender).op}.doc`;
  return has(key) ? h("p", { class: "inspector__doc" }, t(key)) : null;
}

/** @param {RunState} run @param {Topic} topic */
function factsOf(run, topic) {
  if (topic.kind === "message") return messageFacts(run, topic);
  const { node } = topic;
  return [
    ...(node.op ? [t("inspector.fact.op", { op: node.op })] : []),
    t("inspector.fact.shape", { shape: shapeText(node.shape) }),
    ...(node.kind === "leaf" ? [] : lineFact(node)),
    ...groupFact(run, node),
    ...(node.id === run.graph.graph.output ? [t("inspector.fact.output")] : []),
  ];
}

/** @param {RunState} run @param {Topic & { kind: "message" }} topic */
function messageFacts(run, topic) {
  const { sender, target } = topic;
  return [
    ...(sender.op ? [t("inspector.fact.op", { op: sender.op })] : []),
    t("inspector.fact.shape", { shape: shapeText(target.shape) }),
    ...groupFact(run, sender),
  ];
}

/** @param {GraphNode} node */
function lineFact({ line }) {
  return line === undefined ? [] : [t("inspector.fact.line", { line })];
}

/** @param {RunState} run @param {GraphNode} node */
function groupFact({ graph }, { group }) {
  const layer = group ? graph.layers.get(group) : undefined;
  return layer ? [t("inspector.fact.group", { layer: layer.op, id: layer.id })] : [];
}

/**
 * The number of the selected cell, with every digit.
 *
 * @param {HTMLElement} element
 * @param {State} state
 * @param {RunState} run
 * @param {Topic} topic
 */
function showNumber(element, state, run, topic) {
  const index = state.selection?.index;
  const array = index ? arrayOf(state, run, topic) : null;
  const flat = array && index ? flatOf(index, array.shape) : null;
  element.hidden = flat === null;
  if (!array || !index || flat === null) return;
  const name = `${cellName(state, run, topic)}${index.length > 0 ? `[${index.join(", ")}]` : ""}`;
  const data = arrayData(array);
  if (!(data instanceof Promise)) element.textContent = `${name} = ${readable(data[flat])}`;
  else {
    element.textContent = `${name} = …`;
    data.then((numbers) => {
      if (element.textContent === `${name} = …`) {
        element.textContent = `${name} = ${readable(numbers[flat])}`;
      }
    }, () => {});
  }
}

/** @param {State} state @param {RunState} run @param {Topic} topic */
function arrayOf({ step, selection }, run, topic) {
  if (topic.kind === "message") return arrivedOn(run, step, topic);
  if (!isGradient(selection)) return valueAt(run, step, topic.node.id);
  const gradient = gradientAt(run, step, topic.node.id);
  return gradient.state === "value" ? gradient.array : null;
}

/** @param {State["selection"]} selection */
function isGradient(selection) {
  return selection?.kind === "node" && selection.of === "gradient";
}

/** @param {State} state @param {RunState} run @param {Topic} topic */
function cellName({ selection }, run, topic) {
  const id = topic.kind === "message" ? topic.target.id : topic.node.id;
  const gradient = topic.kind === "message" || isGradient(selection);
  return operandName(gradient ? "gradient" : "value", id, lossName(run));
}

// @ts-check
/** @import { Highlight, RunState, State, Store } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/** @import { MatrixOptions, Reading } from "./matrix.js" */
/** @import { Road } from "./roads.js" */
/** @import { Scene } from "./scene.js" */
import { gradientAt, keptAt, lossName, valueAt } from "../select.js";
import { t } from "../strings/index.js";
import { operandName } from "./names.js";
import { arrivedOn } from "./roads.js";

/**
 * The value of a node, as a matrix.
 *
 * @param {Scene} scene
 * @param {GraphNode} node
 * @returns {MatrixOptions}
 */
export function valueMatrix({ store }, node) {
  return {
    of: "value",
    name: node.id,
    caption: node.id,
    shape: node.shape,
    image: store.state.lessonText?.image?.[node.id],
    highlight: { kind: "value", node: node.id },
    read: (state, run) => valueReading(state, run, node.id),
  };
}

/** @param {State} state @param {RunState} run @param {string} id @returns {Reading} */
function valueReading(state, run, id) {
  const array = valueAt(run, state.step, id);
  return array ? { state: "value", array } : { state: "pending" };
}

/**
 * The gradient of a node, the sum of what has come: as a matrix.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @returns {MatrixOptions}
 */
export function gradientMatrix(run, node) {
  return {
    of: "gradient",
    name: node.id,
    caption: operandName("gradient", node.id, lossName(run)),
    shape: node.shape,
    highlight: { kind: "gradient", node: node.id },
    read: (state, now) => gradientAt(now, state.step, node.id),
  };
}

/**
 * What came along one wire, as a matrix. Where it is one of several, it is not the gradient, and
 * its cells are those of the wire.
 *
 * @param {RunState} run
 * @param {Road} road
 * @param {GraphNode} target
 * @param {{ number: number, of: number }} place  which message it is, and of how many
 * @returns {MatrixOptions}
 */
export function messageMatrix(run, road, target, { number, of }) {
  const gradient = gradientMatrix(run, target);
  const several = of > 1;
  return {
    ...gradient,
    name: several ? road.key : target.id,
    caption: several ? t("inspector.message", { number }) : gradient.caption,
    highlight: { kind: "gradient", node: target.id, slot: road.edge.slot },
    read(state, now) {
      const array = arrivedOn(now, state.step, road);
      return array ? { state: "value", array } : { state: "unreached" };
    },
  };
}

/**
 * What a node keeps for the way back, once it is known: the loss, what is fed in at the turn.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {GraphNode} node
 * @returns {Record<string, WireArray> | null}
 */
export function keptOf(run, step, node) {
  return node.kind === "loss" ? { upstream: run.upstream } : keptAt(run, step, node.id);
}

/**
 * What a node keeps, as a matrix.
 *
 * @param {GraphNode} node
 * @param {string} name
 * @returns {MatrixOptions}
 */
export function keptMatrix(node, name) {
  return {
    of: "value",
    name: `${node.id}.${name}`,
    caption: name,
    shape: null,
    highlight: { kind: "kept", node: node.id, slot: name },
    read(state, run) {
      const array = keptOf(run, state.step, node)?.[name];
      return array ? { state: "value", array } : { state: "pending" };
    },
  };
}

/**
 * A click on a cell selects it, and it is outlined while it is selected.
 *
 * @param {Store} store
 * @param {Highlight & { kind: "value" | "gradient" }} what
 * @returns {Pick<MatrixOptions, "pick" | "selected">}
 */
export function nodeCells({ dispatch }, { node, kind }) {
  return {
    pick: (index) =>
      dispatch({ type: "ui.select", selection: { kind: "node", id: node, index, of: kind } }),
    selected({ selection }) {
      if (selection?.kind !== "node" || selection.id !== node) return null;
      return (selection.of ?? "value") === kind ? selection.index ?? null : null;
    },
  };
}

/**
 * The same for the cells of a message.
 *
 * @param {Store} store
 * @param {string} key
 * @returns {Pick<MatrixOptions, "pick" | "selected">}
 */
export function messageCells({ dispatch }, key) {
  return {
    pick: (index) => dispatch({ type: "ui.select", selection: { kind: "edge", key, index } }),
    selected: ({ selection }) =>
      selection?.kind === "edge" && selection.key === key ? selection.index ?? null : null,
  };
}

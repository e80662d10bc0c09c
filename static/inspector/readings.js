// @ts-check
/** @import { Highlight, RunState, State, Store } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { MatrixOptions, Reading } from "./matrix.js" */
/** @import { Road } from "./roads.js" */
import { gradientAt, keptAt, lossName, valueAt } from "../select.js";
import { operandName } from "./names.js";
import { arrivedOn } from "./roads.js";

/**
 * The value of a node, as a matrix.
 *
 * @param {GraphNode} node
 * @param {string} [slot]  where it enters the op that is looked at
 * @returns {MatrixOptions}
 */
export function valueMatrix(node, slot) {
  return {
    of: "value",
    name: node.id,
    caption: node.id,
    shape: node.shape,
    highlight: { kind: "value", node: node.id, slot },
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
 * @param {string} [slot]
 * @returns {MatrixOptions}
 */
export function gradientMatrix(run, node, slot) {
  return {
    of: "gradient",
    name: node.id,
    caption: operandName("gradient", node.id, lossName(run)),
    shape: node.shape,
    highlight: { kind: "gradient", node: node.id, slot },
    read: (state, now) => gradientAt(now, state.step, node.id),
  };
}

/**
 * What came along one wire, as a matrix. Where it is one of several, its cells are those of the
 * wire, and the sum's are those of the gradient.
 *
 * @param {RunState} run
 * @param {Road} road
 * @param {GraphNode} target
 * @param {boolean} several
 * @returns {MatrixOptions}
 */
export function messageMatrix(run, road, target, several) {
  return {
    ...gradientMatrix(run, target, road.edge.slot),
    name: several ? road.key : target.id,
    read(state, now) {
      const array = arrivedOn(now, state.step, road);
      return array ? { state: "value", array } : { state: "unreached" };
    },
  };
}

/**
 * What a layer keeps, as a matrix.
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
      const array = keptAt(run, state.step, node.id)?.[name];
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

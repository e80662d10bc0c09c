// @ts-check
/** @import { RunState } from "../types.js" */
import { h } from "../dom.js";
import { senderName } from "../inspector/sections.js";

/** What the op that makes a node's value is called. @param {RunState} run @param {string} id */
export function opName(run, id) {
  const node = run.graph.nodes.get(id);
  return node ? senderName(node) : id;
}

/**
 * An op on its wire, as in the graph: ─(dot)→
 *
 * @param {RunState} run
 * @param {string} id
 * @param {"forward" | "backward"} pass
 */
export function opOnWire(run, id, pass) {
  const layer = run.graph.nodes.get(id)?.kind === "layer";
  const name = h("span", { class: layer ? "stage__op stage__op--layer" : "stage__op" });
  name.append(opName(run, id));
  return h("span", { class: `stage__wire stage__wire--${pass}` }, name);
}

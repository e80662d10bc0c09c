// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Road } from "./roads.js" */
import { t } from "../strings/index.js";
import { placeOf } from "./roads.js";

/** The loss where the output is no scalar: no op of the program, so no record has its formulas. */
const LOSS = {
  formula: "\\v{out} = \\sum \\k{upstream} \\odot \\v{a}",
  messages: /** @type {Record<string, string>} */ ({ a: "\\d{a} = \\k{upstream}" }),
};

/**
 * The formulas of a node: of its value, and of the message to each of its inputs.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @returns {{ formula: string, messages: Record<string, string> } | null}
 */
function formOf(run, node) {
  if (node.kind === "loss") return LOSS;
  return node.form === undefined ? null : run.graph.graph.forms[node.form];
}

/**
 * The formula by which a node makes its value; null for a leaf.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 */
export function valueTex(run, node) {
  return formOf(run, node)?.formula ?? null;
}

/**
 * The formula by which an op makes the message on a road. One message of several is not the
 * gradient, so what is shown of it does not say that it is.
 *
 * @param {RunState} run
 * @param {Road} road
 * @returns {{ tex: string, shown: string } | null}
 */
export function messageTex(run, road) {
  const tex = formOf(run, road.sender)?.messages[road.edge.slot];
  if (tex === undefined) return null;
  const { number, of } = placeOf(run, road);
  if (of < 2) return { tex, shown: tex };
  const right = tex.slice(tex.indexOf("=") + 1);
  return { tex, shown: `\\text{${t("inspector.message", { number })}} = ${right}` };
}

// @ts-check
/** @import { RunState } from "../types.js" */
import { shapeText } from "../numbers.js";
import { gradientAt, valueAt } from "../select.js";
import { t } from "../strings/index.js";

/** @param {string[]} keeps */
export function keepsText(keeps) {
  return t("graph.keeps", { names: keeps.join(", ") });
}

/**
 * What a node is called: its op, its value with its shape, and how far its gradient has come.
 *
 * @param {RunState} run
 * @param {number} step
 * @param {string} id
 */
export function nodeName(run, step, id) {
  const node = run.graph.nodes.get(id);
  if (!node) return id;
  const subject = node.kind === "leaf"
    ? t(`graph.role.${node.role ?? "input"}`, { id })
    : t("graph.op", { op: node.op ?? t("graph.loss"), id });
  const shape = t("graph.shape", { shape: shapeText(node.shape) });
  const parts = [subject, shape];
  if (!valueAt(run, step, id)) parts.push(t("graph.no_value"));
  const now = gradientAt(run, step, id);
  if (node.role !== "target") {
    if (now.state === "nopath") parts.push(t("graph.nopath"));
    else if (now.state === "unreached") parts.push(t("graph.unreached"));
    else if (now.of > 1) {
      parts.push(t("graph.reached_part", { message: now.messages.length, of: now.of }));
    } else parts.push(t("graph.reached"));
  }
  if (node.kind === "layer" && node.keeps?.length) parts.push(keepsText(node.keeps));
  return parts.join(", ");
}

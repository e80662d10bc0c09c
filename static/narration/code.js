// @ts-check
/** @import { State } from "../types.js" */
import { stepAt } from "../select.js";

/**
 * The lines of an op's or a layer's own code that do the active step.
 *
 * @param {State} state
 * @returns {{ title: string, pass: "forward" | "backward", lines: string[] } | null}
 */
export function litCode(state) {
  const { run } = state;
  const now = stepAt(state);
  if (!run || !now) return null;
  const forward = now.type === "node.forward";
  const node = run.graph.nodes.get(forward ? now.node : now.source);
  if (node?.code === undefined || !node.lit) return null;
  const code = run.graph.graph.codes[node.code];
  const pass = forward ? "forward" : "backward";
  const lit = forward ? node.lit.forward : node.lit.backward[now.slot] ?? [];
  const lines = lit.map((line) => code[pass][line].trim());
  return lines.length > 0 ? { title: code.title, pass, lines } : null;
}

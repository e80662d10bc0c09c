// @ts-check
/** @import { GraphIndex, RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */

/**
 * How far a line of the program is: `forward` and `backward` once all that it does in that pass is
 * done, `active` while the step that is shown belongs to it.
 *
 * @typedef {object} LineState
 * @property {boolean} forward
 * @property {boolean} backward
 * @property {"forward" | "backward" | null} active
 *
 * @typedef {{ kind: "name" | "call" | "number" | "sign" | "comment" | "space", text: string }} Token
 */

/**
 * How far each line is at a step, by its number from 1.
 *
 * @param {RunState} run
 * @param {number} step
 * @returns {Map<number, LineState>}
 */
export function lineStates(run, step) {
  const left = workOf(run.graph);
  const lineOf = (/** @type {string} */ id) => run.graph.nodes.get(id)?.line ?? 0;
  const done = run.steps.slice(0, step);
  for (const made of done) {
    const work = left.get(lineOf(made.type === "node.forward" ? made.node : made.source));
    if (work) work[made.type === "node.forward" ? "forward" : "backward"] -= 1;
  }
  const now = done.length === step ? done.at(-1) : undefined;
  const active = now && lineOf(now.type === "node.forward" ? now.node : now.source);
  const pass = now?.type === "node.forward" ? "forward" : "backward";
  return new Map(
    [...left].map(([line, { forward, backward, messages }]) => [line, {
      forward: forward === 0,
      backward: backward === 0 && messages > 0,
      active: line === active ? pass : null,
    }]),
  );
}

/**
 * How many values and messages each line has to make.
 *
 * @param {GraphIndex} graph
 */
function workOf(graph) {
  /** @type {Map<number, { forward: number, backward: number, messages: number }>} */
  const work = new Map();
  for (const node of graph.nodes.values()) {
    if (node.line === undefined || !computed(node)) continue;
    const known = work.get(node.line) ?? { forward: 0, backward: 0, messages: 0 };
    const messages = (graph.into.get(node.id) ?? []).filter((key) =>
      graph.edges.get(key)?.gradient
    );
    work.set(node.line, {
      forward: known.forward + 1,
      backward: known.backward + messages.length,
      messages: known.messages + messages.length,
    });
  }
  return work;
}

/** @param {GraphNode} node */
function computed({ kind }) {
  return kind === "op" || kind === "layer";
}

/**
 * The node whose value each line assigns: the last that it makes.
 *
 * @param {GraphIndex} graph
 * @returns {Map<number, string>}
 */
export function nodeOfLine(graph) {
  /** @type {Map<number, string>} */
  const found = new Map();
  for (const node of graph.nodes.values()) {
    if (node.line !== undefined && computed(node)) found.set(node.line, node.id);
  }
  return found;
}

/** @type {[Token["kind"], RegExp][]} */
const KINDS = [
  ["space", /\s+/y],
  ["comment", /#.*/y],
  ["number", /(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][-+]?\d+)?/y],
  ["call", /[\p{L}_][\p{L}\p{N}_]*(?=\s*\()/uy],
  ["name", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["sign", /./uy],
];

/**
 * A line of the program in pieces, for a light colouring.
 *
 * @param {string} line
 * @returns {Token[]}
 */
export function tokensOf(line) {
  /** @type {Token[]} */
  const tokens = [];
  for (let at = 0; at < line.length;) {
    for (const [kind, pattern] of KINDS) {
      pattern.lastIndex = at;
      const text = pattern.exec(line)?.[0];
      if (!text) continue;
      tokens.push({ kind, text });
      at += text.length;
      break;
    }
  }
  return tokens;
}

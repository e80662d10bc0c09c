// @ts-check
/** @import { GraphIndex, RunState, Step } from "../types.js" */
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
 * A number of each pass: of steps to come, or the step after which none is left.
 *
 * @typedef {{ forward: number, backward: number }} Done
 *
 * @typedef {{ kind: "name" | "call" | "number" | "sign" | "comment" | "space", text: string }} Token
 */

const NEVER = Object.freeze({ forward: Infinity, backward: Infinity });

/** The step after which each line is done, of the steps that have come. @type {WeakMap<Step[], Map<number, Done>>} */
const ends = new WeakMap();

/**
 * How far each line is at a step, by its number from 1.
 *
 * @param {RunState} run
 * @param {number} step
 * @returns {Map<number, LineState>}
 */
export function lineStates(run, step) {
  const now = run.steps[step - 1];
  const active = now && lineOf(run.graph, now);
  const pass = now?.type === "node.forward" ? "forward" : "backward";
  return new Map(
    [...endsOf(run)].map(([line, { forward, backward }]) => [line, {
      forward: forward <= step,
      backward: backward <= step,
      active: line === active ? pass : null,
    }]),
  );
}

/** @param {RunState} run */
function endsOf({ graph, steps }) {
  const known = ends.get(steps);
  if (known) return known;
  const left = workOf(graph);
  /** @type {Map<number, Done>} */
  const found = new Map([...left.keys()].map((line) => [line, { ...NEVER }]));
  steps.forEach((made, i) => {
    const pass = made.type === "node.forward" ? "forward" : "backward";
    const line = lineOf(graph, made);
    const [work, end] = [left.get(line), found.get(line)];
    if (work && end && --work[pass] === 0) end[pass] = i + 1;
  });
  ends.set(steps, found);
  return found;
}

/** The line of the op that a step is of. @param {GraphIndex} graph @param {Step} step */
function lineOf(graph, step) {
  return graph.nodes.get(step.type === "node.forward" ? step.node : step.source)?.line ?? 0;
}

/**
 * How many values and messages each line has to make.
 *
 * @param {GraphIndex} graph
 */
function workOf(graph) {
  /** @type {Map<number, Done>} */
  const work = new Map();
  for (const node of graph.nodes.values()) {
    if (node.line === undefined || !computed(node)) continue;
    const known = work.get(node.line) ?? { forward: 0, backward: 0 };
    const messages = (graph.into.get(node.id) ?? []).filter((key) =>
      graph.edges.get(key)?.gradient
    );
    work.set(node.line, {
      forward: known.forward + 1,
      backward: known.backward + messages.length,
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

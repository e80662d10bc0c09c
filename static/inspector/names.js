// @ts-check
/** @import { Env, Literal, Named, OperandKind } from "../formula/types.js" */
/** @import { GraphIndex, Highlight, RunState } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { Operand } from "./equation.js" */
import { readable } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";

/** The words of formulas, by their English. @type {Record<string, string>} */
const WORDS = {
  "otherwise": "inspector.word.otherwise",
  "(the first)": "inspector.word.theFirst",
  "copies": "inspector.word.copies",
  "samples": "inspector.word.samples",
};

/** What an op's own value is called in its formulas, where no input has that name. */
const OWN = ["out", "y"];

/**
 * What the slots of one op are called in this network.
 *
 * @param {RunState} run
 * @param {GraphNode} node
 * @param {Record<string, { shape: readonly number[] }> | null} kept  what it keeps, once it is known
 * @returns {Env}
 */
export function envOf(run, node, kept) {
  return {
    value: (slot) => valueIn(run.graph, node, slot),
    gradient: (slot) => {
      const named = valueIn(run.graph, node, slot);
      return "literal" in named ? { name: String(named.literal), node: "" } : named;
    },
    kept: (name) => ({ name, node: node.id, shape: kept?.[name]?.shape }),
    lossName: lossName(run),
    words: (text) => (Object.hasOwn(WORDS, text) ? t(WORDS[text]) : text),
  };
}

/**
 * @param {GraphIndex} graph
 * @param {GraphNode} node
 * @param {string} slot
 * @returns {Named | Literal}
 */
function valueIn(graph, node, slot) {
  const input = node.inputs?.find((candidate) => candidate.slot === slot);
  const found = input?.node === undefined ? undefined : graph.nodes.get(input.node);
  if (found) return named(found);
  if (!input && OWN.includes(slot)) return named(node);
  return { literal: literalText(input?.literal ?? node.attributes?.[slot] ?? slot) };
}

/** @param {GraphNode} node @returns {Named} */
function named(node) {
  return { name: node.id, node: node.id, shape: node.shape };
}

/** @param {unknown} literal @returns {number | string} */
function literalText(literal) {
  if (typeof literal === "number") return literal;
  return Array.isArray(literal) ? `(${literal.join(", ")})` : String(literal);
}

/**
 * The highlight of an operand in the formula of an op. A slot is that of the wire into the op, so
 * what the op makes itself has none.
 *
 * @param {OperandKind} kind
 * @param {string} node
 * @param {string} slot
 * @param {string} op  the node whose formula it is
 * @returns {Highlight}
 */
export function highlightOf(kind, node, slot, op) {
  return kind !== "kept" && node === op ? { kind, node } : { kind, node, slot };
}

/**
 * What an operand is called beside its matrix: W, Wᵀ, ∂L/∂y.
 *
 * @param {OperandKind} kind
 * @param {string} name
 * @param {string} loss
 * @param {boolean} [transposed]
 */
export function operandName(kind, name, loss, transposed = false) {
  const plain = kind === "gradient" ? `∂${loss}/∂${name}` : name;
  if (!transposed) return plain;
  return kind === "gradient" ? `(${plain})ᵀ` : `${plain}ᵀ`;
}

/**
 * What an operand of a formula is called in this network.
 *
 * @param {Operand} operand
 * @param {Env} env
 */
export function writtenName({ kind, slot, transposed }, env) {
  const named = kind === "gradient" ? env.gradient(slot) : env.value(slot);
  if (kind === "kept") return operandName(kind, slot, env.lossName, transposed);
  if ("name" in named) return operandName(kind, named.name, env.lossName, transposed);
  return typeof named.literal === "number" ? readable(named.literal) : named.literal;
}

/**
 * Whether a highlight means this operand. A slot tells apart only what a node keeps, where the
 * highlight has one: a value that enters an op twice is still one value.
 *
 * @param {Highlight | null} highlight
 * @param {Highlight} operand
 */
export function sameHighlight(highlight, operand) {
  if (!highlight || highlight.kind !== operand.kind || highlight.node !== operand.node) {
    return false;
  }
  return operand.kind !== "kept" || !highlight.slot || highlight.slot === operand.slot;
}

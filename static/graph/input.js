// @ts-check
/** @import { LayoutInput, Role, Size } from "../layout/types.js" */
/** @import { GraphIndex } from "../types.js" */
/** @import { GraphNode } from "../wire.js" */
/** @import { CardSpec, Mode } from "./types.js" */
import { keepsText } from "./names.js";
import { cardSize, chipSize, isHigh, wideCardSize } from "./sizes.js";
import { HEADER, titleWidth } from "./titles.js";

/**
 * The circle of an op or the box of a layer.
 *
 * @param {GraphNode} node
 * @param {Mode} mode
 * @returns {Size | null}
 */
export function glyphSize(node, mode) {
  if (node.kind === "leaf") return null;
  const small = mode === "chips";
  const lines = glyphLines(node);
  const width = Math.max(...lines.map(({ length }) => length)) * 10;
  if (node.kind === "layer") {
    const keeps = node.keeps?.length ? keepsText(node.keeps) : "";
    return {
      width: Math.round(Math.max(width + 28, columnsOf(keeps) * 7.2 + 20)),
      height: 38 + 20 * (lines.length - 1) + (keeps ? 18 : 0),
    };
  }
  const side = Math.max(small ? 42 : 50, Math.round(width * (small ? 1.1 : 1) + 18));
  return { width: side, height: side };
}

/** How wide a text is, in Latin letters: a character of Chinese or Japanese is nearly two. @param {string} text */
function columnsOf(text) {
  return text.length + 0.75 * (text.match(/[\u3000-\u9fff\uff00-\uffef]/g)?.length ?? 0);
}

/**
 * The name on a glyph, a long one in two lines: Softmax, WithLoss.
 *
 * @param {GraphNode} node
 */
export function glyphLines({ symbol, op, id }) {
  const text = symbol ?? op ?? id;
  const words = text.split(/(?=[A-Z])/);
  if (text.length <= 9 || words.length < 2) return [text];
  const splits = words.slice(1).map((_, i) => [
    words.slice(0, i + 1).join(""),
    words.slice(i + 1).join(""),
  ]);
  /** @param {string[]} lines */
  const longest = (lines) => Math.max(...lines.map(({ length }) => length));
  return splits.reduce((best, lines) => (longest(lines) < longest(best) ? lines : best));
}

/**
 * What the layout is given.
 *
 * @param {GraphIndex} index
 * @param {Map<string, CardSpec>} specs
 * @param {Mode} mode
 * @param {number} font
 * @returns {LayoutInput}
 */
export function layoutInput({ graph, edges, into }, specs, mode, font) {
  const nodes = graph.nodes.map((node) => ({
    id: node.id,
    glyph: glyphSize(node, mode),
    card: sizeOf(/** @type {CardSpec} */ (specs.get(node.id)), mode, font),
    role: /** @type {Role | null} */ (node.role ?? null),
    group: node.group ?? null,
  }));
  const groups = graph.layers.filter(({ expanded }) => expanded).map(({ id, op }) => ({
    id,
    header: HEADER,
    padding: 14,
    width: titleWidth(op, id) + 8,
  }));
  const gaps = mode === "chips"
    ? { column: 28, row: 22, satellite: 24, stem: 12 }
    : { column: 36, row: 24, satellite: 28, stem: 18 };
  return {
    nodes,
    edges: [...edges].map(([key, { from, to }]) => ({
      id: key,
      from,
      to,
      slot: into.get(to)?.indexOf(key) ?? 0,
    })),
    groups,
    gaps,
  };
}

/**
 * @param {CardSpec} spec
 * @param {Mode} mode
 * @param {number} font
 */
function sizeOf(spec, mode, font) {
  if (mode === "chips") return chipSize(spec);
  const { width, height } = mode === "wide" && isHigh(spec) ? wideCardSize(spec) : cardSize(spec);
  return { width: Math.round(width * font), height: Math.round(height * font) };
}

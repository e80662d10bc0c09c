// @ts-check
/** @import { Highlight, Selection, Store } from "../types.js" */

/**
 * What of the drawing an element belongs to.
 *
 * @typedef {{ what: "node" | "layer" | "card" | "edge" | "expand" | "collapse" | "kept", id: string }} Target
 */

/**
 * @param {EventTarget | null} target
 * @param {(element: Element) => string | null} edgeKey
 * @returns {Target | null}
 */
export function targetOf(target, edgeKey) {
  if (!(target instanceof Element)) return null;
  const element = target.closest(
    "[data-expand], [data-collapse], [data-kept], [data-card], [data-node], [data-edge]",
  );
  if (!element || !("dataset" in element)) return null;
  const { expand, collapse, kept, card, node, kind } =
    /** @type {HTMLElement | SVGElement} */ (element).dataset;
  if (expand !== undefined) return { what: "expand", id: expand };
  if (collapse !== undefined) return { what: "collapse", id: collapse };
  if (kept !== undefined) return { what: "kept", id: kept };
  if (card !== undefined) return { what: "card", id: card };
  if (node !== undefined) return { what: kind === "layer" ? "layer" : "node", id: node };
  const key = edgeKey(element);
  return key === null ? null : { what: "edge", id: key };
}

/**
 * @param {Target} target
 * @param {{ index: number[], of: "value" | "gradient" } | null} cell
 * @returns {Selection}
 */
export function selectionOf({ what, id }, cell) {
  if (what === "edge") return { kind: "edge", key: id };
  return cell ? { kind: "node", id, index: cell.index, of: cell.of } : { kind: "node", id };
}

/**
 * What the formula lights when a part of the drawing is pointed at.
 *
 * @param {Target} target
 * @param {Element} element
 * @param {(key: string) => { from: string, to: string, slot: string } | undefined} edgeOf
 * @returns {Highlight | null}
 */
export function highlightOf({ what, id }, element, edgeOf) {
  if (what === "kept") return { kind: "kept", node: id };
  if (what === "card") {
    const gradient = element.closest(".card__half--gradient") !== null;
    return { kind: gradient ? "gradient" : "value", node: id };
  }
  if (what !== "edge") return null;
  const edge = edgeOf(id);
  if (!edge) return null;
  const back = element.classList.contains("edge__backward");
  return { kind: back ? "gradient" : "value", node: edge.from, slot: edge.slot };
}

// @ts-check
/** @import { Highlight, Selection } from "../types.js" */
/** @import { Drawing } from "./drawing.js" */

/**
 * What is lit because it is pointed at elsewhere, or selected: wires, and parts of the picture with
 * the attribute that says so.
 *
 * @param {Highlight[]} lights
 * @param {Selection | null} selection
 * @param {Drawing} drawing
 */
export function lightsOf(lights, selection, drawing) {
  /** @type {{ path: string, kind: Highlight["kind"] }[]} */
  const wires = [];
  /** @type {{ element: HTMLElement | SVGElement, name: "lit" | "selected", value: string }[]} */
  const parts = [];
  /** @param {Element | null | undefined} element @param {"lit" | "selected"} name @param {string} value */
  const mark = (element, name, value) => {
    if (element) parts.push({ element: /** @type {HTMLElement} */ (element), name, value });
  };
  for (const { kind, node, slot } of lights) {
    if (kind === "kept") mark(drawing.still.glyphs.get(node), "lit", kind);
    else {
      mark(drawing.cards.get(node)?.element, "lit", kind);
      const keys = keysOf(drawing, node, kind, slot);
      for (const key of keys) mark(drawing.still.edges.get(key), "lit", kind);
      wires.push(...wiresOf(drawing, keys, node, kind));
    }
  }
  if (selection?.kind === "node") {
    mark(drawing.still.glyphs.get(selection.id), "selected", "true");
    const card = drawing.cards.get(selection.id)?.element;
    mark(card, "selected", "true");
    if (selection.index) mark(cellOf(card, selection), "selected", "true");
  } else if (selection) mark(drawing.still.edges.get(selection.key), "selected", "true");
  return { wires, parts };
}

/**
 * The wires that carry a value forward, or its gradient back.
 *
 * @param {Drawing} drawing
 * @param {string[]} keys
 * @param {string} node
 * @param {"value" | "gradient"} kind
 */
function wiresOf({ sheet: { layout } }, keys, node, kind) {
  const way = kind === "value" ? "forward" : "backward";
  const paths = [layout.stems[node]?.[way], ...keys.map((key) => layout.edges[key]?.[way])];
  return paths.filter((path) => path !== undefined).map((path) => ({ path, kind }));
}

/**
 * The keys of those wires, without the stem between an op and its own value.
 *
 * @param {Drawing} drawing
 * @param {string} node
 * @param {"value" | "gradient"} kind
 * @param {string | undefined} slot
 */
function keysOf({ index }, node, kind, slot) {
  return (index.outOf.get(node) ?? []).filter((key) => {
    const edge = index.edges.get(key);
    return edge && (kind === "value" || edge.gradient) &&
      (slot === undefined || edge.slot === slot);
  });
}

/**
 * @param {Element | undefined} card
 * @param {{ index?: number[], of?: "value" | "gradient" }} selection
 */
function cellOf(card, { index = [], of = "value" }) {
  return card?.querySelector(`[data-of="${of}"][data-index="${index.join(",")}"]`);
}

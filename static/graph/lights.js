// @ts-check
/** @import { Highlight, Selection } from "../types.js" */
/** @import { Drawing } from "./drawing.js" */

/** @typedef {{ element: HTMLElement | SVGElement, name: "lit" | "selected", value: string }} LitPart */

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
  /** @type {LitPart[]} */
  const parts = [];
  /** @param {Element | null | undefined} element @param {"lit" | "selected"} name @param {string} value */
  const add = (element, name, value) => {
    if (element) parts.push({ element: /** @type {HTMLElement} */ (element), name, value });
  };
  for (const { kind, node, slot } of lights) {
    if (kind === "kept") add(drawing.still.glyphs.get(node), "lit", kind);
    else {
      add(drawing.cards.get(node)?.element, "lit", kind);
      const keys = keysOf(drawing, node, kind, slot);
      for (const key of keys) add(drawing.still.edges.get(key), "lit", kind);
      wires.push(...wiresOf(drawing, keys, node, kind));
    }
  }
  if (selection?.kind === "node") {
    add(drawing.still.glyphs.get(selection.id), "selected", "true");
    const card = drawing.cards.get(selection.id)?.element;
    add(card, "selected", "true");
    if (selection.index) add(cellOf(card, selection), "selected", "true");
  } else if (selection) add(drawing.still.edges.get(selection.key), "selected", "true");
  return { wires, parts };
}

/**
 * Puts the attributes of some parts in the place of those of others; what stays lit is not touched.
 *
 * @param {readonly LitPart[]} before
 * @param {readonly LitPart[]} parts
 */
export function mark(before, parts) {
  for (const { element, name } of before) {
    if (!parts.some((part) => part.element === element && part.name === name)) {
      delete element.dataset[name];
    }
  }
  for (const { element, name, value } of parts) {
    if (element.dataset[name] !== value) element.dataset[name] = value;
  }
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

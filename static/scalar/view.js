// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Rect } from "../layout/types.js" */
/** @import { Places, Wire } from "./place.js" */
/** @import { Lines } from "./lines.js" */
/** @import { ScalarEdge, ScalarGraph, ScalarNode } from "./types.js" */
import { h } from "../dom.js";
import { arrowHead, pathOf, shortened } from "../graph/route.js";
import { s } from "../graph/svg.js";
import { t } from "../strings/index.js";

/** The heads of arrows, long and wide. */
const HEAD = /** @type {const} */ ({ forward: [9, 9], backward: [12, 12] });

/**
 * The drawing of a scalar graph.
 *
 * @param {ScalarGraph} graph
 * @param {Places} places
 * @param {Lines} lines
 * @param {(node: ScalarNode) => void} walk  on to a cell
 * @returns {HTMLElement}
 */
export function drawing(graph, places, lines, walk) {
  const { width, height } = places;
  const wires = s("svg", { class: "scalar__wires", width, height, "aria-hidden": "true" });
  const world = h("div", { class: "scalar__world" }, wires);
  world.style.width = `${width}px`;
  world.style.height = `${height}px`;
  for (const node of graph.nodes) {
    const place = places.nodes.get(node.id);
    if (!place) continue;
    const { glyph, card } = place;
    if (glyph) {
      wires.append(stemOf(glyph, card));
      world.append(opOf(node, glyph, lines));
    }
    world.append(cardOf(graph, node, card, lines, walk));
  }
  for (const edge of graph.edges) {
    const wire = places.wires.get(edge.id);
    if (!wire) continue;
    wires.append(wireOf(edge, wire));
    const label = messageOf(edge, wire, lines);
    if (label) world.append(label);
  }
  return world;
}

/** From the circle of an operation to the number it makes. @param {Rect} glyph @param {Rect} card */
function stemOf(glyph, card) {
  const y = glyph.y + glyph.height / 2;
  return s("path", { class: "scalar__forward", d: `M${glyph.x + glyph.width} ${y}H${card.x}` });
}

/** @param {ScalarEdge} edge @param {Wire} wire */
function wireOf(edge, { forward, backward }) {
  const group = s(
    "g",
    {},
    s("path", { class: "scalar__forward", d: pathOf(shortened(forward, HEAD.forward[0] - 1)) }),
    s("path", { class: "scalar__tip", d: arrowHead(forward, ...HEAD.forward) }),
  );
  if (edge.message === null) return group;
  group.append(
    s("path", { class: "scalar__backward", d: pathOf(shortened(backward, HEAD.backward[0] - 1)) }),
    s("path", { class: "scalar__backtip", d: arrowHead(backward, ...HEAD.backward) }),
  );
  return group;
}

/** @param {HTMLElement} element @param {Rect} rect */
function at(element, { x, y, width, height }) {
  Object.assign(element.style, {
    ...{ left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` },
  });
  return element;
}

/** @param {ScalarNode} node @param {Rect} rect @param {Lines} lines */
function opOf(node, rect, lines) {
  const label = lines.operation(node);
  const attributes = { class: "scalar__op", role: "img", tabindex: 0, "aria-label": label };
  return at(h("div", { ...attributes, "data-line": label }, node.symbol), rect);
}

/** @param {ScalarGraph} graph @param {ScalarNode} node @param {Rect} rect @param {Lines} lines @param {(node: ScalarNode) => void} walk */
function cardOf(graph, node, rect, lines, walk) {
  const root = node.id === graph.root;
  const label = lines.card(node);
  const parts = lines.rows(node).map(({ name, text, of }) =>
    h(
      "span",
      { class: `scalar__row scalar__row--${of}` },
      name ? h("span", { class: "scalar__name" }, name) : null,
      text ? h("span", { class: "scalar__value" }, text) : null,
    )
  );
  const attributes = {
    class: `scalar__card scalar__card--${node.kind}${root ? " scalar__card--root" : ""}`,
    "aria-label": label,
    "data-line": label,
    "data-scalar": node.id,
    "data-focus": `scalar ${node.id}`,
  };
  if (!node.cell || root) {
    return at(h("div", { ...attributes, role: "img", tabindex: 0 }, ...parts), rect);
  }
  const button = h("button", { ...attributes, type: "button", title: t("scalar.walk") }, ...parts);
  button.addEventListener("click", () => walk(node));
  return at(button, rect);
}

/** The number that comes back along an edge, on its wire. @param {ScalarEdge} edge @param {Wire} wire @param {Lines} lines */
function messageOf(edge, { label: { x, y } }, lines) {
  if (edge.message === null) return null;
  const text = lines.texts.messages.get(edge.id) ?? "";
  const element = h("span", {
    ...{ class: "scalar__message", "aria-hidden": "true" },
    "data-line": lines.message(edge),
  }, text);
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  return element;
}

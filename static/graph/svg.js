// @ts-check

const SVG = "http://www.w3.org/2000/svg";

/**
 * One SVG element with its attributes and children; an attribute that is null is not there.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | null>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function s(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Two strokes of a button that opens (a cross) or closes (a line).
 *
 * @param {number} x
 * @param {number} y
 * @param {number} arm
 * @param {boolean} opens
 */
export function foldMark(x, y, arm, opens) {
  const across = `M${x - arm} ${y}H${x + arm}`;
  return s("path", {
    class: "fold__mark",
    d: opens ? `${across}M${x} ${y - arm}V${y + arm}` : across,
  });
}

// @ts-check
const MATHML = "http://www.w3.org/1998/Math/MathML";

/** Above this height, in em, brackets are drawn taller than a letter. */
const TALL = 1.6;

/** The height of a bracket as the font has it, in em. */
const LETTER = 1.15;

/**
 * One MathML element.
 *
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {...(Element | string)} children
 * @returns {Element}
 */
export function math(tag, attributes, ...children) {
  const element = document.createElementNS(MATHML, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * An element between brackets as tall as it is; an empty bracket is none.
 *
 * @param {Element} element
 * @param {number} height  in em
 * @param {string} [open]
 * @param {string} [close]
 */
export function bracketed(element, height, open = "(", close = ")") {
  return math(
    "mrow",
    {},
    ...bracket(open, "prefix", height),
    element,
    ...bracket(close, "postfix", height),
  );
}

/**
 * A bracket of some height. Where no font can stretch it, the style sheet does, by the factor
 * written on it.
 *
 * @param {string} text
 * @param {"prefix" | "postfix"} form
 * @param {number} height  in em
 */
export function bracket(text, form, height) {
  if (text === "") return [];
  const plain = { form, fence: "true", lspace: "0", rspace: "0" };
  if (height < TALL) return [math("mo", { ...plain, stretchy: "false" }, text)];
  const style = `--stretch: ${(height / LETTER).toFixed(2)}`;
  return [math("mo", { ...plain, stretchy: "true", class: "tall", style }, text)];
}

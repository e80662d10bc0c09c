// @ts-check
/** Just enough of a document to build elements in, for tests of what is built. */

class FakeElement {
  /** @param {string} localName */
  constructor(localName) {
    this.localName = localName;
    /** @type {Map<string, string>} */
    this.attributes = new Map();
    /** @type {(FakeElement | string)[]} */
    this.children = [];
  }

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  /** @param {string} name */
  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  /** @param {...(FakeElement | string)} children */
  append(...children) {
    this.children.push(...children);
  }

  /** @returns {string} */
  get textContent() {
    return this.children
      .map((child) => (typeof child === "string" ? child : child.textContent))
      .join("");
  }
}

/** Puts it where modules look for a document. */
export function installDocument() {
  const document = {
    /** @param {string} _namespace @param {string} name */
    createElementNS: (_namespace, name) => new FakeElement(name),
  };
  Object.assign(globalThis, { document });
}

/**
 * The element as text: `msub.operand[data-node=W1](mi"W" mn"1")`, of the attributes named.
 *
 * @param {unknown} element
 * @param {string[]} [shown]
 * @returns {string}
 */
export function outline(element, shown = []) {
  if (typeof element === "string") return JSON.stringify(element);
  if (!(element instanceof FakeElement)) throw new TypeError("not an element of this document");
  const attributes = shown.flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`[${name}=${value}]`];
  });
  const children = element.children.map((child) => outline(child, shown)).join(" ");
  return `${element.localName}${attributes.join("")}(${children})`;
}

/**
 * Every element inside, itself first.
 *
 * @param {unknown} element
 * @returns {FakeElement[]}
 */
export function everyElement(element) {
  if (!(element instanceof FakeElement)) return [];
  return [element, ...element.children.flatMap(everyElement)];
}

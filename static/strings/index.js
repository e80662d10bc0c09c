// @ts-check
import en from "./en.js";

/** @type {Readonly<Record<string, string>>} */
const texts = en;

/** Whether there is a text of this key. @param {string} key */
export function has(key) {
  return Object.hasOwn(texts, key);
}

/**
 * The text of a key, its `{names}` replaced by the parameters.
 *
 * @param {string} key
 * @param {Record<string, string | number>} [params]
 */
export function t(key, params = {}) {
  if (!has(key)) throw new Error(`strings: no text of the key ${key}`);
  return texts[key].replace(/\{(\w+)\}/g, (_, name) => {
    if (!Object.hasOwn(params, name)) throw new Error(`strings: ${key} needs ${name}`);
    return String(params[name]);
  });
}

/**
 * The text of a key in pieces, for a view that gives some of its parameters a look of their own.
 *
 * @param {string} key
 * @returns {({ text: string } | { param: string })[]}
 */
export function pieces(key) {
  if (!has(key)) throw new Error(`strings: no text of the key ${key}`);
  return texts[key].split(/(\{\w+\})/).filter((piece) => piece !== "").map((piece) =>
    /^\{\w+\}$/.test(piece) ? { param: piece.slice(1, -1) } : { text: piece }
  );
}

// @ts-check
/** @import { Language } from "./language.js" */
import { keep, kept } from "../page/keep.js";
import { languageOf } from "./language.js";

const KEY = "whygrad.language";

/**
 * One table is loaded, not all: the page names this module before its main one, so that the table
 * is fetched beside the views.
 *
 * @type {Record<Language, () => Promise<{ default: Readonly<Record<string, string>> }>>}
 */
const TABLES = {
  en: () => import("./en.js"),
  zh: () => import("./zh.js"),
  ja: () => import("./ja.js"),
};

/** @type {Readonly<Record<string, string>>} */
let texts = {};

/** The language that the page speaks from here on. @param {Language} language */
export async function speak(language) {
  texts = (await TABLES[language]()).default;
}

/** What the page was opened in. */
export const language = globalThis.document
  ? languageOf(kept("localStorage", KEY), navigator.languages)
  : "en";

/** Has the page speak another language when it is opened next. @param {Language} chosen */
export function chooseLanguage(chosen) {
  keep("localStorage", KEY, chosen);
}

/** Settles when the words are there. Not every browser has those wait that import a module. */
export const ready = speak(language);
await ready;

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

// @ts-check
/** The languages of the page, each with its own name and with what `lang` says of it. */
export const LANGUAGES = /** @type {const} */ ({
  en: { name: "English", tag: "en" },
  zh: { name: "简体中文", tag: "zh-CN" },
  ja: { name: "日本語", tag: "ja" },
});

/** @typedef {keyof typeof LANGUAGES} Language */

/**
 * The language to speak: what was chosen, else the first one that the browser's user reads.
 *
 * @param {string | null} chosen
 * @param {readonly string[]} preferred  language tags, the dearest first
 * @returns {Language}
 */
export function languageOf(chosen, preferred) {
  const asked = [chosen ?? "", ...preferred].map((tag) => tag.toLowerCase().split("-")[0]);
  return asked.find(isLanguage) ?? "en";
}

/** @param {string} text @returns {text is Language} */
function isLanguage(text) {
  return Object.hasOwn(LANGUAGES, text);
}

// @ts-check
/** @import { Language } from "../strings/language.js" */
/** @import { Store } from "../types.js" */
import { h } from "../dom.js";
import { DIGITS } from "../page/digits.js";
import { changeLanguage } from "../page/language.js";
import { language, t } from "../strings/index.js";
import { LANGUAGES } from "../strings/language.js";

/**
 * How a person reads: the language, each one in its own words, and the digits of a number.
 *
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function settings(store) {
  const languages = h(
    "select",
    { class: "button setting", "aria-label": t("settings.language") },
    ...Object.entries(LANGUAGES).map(([value, { name, tag }]) =>
      h("option", { value, lang: tag, selected: value === language }, name)
    ),
  );
  const digits = h(
    "select",
    { class: "button setting", "aria-label": t("settings.digits") },
    ...DIGITS.map((count) =>
      h(
        "option",
        { value: count, selected: count === store.state.digits },
        t("settings.digits.of", { count }),
      )
    ),
  );
  languages.title = t("settings.language");
  digits.title = t("settings.digits");
  languages.addEventListener("change", () => {
    // A number that is not one yet would be lost: it is put right, or taken back, first.
    const unread = document.querySelector('.grid-input[aria-invalid="true"]');
    if (unread instanceof HTMLElement) {
      languages.value = language;
      return unread.focus();
    }
    changeLanguage(/** @type {Language} */ (languages.value), store);
  });
  digits.addEventListener("change", () => {
    store.dispatch({ type: "ui.digits", digits: Number(digits.value) });
  });
  return h("div", { class: "settings" }, languages, digits);
}

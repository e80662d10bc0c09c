// @ts-check
/** The words of what a person sets: the language, the digits of a number. */
export default {
  "settings.language": "Language",
  "settings.digits": "Significant digits of the numbers",
  "settings.digits.of": "{count} digits",
};

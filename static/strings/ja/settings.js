// @ts-check
/** The words of what a person sets: the language, the digits of a number. */
export default {
  "settings.language": "言語",
  "settings.digits": "数値の有効桁数",
  "settings.digits.of": "{count}桁",
};

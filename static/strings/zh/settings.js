// @ts-check
/** The words of what a person sets: the language, the digits of a number. */
export default {
  "settings.language": "语言",
  "settings.digits": "数字的有效位数",
  "settings.digits.of": "{count}位数字",
};

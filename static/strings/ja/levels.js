// @ts-check
/** The words of the three levels, and of the scalar graph of one element, in Japanese. */
export default {
  "levels.levels": "表示の細かさ",
  "levels.layers": "レイヤ",
  "levels.operations": "演算",
  "levels.element": "1つの要素",
  "levels.none": "このプログラムにはレイヤがありません。はじめから演算でできています。",
};

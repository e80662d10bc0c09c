// @ts-check
/** The words of the three levels, and of the scalar graph of one element, in Japanese. */
export default {
  "levels.levels": "表示の細かさ",
  "levels.layers": "レイヤ",
  "levels.operations": "演算",
  "levels.element": "1つの要素",
  "levels.none": "このプログラムにはレイヤがありません。はじめから演算でできています。",

  "scalar.tab": "1つの要素",
  "scalar.rest": "ほか{count}個",
  "scalar.sends": "{name}に戻る値：{message}",
  "scalar.walk": "この要素へ進む",
  "scalar.list": "同じ内容を式で",
};

// @ts-check

export default {
  "grid.unreached": "まだ届いていない",
  "grid.nopath": "出力への経路がない",
  "grid.failed": "数値を読み込めませんでした。",
  "grid.waiting": "読み込み中",
  "grid.covered": "隠してあります：まず予想",
  "grid.range": "{from}から{to}",
  "grid.zoom": "数値を見る",
  "grid.zoom_of": "{name}の数値を見る",

  "grid.number.empty": "-0.5、1/3、ln 2のように数を入力してください。",
  "grid.number.too_long": "数としては長すぎます。",
  "grid.number.too_deep": "かっこの入れ子が深すぎます。",
  "grid.number.syntax": "数ではありません。-0.5、1/3、ln 2、2*sqrt(3)のように書けます。",
  "grid.number.comma": "小数点にはピリオドを使います：0,5ではなく0.5。",
  "grid.number.unknown_name":
    "{name}という名前はありません。使えるのはpi、e、ln、exp、sqrt、abs、sin、cos、tanhです。",
  "grid.number.division_by_zero": "0で割っています。",
  "grid.number.infinite": "無限大です。有限の数にしてください。",
  "grid.number.nan": "値が定まりません。",

  "values.role.input": "入力",
  "values.role.parameter": "パラメータ",
  "values.role.target": "教師データ",
  "values.upstream": "上流からの勾配",
  "values.label": "{name}、{role}、形状{shape}",
  "values.upstream_label": "上流からの勾配、出力{name}に入るもの、形状{shape}",
};

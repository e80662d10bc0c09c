// @ts-check
/** The words of the regions "Inspector" and "Network". */
export default {
  "inspector.invitation":
    "ステップを進めるか、ノードや辺をクリックすると、何を、何から計算するのかがここに表示されます。",
  "inspector.follow": "ステップに追従する",
  "inspector.open": "{layer}を演算に展開する",
  "inspector.close": "{layer} {id}を折りたたむ",
  "inspector.pending": "まだ計算されていない",
  "inspector.matrix": "{name}、形状{shape}",

  "inspector.title.input": "{name}：入力",
  "inspector.title.parameter": "{name}：パラメータ",
  "inspector.title.target": "{name}：教師データ",
  "inspector.title.value": "{name}：{op}が求める値",
  "inspector.title.loss": "{name}：損失",
  "inspector.title.message": "{sender}から{target}へ流れる勾配：{gradient}",
  "inspector.title.oneMessage":
    "{sender}から{target}へ流れる勾配（{of}本中{number}本目）",
  "inspector.title.wire": "{target}から{sender}への辺",

  "inspector.fact.op": "演算{op}",
  "inspector.fact.shape": "形状{shape}",
  "inspector.fact.line": "{line}行目",
  "inspector.fact.group": "{layer} {id}の一部",
  "inspector.fact.output": "出力",

  "inspector.valueAndGradient": "値と勾配",
  "inspector.targetTakesNone": "教師データに勾配はありません。",
  "inspector.noPath": "ここから損失への経路がないので、勾配は戻ってきません。",
  "inspector.noMessage": "この辺には勾配が流れません。",
  "inspector.fedIn":
    "逆伝播はここから始まります。この勾配は外から与えられます。",
  "inspector.message": "{number}本目",
  "inspector.road": "{sender}からの勾配（{of}本中{number}本目）",
  "inspector.onlyRoad": "{sender}からの勾配",
  "inspector.sumAt": "{name}での和",
  "inspector.sumAwaited": "{of}本の勾配は、まだ1本も届いていません。",
  "inspector.sumSoFar": "ここまでの和：{of}本中{count}本。",
  "inspector.sumOfAll": "{of}本すべての勾配の合計。",
  "inspector.keeps": "逆伝播のために保持するもの",

  "inspector.code": "伝播の向き",
  "inspector.codeOf": "{title}のコード",
  "inspector.code.forward": "順伝播",
  "inspector.code.backward": "逆伝播",

  "inspector.word.otherwise": "それ以外",
  "inspector.word.theFirst": "（最初のもの）",
  "inspector.word.copies": "コピー",
  "inspector.word.samples": "サンプル",

  "network.program": "プログラム",
  "network.line": "{line}行目を調べる",
  "network.untitled": "無題のネットワーク",
  "network.problemOnLine": "{line}行目：{message}",
  "network.problemAt": "{line}行{column}列目：{message}",
  "network.open": "ドキュメントを開く",
  "network.save": "保存",
  "network.chooseFile": ".whygrad.jsonで終わるファイル",
  "network.paste": "または内容を貼り付け",
  "network.openThis": "開く",
  "network.cancel": "キャンセル",
  "network.notJson": "JSONではありません。",
  "network.notJsonAt":
    "JSONではありません：{line}行{column}列目に誤りがあります。",
  "network.notObject": "ドキュメントは波かっこで囲んだJSONオブジェクトです。",
};

// @ts-check
/** The words of the nudge: a number moved by hand, and what follows. */
export default {
  "nudge.tab": "少し動かす",
  "nudge.step": "{cell}を動かす量",
  "nudge.slider": "{cell}をどれだけ動かすか",
  "nudge.keep": "この値にする",
  "nudge.keep_title": "ドキュメントの{cell}を{value}にする（元に戻せます）",
  "nudge.zero": "幅が0では何も動きません。{cell}が動く幅を入れてください。",
  "nudge.away": "接続が切れています。表示は前の幅のもので、つながれば新しい結果が届きます。",
  "nudge.matrix": "少し動かした後の{name} {shape}",
  "nudge.still": "動かないもの：{names}。",
  "nudge.left_out": "途中のほかの{count}個の変数は表示していません。",
  "nudge.largest": "全{size}個のうち動いた{count}個から、最も大きく動いた{shown}個。",
  "nudge.all": "{size}個のうち{count}個が動きます。",
  "nudge.slope_label": "傾きと勾配",
  "nudge.slope": "傾き",
  "nudge.gradient": "勾配",
  "nudge.covered":
    "まず{cell}を予想してください。答え合わせの後、{loss}がどれだけ動くかをここに示します。",
  "nudge.more": "詳しく",
  "nudge.central": "中心差分",
  "nudge.gradient_long": "勾配",
  "nudge.relative_error": "相対誤差",
  "nudge.doubt": "丸めと曲がりのため、中心差分は{doubt}ほどずれることがあります。",

  "nudge.verdict.agrees": "傾きと勾配は一致しています。",
  "nudge.verdict.kink":
    "折れ目です：{cell}はちょうど{what}ところにあります。{loss}の傾きは両側で異なり、勾配はその片側の傾きです。",
  "nudge.verdict.crosses_kink":
    "動かした途中に折れ目があります：そこで{what}ため、{loss}の傾きが変わります。もっと小さな幅で試してください。",
  "nudge.verdict.step_too_large":
    "幅が大きすぎます：{loss}は途中で曲がっています。小さな幅なら一致します。",
  "nudge.verdict.step_too_small":
    "幅が小さすぎます：{loss}の変化が丸め誤差に埋もれています。もっと大きな幅で試してください。",
  "nudge.verdict.differs": "勾配が間違っています：数値の精度が許す限り正確な中心差分と違います。",
  "nudge.verdict.not_finite": "比べられません：{loss}かその傾きが有限の数ではありません。",
  "nudge.kink.relu": "ReLU {node}が0で切り替わる",
  "nudge.kink.abs": "絶対値{node}が0で折り返す",
  "nudge.kink.max": "最大値{node}の同点が決まる",
  "nudge.kink.other": "{node}が切り替わる",

  "nudge.plot.loading": "グラフを読み込んでいます。",
  "nudge.plot.failed": "グラフを読み込めませんでした。",
  "nudge.plot.nothing": "描くものがありません：{loss}かその勾配が有限の数ではありません。",
  "nudge.plot.label":
    "{cell}に沿った{loss}：接線の傾きは勾配{gradient}、動かした割線の傾きは{slope}。",
  "nudge.plot.x": "{cell}",
  "nudge.plot.y": "{loss}",
  "nudge.plot.tangent": "接線（勾配）",
  "nudge.plot.secant": "割線（傾き）",
};

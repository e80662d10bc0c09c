// @ts-check
/** The words of the stage on which one cell explains itself. */
export default {
  "region.explain": "説明",
  "explain.close": "計算グラフに戻る",
  "explain.trail": "ここまでの道のり",
  "explain.tabs": "尋ね方",
  "explain.tab.goes": "どこへ行くか",
  "explain.tab.from": "どこから来たか",
  "explain.beats": "四拍",
  "explain.beat.1": "1 どこへ行くか",
  "explain.beat.2": "2 それぞれの価値",
  "explain.beat.3": "3 足す",
  "explain.beat.4": "4 全要素を一度に",
  "explain.play": "再生",
  "explain.stop": "停止",
  "explain.next": "次へ：{beat}",
  "explain.again": "もう一度見る",
  "explain.nudge": "少し動かす",
  "explain.gone": "{name}は、{loss}に届く計算には使われていません。",
  "explain.waiting": "数値を受け取っています。",
  "explain.failed": "数値を取得できませんでした。もう一度要素を選ぶとやり直します。",
  "explain.moves":
    "{name}を{by}動かすと、{op}は下のそれぞれを「動かした量 × 局所的な微分」だけ動かします。",
  "explain.worth_head": "それぞれの価値",
  "explain.worth_none": "経路なし",
  "explain.worth": "下のそれぞれを1動かすと{loss}がこれだけ動きます：上流からの勾配です。",
  "explain.add":
    "{name}が触れる要素ごとに積が1つあり、それらを足します。1次の近似では、{loss}はその和だけ動きます。",
  "explain.roads":
    "{name}は{count}回使われています。使うたびに別の経路ができ、経路ごとの勾配を足します。",
  "explain.roads_choice": "勾配が戻ってくる経路",
  "explain.road_to": "{op}経由（{y}から）",
  "explain.roads_sum": "経路の合計",
  "explain.moves_by": "{loss}の動き",
  "explain.rest": "残り{count}項",
  "explain.given": "{name}は与えられた値です：計算して作られたものではありません。",
  "explain.fed": "逆伝播はここから始まります：この勾配は与えられたものです。",
  "explain.target": "教師データに勾配はありません。",
  "explain.no_path": "ここから{loss}への経路がないので、勾配は戻ってきません。",
  "explain.made": "{op}が作りました：これら{count}項の和です。",
  "explain.made.one": "{op}がこれから作りました。",
  "explain.products":
    "{name}は{y}の{count}個の要素を動かします。それぞれが積を1つ送ります：{loss}での価値に、動く量を掛けたもの。それらを足します。",
  "explain.products.one":
    "{name}は{y}の要素を1つ動かします：その{loss}での価値に、動く量を掛けます。",
  "explain.road_sum": "この経路",
  "explain.road": "{op}経由",
  "explain.wire.value": "辺{name} → {op}",
  "explain.wire.gradient": "辺{op} → {name}（逆向き）",
  "explain.read.row": "行{at}：{name}が動くと各{y}がどれだけ動くか",
  "explain.read.column": "列{at}：{name}が動くと各{y}がどれだけ動くか",
  "explain.pass.forward": "順伝播",
  "explain.pass.backward": "逆伝播",
  "explain.large": "要素が多すぎて1つずつは描けません：式がすべてを表します。",
  "explain.shape": "{name}の要素ごとに傾きが1つあります：だから勾配は同じ形状です。",

  "explain.combine.maximum": "このうち最大のもの。",
  "explain.combine.quotient": "ひとつ目を二つ目で割ったもの。",
  "explain.combine.power": "ひとつ目を二つ目の数だけ累乗したもの。",
  "explain.combine.exp": "この数の指数関数の値。",
  "explain.combine.log": "この数の自然対数。",
  "explain.combine.sqrt": "この数の平方根。",
  "explain.combine.gelu": "これに、標準正規分布でこれより下にある割合を掛けたもの。",
  "explain.combine.softplus": "1にこれの指数を足した値の自然対数。",
  "explain.combine.tanh": "この数の双曲線正接。",
  "explain.combine.sin": "この数の正弦。",
  "explain.combine.cos": "この数の余弦。",
  "explain.combine.abs": "この数から符号を除いた大きさ。",
  "explain.combine.sigmoid": "この数にマイナスをつけた指数関数の値に1を足し、1をそれで割ったもの。",
  "explain.combine.softmax": "自分の指数関数の値を、全部の指数関数の値の和で割ったもの。",

  "explain.say.row":
    "読まれたのは{W}の行{row}：{x}[{row}]が動くと各{y}がどれだけ動くか。これが列{row}になります。",
  "explain.say.row_batch":
    "{W}の行{row}：あるサンプルの{x}[·,{row}]が動くと、そのサンプルの各{y}がどれだけ動くか。これが列{row}になります。",
  "explain.say.column":
    "列{row}は{x}[{row}]が触れるものです：{y}の各傾きに動く量を掛けて、足します。",
  "explain.say.sample":
    "{x}の行{row}は{y}の行{row}だけから決まります：サンプルどうしは混ざりません。",
  "explain.say.outer":
    "サンプル{row}：{X}[{row}]の各数と{y}[{row}]の各傾きが1度ずつ出会います。外積です。",
  "explain.say.outer_sum":
    "1つの{W}を全サンプルが使ったので、{count}サンプルから戻るものを足します。",
  "explain.say.stand":
    "全サンプルを一度に書くと：{X}の行{row}（サンプル{row}）が列{row}になります。",
  "explain.say.stand_vector": "{X}を列として立てます。",
  "explain.say.stand_slopes": "{y}の傾きを列として立てます。",
  "explain.say.outer_row": "{W}の行{row}：1つの数に、行全体を掛けます。",
  "explain.say.turn_column":
    "読まれたのは{W}の列{row}：{cell}が動くと各{y}がどれだけ動くか。これが行{row}になります。",
  "explain.say.row_dot": "行{row}は{cell}が触れるものです：{y}の各傾きに動く量を掛けて、足します。",
  "explain.say.copied": "順伝播では{x}がコピーされました：{count}回のうち{number}回目。",
  "explain.say.added": "逆伝播では、{count}個のコピーに届いた勾配を足します。",
  "explain.say.jacobian": "列{column}：入力{column}が動くと、各出力がどれだけ動くか。",
  "explain.say.jacobian_back": "{y}の傾きに列{column}を掛けて足すと、入力{column}の傾きです。",
  "explain.say.sum_road": "和を通る経路は{one}を届けます。",
  "explain.say.straight_road": "まっすぐな経路は−{other}を届けます。",
  "explain.say.both_roads": "2つの経路が合流して足されます：{one} − {other}。",
  "explain.say.rest": "さらに{rest}を掛けます：順伝播での係数です。",
  "explain.say.road": "{count}本のうち{number}本目の経路：{op}経由（{y}から）。",
  "explain.say.roads_sum": "{count}本の経路が{x}で合流し、足されます。",

  "explain.whole.right":
    "{W}の行iは、{x}[i]が動くと各{y}がどれだけ動くかを示します。全要素について読むと、行が列として立ちます：{W}ᵀ。",
  "explain.whole.right_batch":
    "{W}の行が列として立ちます：{W}ᵀ。結果の各行は自分のサンプルだけを使います：サンプルどうしは混ざりません。",
  "explain.whole.column":
    "{W}の列jは、{x}[j]が動くと各{y}がどれだけ動くかを示します。全要素について読むと、列が行になります：{W}ᵀ。",
  "explain.whole.left":
    "サンプルごとに外積が1つあり、それらを足します。それが左側の{X}ᵀで、その列がサンプルです。消えた添字はサンプルです。",
  "explain.whole.outer": "{X}の各数と{y}の各傾きが1度ずつ出会います：外積です。",
  "explain.whole.switch":
    "スイッチは順伝播のときに決まっています：傾きを通す（1）か、止める（0）か。",
  "explain.whole.output":
    "局所的な微分は出力{y}だけから作られます：出力があれば十分で、{x}を残す必要はありません。",
  "explain.whole.difference":
    "和を通る経路は{one}を、まっすぐな経路は−{other}を届けます：合わせて{one} − {other}。",
  "explain.whole.difference_mean":
    "和を通る経路は{one}を、まっすぐな経路は−{other}を届けます。係数{rest}は順伝播で{y}を割ったことから来ています：どの傾きも割られます。",
  "explain.whole.jacobian":
    "これらの出力のそれぞれが、これらの入力のそれぞれに依存します：ヤコビ行列には入力ごとに列が1つあります。",
  "explain.whole.copies":
    "1つの{x}が{count}回使われました：順伝播ではコピー、だから戻ってくるものを足します。",
  "explain.whole.copied":
    "順伝播で足すことは、逆伝播ではコピーです：足された{count}個の要素それぞれに、届いた数がそのまま渡ります。",
  "explain.whole.copy": "各要素は1つの要素を1対1で動かします：届いた数をそのまま受け取ります。",
  "explain.whole.mean":
    "割り算は順伝播で{y}が行いました：各要素の{factor}が入ったので、届いた数の{factor}が各要素に戻ります。",
  "explain.whole.divided":
    "係数{factor}は{y}から来ています：順伝播で割ったものは、逆伝播でも割られます。",
  "explain.whole.constant":
    "各要素は1つの要素を、自分の動きの{factor}倍だけ動かします：届いた数の{factor}倍を受け取ります。",
  "explain.whole.other": "各要素は、もう一方の因数の割合で動かします。",
  "explain.whole.each": "各要素は1つの要素を動かします：そこに届いた数に、局所的な微分を掛けます。",
  "explain.whole.read":
    "{x}の各要素について：それが届く各{y}の傾きに、横で読まれる数を掛けて、足します。",
  "explain.whole.roads":
    "{x}は{count}本の経路に分かれたので、その勾配はすべての経路から戻るものの合計です。",
};

// @ts-check
/** The words of the stage on which one cell explains itself. */
export default {
  "region.explain": "説明",
  "explain.close": "グラフに戻る",
  "explain.trail": "ここまでの道のり",
  "explain.tabs": "二つの問い方",
  "explain.tab.goes": "どこへ行くか",
  "explain.tab.from": "どこから来るか",
  "explain.of": "説明している数",
  "explain.beats": "四拍",
  "explain.beat.1": "1 どこへ行くか",
  "explain.beat.2": "2 それぞれの影響",
  "explain.beat.3": "3 足す",
  "explain.beat.4": "4 全要素を一度に",
  "explain.play": "再生",
  "explain.stop": "停止",
  "explain.nudge": "少し動かす",
  "explain.gone": "{name}は、{loss}に届くどの計算にも使われません。",
  "explain.waiting": "数値が届くのを待っています。",
  "explain.moves":
    "{name}を{by}動かすと、{op}によって、これらはそれぞれ「動かした量 × 局所的な微分」だけ動きます。",
  "explain.worth_head": "影響",
  "explain.worth": "これらが1動くと、{loss}はこれだけ動きます。これが上流からの勾配です。",
  "explain.add":
    "{name}が影響する要素ごとに積がひとつあり、それらを足します。一次近似では、{loss}はその和だけ動きます。",
  "explain.roads":
    "{name}は{count}回使われます。使われるたびに別の経路になり、それらを足し合わせます。",
  "explain.moves_by": "{loss}の動き",
  "explain.rest": "ほかに{count}項",
  "explain.given": "{name}は与えられた値で、計算で作られたものではありません。",
  "explain.fed": "逆伝播はここから始まります。この勾配は外から与えられます。",
  "explain.target": "教師データに勾配はありません。",
  "explain.no_path": "ここから{loss}への経路がないので、勾配は戻ってきません。",
  "explain.road": "{op}経由",
  "explain.shape": "{name}の要素ごとに傾きがひとつあります。だから勾配は同じ形状になります。",

  "explain.combine.maximum": "このうち最大のもの。",
  "explain.combine.quotient": "ひとつ目を二つ目で割ったもの。",
  "explain.combine.power": "ひとつ目を二つ目の数だけ累乗したもの。",
  "explain.combine.exp": "この数の指数関数の値。",
  "explain.combine.log": "この数の自然対数。",
  "explain.combine.sqrt": "この数の平方根。",
  "explain.combine.tanh": "この数の双曲線正接。",
  "explain.combine.sin": "この数の正弦。",
  "explain.combine.cos": "この数の余弦。",
  "explain.combine.abs": "この数から符号を除いた大きさ。",
  "explain.combine.sigmoid": "この数にマイナスをつけた指数関数の値に1を足し、1をそれで割ったもの。",
  "explain.combine.softmax": "自分の指数関数の値を、全部の指数関数の値の和で割ったもの。",

  "explain.whole.right":
    "いま読んだ{W}の行は、{x}がひとつ動くと各{y}がどれだけ動くかを表します。これが列になり、次の行が続きます。",
  "explain.whole.right_batch":
    "いま読んだ{W}の行は、それぞれ列になります。結果の行は自分のサンプルだけを使い、サンプルどうしは混ざりません。",
  "explain.whole.left":
    "読んだ{W}の列（サンプルごとに数がひとつ）が行になります。サンプルごとに外積がひとつできて、全サンプルにわたって足し合わされます。",
  "explain.whole.outer": "{W}の各数と{y}の各傾きが一度ずつ出会います。外積です。",
  "explain.whole.switch":
    "順伝播のときに決まったスイッチが、傾きを通すか（1）、止めるか（0）を決めます。",
  "explain.whole.output": "局所的な微分は出力{y}だけで作れます。ほかには要りません。",
  "explain.whole.softmax_loss":
    "和を通る経路がyを、まっすぐな経路が−tを運びます。損失はサンプル数で割られたので、各傾きも同じく割られます。",
  "explain.whole.softmax":
    "行の各出力は、その行のすべての入力に依存します。要素ごとにヤコビ行列の列がひとつあります。",
  "explain.whole.copies":
    "{x}の要素ひとつは{count}回使われました。順伝播でコピーしたので、戻ってくるものは足し合わせます。",
  "explain.whole.copied":
    "順伝播の足し算は、逆伝播ではコピーです。各要素は届いた数をそのまま受け取ります。",
  "explain.whole.copy": "各要素は要素ひとつを一対一で動かします。届いた数をそのまま受け取ります。",
  "explain.whole.mean": "{N}で割ることは順伝播で行われました。だから各傾きも{N}で割られます。",
  "explain.whole.other": "各要素は、もう一方の因数の割合で動かします。",
  "explain.whole.each":
    "各要素は要素ひとつを動かします。そこに届いた数に、局所的な微分を掛けます。",
};

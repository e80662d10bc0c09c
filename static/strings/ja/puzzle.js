// @ts-check
/** The words of the puzzle, in Japanese. */
export default {
  "region.puzzle": "どの積か",
  "puzzle.ask": "どの積？",
  "puzzle.title": "{gradient}はどの積？",
  "puzzle.title_siblings": "{op}の各勾配",
  "puzzle.tabs": "問題と仲間の勾配",
  "puzzle.tab.product": "どの積？",
  "puzzle.tab.siblings": "仲間の勾配",
  "puzzle.sides": "求める勾配",
  "puzzle.given": "与えられたもの",
  "puzzle.candidates": "積の候補",
  "puzzle.question":
    "{target}の形状は{name}と同じ{shape}です。正しいと思う積を選んでください。選ぶと、それぞれの結果が出ます。",
  "puzzle.row": "積の左にあるベクトルは1行とみなします。1つのサンプルが1行です。",
  "puzzle.undefined": "定義されません。内側の大きさが{a}と{b}で違います。",
  "puzzle.misfit": "{got}になり、{shape}になりません。",
  "puzzle.fits": "合います：{shape}。",
  "puzzle.one":
    "形状が{shape}になる積は1つだけです。選択の余地はありませんが、理由にはなりません。少し動かすと理由が分かります。",
  "puzzle.several":
    "形状が{shape}になる積は{count}個あります。形状では決まりません。少し動かすと決まります。",
  "puzzle.nudge": "{cell}を少し動かす",
  "puzzle.measured":
    "{cell}を{by}動かすと、{loss}は{before}から{after}になります。{change} / {step} = {slope}。",
  "puzzle.slope": "{cell}をごくわずかに上下へ動かしました。そこでの{loss}の傾きは{slope}です。",
  "puzzle.local":
    "試すためのサーバがありません。局所的な微分による一次の近似では、{cell}に沿った{loss}の傾きは{slope}です。",
  "puzzle.elsewhere":
    "{cell}はほかでも使われています。この傾きのうち{rest}はそちらから来ています。",
  "puzzle.stands": "{cell}：{number}、傾きと同じ",
  "puzzle.crossed": "{cell}：{number}、傾きと違う",
  "puzzle.same": "{one}はここでは{other}とすべて同じ数になるので、並んで残ります。",
  "puzzle.left": "今のところ{count}個の積が残っています。別の要素で見分けられます。",
  "puzzle.covered": "この中には先に予想する数があります。",
  "puzzle.not_finite": "有限でない数では積を見分けられません。",
  "puzzle.inverse":
    "{T}の列は{W}の行です。{I}は別のもので、{W}を打ち消します。{W} · {I}は対角が1、ほかは0です。",

  "puzzle.is.left.true":
    "{product}：{X}の1つの数は、{W}の自分の行を通って{Y}に入ります。この積はその行を取り出し、各数に{Y}の上流からの勾配を掛けて、出力について足します。",
  "puzzle.is.left.column":
    "これは{product}です。行を使うべきところで{W}の列を読んでいます。列は{Y}の1つの数が何からできるかを、行は{X}の1つの数が何に影響するかを表します。",
  "puzzle.is.left.mixes":
    "これは{product}です。{dY}の行について足しています。行はサンプルで、{X}の数は自分のサンプルにしか影響しません。",
  "puzzle.is.left.mixes_turned":
    "これは{product}です。{dY}の行について足しています。行はサンプルで、{X}の数は自分のサンプルにしか影響しません。",
  "puzzle.is.left.sibling": "これは{product}、つまり{dW}です。サンプルについて足しています。",
  "puzzle.is.left.inverse":
    "これは{product}です。方程式を解くように{Y}から{X}へ戻ります。勾配が問うのは{X}とともに損失がどれだけ動くかで、何かを打ち消すことではありません。",
  "puzzle.is.right.true":
    "{product}：{W}の1つの数はサンプルごとに1回、そのサンプルの{X}と掛けて使われます。この積は使われるたびの値に{Y}の上流からの勾配を掛けて、サンプルについて足します。",
  "puzzle.is.right.row":
    "これは{product}です。列（全サンプルの同じ入力）を使うべきところで、{X}の行（1つのサンプル）を読んでいます。",
  "puzzle.is.right.outputs":
    "これは{product}です。出力について足しています。{W}の1つの数は1つの出力にしか行かず、繰り返し使うのはサンプルです。",
  "puzzle.is.right.outputs_turned":
    "これは{product}です。出力について足しています。{W}の1つの数は1つの出力にしか行かず、繰り返し使うのはサンプルです。",
  "puzzle.is.right.sibling": "これは{product}、つまり{dX}です。出力について足しています。",
  "puzzle.is.right.inverse":
    "これは{product}です。方程式を解くように{Y}から{W}へ戻ります。勾配が問うのは{W}とともに損失がどれだけ動くかで、何かを打ち消すことではありません。",

  "puzzle.siblings":
    "どの勾配も、その数が持たない添字について足します。足したあと、その添字はなくなります。",
  "puzzle.gone.j":
    "出力について足します。{index}がなくなります。1つの数が{count}個の出力で使われました。",
  "puzzle.gone.n":
    "サンプルについて足します。{index}がなくなります。1つの数が{count}個のサンプルで使われました。",
  "puzzle.gone_none": "サンプルは1つです。どの数も1回しか使われず、足すものはありません。",
  "puzzle.cell_of": "{name}の要素の軸",
};

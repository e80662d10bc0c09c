// @ts-check
/** The words of predicting before seeing: the questions, and what is said of the answers. */
export default {
  "region.predict": "予想",
  "predict.previous": "前の問い",
  "predict.next": "次の問い",
  "predict.count": "{of}問中{at}問目",
  "predict.ask.number": "{name}はいくつですか。",
  "predict.ask.choose": "どれですか。",
  "predict.ask.which": "{name}はどれですか。",
  "predict.ask.pick": "{name}のどの要素ですか。選んでください。",
  "predict.ask.operands": "{name}はどの要素から作られますか。選んでください。",
  "predict.check": "答え合わせ",
  "predict.hint": "どこを見るか",
  "predict.vote": "投票",
  "predict.reveal": "答えを見る",
  "predict.revealAll": "すべての答えを見る",
  "predict.explain": "なぜ？",
  "predict.on": "次の問い",
  "predict.close": "終わる",
  "predict.options": "選択肢を出す",
  "predict.kind": "答え方",
  "predict.kind.number": "数",
  "predict.kind.pick": "もとになる要素",
  "predict.kind.choice": "選択",
  "predict.list": "全体を一つの配列で書く",
  "predict.fields": "数ごとに欄を出す",
  "predict.right": "正解です。",
  "predict.shown": "答えを表示しました。",
  "predict.menu": "この要素の操作",
  "predict.menu.explain": "{name}を説明する",
  "predict.cover": "{name}を隠す",
  "predict.coverAll": "{name}をすべて隠す",
  "predict.waits":
    "{name}は隠してあります。まず予想してください。説明は答えのあとに見られます。",
  "predict.waits.hint":
    "{name}はまだ隠してあります。次の数から作られます。それぞれの場所で見てください。",
  "predict.waits.go": "予想する",
  "predict.uncount": "一票戻す",
  "predict.vote.reveal": "答えを見る(R)",
  "predict.vote.end": "投票を終える",
  "predict.vote.options": "選択肢：クリックか1から4のキーで一票",
  "predict.vote.count": "{count}票",
  "predict.vote.one": "{count}票",
  "predict.vote.right": "正解",
  "predict.vote.wrong": "不正解",
  "predict.vote.result": "{letter}：{answer}、{words}、{count}票",
  "predict.unread.empty": "数を入力してください：-0.5、1/3、ln 2など。",
  "predict.unread.all": "{count}個の数をすべて入力してください。",
  "predict.unread.choose": "選択肢を一つ選んでください。",
  "predict.unread.pick": "ここか図の中で、要素を一つ以上選んでください。",
  "predict.unread.given":
    "この数は与えられたもので、ほかの数から作られていません。",
  "predict.unread.list":
    "[5, 7, 9]や[[1, 2], [3, 4]]のような配列で書いてください。",
  "predict.unread.waiting":
    "数がまだ届いていません。少し待ってもう一度どうぞ。",
  "predict.far.near": "とても近いです。桁を増やして書いてください。",
  "predict.far.sign": "符号が逆です。",
  "predict.far.not_small":
    "離れすぎています。どの局所的な微分が何かを通しますか。",
  "predict.far.much_larger": "大きすぎます：本当の値の5倍を超えています。",
  "predict.far.much_smaller": "小さすぎます：本当の値の5分の1もありません。",
  "predict.far.larger": "大きいです。どの積を、どの符号で足しますか。",
  "predict.far.smaller": "小さいです。どの積を、どの符号で足しますか。",
  "predict.far.other":
    "ここで起きることと合いません。数を少し動かして、何が動くか見てください。",
  "predict.pick.there": "要素は図かパネルで選んでください",
  "predict.pick.extra":
    "{cells}も選ばれています。それを変えても、ここは変わりません。",
  "predict.pick.missing": "選んだものは正しいです。あと{count}個あります。",
  "predict.pick.turned":
    "{name}の行を読むところで列を（または列のところで行を）読みました。",
  "predict.pick.no_upstream":
    "局所的な微分だけを選びました。それぞれに、上流からの勾配も掛かります。",
  "predict.pick.no_local":
    "届いた勾配だけを選びました。それぞれに、局所的な微分も掛かります。",
  "predict.shape.transposed":
    "形状{got}は転置です。{name}の形状は{wanted}で、要素ごとに傾きが一つです。",
  "predict.shape.unsummed":
    "形状{got}は{consumer}のものです。届いたものをそのまま渡し、{name}の各数が使われた分を足していません。{name}の形状は{wanted}です。",
  "predict.shape.other":
    "形状{got}ですが、{name}の形状は{wanted}です：要素ごとに傾きが一つです。",
  "predict.did.sign": "符号が逆の数です。",
  "predict.did.one_road":
    "{road}を通る経路だけを数えました。経路は{count}本あり、変化はすべての経路を伝わるので、足し合わせます。",
  "predict.did.mean_roads":
    "{count}本の経路の平均を取りました。経路は足すもので、平均しません。",
  "predict.did.one_copy":
    "{term}だけ、一回分（一つのサンプルの行）です。{cell}は{count}回使われるので、{count}個の数を足します。",
  "predict.did.one_term":
    "一つの積{term}だけです。{cell}は{count}個の積に加わり、それらを足します。",
  "predict.did.missing_term": "積を一つ落としました：{term}。",
  "predict.did.mean_terms":
    "{count}個の積の平均を取りました。積は足します。バッチで割るのは損失の中で一度だけです。",
  "predict.did.other_axis":
    "もう一方の軸で足しました。それはサンプルごとの数で、出力ごとの数ではありません。",
  "predict.did.no_upstream":
    "局所的な微分だけです。右から届く{upstream}を掛け忘れました。",
  "predict.did.own_value":
    "{name}自身を掛けました。積は、もう一方の因数の割合で変わります。",
  "predict.did.own_alone":
    "{name}自身です。積の変わる速さはもう一方の因数で決まり、届いた勾配を掛けます。",
  "predict.did.no_local":
    "届いたものをそのまま渡しました。{op}には掛けるべき局所的な微分があります。",
  "predict.did.turned":
    "{operand}を逆向きに読みました。行を読むところで列を読む、つまり転置です。",
  "predict.did.sibling":
    "{name}の勾配です。それぞれの入力には、もう一方の値が届きます。",
  "predict.did.split":
    "{op}の{count}個の入力に分けました。どれを1増やしても、結果はまるごと1増えます。",
  "predict.did.no_mask":
    "マスクを忘れました。順伝播でReLUが閉じていたところからは、何も返りません。",
  "predict.did.no_n": "バッチで割り忘れました。損失は{count}個の平均です。",
  "predict.did.twice_n":
    "バッチの{count}で二度割りました。割るのは損失の中で一度だけです。",
  "predict.did.classes":
    "クラス数で割りました。平均はサンプルについて取り、{count}個です。",
  "predict.did.only_y":
    "教師データを忘れました。それはyから来るもので、y − tではありません。",
  "predict.did.only_t": "yを忘れました。それは −tだけ、まっすぐな経路です。",
  "predict.did.diagonal":
    "各出力について自分の入力だけを見ました。出力は和を共有し、どの入力にもよります。",
  "predict.did.passed_by":
    "{op}（{node}）の局所的な微分を掛けずに通り過ぎました。",
  "predict.did.transposed": "{cell}です。配列を転置して読みました。",
  "predict.did.neighbour": "別の要素{cell}の数です。",
  "predict.did.the_value": "{name}の値で、勾配ではありません。",
  "predict.did.inverse": "商の上下が逆です。",
  "predict.did.input_itself": "{term}そのものです。演算がそれに何かをします。",
  "predict.did.one_factor": "一つの因数{factor}だけです。",
  "predict.did.added_factors": "掛けるところで足しました。",
  "predict.did.missing_part": "{term}を落としました。",
  "predict.did.one_part": "{term}だけです。ほかにも項があり、足し合わせます。",
  "predict.choice.L07.0":
    "0はレイヤの答えです。中心差分は折れ目の両側を見て、傾きの平均を取ります。",
  "predict.choice.L07.2":
    "1は右側だけの傾きです。中心差分は折れ目の両側を見て、傾きの平均を取ります。",
  "predict.choice.L15.0":
    "出力は一つの和を共有します。exp(a[0])が増えると、どの出力も大きな数で割られます。",
  "predict.choice.L15.2":
    "出力の合計は1です。一つが上がれば、ほかは下がります。",
  "predict.choice.L16.0":
    "そう押すのは交差エントロピーです。二乗誤差には傾きy(1 − y)が残り、y = 0.99ではほぼ0です。",
  "predict.choice.L18.0":
    "N = Cなので形状が合います。NumPyはラベルを列方向にブロードキャストし、エラーは出ません。",
  "predict.choice.L18.1":
    "ラベルが列方向にブロードキャストされました。正しい勾配の行の合計は0です。これはどうですか。",
  "predict.choice.L20.1": "yは出力のものです。dWの行は入力に対応します。",
  "predict.choice.L20.2":
    "W[i,j]で出力がどれだけ動くかはもう一方の因数で決まり、W自身ではありません。",
  "predict.choice.L24.0":
    "幅を小さくすると曲線の誤差は減りますが、差の丸め誤差は1/hで増えます。",
};

// @ts-check
/** What the core and the server say, in Japanese. */
export default {
  "error.array.unknown":
    "配列：すでに手放されたか、もともとありません：実行{token}、番号{n}",
  "error.attribute.axis": "{op}：軸{axis}は範囲外です：値の形状は{shape}です",
  "error.attribute.axis_twice":
    "{op}：同じ軸が二度指定されています：axis={axis}",
  "error.attribute.kind":
    "{op}：{name}は{expected}でなければなりません：{got}です",
  "error.attribute.missing": "{op}：{name}がありません：{signature}",
  "error.attribute.unknown": "{op}：{name}というものはありません：{signature}",
  "error.command.not_json": "コマンド：JSONではありません：{reason}",
  "error.command.not_text":
    "コマンド：テキストフレームではなく、バイナリフレームです",
  "error.command.shape": "コマンド：{where}：{reason}",
  "error.command.too_large": "コマンド：{limit}文字までです：{got}文字あります",
  "error.document.and_lesson":
    "document.open：ドキュメントかレッスンのどちらか一方を指定してください：{got}です",
  "error.document.format":
    "ドキュメント：formatは{newest}以前でなければなりません：{got}です",
  "error.document.format_kind":
    "ドキュメント：formatは整数でなければなりません：{got}です",
  "error.document.kind":
    "ドキュメント：{key}は{expected}でなければなりません：{got}です",
  "error.document.missing": "ドキュメント：{key}がありません",
  "error.document.nesting": "ドキュメント：{key}の入れ子は{limit}段までです",
  "error.document.not_json": "ドキュメント：JSONではありません：{reason}",
  "error.document.not_object":
    "ドキュメント：オブジェクトでなければなりません：{got}です",
  "error.document.unknown_key":
    "ドキュメント：「{key}」というキーはありません：使えるのは{expected}です",
  "error.expand.not_names": "expand：レイヤの名前のリストでなければなりません",
  "error.expand.unknown_layer":
    "expand：「{name}」はこのプログラムのレイヤではありません。レイヤ：{layers}",
  "error.explain.target": "{name}：教師データに勾配はありません",
  "error.explain.terms":
    "説明：一度に答えられるのは{limit}項までです：{got}項あります",
  "error.explain.unknown_edge": "{edge}：この辺に勾配は流れません",
  "error.explain.unknown_node":
    "{name}：このネットワークにそのような値はありません",
  "error.http.method": "アドレス：{path}に{method}は使えません",
  "error.http.refused": "アドレス：{reason}",
  "error.http.unknown": "アドレス：{path}には何もありません",
  "error.index.out_of_range":
    "{name}：要素{index}はありません：形状は{shape}です",
  "error.labels.not_leaf":
    "{op}：ラベルは自分の値をもつ葉でなければなりません：{name}です",
  "error.labels.not_whole":
    "{op}：ラベルは整数でなければなりません：{name}{index}は{got}です",
  "error.labels.out_of_range":
    "{op}：ラベルは0から{most}まででなければなりません：{name}{index}は{got}です",
  "error.leaf.no_value":
    "{name}：葉には値が必要ですが、ドキュメントにありません",
  "error.lesson.unknown": "レッスン：「{id}」というレッスンはありません",
  "error.limit.bytes":
    "ドキュメント：{limit}バイトまでです：{got}バイトあります",
  "error.limit.characters": "{subject}：{limit}文字までです：{got}文字あります",
  "error.limit.dimensions": "{name}：{limit}次元までです：次元の数は{got}です",
  "error.limit.elements":
    "{name}：ひとつの配列は{limit}要素までです：{shape}は{got}要素です",
  "error.limit.nesting": "プログラム：ひとつの式の入れ子は{limit}段までです",
  "error.limit.ops": "プログラム：演算は{limit}個までです：それを超えています",
  "error.limit.recorded":
    "プログラム：一度の実行で記録できるのは{limit}要素までです：{got}要素あります",
  "error.literal.not_finite": "数値：有限でなければなりません：{got}",
  "error.nudge.not_finite":
    "{name}：動かした数は有限でなければなりません：{name}{index}が{got}になります",
  "error.nudge.step":
    "少し動かす：幅は0でない有限の数でなければなりません：{got}です",
  "error.nudge.too_small":
    "{name}：{name}{index}は{value}なので、{by}では動きません",
  "error.program.assigned_twice":
    "{name}：ひとつの名前に代入できるのは一度だけです：{first}行目で代入されています",
  "error.program.empty": "プログラム：代入が少なくともひとつ必要です",
  "error.program.kind":
    "プログラム：{got}はこの言語では使えません：演算の代入を書いてください",
  "error.program.no_input":
    "{op}：入力の少なくともひとつは名前でなければなりません：数値だけです",
  "error.program.no_operation": "{name}：代入には演算が必要です：{got}だけです",
  "error.program.own_name": "{name}：代入される前に使われています",
  "error.program.syntax": "プログラム：{reason}",
  "error.program.target":
    "プログラム：「=」の左は名前ひとつでなければなりません：{got}です",
  "error.program.unknown_op": "{op}：そのような演算やレイヤはありません{hint}",
  "error.program.wrong_arguments":
    "{op}：必要なのは{expected}です：{got}個あります：{signature}",
  "error.request.missing": "リクエスト：{key}がありません",
  "error.request.not_json": "リクエスト：JSONではありません：{reason}",
  "error.request.not_object":
    "リクエスト：JSONオブジェクトでなければなりません",
  "error.request.shape": "リクエスト：{where}：{reason}",
  "error.request.too_large": "リクエスト：{limit}バイトまでです",
  "error.request.too_slow": "リクエスト：{limit}秒以内に届かなければなりません",
  "error.roles.kind":
    "roles：{name}はinput、parameter、targetのいずれかでなければなりません：{got}です",
  "error.roles.unknown": "roles：「{name}」はこのプログラムの葉ではありません",
  "error.server.busy":
    "サーバ：待っている実行が多すぎます。少ししてからやり直してください",
  "error.server.failed":
    "サーバ：起こるはずのないことが起きました。詳しくはサーバのログにあります",
  "error.server.stopping": "サーバ：停止しています",
  "error.session.empty": "セッション：まだドキュメントが開かれていません",
  "error.shape.bias":
    "{op}：bには出力ごとに数がひとつ必要です：Wは{W}、bは{b}です",
  "error.shape.broadcast":
    "{op}：形状をブロードキャストできません：左{left}、右{right}",
  "error.shape.broadcast_to": "{op}：{shape}を{to}にブロードキャストできません",
  "error.shape.channels":
    "{op}：xのチャンネル数はWと同じでなければなりません：x{x}、W{W}",
  "error.shape.dimensions":
    "{op}：{name}は{expected}次元でなければなりません：{shape}です",
  "error.shape.feature_sizes":
    "{op}：{name}には特徴ごとに数がひとつ必要です：x{x}、{name}{got}",
  "error.shape.features":
    "{op}：xの特徴の数はWの行数と同じでなければなりません：x{x}、W{W}",
  "error.shape.inner_sizes":
    "{op}：隣り合う次元の要素数が一致しません：左{left}、右{right}",
  "error.shape.reshape": "{op}：{shape}は{size}要素で、{to}にはなりません",
  "error.shape.reshape_unknown":
    "{op}：-1にできる大きさはひとつまでです：{to}です",
  "error.shape.sizes":
    "{op}：大きさは1以上の整数でなければなりません：{to}です",
  "error.shape.target":
    "{op}：tは形状{x}のone-hot表現か、形状{labels}のラベルでなければなりません：{t}です",
  "error.shape.target_same":
    "{op}：tの形状はyと同じでなければなりません：y{y}、t{t}",
  "error.shape.transpose":
    "{op}：{count}個の軸を一度ずつ指定しなければなりません：{axes}です",
  "error.shape.window":
    "{op}：ウィンドウ{window}は{x}に収まりません（パディング{pad}）",
  "error.upstream.shape":
    "upstream：数か、出力と同じ形状{output}でなければなりません：{got}です",
  "error.value.empty": "{name}：配列には数が少なくともひとつ必要です",
  "error.value.not_finite":
    "{name}：数は有限でなければなりません：{name}{index}は{got}です",
  "error.value.not_number":
    "{name}：数か、数の入れ子のリストでなければなりません：{got}です",
  "error.value.ragged":
    "{name}：ひとつの配列の行は同じ長さでなければなりません：{first}と{other}があります",
  "error.value.too_large": "{name}：float64には大きすぎる数があります",
  "error.value.unknown_leaf": "{name}：そのような葉はありません。葉：{leaves}",
  "error.value.unused":
    "{name}：使われない値は書けません：プログラムにその名前の葉がありません",
  "notice.backward.not_finite":
    "{target}{index}へ流れる勾配は{value}です：{op}は{cause}から有限の結果を作れません",
  "notice.backward.sum_not_finite":
    "{target}{index}の勾配は{value}です：勾配の合計がfloat64の範囲を超えました",
  "notice.forward.not_finite":
    "{node}{index}は{value}です：{op}は{cause}から有限の結果を作れません",
  "notice.target.row_sum":
    "{name}：{row}行目の和は1ではなく{sum}です：そこでの勾配は({sum} · y − t) / Nです",
  "op.Affine.doc":
    "各サンプルの特徴に重みを掛けて足し、バイアスを加えます：x W + b。",
  "op.BatchNormalization.doc":
    "バッチ全体で各特徴を平均0、標準偏差1にし、gammaを掛けてbetaを足します。どのサンプルもほかのサンプルに影響し、逆伝播でも同じです。xは(N, D)で、学習時の動作です。",
  "op.Convolution.doc":
    "各フィルターを画像の上でずらしながら積を足し合わせ、バイアスを加えます。ひとつの重みがすべてのウィンドウで使われるので、その勾配は全ウィンドウにわたる和になります。",
  "op.CrossEntropyError.doc":
    "yが教師データからどれだけ外れているか：正解クラスの数の対数にマイナスをつけ、サンプルで平均します。",
  "op.Dropout.doc":
    "数を偶然によって0にします。どれを0にするかはシードで決まり、逆伝播では同じところが0になります。教科書と同じく、学習時に残した数を大きくはしません。",
  "op.Gelu.doc":
    "滑らかなスイッチ：大きい数ではほぼx、負の数ではほぼ0。これはtanhを使う形で、正確な値との差は0.0005以内です。",
  "op.LayerNormalization.doc":
    "各サンプルを特徴にわたって平均0、標準偏差1にし、gammaを掛けてbetaを足します。サンプルどうしは混ざりません。",
  "op.LeakyRelu.doc":
    "正の数を通し、ほかは小さな割合だけを通します。0での勾配はその割合の傾きです。",
  "op.MaxPooling.doc":
    "各ウィンドウの最大の数を残します。逆伝播ではそれだけが届いた勾配を受け取り、同じ値のときは最初のものが受け取ります。パディングの0も比べる対象です。",
  "op.Relu.doc":
    "正の数を通し、ほかを0にします。順伝播で決まったスイッチが、逆伝播で何を通すかを決めます。",
  "op.Sigmoid.doc":
    "各要素を0と1の間に収めます。逆伝播には出力だけがあれば十分です。",
  "op.Softmax.doc":
    "各行を、合計が1になる正の数にします。行の各出力は、その行のすべての入力に依存します。",
  "op.SoftmaxWithLoss.doc":
    "ソフトマックスと交差エントロピー誤差をひとつにしたもの。逆伝播は、ソフトマックスの出力から正解を引いてサンプル数で割ったものです。",
  "op.Softplus.doc":
    "折れ目のないRelu：指数関数の値に1を足して対数をとります。微分はsigmoidです。",
  "op.SumSquaredError.doc": "差の二乗和の半分を、サンプルで平均します。",
  "op.Tanh.doc":
    "各要素を-1と1の間に収めます。逆伝播には出力だけがあれば十分です。",
  "op.abs.doc": "絶対値。0での勾配は0です。",
  "op.add.doc":
    "要素ごとに足します。逆伝播ではコピーし、どの入力も届いた勾配をそのまま受け取ります。",
  "op.broadcast_to.doc":
    "新しい軸や伸ばした軸に沿ってコピーします。逆伝播では、コピーの勾配を足し合わせます。",
  "op.cos.doc": "余弦。",
  "op.div.doc": "要素ごとに割ります。",
  "op.dot.doc": "行列の積：要素ごとに、aの行とbの列を掛けて足し合わせます。",
  "op.dropout_mask.doc":
    "残す数（1）と捨てる数（0）を選びます。形状とシードだけで決まるので、勾配は戻りません。",
  "op.exp.doc": "指数関数。微分は自分自身です。",
  "op.im2col.doc":
    "画像の各ウィンドウを行にします。画像のまわりは0です。逆伝播では、ひとつの数が属するすべてのウィンドウで受け取った勾配を足し合わせます。",
  "op.log.doc": "自然対数。",
  "op.max.doc":
    "軸に沿った最大値。逆伝播では最大のものだけが届いた勾配を受け取り、同じ値のときは最初のものが受け取ります。",
  "op.maximum.doc":
    "要素ごとに二つのうち大きいほうをとります。逆伝播では大きいほうだけが届いた勾配を受け取り、同じ値のときは最初のものが受け取ります。",
  "op.mean.doc":
    "軸に沿った平均。逆伝播では、n個の要素がそれぞれ届いた勾配の1/nを受け取ります。",
  "op.mul.doc":
    "要素ごとに掛けます。逆伝播では、各入力は届いた勾配にもう一方の入力を掛けたものを受け取ります。",
  "op.neg.doc": "符号を変えます。",
  "op.one_hot.doc":
    "ラベルを、その位置だけが1でほかが0の行にします。ラベルに勾配はありません。",
  "op.pow.doc": "要素ごとにaのb乗を求めます。",
  "op.reshape.doc": "同じ要素を、行から行へ順に、別の形状に並べます。",
  "op.shift.doc":
    "各行からその最大値を引き、指数関数があふれないようにします。その行のソフトマックスは変わりません。全体を動かすだけで何も変えないので、勾配はそのまま通ります。",
  "op.sin.doc": "正弦。",
  "op.sqrt.doc": "平方根。",
  "op.sub.doc":
    "要素ごとに引きます。逆伝播では、bは届いた勾配の符号を変えて受け取ります。",
  "op.sum.doc":
    "軸に沿って足し合わせます。逆伝播では、足された要素はどれも届いた勾配をそのまま受け取ります。",
  "op.tanh.doc": "双曲線正接。逆伝播には出力だけがあれば十分です。",
  "op.transpose.doc":
    "行が列になります。axesを指定すると、軸をその順に並べます。",
  "word.dimensions.four": "4",
  "word.dimensions.more": "それより多い数",
  "word.dimensions.one_or_more": "1以上の",
  "word.dimensions.one_or_two": "1または2",
  "word.dimensions.two": "2",
  "word.expected.at_most": "{most}以下の数",
  "word.expected.axes": "軸のタプルかNone",
  "word.expected.axis": "軸、軸のタプル、None",
  "word.expected.flag": "TrueかFalse",
  "word.expected.from_to": "{least}から{most}までの数",
  "word.expected.inputs": "{count}個の入力",
  "word.expected.literal": "直接書いた値",
  "word.expected.number": "数",
  "word.expected.number_from": "{least}以上の数",
  "word.expected.object": "オブジェクト",
  "word.expected.one_input": "ひとつの入力",
  "word.expected.text": "文字列",
  "word.expected.whole": "整数",
  "word.expected.whole_from": "{least}以上の整数",
  "word.expected.wholes": "整数のタプル",
  "word.got.array_of": "{type}の配列",
  "word.got.both": "両方",
  "word.got.kind": "{type}",
  "word.got.list": "リスト",
  "word.got.mixed": "数とリストの混在",
  "word.got.name": "名前",
  "word.got.neither": "どちらもなし",
  "word.got.none": "なし",
  "word.got.number": "数{value}",
  "word.got.number_alone": "数値",
  "word.got.number_too_long": "長すぎて表示できない数",
  "word.got.object": "オブジェクト",
  "word.got.several": "複数",
  "word.got.text": "文字列{value}",
  "word.got.too_long": "長すぎて表示できないもの",
  "word.hint.name": "。もしかして{name}ですか？",
  "word.program.annotation": "型注釈",
  "word.program.attribute": "属性",
  "word.program.class": "クラス",
  "word.program.comparison": "比較",
  "word.program.conditional": "条件式",
  "word.program.dict": "辞書",
  "word.program.function": "関数",
  "word.program.in_place": "その場での代入",
  "word.program.indexing": "添字",
  "word.program.line": "「=」のない行",
  "word.program.loop": "ループ",
  "word.program.star": "アスタリスク",
  "word.program.tuple": "タプル",
  "word.subject.program": "プログラム",
  "word.subject.title": "タイトル",
  "word.syntax.assign": "{what}には代入できません",
  "word.syntax.character": "{character}はこの言語の文字ではありません",
  "word.syntax.comma": "読み取れません。コンマが抜けているかもしれません",
  "word.syntax.indent": "行の先頭に余分な空白があります",
  "word.syntax.invalid": "ここを読み取れません",
  "word.syntax.keyword_twice": "キーワード引数が重複しています：{name}",
  "word.syntax.mismatch": "{closing}は{opening}と対応しません",
  "word.syntax.never_closed": "{opening}が閉じられていません",
  "word.syntax.null": "ヌル文字は使えません",
  "word.syntax.other": "Pythonが読み取れません：{reason}",
  "word.syntax.positional": "名前つきの引数の後に名前のない引数があります",
  "word.syntax.text": "引用符の中の文字列が閉じられていません",
  "word.syntax.unmatched": "{closing}に対応する開きかっこがありません",
};

// @ts-check
/** The words around the lessons, in Japanese. */
export default {
  "region.lesson": "レッスン",
  "study.place": "{id}、{track}、{count}課中{at}課目",
  "study.previous": "前のレッスン",
  "study.next": "次のレッスン",
  "study.previous.title": "前のレッスン：{title}",
  "study.next.title": "次のレッスン：{title}",
  "study.look": "どこを見るか",
  "study.open": "{cell}を開く",
  "study.show": "答えを見る",
  "study.hide": "答えを隠す",
  "study.answer": "答え",
  "study.misconception": "よくある誤解",
  "study.wrong": "まちがった答えと、そこからわかること",
  "study.notes": "補足",
  "study.none": "このドキュメントはレッスンではありません。",
  "study.opened": "開いた",
  "study.solved": "正解した",
  "study.tally": "全{count}課のうち、正解{solved}課、開いたのは{opened}課",
  "study.forget": "進み具合を消す",
  "study.restore": "進み具合を戻す",
};

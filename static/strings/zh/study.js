// @ts-check
/** The words around the lessons, in Chinese. */
export default {
  "region.lesson": "课程",
  "study.place": "{id}，{track}，第{at}课，共{count}课",
  "study.previous": "上一课",
  "study.next": "下一课",
  "study.previous.title": "上一课：{title}",
  "study.next.title": "下一课：{title}",
  "study.look": "看哪里",
  "study.open": "打开{cell}",
  "study.show": "显示答案",
  "study.hide": "隐藏答案",
  "study.answer": "答案",
  "study.misconception": "常见的误解",
  "study.wrong": "错误的答案，以及它们说明了什么",
  "study.notes": "补充",
  "study.none": "这份文档不是课程。",
  "study.opened": "已打开",
  "study.solved": "已答对",
  "study.tally": "答对{solved}课，打开{opened}课，共{count}课",
  "study.forget": "清除我的进度",
  "study.restore": "恢复我的进度",
};

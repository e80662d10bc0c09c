// @ts-check
/** The words of the check of all gradients. */
export default {
  "check.all": "Check all",
  "check.title": "Check of all gradients",
  "check.about":
    "Every number is nudged both ways, and the slope of {loss} that this makes is compared with its gradient.",
  "check.close": "Close",
  "check.progress": "Gradients checked",
  "check.so_far": "{checked} of {total}",
  "check.stop": "Stop",
  "check.again": "Check again",
  "check.away": "The connection is lost; the check begins anew when it is back.",
  "check.ended": "The network was run anew, which ended the check.",
  "check.old": "The network was run anew since: this is of the run before.",
  "check.stopped": "Stopped after {checked} of {total}: what is listed was checked to its end.",
  "check.good": "All {total} gradients agree with the slopes.",
  "check.good_kinks":
    "Of {total} gradients {kinks} stand at a kink; all others agree with the slopes.",
  "check.some.differs": "Some gradients do not agree with the slopes: {names}.",
  "check.some.not_finite": "Not finite, so not compared: {names}.",
  "check.column.value": "value",
  "check.column.shape": "shape",
  "check.column.error": "worst relative error",
  "check.column.where": "where",
  "check.column.verdict": "verdict",
  "check.open_cell": "Nudge {cell}",
  "check.kinks": "{kinks} of {count} stand at a kink, where there is no one slope.",
  "check.verdict.agrees": "agrees",
  "check.verdict.differs": "wrong: the slope is another one",
  "check.verdict.kink": "at a kink: there is no one slope to compare with",
  "check.verdict.not_finite": "not finite: nothing to compare",
};

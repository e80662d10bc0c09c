// @ts-check
import check from "./en/check.js";
import core from "./en/core.js";
import explain from "./en/explain.js";
import graph from "./en/graph.js";
import grid from "./en/grid.js";
import inspector from "./en/inspector.js";
import lessons from "./en/lessons.js";
import levels from "./en/levels.js";
import puzzle from "./en/puzzle.js";
import nudge from "./en/nudge.js";
import missing from "./en/missing.js";
import settings from "./en/settings.js";
import predict from "./en/predict.js";
import shell from "./en/shell.js";
import study from "./en/study.js";

/** Every visible word, in English. @type {Readonly<Record<string, string>>} */
export default Object.freeze({
  ...core,
  ...shell,
  ...graph,
  ...grid,
  ...inspector,
  ...predict,
  ...explain,
  ...lessons,
  ...levels,
  ...puzzle,
  ...check,
  ...nudge,
  ...missing,
  ...settings,
  ...study,
});

// @ts-check
import check from "./zh/check.js";
import core from "./zh/core.js";
import explain from "./zh/explain.js";
import graph from "./zh/graph.js";
import grid from "./zh/grid.js";
import inspector from "./zh/inspector.js";
import lessons from "./zh/lessons.js";
import levels from "./zh/levels.js";
import puzzle from "./zh/puzzle.js";
import nudge from "./zh/nudge.js";
import missing from "./zh/missing.js";
import settings from "./zh/settings.js";
import predict from "./zh/predict.js";
import shell from "./zh/shell.js";
import study from "./zh/study.js";

/** Every visible word, in Chinese. @type {Readonly<Record<string, string>>} */
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

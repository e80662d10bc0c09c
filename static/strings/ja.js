// @ts-check
import check from "./ja/check.js";
import core from "./ja/core.js";
import explain from "./ja/explain.js";
import graph from "./ja/graph.js";
import grid from "./ja/grid.js";
import inspector from "./ja/inspector.js";
import lessons from "./ja/lessons.js";
import levels from "./ja/levels.js";
import puzzle from "./ja/puzzle.js";
import nudge from "./ja/nudge.js";
import missing from "./ja/missing.js";
import settings from "./ja/settings.js";
import predict from "./ja/predict.js";
import shell from "./ja/shell.js";
import study from "./ja/study.js";

/** Every visible word, in Japanese. @type {Readonly<Record<string, string>>} */
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

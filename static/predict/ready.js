// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Asked } from "./types.js" */
import { explain } from "../explain/index.js";

/**
 * Fetches the numbers that an answer is judged by, where they did not come with the run; null where
 * all are here.
 *
 * @param {RunState} run
 * @param {Asked} asked
 * @returns {Promise<unknown> | null}
 */
export function ready(run, { of, name, cells }) {
  if (name === "" || !run.finished) return null;
  const found = explain(run, { of, name, index: cells[0], direction: "from" });
  return found instanceof Promise ? found.catch(() => null) : null;
}

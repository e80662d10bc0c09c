// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Diagnosis } from "./types.js" */

/** What was done to come to an answer. @param {string} key @param {Record<string, string | number>} [params] @returns {Diagnosis} */
export function said(key, params = {}) {
  return { key: `predict.did.${key}`, params };
}

/** What an op is called: its sign, or its name. @param {RunState} run @param {string} id */
export function opName(run, id) {
  const { symbol, op } = run.graph.nodes.get(id) ?? {};
  return symbol ?? op ?? id;
}

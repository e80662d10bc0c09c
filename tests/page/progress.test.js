// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { EMPTY, reduce } from "../../static/store.js";

/** @param {State} state @param {...PageEvent} happened */
const after = (state, ...happened) => happened.reduce(reduce, state);

/** @param {string | null} lesson @returns {PageEvent} */
const told = (lesson) => ({
  ...{ type: "document.opened", document: { program: "" }, lesson, expand: [], step: 0 },
});

test("a lesson that was opened counts as opened, and one that was solved stays solved", () => {
  const opened = after(EMPTY, told("L04-branch-sum"));
  assert.deepEqual(opened.progress, { "L04-branch-sum": "opened" });
  const solved = after(opened, { type: "ui.solved", lesson: "L04-branch-sum" });
  const again = after(solved, told("L01-buy-apple"), told("L04-branch-sum"));
  assert.deepEqual(again.progress, { "L04-branch-sum": "solved", "L01-buy-apple": "opened" });
});

test("a document that is no lesson leaves the progress as it is", () => {
  const state = after(EMPTY, told(null));
  assert.deepEqual(state.progress, {});
});

test("progress that is begun anew has the lesson that is open", () => {
  const state = after(EMPTY, told("L08-affine-nudge"), { type: "ui.progress", progress: {} });
  assert.deepEqual(state.progress, { "L08-affine-nudge": "opened" });
});

test("an answer that is shown is hidden again in the next lesson", () => {
  const shown = after(EMPTY, told("L01-buy-apple"), { type: "ui.reveal", revealed: true });
  assert.equal(shown.revealed, true);
  assert.equal(after(shown, told("L04-branch-sum")).revealed, false);
});

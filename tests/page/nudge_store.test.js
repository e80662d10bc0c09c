// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
/** @import { ElementNudged, ErrorBody } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { handReach, nudgeReach, roundUp } from "../../static/nudge/reach.js";
import { reduce } from "../../static/store.js";
import { curveOf } from "../../static/store/nudge.js";
import { lesson, runOf } from "./lessons.js";

/** @param {State} state @param {PageEvent[]} events */
const after = (state, ...events) => events.reduce(reduce, state);

/** A lesson with the nudge of a cell on the stage. @param {string} [name] @param {number[]} [index] */
const opened = (name = "x", index = [0]) =>
  after(lesson("L08"), { type: "ui.explain", cell: { of: "value", name, index } }, {
    type: "ui.explain.tab",
    tab: "nudge",
  });

/** @param {string | undefined} id @param {Partial<ElementNudged>} [more] @returns {ElementNudged} */
const answer = (id = "", more) => ({
  ...{ type: "element.nudged", id, run: 1, before: 20, after: 20.2, slope: 2, gradient: 2 },
  ...{ central: 2, doubt: 1e-9, relative_error: 0, verdict: "agrees", kink: null, moved: {} },
  ...{ left_out: 0, curve: null },
  ...more,
});

/** @type {ErrorBody} */
const ERROR = { code: "nudge.step", message: "no", params: {} };

test("the nudge of the opened cell is asked for, and no other", () => {
  assert.deepEqual(lesson("L08").questions, []);
  const [question] = opened().questions;
  assert.equal(question.type, "element.nudge");
  assert.deepEqual({ ...question, id: "" }, {
    ...{ type: "element.nudge", name: "x", index: [0], by: 0.1, id: "" },
  });
});

test("a drag asks at most once for each answer, and then for where it is by now", () => {
  let state = opened();
  const first = state.questions[0].id;
  for (const by of [0.2, 0.3, 0.4]) state = after(state, { type: "ui.nudge", by });
  assert.deepEqual(state.questions.map(({ id }) => id), [first]);
  state = after(state, answer(first));
  assert.equal(state.nudged.told?.question.by, 0.1);
  assert.deepEqual(state.questions.map((q) => "by" in q && q.by), [0.4]);
});

test("an answer to an older question is dropped, and one of another run too", () => {
  const state = opened();
  assert.equal(after(state, answer("question-0")), state);
  const other = after(state, answer(state.questions[0].id, { run: 7 }));
  assert.equal(other.nudged.told, null);
  assert.equal(other.questions.length, 1);
  assert.notEqual(other.questions[0].id, state.questions[0].id);
});

test("a newer run makes the question anew", () => {
  const before = opened();
  const first = before.questions[0].id;
  const run = before.run;
  assert.ok(run);
  const { graph: _, ...rest } = run;
  const started = /** @type {PageEvent} */ ({
    ...{ type: "run.started", ...rest, run: 2, seq: 0, graph: null },
  });
  const state = after(
    before,
    started,
    ...run.steps.map((step) => ({ ...step, run: 2 })),
    { type: "run.finished", run: 2, seq: 99, loss: run.loss ?? 0 },
  );
  assert.equal(state.questions.length, 1);
  assert.notEqual(state.questions[0].id, first);
  assert.equal(after(state, answer(first)).nudged.told, null);
});

test("a refused nudge is said of that nudge, and is not asked again", () => {
  const before = opened();
  const state = after(before, {
    ...{ type: "command.refused", id: before.questions[0].id, error: ERROR },
  });
  assert.equal(state.nudged.refused?.error, ERROR);
  assert.equal(state.problem, null);
  assert.deepEqual(state.questions, []);
  assert.equal(after(state, { type: "ui.nudge", by: 0.3 }).questions.length, 1);
});

test("the curve is asked for once, while it is wanted", () => {
  let state = after(opened(), { type: "ui.plot", plot: true });
  state = after(state, answer(state.questions[0].id));
  const [question] = state.questions;
  assert.ok(question.type === "element.nudge" && question.points && question.reach === 2);
  const curve = { at: [-1, 1, 3], losses: [16, 20, 24] };
  state = after(state, answer(question.id, { curve }));
  assert.equal(curveOf(state), curve);
  state = after(state, { type: "ui.nudge", by: 0.2 });
  assert.ok(state.questions[0].type === "element.nudge" && !state.questions[0].points);
  const other = after(state, { type: "ui.explain", cell: { of: "value", name: "x", index: [1] } });
  assert.equal(curveOf(after(other, { type: "ui.explain.tab", tab: "nudge" })), null);
});

test("a hand moves a number as far as the largest of its array is from 0", () => {
  assert.deepEqual([0.3, 1, 1.5, 16, 0.02].map(roundUp), [0.5, 1, 2, 20, 0.02]);
  assert.equal(handReach(runOf("L08"), "x"), 2);
  assert.equal(handReach(runOf("L08"), "W"), 10);
  assert.equal(nudgeReach(runOf("L08"), "x", 5), 10);
});

test("a check is asked for once, says how far it is, and tells what it found", () => {
  let state = after(lesson("L08"), { type: "check.start" });
  const { id } = state.checking;
  assert.ok(id);
  assert.deepEqual(state.questions, [{ id, type: "gradients.check" }]);
  assert.equal(after(state, { type: "check.start" }), state);
  const progress = { checked: 3, total: 11, worst: 1e-9 };
  state = after(state, { type: "gradients.progress", id, run: 1, ...progress });
  assert.equal(state.checking.progress?.checked, 3);
  state = after(state, { type: "check.stop" }, { type: "check.stop" });
  assert.equal(state.questions.length, 2);
  const told = { run: 1, checked: 3, total: 11, stopped: true, nodes: [] };
  state = after(state, { type: "gradients.checked", id, ...told });
  assert.deepEqual(state.questions, []);
  assert.equal(state.checking.result?.stopped, true);
  assert.equal(state.checking.id, null);
});

test("an edit ends a check under way, and marks one that was made as of another run", () => {
  const before = after(lesson("L08"), { type: "check.start" });
  const { run } = before;
  assert.ok(run);
  const { graph: _, ...rest } = run;
  const started = /** @type {PageEvent} */ ({
    ...{ type: "run.started", ...rest, run: 2, seq: 0, graph: null },
  });
  const state = after(before, started);
  assert.deepEqual([state.checking.id, state.checking.ended], [null, true]);
  assert.deepEqual(state.questions, []);
  const told = { run: 1, checked: 11, total: 11, stopped: false, nodes: [] };
  const late = after(state, { type: "gradients.checked", id: before.checking.id ?? "", ...told });
  assert.equal(late.checking.result, null);
  assert.notEqual(late.run, late.checking.run);
});

test("a refused check says why", () => {
  const before = after(lesson("L08"), { type: "check.start" });
  const id = before.checking.id ?? "";
  const state = after(before, { type: "command.refused", id, error: ERROR });
  assert.deepEqual([state.checking.id, state.checking.error], [null, ERROR]);
});

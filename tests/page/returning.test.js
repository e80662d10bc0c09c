// @ts-check
/** @import { LessonFull, PageEvent, State } from "../../static/types.js" */
/** @import { WireEvent } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { placeIn } from "../../static/store/returning.js";
import { EMPTY, reduce } from "../../static/store.js";
import { lesson } from "./lessons.js";
import { branch, events, open } from "./runs.js";

/** @param {State} state @param {...PageEvent} happened */
const after = (state, ...happened) => happened.reduce(reduce, state);

/** @type {LessonFull} */
const LESSON = {
  ...{ id: "L04", track: "A scalars", title: "One variable", question: "x?" },
  ...{ open: { expand: [], step: 0, cell: { of: "gradient", name: "x", index: [] } } },
  ...{ ask: [{ kind: "number", of: "gradient", name: "x", cells: [[]] }], wrong_answers: [] },
};

/** A person in the midst of it: a step on, a cell opened, something typed in two places. */
function busy() {
  return after(
    open(branch()),
    { type: "ui.lesson", lesson: LESSON },
    { type: "ui.step", step: 3 },
    { type: "ui.explain", cell: { of: "value", name: "x", index: [] } },
    { type: "ui.explain.beat", beat: 2 },
    { type: "ui.nudge", by: 0.25 },
    { type: "ui.draft", program: "f = x *" },
    { type: "ui.fold", panel: "values", folded: true },
    { type: "ui.predict", act: { do: "type", field: 0, text: "20" } },
  );
}

/** What the server tells a page that comes. @param {State} state @param {boolean} known @returns {WireEvent[]} */
function told({ document, lesson }, known) {
  return [
    { type: "session.opened", session: "s1", known },
    { type: "document.opened", document: { ...document }, lesson, expand: [], step: 0 },
    ...events(branch(), 1),
  ];
}

/** The page loaded again, with what the browser has kept. @param {State} state @param {boolean} known */
function loadedAgain(state, known) {
  const returning = JSON.parse(JSON.stringify(placeIn(state)));
  return after({ ...EMPTY, returning }, { type: "connection.opened" }, ...told(state, known));
}

test("a page that is loaded again is where it was, with all that was typed", () => {
  const before = busy();
  const again = loadedAgain(before, true);
  assert.equal(again.step, 3);
  assert.deepEqual(again.explained, before.explained);
  assert.equal(again.draft, "f = x *");
  assert.equal(again.predict.asked[0].typed[0], "20");
  assert.deepEqual(placeIn(again), placeIn(before));
  assert.equal(again.returning, null);
});

test("what a lesson asks is not asked anew when its words come after the run", () => {
  const before = busy();
  const again = after(loadedAgain(before, true), { type: "ui.lesson", lesson: LESSON });
  assert.deepEqual(again.predict, before.predict);
  const first = after(open(branch()), { type: "ui.lesson", lesson: LESSON });
  assert.equal(first.predict.asked.length, 1);
});

test("a session that is gone begins anew, not at a place in another document", () => {
  const again = loadedAgain(busy(), false);
  assert.deepEqual([again.step, again.explained, again.draft], [0, null, null]);
});

test("a page that is loaded again before its run came still knows where it was", () => {
  const returning = placeIn(busy());
  assert.equal(placeIn({ ...EMPTY, returning }), returning);
});

test("a puzzle stands as it was left, but for what was tried in a run that is gone", () => {
  const opened = after(
    lesson("L11", 3),
    { type: "ui.puzzle", act: { do: "open", key: "X>Y" } },
    { type: "ui.puzzle", act: { do: "pick", id: "some" } },
    { type: "ui.puzzle", act: { do: "nudge", index: [0, 0], by: 0.1 } },
  );
  assert.equal(opened.puzzle?.told.length, 1);
  const place = JSON.parse(JSON.stringify(placeIn(opened)));
  assert.deepEqual(place.puzzle, { ...opened.puzzle, told: [] });
});

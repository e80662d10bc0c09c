// @ts-check
/** @import { LessonFull, PageEvent, State } from "../../static/types.js" */
/** @import { PredictAct } from "../../static/predict/types.js" */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { explain } from "../../static/explain/index.js";
import { arrayData } from "../../static/grid/fetch.js";
import { sentenceAt } from "../../static/narration/sentence.js";
import { format, formatColumn, readable } from "../../static/numbers.js";
import { isCovered, seen } from "../../static/predict/cover.js";
import { gradientAt, totalSteps, valueAt } from "../../static/select.js";
import { createStore, EMPTY, reduce } from "../../static/store.js";
import { branch, closed, events, open, opened, started } from "./runs.js";
import { everyRun, lesson } from "./lessons.js";

/** @param {State} state @param {...PageEvent} happened */
const after = (state, ...happened) => happened.reduce(reduce, state);

/** @param {PredictAct} act @returns {PageEvent} */
const act = (act) => ({ type: "ui.predict", act });

/** @param {State} state @param {...PredictAct} acts */
const acted = (state, ...acts) => after(state, ...acts.map(act));

/** @param {"value" | "gradient"} of @param {string} name @param {number[][]} cells @returns {PredictAct} */
const cover = (of, name, cells) => ({ do: "cover", cells: { of, name, cells } });

/** @param {string} name @returns {LessonFull} */
function words(name) {
  const file = new URL(`../../backprop_core/lessons/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** The last step of a lesson, what it asks covered. @param {string} id @param {string} file */
function asking(id, file) {
  const state = lesson(id);
  const text = words(file);
  const end = { type: /** @type {const} */ ("ui.step"), step: totalSteps(state.run) };
  return after({ ...state, lesson: text.id }, { type: "ui.lesson", lesson: text }, end);
}

test("a lesson covers the numbers that it asks for, and no others", () => {
  const state = asking("L08", "L08-affine-nudge");
  assert.deepEqual(state.predict.asked.map(({ kind }) => kind), ["pick", "number", "choice"]);
  assert.ok(isCovered(state, "gradient", "x", [0]) && isCovered(state, "gradient", "x", [1]));
  assert.ok(!isCovered(state, "value", "x", [0]));
  assert.ok(!isCovered(state, "value", "y", [0])); // is to be picked, not predicted
  assert.ok(!isCovered(state, "gradient", "W", [0, 0]));
});

test("what is covered is nowhere in the state that the views see", () => {
  const state = seen(asking("L04", "L04-branch-sum"));
  assert.ok(state.run);
  for (const name of ["x", "y"]) {
    const now = gradientAt(state.run, state.step, name);
    assert.ok(now.state === "value" && "data" in now.array);
    assert.deepEqual(now.array.data, ["?"]);
    for (const { value, total } of now.messages) {
      assert.ok("data" in value && String(value.data) === "?");
      assert.ok(!total || "data" in total && String(total.data) === "?");
    }
  }
  const shown = JSON.stringify(state.run.steps);
  for (const number of [21, 16, 15, 10]) assert.ok(!new RegExp(`\\[${number}\\b`).test(shown));
});

test("the narration does not say a covered number, nor that it is zero", () => {
  const end = seen(asking("L04", "L04-branch-sum"));
  const said = sentenceAt(end).pieces.map(({ text }) => text).join("");
  assert.match(said, /\? \+ \?/);
  assert.doesNotMatch(said, /\d\d|zero/);
});

test("an explanation works out nothing of a covered number", () => {
  const { run } = seen(asking("L08", "L08-affine-nudge"));
  assert.ok(run);
  const found = explain(run, { of: "gradient", name: "x", index: [0] });
  assert.ok(found && !(found instanceof Promise));
  assert.ok(Number.isNaN(found.value));
});

test("what covers nothing changes nothing", () => {
  const state = open(branch(), 6);
  assert.equal(seen(state), state);
});

test("what is typed elsewhere leaves what is seen as it is", () => {
  const state = acted(open(branch(), 6), cover("gradient", "y", [[]]), {
    ...{ do: "type", field: 0, text: "3" },
  });
  const more = acted(state, { do: "type", field: 0, text: "31" });
  assert.equal(seen(more).run, seen(state).run);
});

test("a value is covered where it stands, where it is kept, and in the loss it is", () => {
  const state = seen(acted(open(branch(), 6), cover("value", "f", [[]])));
  assert.ok(state.run);
  assert.equal(state.run.loss, "?");
  assert.deepEqual(valueAt(state.run, 6, "f"), { shape: [], data: ["?"] });
  const leaf = seen(acted(open(branch(), 6), cover("value", "x", [[]])));
  assert.deepEqual(leaf.run?.leaves.x, { shape: [], data: ["?"] });
  const L17 = seen(acted(lesson("L17", 1), cover("value", "t", [[0, 1]])));
  const [made] = L17.run?.steps ?? [];
  assert.ok(made.type === "node.forward" && "data" in made.kept.t);
  assert.equal(made.kept.t.data[1], "?");
  assert.ok(
    "data" in made.kept.y &&
      !made.kept.y.data.some((number) => /** @type {unknown} */ (number) === "?"),
  );
});

test("what is fed into the output is covered with the gradient of the output", () => {
  const state = seen(acted(open(closed(), 5), cover("gradient", "z", [[1]])));
  assert.deepEqual(state.run?.upstream, { shape: [2], data: [1, "?"] });
});

test("inside an opened layer the numbers that would tell a covered one are covered too", () => {
  const run = everyRun().find(({ lesson: id }) => id === "L17")?.opened;
  assert.ok(run);
  const state = acted({ ...EMPTY, run, step: totalSteps(run) }, cover("gradient", "X", [[0, 1]]));
  const shift = run.graph.graph.nodes.find(({ op }) => op === "shift");
  assert.ok(shift && isCovered(state, "gradient", shift.id, [0, 1]));
  assert.ok(!isCovered(state, "gradient", shift.id, [0, 0]));
  const shown = gradientAt(/** @type {any} */ (seen(state)).run, state.step, shift.id);
  assert.ok(
    shown.state === "value" && "data" in shown.array && String(shown.array.data[1]) === "?",
  );
  assert.ok(!isCovered(acted(state, { do: "reveal" }), "gradient", shift.id, [0, 1]));
});

test("what a program names is shown, though the same number is asked for beside it", () => {
  const run = everyRun().find(({ lesson: id }) => id === "L02")?.closed;
  assert.ok(run);
  const state = acted({ ...EMPTY, run }, cover("gradient", "apple_price", [[]]));
  assert.ok(!isCovered(state, "gradient", "all_price", []));
});

test("far numbers are covered once they are fetched", async () => {
  const numbers = Float64Array.of(1, 2, 3);
  const before = globalThis.fetch;
  globalThis.fetch = () => Promise.resolve(new Response(numbers));
  const far = { shape: [3], href: "arrays/covered", covered: [1] };
  assert.deepEqual(await arrayData(far), [1, "?", 3]);
  assert.deepEqual(arrayData(far), [1, "?", 3]);
  globalThis.fetch = before;
});

test("a store shows no covered number, while reduce judges by it", () => {
  const store = createStore(reduce, open(branch(), 6));
  store.dispatch(act(cover("gradient", "x", [[]])));
  assert.equal(JSON.stringify(store.state.run?.steps.at(-1)).includes("4"), false);
  store.dispatch(act({ do: "type", field: 0, text: "4" }));
  store.dispatch(act({ do: "answer" }));
  assert.equal(store.state.predict.asked[0].done, "right");
  const last = store.state.run?.steps.at(-1);
  assert.ok(last?.type === "edge.backward" && last.total && "data" in last.total);
  assert.deepEqual(last.total.data, [4]);
});

test("a mark is shown as it is, and no number is", () => {
  assert.equal(format("?"), "?");
  assert.equal(readable("?"), "?");
  assert.deepEqual(formatColumn([1.5, "?", -2]), ["1.5", "?", "−2.0"]);
  assert.equal(format(NaN), "NaN");
});

test("a wrong answer keeps a number covered, a right one and revealing uncover it", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]));
  const wrong = acted(state, { do: "type", field: 0, text: "3" }, { do: "answer" });
  assert.equal(wrong.predict.asked[0].verdict?.kind, "far");
  assert.ok(isCovered(wrong, "gradient", "x", []));
  const right = acted(wrong, { do: "type", field: 0, text: "4" }, { do: "answer" });
  assert.equal(right.predict.asked[0].done, "right");
  assert.ok(!isCovered(right, "gradient", "x", []));
  const shown = acted(wrong, { do: "reveal" });
  assert.equal(shown.predict.asked[0].done, "revealed");
  assert.ok(!isCovered(shown, "gradient", "x", []));
  assert.equal(acted(right, { do: "reveal" }).predict.asked[0].done, "right");
});

test("what is no number is not counted as wrong", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]), { do: "answer" });
  assert.equal(state.predict.asked[0].verdict?.kind, "unread");
  assert.equal(state.predict.asked[0].done, null);
});

test("cells that are not there are not covered", () => {
  const state = open(branch(), 6);
  for (
    const act of [cover("value", "none", [[]]), cover("value", "x", [[0]]), cover("value", "x", [])]
  ) {
    assert.equal(acted(state, act), state);
  }
});

test("revealing all uncovers all, and what is answered can be left", () => {
  const state = asking("L04", "L04-branch-sum");
  const shown = acted(state, { do: "revealAll" });
  assert.deepEqual(shown.predict.asked.map(({ done }) => done), ["revealed", "revealed"]);
  assert.equal(seen(shown), shown);
  assert.deepEqual(acted(shown, { do: "drop" }).predict.asked, []);
});

test("another document asks nothing of the one before", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]));
  const next = after({ ...state, opening: "new" }, {
    ...{ type: "document.opened", lesson: null, expand: [], step: 0 },
    document: { format: 1, program: "a = b + c", values: {} },
  });
  assert.deepEqual(next.predict.asked, []);
});

test("a run that comes after an edit is covered too, and judged by its own numbers", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]));
  const edited = after(
    state,
    ...events({ ...branch(5), graph: state.run?.graph.graph ?? branch().graph }, 2),
  );
  assert.ok(isCovered(edited, "gradient", "x", []));
  const shown = gradientAt(/** @type {any} */ (seen(edited)).run, 6, "x");
  assert.ok(
    shown.state === "value" && "data" in shown.array && /** @type {unknown} */
      (shown.array.data[0]) === "?",
  );
});

test("opening a layer keeps its numbers covered", () => {
  const state = acted(open(closed(), 5), cover("gradient", "x", [[0]]));
  const after2 = after(state, started(opened(), 2), ...events(opened(), 2).slice(1));
  assert.ok(after2.run && seen(after2).run);
  assert.ok(isCovered(after2, "gradient", "x", [0]));
});

test("a vote is counted, undone, and ends with what it shows", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]), { do: "vote" });
  const voted = acted(
    state,
    { do: "count", option: 1 },
    { do: "count", option: 0 },
    { do: "count", option: 1 },
    { do: "uncount" },
  );
  assert.deepEqual(voted.predict.asked[0].vote, { counted: [1, 0], revealed: false });
  assert.ok(isCovered(voted, "gradient", "x", []));
  const shown = acted(voted, { do: "reveal" }, { do: "count", option: 2 }, { do: "uncount" });
  assert.deepEqual(shown.predict.asked[0].vote, { counted: [1, 0], revealed: true });
  assert.ok(!isCovered(shown, "gradient", "x", []));
  assert.equal(acted(shown, { do: "endVote" }).predict.asked[0].vote, null);
});

test("a choice is made from the right answer and wrong ones, which say what was done", () => {
  const state = acted(open(branch(), 6), cover("gradient", "x", [[]]), {
    do: "kind",
    kind: "choice",
  });
  const { options } = state.predict.asked[0];
  assert.equal(options?.length, 4);
  const at = (options ?? []).findIndex(({ right }) => right);
  assert.deepEqual(options?.[at].numbers, [4]);
  assert.equal(acted(state, { do: "choose", option: at }).predict.asked[0].done, "right");
  const other = (options ?? []).findIndex(({ diagnosis }) => diagnosis !== null);
  const wrong = acted(state, { do: "choose", option: other }).predict.asked[0];
  assert.equal(wrong.verdict?.kind, "wrong");
  assert.equal(wrong.done, null);
});

test("picking a cell twice takes it back", () => {
  const cell = { of: /** @type {const} */ ("value"), name: "x", index: [] };
  const state = acted(open(branch(), 6), cover("gradient", "y", [[]]), {
    do: "kind",
    kind: "pick",
  });
  const picked = acted(state, { do: "pick", cell });
  assert.deepEqual(picked.predict.asked[0].picked, [cell]);
  assert.deepEqual(acted(picked, { do: "pick", cell }).predict.asked[0].picked, []);
});

test("a lesson's wrong answers no longer hold once a number was edited", () => {
  const state = asking("L04", "L04-branch-sum");
  const typed = { do: /** @type {const} */ ("type"), field: 0, text: "10.5" };
  const known = acted(
    { ...state, predict: { ...state.predict, source: JSON.stringify(state.document) } },
    typed,
    { do: "answer" },
  );
  const { verdict } = known.predict.asked[0];
  assert.ok(verdict && "diagnosis" in verdict);
  assert.equal(verdict.diagnosis.key, "lesson.L04.wrong.1");
  const edited = acted({ ...state, predict: { ...state.predict, source: "{}" } }, typed, {
    do: "answer",
  });
  const other = edited.predict.asked[0].verdict;
  assert.ok(other && "diagnosis" in other);
  assert.equal(other.diagnosis.key, "predict.did.mean_roads");
});

test("nothing is asked at first", () => {
  assert.deepEqual(EMPTY.predict.asked, []);
});

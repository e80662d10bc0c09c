// @ts-check
/** @import { LessonFull, NestedNumbers, State } from "../../static/types.js" */
/** @import { Asked, Verdict } from "../../static/predict/types.js" */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { indexOf } from "../../static/grid/geometry.js";
import { flattened } from "../../static/predict/lesson.js";
import { judged, rightNumbers } from "../../static/predict/judge.js";
import { askedAnew } from "../../static/store/predict.js";
import { EMPTY, reduce } from "../../static/store.js";
import { has } from "../../static/strings/index.js";
import { everyRun } from "./lessons.js";

const FOLDER = new URL("../../backprop_core/lessons/", import.meta.url);
const LESSONS = readdirSync(FOLDER).filter((name) => /^L\d\d.*\.json$/.test(name)).sort()
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));
const RUNS = new Map(everyRun().map((runs) => [runs.lesson, runs]));

/** @typedef {LessonFull & { document: import("../../static/types.js").DocumentJson }} Lesson */

/** The state with a lesson open. @param {Lesson} lesson @param {"closed" | "opened"} [layers] @returns {State} */
function opened(lesson, layers = "closed") {
  const run = RUNS.get(lesson.id.slice(0, 3))?.[layers] ?? null;
  assert.ok(run);
  return askedAnew({
    ...{ ...EMPTY, run, lesson: lesson.id, document: lesson.document, lessonText: lesson },
  });
}

/** A question about cells of a gradient. @param {string} name @param {number[][]} cells @returns {Asked} */
const about = (name, cells) => ({
  ...{ id: "person.0", by: "person", kind: "number", of: "gradient", name, cells, ask: null },
  ...{ typed: cells.map(() => ""), list: null, picked: [], chosen: null, options: null },
  ...{ verdict: null, hint: false, done: null, vote: null },
});

/** @param {NestedNumbers} value */
const written = (value) => JSON.stringify(value);

/** @param {Verdict} verdict */
const keyOf = (verdict) => ("diagnosis" in verdict ? verdict.diagnosis.key : verdict.kind);

/** The diagnoses that say the same as one of a lesson. @param {Lesson} lesson @param {number} at */
function alike(lesson, at) {
  const { diagnosis } = lesson.wrong_answers[at];
  return lesson.wrong_answers.flatMap((wrong, n) =>
    wrong.diagnosis === diagnosis ? [`lesson.${lesson.id.slice(0, 3)}.wrong.${n}`] : []
  );
}

for (const lesson of /** @type {Lesson[]} */ (LESSONS)) {
  for (const layers of /** @type {const} */ (["closed", "opened"])) {
    test(`${lesson.id}, ${layers}: what it asks is covered, and its numbers are right`, () => {
      const state = opened(lesson, layers);
      assert.equal(state.predict.asked.length, lesson.ask.length);
      for (const asked of state.predict.asked.filter(({ kind }) => kind === "number")) {
        assert.ok(state.run);
        const right = rightNumbers(state.run, asked);
        assert.ok(right && right.every(Number.isFinite));
        const verdict = judged(state, { ...asked, typed: right.map(String) });
        assert.equal(verdict.kind, "right", asked.name);
      }
    });

    test(`${lesson.id}, ${layers}: each of its wrong answers gives its own diagnosis`, () => {
      const state = opened(lesson, layers);
      lesson.wrong_answers.forEach((wrong, at) => {
        const same = alike(lesson, at);
        for (const [name, value] of Object.entries(wrong.value ?? {})) {
          const own = state.run?.graph.nodes.get(name)?.shape;
          assert.ok(own, name);
          const all = indices(own);
          const whole = judged(state, { ...about(name, all), list: written(value) });
          assert.ok(same.includes(keyOf(whole)), `${wrong.error}, ${name}: ${keyOf(whole)}`);
          const { shape, data } = flattened(value);
          if (String(shape) !== String(own)) continue;
          const asks = state.predict.asked.filter((one) =>
            one.kind === "number" && one.name === name
          );
          for (const asked of asks) {
            const typed = asked.cells.map((index) =>
              String(data[all.findIndex((i) => `${i}` === `${index}`)])
            );
            const verdict = judged(state, { ...asked, typed });
            assert.ok(
              same.includes(keyOf(verdict)),
              `${wrong.error}, asked ${name}: ${keyOf(verdict)}`,
            );
          }
        }
      });
    });
  }

  test(`${lesson.id}: of its options the right one is right, and each other says why it is not`, () => {
    const before = opened(lesson);
    before.predict.asked.forEach((asked, at) => {
      if (asked.ask?.kind !== "choose") return;
      const { options, answer } = asked.ask;
      options.forEach((text, option) => {
        let state = reduce(before, { type: "ui.predict", act: { do: "go", at } });
        state = reduce(state, { type: "ui.predict", act: { do: "choose", option } });
        const now = state.predict.asked[at];
        assert.equal(now.done, option === answer ? "right" : null, text);
        if (option === answer) return;
        assert.equal(now.verdict?.kind, "wrong", text);
        assert.ok(
          now.verdict && "diagnosis" in now.verdict && has(now.verdict.diagnosis.key),
          text,
        );
      });
    });
  });
}

/** @param {readonly number[]} shape */
function indices(shape) {
  const size = shape.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, flat) => indexOf(flat, shape));
}

test("a wrong answer that has no numbers is told by its words, or by the option it is", () => {
  const wordless = LESSONS.flatMap((lesson) =>
    lesson.wrong_answers.flatMap((
      /** @type {{ value: unknown }} */ wrong,
      /** @type {number} */ at,
    ) => wrong.value === null ? [[lesson.id.slice(0, 3), at]] : [])
  );
  assert.deepEqual(wordless, [["L08", 1], ["L12", 0], ["L19", 1]]);
  const [L08, L12, L19] = ["L08", "L12", "L19"].map((id) =>
    LESSONS.find((one) => one.id.startsWith(id))
  );
  const chosen = (
    /** @type {Lesson} */ lesson,
    /** @type {number} */ at,
    /** @type {number} */ option,
  ) => {
    const gone = reduce(opened(lesson), { type: "ui.predict", act: { do: "go", at } });
    const { verdict } =
      reduce(gone, { type: "ui.predict", act: { do: "choose", option } }).predict.asked[at];
    assert.ok(verdict);
    return keyOf(verdict);
  };
  assert.equal(chosen(L08, 2, 1), "lesson.L08.wrong.1");
  assert.equal(chosen(L12, 0, 1), "lesson.L12.wrong.0");
  const state = opened(L19);
  const asked = state.predict.asked.find(({ kind }) => kind === "number");
  assert.ok(asked);
  assert.equal(keyOf(judged(state, { ...asked, typed: ["None", ""] })), "lesson.L19.wrong.1");
  const x = opened(L08).predict.asked[1];
  assert.equal(
    keyOf(judged(opened(L08), { ...x, typed: ["a column of W", ""] })),
    "lesson.L08.wrong.1",
  );
});

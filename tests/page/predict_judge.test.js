// @ts-check
/** @import { Asked, Verdict } from "../../static/predict/types.js" */
/** @import { CellRef } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { means } from "../../static/predict/close.js";
import { judged } from "../../static/predict/judge.js";
import { parseList } from "../../static/predict/list.js";
import { mistakesAt } from "../../static/predict/mistakes.js";
import { optionsOf } from "../../static/predict/options.js";
import { wantedCells } from "../../static/predict/pick.js";
import { EMPTY } from "../../static/store.js";
import { has, pieces } from "../../static/strings/index.js";
import { everyRun } from "./lessons.js";

const RUNS = new Map(everyRun().map((runs) => [runs.lesson, runs]));

/** A document that is no lesson: nobody knows its wrong answers. @param {string} id @param {"closed" | "opened"} [layers] */
function state(id, layers = "closed") {
  const run = RUNS.get(id)?.[layers];
  assert.ok(run, id);
  return { ...EMPTY, run, document: { format: 1, program: id, values: {} } };
}

/** @param {CellRef["of"]} of @param {string} name @param {number[][]} cells @param {Partial<Asked>} [more] @returns {Asked} */
const question = (of, name, cells, more) => ({
  ...{ id: "person.0", by: "person", kind: "number", of, name, cells, ask: null },
  ...{ typed: cells.map(() => ""), list: null, picked: [], chosen: null, options: null },
  ...{ verdict: null, hint: false, done: null, vote: null },
  ...more,
});

/** @param {Verdict} verdict */
const keyOf = (verdict) => ("diagnosis" in verdict ? verdict.diagnosis.key : verdict.kind);

/** What was done, in a document that nobody knows. @type {[string, CellRef["of"], string, number[], string, string][]} */
const DONE = [
  ["L04", "gradient", "x", [], "15", "did.one_road"],
  ["L04", "gradient", "x", [], "6", "did.one_road"],
  ["L04", "gradient", "x", [], "10.5", "did.mean_roads"],
  ["L04", "gradient", "x", [], "-21", "did.sign"],
  ["L01", "gradient", "apple", [], "2", "did.no_upstream"],
  ["L01", "gradient", "apple", [], "110", "did.own_value"],
  ["L01", "gradient", "apple", [], "100", "did.own_alone"],
  ["L02", "gradient", "apple_price", [], "0.55", "did.split"],
  ["L03", "gradient", "y", [], "6.5", "did.own_value"],
  ["L06", "gradient", "x", [0, 1], "-20", "did.no_mask"],
  ["L08", "gradient", "x", [0], "6", "did.no_upstream"],
  ["L08", "gradient", "x", [0], "-3", "did.one_term"],
  ["L08", "gradient", "x", [0], "5", "did.missing_term"],
  ["L27", "gradient", "x", [0], "7", "did.turned"],
  ["L10", "gradient", "B", [0], "1", "did.one_copy"],
  ["L10", "gradient", "B", [0], "2.5", "did.mean_terms"],
  ["L10", "gradient", "B", [0], "6", "did.other_axis"],
  ["L10", "gradient", "B", [0], "7", "did.neighbour"],
  ["L09", "gradient", "W", [1, 0], "0", "did.transposed"],
  ["L09", "gradient", "X", [0, 1], "2", "did.turned"],
  ["L16", "gradient", "z", [0], "0.99", "did.no_local"],
  ["L17", "gradient", "X", [0, 0], "0.3", "did.no_n"],
  ["L17", "gradient", "X", [0, 0], "0.075", "did.twice_n"],
  ["L17", "gradient", "X", [0, 0], "0.1", "did.classes"],
  ["L17", "gradient", "X", [0, 1], "0.1", "did.only_y"],
  ["L17", "gradient", "X", [0, 1], "-0.5", "did.only_t"],
  ["L15", "gradient", "a", [0], "0", "did.diagonal"],
  ["L19", "gradient", "W1", [0, 1], "-0.2195", "did.no_mask"],
  ["L21", "gradient", "x", [], "0.015625", "did.passed_by"],
  ["L08", "value", "y", [0], "9", "did.missing_part"],
  ["L08", "value", "y", [0], "8", "did.one_part"],
  ["L06", "value", "y", [0, 1], "-0.5", "did.input_itself"],
  ["L05", "value", "y", [1], "4/3", "did.inverse"],
];

for (const [lesson, of, name, index, typed, key] of DONE) {
  test(`${lesson}: ${typed} for the ${of} of ${name}[${index}] is told as ${key}`, () => {
    const verdict = judged(state(lesson), question(of, name, [index], { typed: [typed] }));
    assert.equal(verdict.kind, "wrong");
    assert.equal(keyOf(verdict), `predict.${key}`);
  });
}

test("the same mistakes are told where the loss is taken apart", () => {
  const opened = state("L17", "opened");
  for (const [typed, key] of [["0.3", "no_n"], ["0.075", "twice_n"]]) {
    const verdict = judged(opened, question("gradient", "X", [[0, 0]], { typed: [typed] }));
    assert.equal(keyOf(verdict), `predict.did.${key}`);
  }
});

test("a mistake that was made in every cell is told before one that was made in one", () => {
  const asked = question("gradient", "B", [[0], [1], [2]], { typed: ["2.5", "3.5", "4.5"] });
  const verdict = judged(state("L10"), asked);
  assert.equal(keyOf(verdict), "predict.did.mean_terms");
  assert.deepEqual("cells" in verdict && verdict.cells, [false, false, false]);
});

test("of several numbers those that are right are told apart", () => {
  const verdict = judged(
    state("L10"),
    question("gradient", "B", [[0], [1]], { typed: ["5", "1000"] }),
  );
  assert.equal(verdict.kind, "far");
  assert.deepEqual("cells" in verdict && verdict.cells, [true, false]);
});

test("an answer of another shape is told by its shape, in any document", () => {
  const list = (/** @type {string} */ text) =>
    question("gradient", "B", [[0], [1], [2]], { list: text });
  assert.equal(keyOf(judged(state("L10"), list("[[1,2,3],[4,5,6]]"))), "predict.shape.unsummed");
  assert.equal(keyOf(judged(state("L10"), list("[6, 15]"))), "predict.shape.other");
  assert.equal(keyOf(judged(state("L10"), list("[5, 7, 9]"))), "right");
  const W = question("gradient", "W", [[0, 0]], { list: "[[-2,0],[3,3],[2,5]]" });
  assert.equal(keyOf(judged(state("L11"), W)), "predict.shape.transposed");
});

test("a whole array that was typed is judged at the cells that are asked for", () => {
  const W = question("gradient", "W", [[0, 0], [1, 2]], { list: "[[-2, 99, 99], [99, 99, 5]]" });
  assert.equal(judged(state("L11"), W).kind, "right");
});

test("what is no number is not wrong: what is the matter with it is said", () => {
  const asked = (/** @type {string} */ text) => question("gradient", "x", [[]], { typed: [text] });
  for (const text of ["", "abc", "1/0", "0,5", "1e999", "2 2"]) {
    const verdict = judged(state("L04"), asked(text));
    assert.equal(verdict.kind, "unread", text);
    assert.ok(has(keyOf(verdict)), keyOf(verdict));
  }
  assert.equal(
    judged(state("L04"), question("gradient", "x", [[]], { list: "[1, [2]]" })).kind,
    "unread",
  );
  for (const text of ["21", "42/2", "21.0", " 21 "]) {
    assert.equal(judged(state("L04"), asked(text)).kind, "right", text);
  }
});

test("what is far off is told how far, but never so that the number can be worked out", () => {
  const far = (/** @type {string} */ text) =>
    keyOf(judged(state("L04"), question("gradient", "x", [[]], { typed: [text] })));
  assert.equal(far("21.6"), "predict.far.near");
  assert.equal(far("-4"), "predict.far.sign");
  assert.equal(far("1000"), "predict.far.much_larger");
  assert.equal(far("28"), "predict.far.larger");
  assert.equal(far("17"), "predict.far.smaller");
  assert.equal(far("1.23"), "predict.far.much_smaller");
});

test("an answer is right when it is the number rounded to the digits that were typed", () => {
  const meant = (/** @type {string} */ text, /** @type {number} */ number) =>
    means({ text, value: Number(text) }, number);
  assert.ok(meant("0.0039", 0.00390625));
  assert.ok(meant("-0.058", -0.0577622));
  assert.ok(meant("220", 220.00000000000003));
  assert.ok(!meant("0.004", 0.00390625));
  assert.ok(!meant("2", 2.2));
  assert.ok(!meant("0", 0.003));
  assert.ok(!meant("12.0006", 12));
  assert.ok(!meant("0.001", 0));
  assert.ok(meant("0", 1e-17));
  assert.ok(means({ text: "1/3", value: 1 / 3 }, 0.3333333333333333));
  assert.ok(!means({ text: "1/3", value: 1 / 3 }, 0.334));
});

test("an array is read as it is written, and nothing else is", () => {
  assert.deepEqual(parseList("[[1, 2], [3, 4]]"), { shape: [2, 2], data: [1, 2, 3, 4] });
  assert.deepEqual(parseList("5, 1/2, ln 1"), { shape: [3], data: [5, 0.5, 0] });
  assert.deepEqual(parseList("[1, 2], [3, 4]"), { shape: [2, 2], data: [1, 2, 3, 4] });
  assert.deepEqual(parseList("［1， 2］"), { shape: [2], data: [1, 2] });
  for (const text of ["", "[", "[1", "1]", "[1, [2]]", "[[1, 2], [3]]", "[1,,2]", "a, b", "[]"]) {
    assert.equal(parseList(text), null, text);
  }
});

test("of any number of any lesson the mistakes have words, and all that the words need", () => {
  for (const { closed, opened, lesson } of everyRun()) {
    for (const run of [closed, opened]) {
      for (const node of run.graph.graph.nodes) {
        const index = node.shape.map(() => 0);
        for (const of of /** @type {const} */ (["value", "gradient"])) {
          for (const { key, params } of mistakesAt(run, { of, name: node.id, index })) {
            assert.ok(has(key), `${lesson}: ${key}`);
            for (const piece of pieces(key)) {
              if ("param" in piece) {
                assert.ok(Object.hasOwn(params, piece.param), `${key}: ${piece.param}`);
              }
            }
          }
        }
      }
    }
  }
});

test("options are four, one of them right, no two alike, in the same order each time", () => {
  for (const { closed: run, lesson } of everyRun()) {
    const now = { ...EMPTY, run, document: { format: 1, program: lesson, values: {} } };
    for (
      const node of run.graph.graph.nodes.filter(({ kind, role }) =>
        kind === "leaf" && role !== "target"
      )
    ) {
      const asked = question("gradient", node.id, [node.shape.map(() => 0)]);
      const options = optionsOf(now, asked) ?? [];
      const texts = options.map(({ numbers }) => String(numbers));
      assert.equal(options.length, 4, `${lesson} ${node.id}: ${texts}`);
      assert.equal(options.filter(({ right }) => right).length, 1);
      assert.equal(new Set(texts).size, 4, `${lesson} ${node.id}: ${texts}`);
      assert.deepEqual(optionsOf(now, asked), options);
    }
  }
});

test("the right option does not always stand in the same place", () => {
  const places = everyRun().map(({ closed: run, lesson }) => {
    const { id, shape } = run.graph.graph.nodes[0];
    const now = { ...EMPTY, run, document: { format: 1, program: lesson, values: {} } };
    const asked = question("gradient", id, [shape.map(() => 0)]);
    return (optionsOf(now, asked) ?? []).findIndex(({ right }) => right);
  });
  assert.equal(new Set(places.filter((place) => place >= 0)).size, 4);
});

test("the cells that a number is made of are those of its explanation", () => {
  const now = state("L08");
  assert.ok(now.run);
  const asked = question("gradient", "x", [[0]], { kind: "pick" });
  const wanted = wantedCells(now.run, asked);
  assert.deepEqual(wanted.map(({ of, name, index }) => `${of} ${name} ${index}`).sort(), [
    "gradient y 0",
    "gradient y 1",
    "gradient y 2",
    "value W 0,0",
    "value W 0,1",
    "value W 0,2",
  ]);
  const verdict = (/** @type {CellRef[]} */ picked) => keyOf(judged(now, { ...asked, picked }));
  const slopes = wanted.filter(({ of }) => of === "gradient");
  const row = wanted.filter(({ of }) => of === "value");
  const column = [0, 1].map((i) => ({
    of: /** @type {const} */ ("value"),
    name: "W",
    index: [i, 0],
  }));
  assert.equal(verdict(wanted), "right");
  assert.equal(verdict([]), "predict.unread.pick");
  assert.equal(verdict(slopes), "predict.pick.no_local");
  assert.equal(verdict(row), "predict.pick.no_upstream");
  assert.equal(verdict([...slopes, ...column]), "predict.pick.turned");
  assert.equal(verdict(wanted.slice(1)), "predict.pick.missing");
  assert.equal(
    verdict([...wanted, { of: "value", name: "b", index: [0] }]),
    "predict.pick.extra",
  );
});

test("an input that an op keeps is picked as the value it is", () => {
  const { run } = state("L17");
  assert.ok(run);
  const wanted = wantedCells(run, question("gradient", "X", [[0, 1]], { kind: "pick" }));
  assert.ok(
    wanted.some(({ of, name, index }) => of === "value" && name === "t" && `${index}` === "0,1"),
  );
});

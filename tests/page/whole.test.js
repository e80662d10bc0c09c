// @ts-check
/** @import { RunState } from "../../static/types.js" */
/** @import { Whole } from "../../static/explain/whole/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { gradientWires, sizeOf } from "../../static/explain/whole/panel.js";
import { sumOfRoads, wholeOf } from "../../static/explain/whole/index.js";
import { explain } from "../../static/explain/index.js";
import { indexOf } from "../../static/grid/geometry.js";
import { everyRun, lesson, runOf } from "./lessons.js";

/** Every lesson, its layers closed and opened. @type {{ name: string, run: RunState }[]} */
const RUNS = everyRun().flatMap(({ lesson: name, closed, opened }) => [
  { name, run: closed },
  { name: `${name} opened`, run: opened },
]);

/** Every wire that gradient comes back on, with its picture, opened at a cell. @param {RunState} run @param {number} [cell] */
function pictures(run, cell = 0) {
  return [...run.graph.edges.values()].flatMap((edge) => {
    const shape = run.graph.nodes.get(edge.from)?.shape ?? [];
    const place = Math.min(cell, sizeOf({ shape }) - 1);
    const whole = edge.gradient ? wholeOf(run, edge, indexOf(place, shape)) : null;
    return whole ? [{ edge, whole, shape }] : [];
  });
}

/** The picture of what an op sends to a node. @param {string} name @param {string} from @param {string} to @param {number} [cell] */
function pictureOf(name, from, to, cell = 0) {
  const found = pictures(runOf(name), cell).find(({ edge }) =>
    edge.from === from && edge.to === to
  );
  assert.ok(found, `${name} ${from}>${to}`);
  return found.whole;
}

/** @param {Whole} whole */
const captions = ({ panels }) => panels.map(({ sign, caption }) => `${sign} ${caption}`.trim());

test("every picture reads and writes cells that it has, and fills all it begins empty", () => {
  for (const { name, run } of RUNS) {
    for (const { edge, whole: { panels, moments } } of pictures(run, 3)) {
      const said = `${name} ${edge.id}`;
      /** @type {Map<number, Set<number>>} */
      const written = new Map();
      for (const { read, write } of moments) {
        for (const [panel, places] of [...read, write]) {
          assert.ok(places.length > 0 && places.every((at) => at in panels[panel].data), said);
        }
        for (const place of write[1]) {
          written.set(write[0], (written.get(write[0]) ?? new Set()).add(place));
        }
      }
      for (const [panel, places] of written) {
        assert.equal(places.size, panels[panel].data.length, `${said} ${panels[panel].caption}`);
      }
      assert.ok(written.has(panels.length - 1), said);
    }
  }
});

test("what a picture ends with is the message, as its terms add up to it", () => {
  for (const { name, run } of RUNS) {
    for (const { edge, whole, shape } of pictures(run)) {
      const last = whole.panels[whole.panels.length - 1];
      if (last.data.length !== sizeOf({ shape })) continue; // the row of the opened cell alone
      for (const [place, number] of Array.from(last.data).entries()) {
        const message = explain(run, {
          of: "message",
          key: edge.key,
          index: indexOf(place, shape),
        });
        assert.ok(message && !(message instanceof Promise));
        assert.ok(Math.abs(message.value - number) < 1e-12, `${name} ${edge.id} ${place}`);
      }
    }
  }
});

test("dW is one outer product a sample, added, and then X transposed on the left", () => {
  const { panels, moments, words } = pictureOf("L11", "W", "Y");
  assert.equal(words.key, "explain.whole.left");
  const outer = panels.filter(({ line }) => line === 1);
  assert.equal(outer.length, 4);
  const sum = outer[0].data.length;
  const added = Array.from(
    { length: sum },
    (_, k) => outer.reduce((all, { data }) => all + data[k], 0),
  );
  assert.deepEqual(added, Array.from(panels[panels.length - 1].data));
  assert.deepEqual(moments.slice(0, 4).map(({ read }) => read[0][1]), [[0, 1], [2, 3], [4, 5], [
    6,
    7,
  ]]);
});

test("samples do not mix in dX: a row of it reads its own row of slopes", () => {
  const { moments, panels } = pictureOf("L11", "X", "Y");
  const results = moments.filter(({ write }) => write[0] === panels.length - 1);
  assert.deepEqual(results.map(({ read }) => read[0][1]), [
    ...[[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 10, 11]],
  ]);
});

test("one bias is copied forward, and what comes back to its copies is added", () => {
  const { words, panels, moments } = pictureOf("L10", "B", "Y");
  assert.deepEqual([words.key, words.params.count], ["explain.whole.copies", 2]);
  assert.deepEqual(Array.from(panels[1].data), [
    ...Array.from(panels[0].data),
    ...Array.from(panels[0].data),
  ]);
  const back = moments.filter(({ write }) => write[0] === 3);
  assert.deepEqual(back.map(({ read }) => read[0][1]), [[0, 3], [1, 4], [2, 5]]);
});

test("what was added forward is copied back", () => {
  assert.equal(pictureOf("L14", "e", "S").words.key, "explain.whole.copied");
});

test("1/N comes from the op that divided on the way forward", () => {
  const { words } = pictureOf("L19-opened", "L.neg", "L");
  assert.deepEqual([words.key, words.params.factor], ["explain.whole.divided", "(1 / 4)"]);
});

test("the switch of a ReLU is set on the way forward", () => {
  const whole = pictureOf("L06", "x", "y");
  assert.equal(whole.words.key, "explain.whole.switch");
  assert.deepEqual(captions(whole), ["x", "→ [x > 0]", "∂L/∂y", "⊙ [x > 0]", "= ∂L/∂x"]);
  assert.ok(whole.moments[0].write[0] === 1, "before anything comes back");
});

test("Softmax has its Jacobian as a matrix, whose rows add up to nothing", () => {
  const { words, panels } = pictureOf("L15", "a", "y");
  assert.equal(words.key, "explain.whole.jacobian");
  const jacobian = panels.find(({ shape }) => shape.length === 2 && shape[0] === shape[1]);
  assert.ok(jacobian);
  for (const row of [0, 3, 6]) {
    const sum = Array.from(jacobian.data).slice(row, row + 3).reduce((all, one) => all + one, 0);
    assert.ok(Math.abs(sum) < 1e-12);
  }
});

test("Softmax with cross entropy has a road that delivers y and one that delivers -t", () => {
  const { panels, words } = pictureOf("L19", "A2", "L");
  assert.equal(words.key, "explain.whole.difference_mean");
  assert.equal(words.params.rest, "1/4");
  const [y, minusT, both, slope] = panels.map(({ data }) => Array.from(data));
  assert.deepEqual(both, y.map((number, k) => number + minusT[k]));
  slope.forEach((number, k) => assert.ok(Math.abs(number - both[k] / 4) < 1e-12));
  assert.ok(panels.every(({ look }) => look === "bars"));
});

test("a value with several consumers shows its messages as roads that add up", () => {
  const run = runOf("L04");
  const whole = sumOfRoads(run, "x", []);
  assert.deepEqual(whole?.panels.map(({ data }) => data[0]), [6, 15, 21]);
  assert.equal(sumOfRoads(run, "f", []), null);
  assert.equal(gradientWires(run, "x").length, 2);
});

test("one message of several is not called the gradient", () => {
  assert.equal(captions(pictureOf("L04", "x", "s")).at(-1), "→ ∂f/∂x ← s");
  assert.equal(captions(pictureOf("L08", "x", "y")).at(-1), "= ∂L/∂x");
});

test("opened to its ops, the same two roads are those of the graph", () => {
  const run = runOf("L19-opened");
  const id = [...run.graph.nodes.keys()].find((name) => gradientWires(run, name).length > 1) ?? "";
  const whole = sumOfRoads(run, id, [0, 0]);
  const folded = pictureOf("L19", "A2", "L").panels[3].data;
  const sum = whole?.panels[whole.panels.length - 1].data ?? [];
  Array.from(sum).forEach((number, k) => assert.ok(Math.abs(number - folded[k]) < 1e-12));
});

test("what is too large to draw has no picture", () => {
  const run = runOf("L19");
  const [edge] = [...run.graph.edges.values()];
  const big = new Map(run.graph.nodes);
  const node = big.get(edge.from);
  assert.ok(node);
  big.set(edge.from, { ...node, shape: [100, 10] });
  assert.equal(wholeOf({ ...run, graph: { ...run.graph, nodes: big } }, edge, [0, 0]), null);
  assert.ok(lesson("L19").run);
});

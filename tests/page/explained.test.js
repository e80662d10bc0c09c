// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { wholeOf } from "../../static/explain/whole/index.js";
import { reduce } from "../../static/store.js";
import { has } from "../../static/strings/index.js";
import { lesson, LESSONS, runOf } from "./lessons.js";

/** @param {State} state @param {PageEvent[]} events */
const after = (state, ...events) => events.reduce(reduce, state);
const x = { of: /** @type {const} */ ("value"), name: "x", index: [0] };
const dy = { of: /** @type {const} */ ("gradient"), name: "y", index: [1] };

test("a cell that is selected is opened at where it goes, a gradient at where it comes from", () => {
  const state = lesson("L08");
  const select = (/** @type {"value" | "gradient"} */ of) =>
    after(state, { type: "ui.select", selection: { kind: "node", id: "x", index: [0], of } });
  assert.equal(select("value").explained?.tab, "goes");
  assert.equal(select("gradient").explained?.tab, "from");
  assert.equal(select("value").folded, state.folded);
});

test("walking from cell to cell leaves a trail, and the trail leads back", () => {
  const walked = after(lesson("L08"), { type: "ui.explain", cell: x }, {
    type: "ui.explain",
    cell: dy,
  });
  assert.deepEqual(walked.explained?.trail, [x]);
  const back = after(walked, { type: "ui.explain.back", at: 0 });
  assert.deepEqual([back.explained?.name, back.explained?.trail], ["x", []]);
  assert.equal(after(back, { type: "ui.explain.close" }).explained, null);
});

test("there is no cell where there is none, and no nudge of 0", () => {
  const state = lesson("L08");
  assert.equal(after(state, { type: "ui.explain", cell: { ...x, index: [9] } }), state);
  assert.equal(after(state, { type: "ui.nudge", by: 0 }), state);
});

test("the row of W that was read becomes a column", () => {
  const run = runOf("L08");
  const edge = [...run.graph.edges.values()].find(({ slot }) => slot === "x");
  const whole = edge && wholeOf(run, edge, [0]);
  assert.equal(whole?.words.key, "explain.whole.right");
  assert.deepEqual(whole?.panels[2].data, [1, 4, 2, 5, 3, 6]);
  const [first] = whole?.moments ?? [];
  assert.deepEqual([first?.read, first?.write], [[[0, [0, 1, 2]]], [2, [0, 2, 4]]]);
});

test("every wire that gradient comes back on has its picture of all cells", () => {
  for (const name of LESSONS) {
    const run = runOf(name);
    for (const edge of run.graph.edges.values()) {
      const to = run.graph.nodes.get(edge.to);
      if (!edge.gradient || to?.kind === "loss") continue;
      const shape = run.graph.nodes.get(edge.from)?.shape ?? [];
      const whole = wholeOf(run, edge, shape.map(() => 0));
      assert.ok(whole, `${name} ${edge.id}`);
      for (const { data, caption } of whole.panels) {
        assert.ok(Array.from(data).every(Number.isFinite), `${name} ${edge.id} ${caption}`);
      }
    }
  }
});

test("every way in which terms combine has its words", () => {
  const text = readFileSync(new URL("../../backprop_core/index_map.py", import.meta.url), "utf8");
  const ways = /Combine = Literal\[([^\]]*)\]/.exec(text)?.[1].match(/[a-z]+(?=")/g) ?? [];
  assert.ok(ways.length > 10);
  for (const way of ways) assert.ok(way === "sum" || has(`explain.combine.${way}`), way);
});

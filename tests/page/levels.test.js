// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { elementOf, levelOf, toLevel } from "../../static/graph/level.js";
import { reduce } from "../../static/store.js";
import { lesson } from "./lessons.js";
import { closed, events, open, opened } from "./runs.js";

/** @param {State} state @param {PageEvent[]} all */
const after = (state, all) => all.reduce(reduce, state);

test("the level is what all layers are at, and none where they differ", () => {
  assert.equal(levelOf(open(closed())), "layers");
  assert.equal(levelOf(open(opened())), "operations");
  assert.equal(levelOf(lesson("L14")), "operations");
  const mixed = opened();
  const layer = { id: "z", op: "Relu", expanded: false, nodes: ["z"] };
  mixed.graph = { ...mixed.graph, layers: [...mixed.graph.layers, layer] };
  assert.equal(levelOf(open(mixed)), null);
});

test("to open all layers is one command, and what was asked counts at once", () => {
  const state = open(closed());
  const asked = after(state, toLevel(state, "operations"));
  assert.deepEqual(
    asked.outbox.map((command) => command.type === "layer.expand" && command.layer),
    [null],
  );
  assert.equal(levelOf(asked), "operations");
  assert.deepEqual(toLevel(asked, "operations"), []);
  const done = after(asked, [{ type: "command.done", id: asked.outbox[0].id, run: 2 }]);
  assert.equal(levelOf(after(done, events(opened(), 2))), "operations");
  assert.equal(done.undo.length, 0);
});

test("one element is the open cell, else the selected one, else the first of the step", () => {
  const state = lesson("L11", 1);
  assert.deepEqual(elementOf(state), { of: "value", name: "Y", index: [0, 0] });
  assert.deepEqual(elementOf(lesson("L11", 2)), { of: "gradient", name: "b", index: [0] });
  assert.equal(elementOf(lesson("L11", 0))?.name, "Y");
  const selection = { kind: /** @type {const} */ ("edge"), key: "W>Y", index: [1, 2] };
  const selected = reduce(state, { type: "ui.select", selection });
  assert.deepEqual(elementOf(selected), { of: "gradient", name: "W", index: [1, 2] });
});

test("one element opens the stage at it, and another level closes the stage", () => {
  const state = lesson("L11", 1);
  const element = after(state, toLevel(state, "element"));
  assert.deepEqual([element.explained?.tab, levelOf(element)], ["element", "element"]);
  const back = after(element, toLevel(element, "layers"));
  assert.deepEqual([back.explained, back.outbox.length], [null, 0]);
  const on = after(element, toLevel(element, "operations"));
  assert.deepEqual([on.explained, on.outbox.length], [null, 1]);
});

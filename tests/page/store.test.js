// @ts-check
/** @import { PageEvent, State } from "../../static/types.js" */
/** @import { Command } from "../../static/wire.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { nextRedo, nextUndo } from "../../static/store/history.js";
import { placeOf } from "../../static/store/place.js";
import { createStore, EMPTY, reduce } from "../../static/store.js";
import { branch, closed, events, open, opened, started } from "./runs.js";

/** @param {State} state @param {...PageEvent} happened */
const after = (state, ...happened) => happened.reduce(reduce, state);

/** @param {string} name @param {number} value @returns {PageEvent} */
const ask = (name, value) => ({ type: "ask.value", name, index: [], value });

/** @param {Command | undefined} command @returns {PageEvent} */
const done = (command) => ({ type: "command.done", id: command?.id ?? "", run: 2 });

/** @param {Command | undefined} command @param {string} message @returns {PageEvent} */
const refused = (command, message) => ({
  ...{ type: "command.refused", id: command?.id ?? null },
  error: { code: "some.code", message, params: {} },
});

/** What a command says, but for its id. @param {Command} command */
const wish = ({ id: _, ...said }) => said;

/** Carries out all that is in the outbox. @param {State} state */
const answered = (state) => after(state, ...state.outbox.map(done));

test("a store tells of each change once, in order, also of those made while telling", () => {
  const store = createStore(reduce, EMPTY);
  /** @type {number[]} */
  const speeds = [];
  store.subscribe((state) => {
    if (state.speed === 2) store.dispatch({ type: "ui.speed", speed: 4 });
  });
  const stop = store.subscribe((state, before) => {
    assert.notEqual(state, before);
    speeds.push(state.speed);
  });
  store.dispatch({ type: "ui.speed", speed: 2 });
  assert.deepEqual(speeds, [2, 4]);
  store.dispatchAll([{ type: "ui.speed", speed: 1 }, { type: "ui.speed", speed: 0.5 }]);
  store.dispatch({ type: "pong", id: "ping-1" });
  stop();
  store.dispatch({ type: "ui.speed", speed: 1 });
  assert.deepEqual(speeds, [2, 4, 0.5]);
});

test("a first run is drawn at once, with its leaves alone", () => {
  const state = after(EMPTY, started(branch(), 1));
  assert.equal(state.run?.number, 1);
  assert.equal(state.run?.steps.length, 0);
  assert.equal(state.incoming, null);
});

test("a newer run is drawn once it is as far as the step that is shown", () => {
  const [start, first, second, ...rest] = events(branch(5), 2, { graph: false });
  let state = after(open(branch(), 2), start, first);
  assert.equal(state.run?.number, 1);
  assert.equal(state.incoming?.steps.length, 1);
  state = after(state, second);
  assert.equal(state.run?.number, 2);
  assert.equal(state.before?.number, 1);
  assert.equal(state.step, 2);
  state = after(state, ...rest);
  assert.equal(state.run?.steps.length, 6);
  assert.equal(state.run?.loss, 20);
});

test("a run without a graph has the one of the run before, also of one that was never drawn", () => {
  const shown = open(branch(), 6);
  const state = after(shown, started(closed(), 2), ...events(closed(), 3, { graph: false }));
  assert.equal(state.run?.number, 3);
  assert.ok(state.run?.graph.nodes.has("z"));
  const again = after(state, ...events(closed(), 4, { graph: false }));
  assert.equal(again.run?.graph, state.run?.graph);
});

test("events of a run that was superseded are dropped", () => {
  const [, stale] = events(branch(7), 2);
  const state = after(open(branch(), 6), started(branch(5), 3, { graph: false }));
  assert.equal(after(state, stale), state);
  assert.equal(after(state, { type: "run.finished", run: 1, seq: 7, loss: 0 }), state);
});

test("opening a layer keeps the place in the pass, once the run with it has ended", () => {
  const recipe = events(opened(), 2);
  let state = after(open(closed(), 3), ...recipe.slice(0, -1));
  assert.equal(state.run?.number, 1);
  state = after(state, ...recipe.slice(-1));
  assert.equal(state.run?.number, 2);
  assert.equal(state.step, 4);
  assert.deepEqual(state.expand, ["y"]);
  assert.equal(state.before, null);
});

test("a step of a layer that opens or closes has its place on the other side", () => {
  const from = open(closed()).run;
  const to = open(opened()).run;
  assert.ok(from && to);
  const opening = [0, 1, 2, 3, 4, 5].map((step) => placeOf(from, step, to));
  // W gets two messages from the opened layer, and the whole of its gradient with the second.
  assert.deepEqual(opening, [0, 2, 3, 4, 7, 8]);
  const closing = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((step) => placeOf(to, step, from));
  assert.deepEqual(closing, [0, 1, 1, 2, 3, 3, 3, 4, 5]);
});

test("a selection whose node is gone goes, and another stays", () => {
  const state = open(opened(), 1);
  const inside = after(state, { type: "ui.select", selection: { kind: "node", id: "y.dot" } });
  assert.equal(after(inside, ...events(closed(), 2)).selection, null);
  const outside = after(state, { type: "ui.select", selection: { kind: "edge", key: "y>z" } });
  assert.deepEqual(after(outside, ...events(closed(), 2)).selection, { kind: "edge", key: "y>z" });
});

test("pointing at something opens the inspector", () => {
  const state = after(open(branch()), { type: "ui.select", selection: { kind: "node", id: "x" } });
  assert.equal(state.folded.inspector, false);
  const folded = after(state, { type: "ui.fold", panel: "inspector", folded: true });
  assert.equal(after(folded, { type: "ui.select", selection: null }).folded.inspector, true);
});

test("another document begins anew, and the same one told again does not", () => {
  const edited = answered(after(open(branch(), 4), ask("x", 5)));
  const document = edited.document;
  assert.ok(document);
  /** @param {string} lesson @returns {PageEvent} */
  const told = (lesson) => ({
    type: "document.opened",
    document: { ...document },
    lesson,
    expand: [],
  });
  const again = after(edited, told("L04"));
  assert.equal(again.step, 4);
  assert.equal(again.undo.length, 1);
  const other = after(edited, told("L08"));
  assert.deepEqual([other.step, other.undo.length, other.lesson], [0, 0, "L08"]);
});

test("a lesson is drawn once it is as far as the step that it opens with, whatever was shown", () => {
  /** @type {PageEvent} */
  const told = {
    ...{ type: "document.opened", document: { program: "" }, lesson: "L01", expand: [], step: 2 },
  };
  const [start, first, second, ...rest] = events(branch(), 7);
  const before = after(open(branch(), 5), told, start, first, { type: "ui.step", step: 4 });
  assert.equal(before.run?.number, 1);
  const drawn = after(before, second);
  assert.deepEqual([drawn.run?.number, drawn.step], [7, 2]);
  const later = after(drawn, ...rest, { type: "ui.step", step: 6 });
  assert.equal(after(later, ...events(branch(3), 8)).step, 6);
});

test("a lesson that says a step beyond its run opens at the last one", () => {
  const state = after(EMPTY, {
    ...{ type: "document.opened", document: { program: "" }, lesson: "L04", expand: [], step: 99 },
  }, ...events(branch(), 1));
  assert.equal(state.step, 6);
});

test("a lesson opened again from the menu begins anew", () => {
  let state = answered(after(open(branch(), 4), ask("x", 5), { type: "ask.lesson", id: "L04" }));
  const document = { ...state.document };
  state = after(state, { type: "document.opened", document, lesson: "L04", expand: [] });
  assert.deepEqual([state.step, state.undo.length], [0, 0]);
});

test("an edit is a command, and counts once it was done", () => {
  let state = after(open(branch()), ask("x", 5));
  assert.deepEqual(state.outbox.map(wish), [
    { type: "value.edit", name: "x", index: [], value: 5 },
  ]);
  assert.equal(state.document?.values.x, 2);
  state = answered(state);
  assert.equal(state.document?.values.x, 5);
  assert.deepEqual(state.outbox, []);
  assert.deepEqual(state.undo, [{ kind: "value", name: "x", index: [], from: 2, to: 5 }]);
});

test("an edit of one number of a matrix leaves the document before as it was", () => {
  const state = open(closed());
  const edited = answered(after(state, { type: "ask.value", name: "W", index: [1], value: 9 }));
  assert.deepEqual(edited.document?.values.W, [3, 9]);
  assert.deepEqual(state.document?.values.W, [3, 4]);
});

test("an edit of the upstream gradient makes an array of what was one number for all", () => {
  const state = after(open(closed()), { type: "ask.value", name: null, index: [1], value: 2 });
  assert.deepEqual(answered(state).document?.upstream, [1, 2]);
});

test("undo and redo go back and forth", () => {
  let state = answered(after(open(branch()), ask("x", 5), ask("y", 7)));
  state = answered(after(state, { type: "ask.undo" }));
  assert.deepEqual([state.document?.values.y, state.undo.length, state.redo.length], [3, 1, 1]);
  state = answered(after(state, { type: "ask.redo" }));
  assert.deepEqual([state.document?.values.y, state.undo.length, state.redo.length], [7, 2, 0]);
  state = answered(after(state, { type: "ask.undo" }, { type: "ask.undo" }, { type: "ask.undo" }));
  assert.deepEqual([state.document?.values.x, state.document?.values.y], [2, 3]);
  assert.deepEqual([state.undo.length, state.redo.length], [0, 2]);
  state = answered(after(state, ask("x", 1)));
  assert.equal(nextRedo(state), undefined);
});

test("an edit that is still on its way can be undone", () => {
  const state = after(open(branch()), ask("x", 5));
  assert.deepEqual(nextUndo(state), { kind: "value", name: "x", index: [], from: 2, to: 5 });
  const undone = answered(after(state, { type: "ask.undo" }));
  assert.equal(undone.document?.values.x, 2);
  assert.equal(undone.undo.length, 0);
});

test("while nothing can be sent, the last edit of a cell counts", () => {
  const lost = after(open(branch()), { type: "connection.lost", retryAt: 0 });
  const state = after(lost, ask("x", 5), ask("y", 6), ask("x", 7));
  const values = state.outbox.map((command) => command.type === "value.edit" && command.value);
  assert.deepEqual(values, [6, 7]);
  const mixed = after(lost, ask("x", 5), { type: "ask.program", program: "f = x" }, ask("x", 7));
  assert.equal(mixed.outbox.length, 3);
});

test("a refused number is a problem of its cell, and the last good run stays", () => {
  let state = after(open(branch(), 3), ask("x", 5));
  const { run } = state;
  state = after(state, refused(state.outbox[0], "no"));
  assert.equal(state.run, run);
  assert.deepEqual([state.problem?.about, state.problem?.name, state.problem?.index], [
    "value",
    "x",
    [],
  ]);
  assert.deepEqual(state.outbox, []);
  state = answered(after(state, ask("x", 6)));
  assert.equal(state.problem, null);
});

test("a refused program stays as it was typed", () => {
  let state = after(open(branch()), { type: "ask.program", program: "f = " });
  state = after(state, refused(state.outbox[0], "syntax"));
  assert.deepEqual([state.draft, state.problem?.about], ["f = ", "program"]);
  assert.equal(state.document?.program, "f = x * y + x");
  state = answered(after(state, { type: "ask.program", program: "f = x" }));
  assert.deepEqual([state.draft, state.problem, state.document?.program], [null, null, "f = x"]);
});

test("what was typed after a program was sent is kept", () => {
  let state = after(open(branch()), { type: "ask.program", program: "f = x" });
  state = answered(after(state, { type: "ui.draft", program: "f = x * 2" }));
  assert.equal(state.draft, "f = x * 2");
});

test("values that a program no longer names come back with their names", () => {
  const recipe = branch();
  let state = answered(after(open(recipe), { type: "ask.program", program: "f = x" }));
  const fewer = { ...recipe, leaves: { x: recipe.leaves.x } };
  state = after(state, started(fewer, 2));
  assert.deepEqual([state.document?.values, state.aside], [{ x: 2 }, { y: 3 }]);
  state = after(state, started(recipe, 3));
  assert.deepEqual([state.document?.values, state.aside], [{ x: 2, y: 3 }, {}]);
});

test("a session that does not know the document gets it, before all that was asked since", () => {
  const edited = answered(after(open(branch(), 4), ask("x", 5)));
  const lost = after(edited, { type: "connection.lost", retryAt: 0 }, ask("y", 1));
  let state = after(lost, { type: "session.opened", session: "s2", known: false });
  const [reopen, edit] = state.outbox;
  assert.ok(reopen.type === "document.open" && edit.type === "value.edit");
  assert.deepEqual(reopen.document, edited.document);
  state = after(state, { type: "session.opened", session: "s3", known: false });
  assert.equal(state.outbox.length, 2);
  state = after(state, done(state.outbox[0]), {
    ...{ type: "document.opened", document: { ...edited.document }, expand: [], lesson: null },
  });
  assert.deepEqual([state.lesson, state.step, state.undo.length], ["L04", 4, 1]);
  state = after(state, ...events(branch(5), 1));
  assert.equal(state.step, 4);
});

test("an untouched lesson is opened again by its name", () => {
  const lost = after(open(branch()), { type: "connection.lost", retryAt: 0 });
  const state = after(lost, { type: "session.opened", session: "s2", known: false });
  assert.deepEqual(state.outbox.map(wish), [
    { type: "document.open", lesson: "L04", expand: [] },
  ]);
});

test("a session that is known is asked for nothing again", () => {
  const lost = after(open(branch()), { type: "connection.lost", retryAt: 0 });
  const state = after(lost, { type: "session.opened", session: "s1", known: true });
  assert.deepEqual(state.outbox, []);
});

test("a step stays within the run, and playing ends at its end", () => {
  const state = open(branch());
  assert.equal(after(state, { type: "ui.step", step: 99 }).step, 6);
  assert.equal(after(state, { type: "ui.step", step: -1 }).step, 0);
  const playing = after(state, { type: "ui.play", playing: true });
  assert.equal(after(playing, { type: "ui.step", step: 5 }).playing, true);
  const ended = after(playing, { type: "ui.step", step: 6 });
  assert.equal(ended.playing, false);
  assert.equal(after(ended, { type: "ui.play", playing: true }).step, 0);
});

test("no event changes the state it is given", () => {
  const state = deepFrozen(open(branch(), 3));
  after(
    state,
    ask("x", 1),
    { type: "ask.undo" },
    { type: "ask.expand", layer: "y", expanded: true },
    { type: "ask.program", program: "f = x" },
    { type: "ui.fold", panel: "values", folded: true },
    ...events(opened(), 2),
  );
});

/** @template T @param {T} thing @returns {T} */
function deepFrozen(thing) {
  if (typeof thing === "object" && thing !== null && !Object.isFrozen(thing)) {
    Object.freeze(thing);
    Object.values(thing).forEach(deepFrozen);
  }
  return thing;
}

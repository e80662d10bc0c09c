// @ts-check
/** @import { Ask, CellRef, State } from "../types.js" */
/** @import { Asked, Cells, Predict, PredictAct } from "../predict/types.js" */
import { judged } from "../predict/judge.js";
import { optionsOf } from "../predict/options.js";
import { flatOf } from "../grid/geometry.js";
import { sameCell } from "./explained.js";

/** Nothing is asked. @type {Predict} */
export const NOTHING_ASKED = { asked: [], at: 0, source: null, count: 0 };

/** So many cells are asked for at once. */
export const MOST_CELLS = 36;

/** What a lesson asks, when it is opened; nothing in another document. @param {State} state @returns {State} */
export function askedAnew(state) {
  const asks = state.lessonText?.id === state.lesson ? state.lessonText?.ask ?? [] : [];
  const asked = asks.map((ask, at) => questionOf(ask, `lesson.${at}`));
  const source = JSON.stringify(state.document);
  return { ...state, predict: { ...NOTHING_ASKED, asked, source } };
}

/** @param {Ask} ask @param {string} id @returns {Asked} */
function questionOf(ask, id) {
  if (ask.kind === "choose") {
    return {
      ...blank(id, { of: "value", name: "", cells: [] }),
      by: "lesson",
      kind: "choice",
      ask,
    };
  }
  return { ...blank(id, ask), by: "lesson", kind: ask.kind, ask };
}

/** @param {string} id @param {Cells} cells @returns {Asked} */
function blank(id, { of, name, cells }) {
  return {
    ...{ id, by: "person", kind: "number", of, name, cells, ask: null },
    ...{ typed: cells.map(() => ""), list: null, picked: [], chosen: null, options: null },
    ...{ verdict: null, hint: false, done: null, vote: null },
  };
}

/**
 * What a person does with the questions.
 *
 * @param {State} state  with all of its numbers
 * @param {PredictAct} act
 * @returns {State}
 */
export function predicting(state, act) {
  const { predict } = state;
  switch (act.do) {
    case "cover":
      return covered(state, act.cells);
    case "go":
      return moved(state, act.at);
    case "drop":
      return dropped(state);
    case "revealAll": {
      const asked = predict.asked.map((one) =>
        one.done ? one : { ...one, done: /** @type {const} */ ("revealed"), vote: null }
      );
      return { ...state, predict: { ...predict, asked } };
    }
    default: {
      const one = predict.asked[predict.at];
      if (!one) return state;
      const next = answering(state, one, act);
      if (next === one) return state;
      const asked = predict.asked.map((other) => (other === one ? next : other));
      return { ...state, predict: { ...predict, asked } };
    }
  }
}

/** @typedef {Exclude<PredictAct, { do: "cover" | "go" | "drop" | "revealAll" }>} Answering */

/** @param {State} state @param {Asked} one @param {Answering} act @returns {Asked} */
function answering(state, one, act) {
  switch (act.do) {
    case "kind":
      return one.by === "person" ? ofKind(state, one, act.kind) : one;
    case "type":
      return { ...one, typed: one.typed.map((text, at) => (at === act.field ? act.text : text)) };
    case "list":
      return { ...one, list: act.text };
    case "pick":
      return { ...one, picked: toggled(one.picked, act.cell), verdict: null };
    case "choose":
      return withVerdict(state, withOptions(state, { ...one, chosen: act.option }));
    case "options":
      return withOptions(state, one);
    case "answer":
      return withVerdict(state, one);
    case "hint":
      return { ...one, hint: true };
    case "reveal":
      return {
        ...one,
        done: one.done ?? "revealed",
        vote: one.vote && { ...one.vote, revealed: true },
      };
    case "vote":
      return { ...withOptions(state, one), vote: { counted: [], revealed: one.done !== null } };
    case "count":
      return voted(one, (counted) => [...counted, act.option]);
    case "uncount":
      return voted(one, (counted) => counted.slice(0, -1));
    case "endVote":
      return { ...one, vote: null };
  }
}

/** @param {State} state @param {Asked} one @param {Asked["kind"]} kind @returns {Asked} */
function ofKind(state, one, kind) {
  const next = { ...one, kind, verdict: null, vote: null };
  return kind === "choice" ? withOptions(state, next) : next;
}

/** @param {Asked} one @param {(counted: number[]) => number[]} count @returns {Asked} */
function voted(one, count) {
  if (!one.vote || one.vote.revealed) return one;
  return { ...one, vote: { ...one.vote, counted: count(one.vote.counted) } };
}

/** @param {State} state @param {Asked} one @returns {Asked} */
function withOptions(state, one) {
  return one.options ? one : { ...one, options: optionsOf(state, one) };
}

/** @param {State} state @param {Asked} one @returns {Asked} */
function withVerdict(state, one) {
  const verdict = judged(state, one);
  const done = one.done ?? (verdict.kind === "right" ? "right" : null);
  return { ...one, verdict, done };
}

/** @param {CellRef[]} picked @param {CellRef} cell */
function toggled(picked, cell) {
  const without = picked.filter((other) => !sameCell(other, cell));
  return without.length < picked.length ? without : [...picked, cell];
}

/** A person covers cells: a question of their own, the one that the bar is about from then on. @param {State} state @param {Cells} cells @returns {State} */
function covered(state, cells) {
  const { predict, run } = state;
  const shape = run?.graph.nodes.get(cells.name)?.shape;
  const there = cells.cells.filter((index) => shape && flatOf(index, shape) !== null)
    .slice(0, MOST_CELLS);
  if (there.length === 0) return state;
  const question = blank(`person.${predict.count}`, { ...cells, cells: there });
  const asked = [...predict.asked.filter(({ done }) => !done), question];
  const now = { ...predict, asked, at: asked.length - 1, count: predict.count + 1 };
  return { ...state, predict: now };
}

/** @param {State} state @param {number} at @returns {State} */
function moved(state, at) {
  const { predict } = state;
  return predict.asked[at] ? { ...state, predict: { ...predict, at } } : state;
}

/** Leaves the questions that are answered; with them, the bar. @param {State} state @returns {State} */
function dropped(state) {
  const { predict } = state;
  const asked = predict.asked.filter(({ done }) => !done);
  return { ...state, predict: { ...predict, asked, at: 0 } };
}

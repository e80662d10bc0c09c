// @ts-check
/** @import { RunState, State } from "../../static/types.js" */
/** @import { WireEvent } from "../../static/wire.js" */
import { readFileSync } from "node:fs";
import { EMPTY, reduce } from "../../static/store.js";

/** Lessons as the server runs them; see fixtures/make.py. */
export const LESSONS = /** @type {const} */ ([
  ...["L04", "L06", "L08", "L10", "L11", "L14", "L15", "L17", "L19", "L19-opened"],
]);

/** @param {string} file @returns {any[]} */
function lines(file) {
  const text = readFileSync(new URL(`fixtures/${file}.jsonl`, import.meta.url), "utf8");
  return text.trim().split("\n").map((line) => JSON.parse(line));
}

/** The state with a lesson's run drawn. @param {string} lesson @param {number} [step] @returns {State} */
export function lesson(lesson, step = 0) {
  /** @type {WireEvent[]} */
  const events = lines(`${lesson}.events`);
  const state = events.reduce(reduce, /** @type {State} */ (EMPTY));
  return reduce(state, { type: "ui.step", step });
}

/** The whole run of a lesson. @param {string} name */
export function runOf(name) {
  const { run } = lesson(name);
  if (!run) throw new Error(`no run of ${name}`);
  return run;
}

/**
 * Every lesson's run, with its layers closed and opened.
 *
 * @returns {{ lesson: string, closed: RunState, opened: RunState }[]}
 */
export const everyRun = () => runsOf("every.events");

/** The same of the handwritten digits, whose larger arrays are not in line. */
export const digitRuns = () => runsOf("digits.events");

/** @param {string} file @returns {{ lesson: string, closed: RunState, opened: RunState }[]} */
function runsOf(file) {
  /** @type {Map<string, Record<string, RunState>>} */
  const runs = new Map();
  for (const { lesson, layers, events } of lines(file)) {
    const { run } = events.reduce(reduce, EMPTY);
    runs.set(lesson, { ...runs.get(lesson), [layers]: run });
  }
  return [...runs].map(([lesson, { closed, opened }]) => ({ lesson, closed, opened }));
}

/**
 * What the core says of every cell of a lesson.
 *
 * @typedef {object} Said
 * @property {"value" | "gradient"} of
 * @property {string} name
 * @property {number[]} index
 * @property {number} value
 * @property {string} combine
 * @property {{ consumer: string, slot: string | null, products: number[], labels: string[] }[]} roads
 *
 * @param {string} lesson
 * @returns {Said[]}
 */
export function saidOf(lesson) {
  return lines(`${lesson}.explained`);
}

// @ts-check
/** @import { NestedNumbers, State, WrongAnswer } from "../types.js" */
/** @import { Diagnosis } from "./types.js" */

/**
 * What a lesson knows of wrong answers, and in which words.
 *
 * @typedef {{ diagnosis: Diagnosis, error: string,
 *   value: Record<string, { shape: number[], data: number[] }> | null }} Known
 */

/** Options of a lesson that its wrong answers say nothing of: what is to be said is `predict.choice.`. */
export const CHOICES = new Set([
  ...["L07.0", "L07.2", "L15.0", "L15.2", "L16.0", "L18.0", "L18.1", "L20.1", "L20.2", "L24.0"],
]);

/** The beginning of a lesson's strings. @param {string} id */
export function lessonKey(id) {
  return `lesson.${id.split("-")[0]}`;
}

/** The wrong answers that hold for the numbers there are now: none after an edit. @param {State} state @returns {Known[]} */
export function knownWrong({ lesson, lessonText, document, predict }) {
  if (!lesson || lessonText?.id !== lesson) return [];
  if (predict.source !== null && predict.source !== JSON.stringify(document)) return [];
  return lessonText.wrong_answers.map((wrong, at) => knownOf(lesson, wrong, at));
}

/** @param {string} lesson @param {WrongAnswer} wrong @param {number} at @returns {Known} */
export function knownOf(lesson, { error, value }, at) {
  return {
    error,
    diagnosis: { key: `${lessonKey(lesson)}.wrong.${at}`, params: {} },
    value: value &&
      Object.fromEntries(Object.entries(value).map(([name, part]) => [name, flattened(part)])),
  };
}

/** @param {NestedNumbers} part @returns {{ shape: number[], data: number[] }} */
export function flattened(part) {
  if (typeof part === "number") return { shape: [], data: [part] };
  const rows = Array.from(part, flattened);
  return { shape: [rows.length, ...rows[0]?.shape ?? []], data: rows.flatMap(({ data }) => data) };
}

/** Letters and digits alone: "G · W" and "G W" are the same. @param {string} text */
export function plainWords(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}[\]/−+-]/gu, "");
}

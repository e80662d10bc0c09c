// @ts-check
/** @import { LessonSummary, Progress } from "../types.js" */

/**
 * Where a lesson stands among the others, from 0, and those before and after it; -1 and none for a
 * document that is no lesson.
 *
 * @param {readonly LessonSummary[]} lessons
 * @param {string | null} id
 */
export function placeAmong(lessons, id) {
  const at = lessons.findIndex((lesson) => lesson.id === id);
  const neighbour = (/** @type {number} */ by) => (at < 0 ? null : lessons[at + by]?.id ?? null);
  return { at, previous: neighbour(-1), next: neighbour(1) };
}

/**
 * How many of the lessons were opened, and how many of those were solved.
 *
 * @param {readonly LessonSummary[]} lessons
 * @param {Progress} progress
 */
export function tally(lessons, progress) {
  const states = lessons.map(({ id }) => progress[id]);
  return {
    count: lessons.length,
    opened: states.filter((state) => state !== undefined).length,
    solved: states.filter((state) => state === "solved").length,
  };
}

/**
 * The lessons by track, in their order.
 *
 * @param {readonly LessonSummary[]} lessons
 * @returns {[string, LessonSummary[]][]}
 */
export function byTrack(lessons) {
  return [...Map.groupBy(lessons, ({ track }) => track)];
}

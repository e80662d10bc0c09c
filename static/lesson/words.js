// @ts-check
import { has, t } from "../strings/index.js";

/**
 * What a lesson says, in the page's language: `title`, `question`, `look`, `misconception`,
 * `answer`, `notes` (not all have any), `wrong.N` and `wrong.N.error` (a wrong answer's diagnosis
 * and its name), `ask.N.option.M`.
 *
 * @param {string} id  of the lesson, "L08-affine-nudge"
 * @param {string} what
 */
export function lessonWord(id, what) {
  return t(`lesson.${shortId(id)}.${what}`);
}

/** Whether a lesson says that. @param {string} id @param {string} what */
export function saysWord(id, what) {
  return has(`lesson.${shortId(id)}.${what}`);
}

/** The first part of a lesson's id: "L08" of "L08-affine-nudge". @param {string} id */
export function shortId(id) {
  return id.split("-")[0];
}

/** The name of a track of lessons, which begins with its letter. @param {string} track */
export function trackWord(track) {
  return t(`track.${track[0]}`);
}

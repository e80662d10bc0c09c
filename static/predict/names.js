// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Asked, Diagnosis, Option } from "./types.js" */
import { gradientName } from "../explain/name.js";
import { bracketed } from "../explain/label.js";
import { format } from "../numbers.js";
import { t } from "../strings/index.js";
import { lessonKey } from "./lesson.js";

/** Letters of the options. */
const LETTERS = "ABCDEFGH";

/** @param {number} at */
export function letterOf(at) {
  return LETTERS[at];
}

/** A cell as it is written: x[0], ∂L/∂x[0]. @param {RunState} run @param {CellRef["of"]} of @param {string} name @param {readonly number[]} index */
export function nameOf(run, of, name, index) {
  return of === "gradient" ? gradientName(run, name, index) : name + bracketed(index);
}

/** What is asked for, by name; of an array that is not asked for whole, with its cells. @param {RunState} run @param {Asked} asked */
export function subjectOf(run, { of, name, cells }) {
  if (cells.length === 1) return nameOf(run, of, name, cells[0]);
  const size = run.graph.nodes.get(name)?.shape.reduce((product, length) => product * length, 1);
  const whole = nameOf(run, of, name, []);
  return size === cells.length ? whole : `${whole} ${cells.map(bracketed).join(", ")}`;
}

/** @param {Diagnosis} diagnosis */
export function diagnosisText({ key, params }) {
  return t(key, params);
}

/** An option as it is shown. @param {Option} option @param {Asked} asked @param {string | null} lesson @param {number} digits */
export function optionText({ numbers, words }, { id }, lesson, digits) {
  if (words !== null) {
    return t(`${lessonKey(lesson ?? "")}.ask.${id.split(".")[1]}.option.${words}`);
  }
  const texts = (numbers ?? []).map((number) => format(number, digits));
  return texts.length === 1 ? texts[0] : `(${texts.join(", ")})`;
}

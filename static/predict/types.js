// @ts-check
/** @import { Ask, CellRef } from "../types.js" */
/**
 * Some cells of one array.
 *
 * @typedef {{ of: CellRef["of"], name: string, cells: number[][] }} Cells
 *
 * What is to be predicted. A `number` and what a person covered are covered until they are right or
 * revealed; a lesson's `pick` and `choice` cover nothing.
 *
 * @typedef {object} Asked
 * @property {string} id
 * @property {"lesson" | "person"} by
 * @property {"number" | "pick" | "choice"} kind
 * @property {CellRef["of"]} of
 * @property {string} name  "" where it is about no cell
 * @property {number[][]} cells  to be predicted; of a lesson's pick, to be picked
 * @property {Ask | null} ask  the lesson's own
 * @property {string[]} typed  what stands in the fields, one for each cell
 * @property {string | null} list  what stands in the field for all at once; null: a field a cell
 * @property {CellRef[]} picked
 * @property {number | null} chosen  which of the options
 * @property {Option[] | null} options  null until they are needed
 * @property {Verdict | null} verdict  on what was answered last
 * @property {boolean} hint  whether its explanation may be looked at, the number still covered
 * @property {"right" | "revealed" | null} done
 * @property {Vote | null} vote
 *
 * One of several answers: numbers, one for each cell, or the words of a lesson's option.
 *
 * @typedef {object} Option
 * @property {number[] | null} numbers
 * @property {number | null} words  which of the lesson's options
 * @property {boolean} right
 * @property {Diagnosis | null} diagnosis  what would have been done to come to it
 *
 * A vote in a room. `counted`: the options that were counted, in order, so that one can be undone.
 *
 * @typedef {{ counted: number[], revealed: boolean }} Vote
 *
 * What was done to come to an answer: a string's key and its parameters.
 *
 * @typedef {{ key: string, params: Record<string, string | number> }} Diagnosis
 *
 * What is said of an answer. `unread` is no answer yet, and not wrong; `cells`: which of those
 * typed are right.
 *
 * @typedef {{ kind: "right" } | { kind: "unread", diagnosis: Diagnosis }
 *   | { kind: "wrong", diagnosis: Diagnosis, cells: boolean[] }
 *   | { kind: "far", diagnosis: Diagnosis, cells: boolean[] }} Verdict
 *
 * @typedef {object} Predict
 * @property {Asked[]} asked
 * @property {number} at  which of them the bar is about
 * @property {string | null} source  the document for which a lesson's wrong answers hold
 * @property {number} count  how many questions there ever were: names the next one
 *
 * @typedef {{ do: "cover", cells: Cells } | { do: "kind", kind: Asked["kind"] }
 *   | { do: "go", at: number } | { do: "type", field: number, text: string }
 *   | { do: "list", text: string | null } | { do: "pick", cell: CellRef }
 *   | { do: "choose", option: number }
 *   | { do: "options" } | { do: "answer" } | { do: "hint" } | { do: "reveal" }
 *   | { do: "revealAll" } | { do: "drop" }
 *   | { do: "vote" } | { do: "count", option: number } | { do: "uncount" }
 *   | { do: "endVote" }} PredictAct
 */

export {};

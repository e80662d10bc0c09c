// @ts-check
/** @import { GraphEdge, GraphNode, ElementNudged, ErrorBody } from "../wire.js" */
/** @import { RunState } from "../types.js" */
/**
 * A matrix by its rows.
 *
 * @typedef {{ rows: number, cols: number, data: ArrayLike<number> }} Matrix
 *
 * A product Y = A · B of the network, and the wire whose message is asked for. A vector on the left
 * is a row, one on the right a column.
 *
 * @typedef {object} Problem
 * @property {RunState} run
 * @property {GraphNode} op
 * @property {GraphEdge & { key: string }} edge
 * @property {GraphNode} left
 * @property {GraphNode} right
 * @property {"left" | "right"} side  which of the two the message goes to
 * @property {GraphNode} target
 * @property {GraphNode} other
 *
 * @typedef {"given" | "transposed" | "inverse"} Turn
 *
 * One side of a product: an array of the problem, as it is or turned.
 *
 * @typedef {{ of: "value" | "gradient", node: string, turn: Turn, matrix: Matrix }} Part
 *
 * A product that might be the message.
 *
 * @typedef {object} Candidate
 * @property {string} id
 * @property {[Part, Part]} parts
 * @property {string} is  what it is: a key of the words that tell it
 * @property {Matrix | null} matrix  null: it is not defined
 * @property {boolean} fits  whether it has the shape of what is asked for
 *
 * The puzzle as it stands. A nudge that was made without a server has no answer.
 *
 * @typedef {{ run: RunState, index: number[], by: number }} PuzzleNudge
 * @typedef {object} Puzzle
 * @property {string} key  of the wire
 * @property {"product" | "siblings"} tab
 * @property {string | null} picked  the product that was picked
 * @property {Record<string, number[]>} cells  by wire, the cell that its sibling is shown for
 * @property {{ id: string, nudge: PuzzleNudge } | null} asked
 * @property {{ nudge: PuzzleNudge, answer: ElementNudged | null }[]} told  in their order
 * @property {ErrorBody | null} refused
 *
 * @typedef {{ do: "open", key: string } | { do: "close" } | { do: "tab", tab: Puzzle["tab"] }
 *   | { do: "pick", id: string } | { do: "nudge", index: number[], by: number }
 *   | { do: "cell", key: string, index: number[] }} PuzzleAct
 */

export {};

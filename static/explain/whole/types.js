// @ts-check
/** @import { GraphEdge, GraphNode } from "../../wire.js" */
/** @import { RunState } from "../../types.js" */
/** @import { Road } from "../types.js" */
/**
 * The picture "all cells at once": matrices in lines, which fill moment by moment.
 *
 * One matrix of it. Its line is 0 for what was there or was set on the way forward, more for what
 * comes back.
 *
 * @typedef {object} Panel
 * @property {number} line
 * @property {string} sign  what stands before it
 * @property {string} caption
 * @property {readonly number[]} shape
 * @property {ArrayLike<number>} data
 * @property {"value" | "gradient"} of
 * @property {string} name  the node whose cells these are; "" where they are no cells of the run
 * @property {"cells" | "bars"} look
 * @property {boolean} [sum]  bars under a line: what those above add up to
 *
 * What is said at a moment: a key, and what it needs.
 *
 * @typedef {{ key: string, params: Record<string, string | number> }} Words
 *
 * A moment reads cells and writes them elsewhere: the panel and the flat places.
 *
 * @typedef {{ read: [number, number[]][], write: [number, number[]], say?: Words }} Moment
 *
 * @typedef {{ panels: Panel[], moments: Moment[], words: Words }} Whole
 *
 * What a picture is made from: one wire on which gradient comes back, and for each cell of the
 * input the local derivatives by it.
 *
 * @typedef {object} Wire
 * @property {RunState} run
 * @property {GraphNode} input
 * @property {GraphNode} op
 * @property {GraphEdge & { key: string }} edge
 * @property {Road[]} roads
 * @property {number[]} index  of the cell that is opened
 */

export {};

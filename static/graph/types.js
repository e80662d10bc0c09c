// @ts-check
/** @import { Layout, Rect, Size } from "../layout/types.js" */
/** @import { GraphNode } from "../wire.js" */
/**
 * What a card has to show, worked out once for each graph.
 *
 * @typedef {object} CardSpec
 * @property {string} id
 * @property {GraphNode} node
 * @property {"cells" | "heat" | "image"} look
 * @property {number} rows
 * @property {number} cols
 * @property {number} blockRows    rows before a wider gap, for more than two dimensions
 * @property {{ height: number, width: number } | null} image
 * @property {{ value: number, gradient: number }} chars  of the widest number
 * @property {"half" | "none" | "nopath"} gradient  a target has no gradient half
 * @property {string} loss         what the gradient is of
 * @property {Road[]} roads        the ways a gradient comes by, where there are several
 * @property {boolean} perRoad     whether each road has a slot of its own, or all share one
 *
 * @typedef {{ key: string, to: string, slot: string }} Road  by the edge, from the op that sends
 *
 * How the whole graph is drawn: with every number where it is, or small with the numbers of what
 * the step touches drawn large.
 *
 * @typedef {"cards" | "wide" | "chips"} Mode  wide: cards whose halves may stand side by side
 *
 * @typedef {object} Sheet         a graph with its places
 * @property {Mode} mode
 * @property {number} font         of the numbers in a card, in the units of the layout
 * @property {Map<string, CardSpec>} specs
 * @property {Layout} layout
 * @property {Frame} frame
 * @property {boolean} cells       whether chips have a cell for each number
 *
 * How a drawing is fitted: what is left free beside it, for the large cards there, in CSS pixels,
 * and the largest scale.
 *
 * @typedef {{ left: number, right: number, most: number }} Frame
 *
 * What a step touches.
 *
 * @typedef {object} Touched
 * @property {"rest" | "forward" | "turn" | "backward"} pass
 * @property {string | null} op        the op that runs or sends
 * @property {string[]} inputs         the values it reads
 * @property {string | null} result    the value it makes
 * @property {string | null} receiver  the value that receives
 * @property {string | null} edge      the key of the wire of the message
 *
 * @typedef {{ x: number, y: number, scale: number }} View
 */

export {};

// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { RunState } from "../types.js" */
/** @import { GraphNode, WireArray } from "../wire.js" */
/**
 * An index map as the wire has it: for a cell, which cells of which recorded arrays make it.
 *
 * @typedef {{ of: string, offset: number, strides: Record<string, number> }} CellExpr
 *   the cell of an array at given labels: `of` is a slot, "out" or "kept.NAME"
 * @typedef {number | CellExpr | [string, ...unknown[]]} Expr  `["+", a, b]`, `["same", "j", "k"]`
 *
 * @typedef {{ over: string[], factors: Expr[] }} MapTerm
 * @typedef {{ cell: CellExpr, factors: Expr[] }} Partial
 * @typedef {{ strides: Record<string, number>, offset: number, size: number }} Within
 *   what labels must keep to: 0 <= offset + sum of strides times labels < size
 *
 * @typedef {object} IndexMap
 * @property {Record<string, number>} labels  the size of each
 * @property {CellExpr} out
 * @property {string} combine
 * @property {MapTerm[]} terms
 * @property {Record<string, Partial>} partials
 * @property {Within[]} [within]
 *
 * Settings of labels, as columns: entry n of each is one setting.
 *
 * @typedef {{ count: number, columns: Record<string, Int32Array> }} Settings
 *
 * A cell that a factor reads. `kept` is what a layer keeps under that name.
 *
 * @typedef {object} Ref
 * @property {"value" | "gradient" | "kept"} of
 * @property {string} name  of the node
 * @property {string} [kept]
 * @property {number[]} index
 *
 * A factor's name in pieces; a piece that is one cell has its ref.
 *
 * @typedef {{ text: string, ref: Ref | null }} Piece
 * @typedef {{ label: string, pieces: Piece[], value: number, ref: Ref | null }} Factor
 *
 * All terms that came by one consumer, or that make a value in one way. `columns[k][n]` is factor k
 * of term n, `products[n]` their product, `reaches[n]` the flat place in the consumer's value.
 *
 * @typedef {object} Road
 * @property {string} consumer
 * @property {string | null} slot
 * @property {number} count
 * @property {Float64Array[]} columns
 * @property {Float64Array} products
 * @property {ArrayLike<number>} reaches
 * @property {number} sum
 * @property {(n: number) => Factor[]} factors  what stands in term n, named when it is shown
 * @property {Float64Array | null} worth  where it goes: what each cell it reaches is worth, if the
 *   loss depends on it
 * @property {() => string} pattern  the factors as they are written for all cells: y · (1 − y)
 * @property {() => Difference | null} difference  of the first term, where it is one of two cells
 *
 * A factor that is the difference of two cells, as y − t: their numbers, what they are called, and
 * the factors beside it.
 *
 * @typedef {{ left: number, right: number, names: [string, string], rest: string }} Difference
 *
 * @typedef {object} Explanation
 * @property {number} value
 * @property {string} combine  "sum": the terms add up to the value; "to": where it goes; "given"
 * @property {Road[]} roads
 *
 * @typedef {object} Question
 * @property {"value" | "gradient" | "message"} of
 * @property {string} [name]  a node
 * @property {string} [key]  a wire, for a message
 * @property {number[]} index
 * @property {"from" | "to"} [direction]  "from" if absent
 *
 * @typedef {(array: WireArray) => ArrayLike<NumberLike>} Numbers  the numbers of an array, at hand
 *
 * @typedef {object} Recorded  what a node's index map reads, and what it is called
 * @property {RunState} run
 * @property {GraphNode} node
 * @property {IndexMap} map
 * @property {(of: string) => Source} source
 *
 * @typedef {object} Source
 * @property {ArrayLike<NumberLike>} data
 * @property {readonly number[]} shape
 * @property {string} name  what it is called
 * @property {Ref["of"] | null} kind  null: a literal of the program
 * @property {string} node
 * @property {string} [kept]
 */

export {};

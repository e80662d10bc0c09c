// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Explanation, Piece, Question } from "../explain/types.js" */
/**
 * The scalar graph of one cell: what its number is made of, or what it is used for, number by
 * number.
 *
 * A node is a number, with the operation that makes it if it is drawn. `rest` is what several
 * numbers that are not drawn add up to; where they do not add up, its value is null.
 *
 * @typedef {object} ScalarNode
 * @property {string} id
 * @property {"cell" | "number" | "result" | "rest"} kind  `result`: one between two operations
 * @property {string} name  as it is written: W[0,1], (1 − y[0]); "" for a result and a rest
 * @property {CellRef | null} cell  the cell of the run that it is
 * @property {Piece[]} pieces  of its name, the cells in it
 * @property {string | null} symbol  the operation
 * @property {number | null} value
 * @property {number | null} gradient  how fast the loss moves with it; null where that is not said
 * @property {number} count  of the numbers that it stands for
 *
 * A use of a number. `message` is what comes back by it, `factors` what that is the product of,
 * the first of them the gradient of what is made.
 *
 * @typedef {object} ScalarEdge
 * @property {string} id
 * @property {string} from
 * @property {string} to
 * @property {number | null} message
 * @property {{ label: string, value: number }[]} factors
 *
 * @typedef {object} ScalarGraph
 * @property {CellRef} cell
 * @property {"made" | "used"} kind
 * @property {string} root  the node of the cell
 * @property {ScalarNode[]} nodes
 * @property {ScalarEdge[]} edges
 *
 * @typedef {(question: Question) => Explanation | null} Ask
 *
 * @typedef {object} Sources  what a scalar graph is made from
 * @property {RunState} run
 * @property {Ask} ask
 */

export {};

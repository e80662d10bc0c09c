// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { ProblemCode } from "../typed.js" */
/** @import { Theme } from "../colors.js" */
/**
 * @typedef {object} GridArray  an array as the wire has it; `data` may come later
 * @property {readonly number[]} shape
 * @property {ArrayLike<NumberLike>} [data]  flat, row-major
 * @property {{ shape: readonly number[], data: ArrayLike<NumberLike> }} [thumbnail]
 *
 * @typedef {"value" | "unreached" | "nopath"} State
 *
 * @typedef {object} Look
 * @property {State} state
 * @property {ReadonlySet<number>} [changed]  flat indices to underline for a second
 *
 * @typedef {object} GridOptions
 * @property {"value" | "gradient"} of
 * @property {string} name
 * @property {string} label  the accessible name
 * @property {boolean} [editable]
 * @property {GridStrings} strings
 * @property {() => number} digits
 * @property {() => number} maxAbs  where the scale of the whole document ends
 * @property {() => Theme} theme
 * @property {{ height: number, width: number }} [image]  each row is an image of this size
 * @property {{ width: number, height: number }} [room]  what a heat map may take, in CSS pixels
 * @property {(index: number[], number: number) => void} [onEdit]
 * @property {(code: ProblemCode | null, cell: HTMLElement, details: ProblemDetails) => void} [onEditProblem]
 *   null: what was wrong with this cell no longer is
 * @property {(index: number[], cell: HTMLElement) => void} [onClick]
 * @property {(index: number[] | null) => void} [onHover]
 *
 * @typedef {{ at?: number, name?: string }} ProblemDetails
 *
 * @typedef {object} GridStrings  what the looks are called
 * @property {string} unreached
 * @property {string} zero
 * @property {string} nopath
 *
 * @typedef {object} Grid
 * @property {HTMLElement} element
 * @property {(array: GridArray, look: Look) => void} update
 * @property {() => void} refresh  draws the same again: the theme, the scale or the digits changed
 * @property {(index: readonly number[]) => void} focusCell
 * @property {(index: readonly number[]) => HTMLElement | null} cell
 * @property {() => void} destroy
 *
 * @typedef {object} View  one way to draw an array, as the controls and the editor use it
 * @property {HTMLElement} element
 * @property {Geometry} geometry
 * @property {number} current  the flat index the keyboard is at
 * @property {(array: GridArray, look: Look) => void} show
 * @property {(event: MouseEvent) => number | null} hit  the cell under the pointer
 * @property {(flat: number) => HTMLElement} goTo  makes a cell the current one
 * @property {(flat: number) => HTMLElement | null} cell
 * @property {(flat: number) => number | null} numberAt  null: not known, not reached
 * @property {(flat: number) => string} textAt  the number as it is shown
 * @property {(flat: number, number: number) => void} preview  shows a number before the server does
 * @property {(flat: number) => void} hold  leaves a cell to the editor
 * @property {(flat: number) => void} release
 * @property {(flat: number, event: KeyboardEvent) => number | null} move
 * @property {(flat: number | null) => void} hover
 * @property {() => void} destroy
 *
 * @typedef {object} Geometry  an array as rows of numbers, in blocks
 * @property {readonly number[]} shape
 * @property {number} size
 * @property {number} rows  in all blocks
 * @property {number} cols
 * @property {number} blockRows
 */

export {};

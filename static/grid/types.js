// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { ProblemCode } from "../typed.js" */
/** @import { Theme } from "../colors.js" */
/**
 * @typedef {object} GridArray  an array as the wire has it: inline with `data`, or far with `href`
 * @property {readonly number[]} shape
 * @property {ArrayLike<NumberLike>} [data]  flat, row-major
 * @property {readonly number[]} [covered]  flat places of far numbers that are to be predicted first
 * @property {string} [href]  where the numbers are, if not here; the grid fetches them
 * @property {{ shape: readonly number[], data: ArrayLike<NumberLike> }} [thumbnail]
 *
 * @typedef {"value" | "unreached" | "nopath"} LookState
 *
 * @typedef {object} Look
 * @property {LookState} state
 * @property {ReadonlySet<number>} [changed]  flat indices to underline for a second
 * @property {readonly number[] | null} [selected]  the index of the cell to outline
 *
 * @typedef {object} GridOptions
 * @property {"value" | "gradient"} of
 * @property {string} name
 * @property {string} label  the accessible name
 * @property {boolean} [editable]
 * @property {() => number} digits
 * @property {() => number} maxAbs  where the scale of the whole document ends
 * @property {() => Theme} theme
 * @property {{ height: number, width: number }} [image]  each row is an image of this size
 * @property {boolean} [heat]  a heat map, however few the numbers
 * @property {{ width: number, height: number }} [room]  what a heat map or an image may take, in
 *   CSS pixels; without it, the width the element has
 * @property {(index: number[], number: number) => void} [onEdit]
 * @property {(code: ProblemCode | null) => void} [onEditProblem]
 *   what was typed is no number; null: what was wrong with a cell no longer is
 * @property {(index: number[], cell: HTMLElement) => void} [onClick]
 * @property {(index: number[]) => void} [onExplain]  Space, where that is not the same
 *
 * @typedef {object} Grid
 * @property {HTMLElement} element
 * @property {(array: GridArray, look: Look) => void} update
 * @property {() => void} refresh  draws the same again: the theme, the scale or the digits changed
 * @property {(index: readonly number[], message: string) => void} refuse
 *   what was last typed into the cell is not taken: shows it again, with the reason beside it
 * @property {() => void} settle  no answer is awaited any more: shows the array's own numbers
 * @property {() => void} destroy
 *
 * @typedef {object} Model  the numbers of a grid, those typed and not answered yet among them
 * @property {readonly number[]} shape
 * @property {Look} look
 * @property {ArrayLike<NumberLike> | null} data  null: not here yet, or not reached
 * @property {GridArray["thumbnail"]} thumbnail
 * @property {boolean} failed  the numbers could not be fetched
 * @property {() => ArrayLike<NumberLike> | null} numbers  all, those typed among them
 * @property {(flat: number) => boolean} covered  whether it is to be predicted first
 * @property {(flat: number) => number | null} at  null where it is not here, or covered
 * @property {(array: GridArray, look: Look) => void} show
 * @property {(flat: number, number: number) => void} preview
 * @property {(flat?: number) => void} settle  forgets previews: of one number, or all
 *
 * @typedef {object} View  one way to draw a model, as the controls and the editor use it
 * @property {HTMLElement} element
 * @property {Geometry} geometry
 * @property {number} current  the flat index the keyboard is at
 * @property {() => void} draw  draws what the model has now, where it differs from what is drawn
 * @property {(event: Event) => number | null} hit  the cell under the pointer
 * @property {(flat: number) => HTMLElement} goTo  makes a cell the current one
 * @property {(flat: number) => HTMLElement | null} cell
 * @property {(flat: number) => string} textAt  the number as it is shown
 * @property {(flat: number) => HTMLElement} hold  the cell, which stays while an editor is in it
 * @property {(flat: number) => void} release
 * @property {(flat: number, event: { key: string, ctrlKey: boolean }) => number | null} move
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

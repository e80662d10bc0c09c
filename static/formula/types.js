// @ts-check
/**
 * The tree of a formula, and what a page tells about the operands in it.
 *
 * @typedef {"value" | "gradient" | "kept"} OperandKind
 *
 * @typedef {object} OperandTree  `\v{a}`, `\d{a}` or `\k{mask}`, with the scripts written on it
 * @property {"operand"} type
 * @property {OperandKind} kind
 * @property {string} slot
 * @property {boolean} transposed
 * @property {Tree | null} sub
 * @property {Tree | null} sup
 *
 * @typedef {{ type: "row", items: Tree[] }} RowTree
 * @typedef {{ type: "identifier", text: string, style: Style }} IdentifierTree
 * @typedef {"italic" | "upright" | "bold" | "sans"} Style
 * @typedef {{ type: "number", text: string, bold: boolean }} NumberTree
 * @typedef {"binary" | "relation" | "punctuation" | "open" | "close" | "plain"} OperatorRole
 * @typedef {{ type: "operator", text: string, role: OperatorRole }} OperatorTree
 * @typedef {{ type: "function", text: string, limits: boolean }} FunctionTree
 * @typedef {{ type: "large", text: string }} LargeTree
 * @typedef {{ type: "words", text: string }} WordsTree
 * @typedef {{ type: "space", width: number }} SpaceTree
 * @typedef {{ type: "fraction", top: Tree, bottom: Tree, small: boolean }} FractionTree
 * @typedef {{ type: "root", inside: Tree, index: Tree | null }} RootTree
 * @typedef {{ type: "scripts", base: Tree, sub: Tree | null, sup: Tree | null }} ScriptsTree
 * @typedef {{ type: "fenced", open: string, close: string, inside: Tree }} FencedTree
 * @typedef {{ type: "cases", rows: Tree[][] }} CasesTree
 *
 * @typedef {OperandTree | RowTree | IdentifierTree | NumberTree | OperatorTree | FunctionTree |
 *   LargeTree | WordsTree | SpaceTree | FractionTree | RootTree | ScriptsTree | FencedTree |
 *   CasesTree} Tree
 *
 * @typedef {{ name: string, node: string, shape?: readonly number[] }} Named
 * @typedef {{ literal: number | string }} Literal
 *
 * @typedef {object} Env  what stands in the slots of one op of one network
 * @property {(slot: string) => Named | Literal} value
 * @property {(slot: string) => Named} gradient
 * @property {(name: string) => Named} [kept]  absent: what is kept goes by its own name
 * @property {string} lossName
 * @property {(text: string) => string} [words]  translates the words of `\text{}`
 * @property {boolean} [focusable]  operands can be reached with the Tab key
 * @property {"block" | "inline"} [display]  "block" if absent
 */

export {};

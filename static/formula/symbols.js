// @ts-check
/** @import { OperatorRole } from "./types.js" */

/**
 * Commands that are one operator.
 *
 * @type {Record<string, [string, OperatorRole]>}
 */
export const OPERATORS = {
  cdot: ["·", "binary"],
  odot: ["⊙", "binary"],
  times: ["×", "binary"],
  otimes: ["⊗", "binary"],
  circ: ["∘", "binary"],
  oplus: ["⊕", "binary"],
  star: ["⋆", "binary"],
  ast: ["∗", "binary"],
  div: ["÷", "binary"],
  pm: ["±", "binary"],
  ge: ["≥", "relation"],
  geq: ["≥", "relation"],
  le: ["≤", "relation"],
  leq: ["≤", "relation"],
  ne: ["≠", "relation"],
  neq: ["≠", "relation"],
  approx: ["≈", "relation"],
  sim: ["∼", "relation"],
  equiv: ["≡", "relation"],
  to: ["→", "relation"],
  rightarrow: ["→", "relation"],
  mapsto: ["↦", "relation"],
  in: ["∈", "relation"],
  mid: ["|", "relation"],
  lvert: ["|", "open"],
  rvert: ["|", "close"],
  lVert: ["‖", "open"],
  rVert: ["‖", "close"],
  lfloor: ["⌊", "open"],
  rfloor: ["⌋", "close"],
  lbrace: ["{", "open"],
  rbrace: ["}", "close"],
  "{": ["{", "open"],
  "}": ["}", "close"],
  dots: ["…", "plain"],
  ldots: ["…", "plain"],
  cdots: ["⋯", "plain"],
  top: ["⊤", "plain"],
  prime: ["′", "plain"],
};

/**
 * Characters that are one operator.
 *
 * @type {Record<string, [string, OperatorRole]>}
 */
export const SIGNS = {
  "=": ["=", "relation"],
  "<": ["<", "relation"],
  ">": [">", "relation"],
  ":": [":", "relation"],
  "+": ["+", "binary"],
  "-": ["−", "binary"],
  "*": ["∗", "binary"],
  "/": ["/", "binary"],
  ",": [",", "punctuation"],
  ";": [";", "punctuation"],
  "(": ["(", "open"],
  "[": ["[", "open"],
  ")": [")", "close"],
  "]": ["]", "close"],
  "|": ["|", "plain"],
  "!": ["!", "plain"],
  ".": [".", "plain"],
};

/**
 * Named functions, true where a subscript goes below them.
 *
 * @type {Record<string, boolean>}
 */
export const FUNCTIONS = {
  exp: false,
  log: false,
  ln: false,
  sin: false,
  cos: false,
  tanh: false,
  max: true,
  min: true,
};

/** @type {Record<string, string>} */
export const LARGE = { sum: "∑", prod: "∏" };

/** Widths in em. @type {Record<string, number>} */
export const SPACES = { ",": 0.167, ":": 0.222, ";": 0.278, " ": 0.25, quad: 1, qquad: 2 };

/** @type {Record<string, string>} */
export const LETTERS = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  varepsilon: "ε",
  eta: "η",
  theta: "θ",
  lambda: "λ",
  mu: "μ",
  pi: "π",
  rho: "ρ",
  sigma: "σ",
  tau: "τ",
  phi: "φ",
  omega: "ω",
};

/** Letters and signs that stand upright. @type {Record<string, string>} */
export const UPRIGHT = { partial: "∂", infty: "∞", nabla: "∇", ell: "ℓ", Delta: "Δ" };

/** Commands that set the style of a braced text. @type {Record<string, "upright" | "bold" | "sans">} */
export const STYLES = { mathrm: "upright", mathbf: "bold", mathsf: "sans" };

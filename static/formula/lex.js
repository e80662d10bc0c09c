// @ts-check
/**
 * @typedef {"command" | "number" | "letter" | "sign" | "brace" | "script" | "cell" | "row" |
 *   "end"} TokenKind
 * @typedef {{ kind: TokenKind, text: string, at: number }} Token
 */

/** A formula that cannot be read: what stopped it, and where, in characters from 0. */
export class FormulaError extends Error {
  /**
   * @param {string} what
   * @param {number} at
   * @param {string} tex
   */
  constructor(what, at, tex) {
    super(`formula: ${what} at ${at}: ${tex}`);
    this.name = "FormulaError";
    this.at = at;
  }
}

/** @type {[TokenKind, RegExp][]} */
const KINDS = [
  ["row", /\\\\/y],
  ["command", /\\(?:operatorname\*|[A-Za-z]+|.)/y],
  ["number", /\d+(?:\.\d+)?/y],
  ["letter", /\p{L}/uy],
  ["brace", /[{}]/y],
  ["script", /[\^_']/y],
  ["cell", /&/y],
  ["sign", /[-=+*/()[\],;|<>!:.]/y],
];

/**
 * The tokens of a formula, ending in one of kind "end". Blanks only part them, and are kept in
 * braced text by position.
 *
 * @param {string} tex
 * @returns {Token[]}
 */
export function lex(tex) {
  /** @type {Token[]} */
  const tokens = [];
  let at = 0;
  while (at < tex.length) {
    const token = /\s/.test(tex[at]) ? null : tokenAt(tex, at);
    if (token) tokens.push(token);
    at += token ? token.text.length : 1;
  }
  tokens.push({ kind: "end", text: "", at });
  return tokens;
}

/**
 * @param {string} tex
 * @param {number} at
 * @returns {Token}
 */
function tokenAt(tex, at) {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at;
    const match = pattern.exec(tex);
    if (match) return { kind, text: match[0], at };
  }
  throw new FormulaError(`unknown character ${tex[at]}`, at, tex);
}

// @ts-check
/**
 * What a person types into a cell, read as a number: `1/3`, `ln 2`, `-0.5`, `2*sqrt(3)`, `pi/4`.
 *
 * A grammar of its own, nothing is evaluated as code:
 *
 *     sum     = product (("+" | "-") product)*
 *     product = unary (("*" | "/") unary)*
 *     unary   = ("+" | "-") unary | power
 *     power   = atom ("^" unary)?
 *     atom    = number | constant | "(" sum ")" | function power
 *
 * so that `ln 2/3` is (ln 2)/3, `ln 2^3` is ln 8 and `-2^2` is -4.
 *
 * @typedef {{ ok: true, value: number }} Parsed
 * @typedef {{ ok: false, code: ProblemCode, at?: number, name?: string }} Refused
 *   `at` counts characters from 0; `name` is a word that means nothing here.
 * @typedef {"number.empty" | "number.too_long" | "number.too_deep" | "number.syntax" |
 *   "number.comma" | "number.unknown_name" | "number.division_by_zero" | "number.infinite" |
 *   "number.nan"} ProblemCode
 * @typedef {{ kind: "number" | "name" | "sign" | "end", text: string, at: number }} Token
 */

const LONGEST = 200;
const DEEPEST = 40;

/** @type {Record<string, number>} */
const CONSTANTS = { pi: Math.PI, π: Math.PI, e: Math.E };

/** @type {Record<string, (x: number) => number>} */
const FUNCTIONS = {
  ln: Math.log,
  log: Math.log,
  exp: Math.exp,
  sqrt: Math.sqrt,
  "√": Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tanh: Math.tanh,
};

/** @type {Record<string, ProblemCode>} */
const UNNUMBERS = { nan: "number.nan", inf: "number.infinite", infinity: "number.infinite" };

/**
 * Signs that keyboards, input methods and copied text have for the plain ones.
 *
 * @type {Record<string, string>}
 */
const SIGNS = { "−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "÷": "/", "⁄": "/" };

const TOKEN =
  /((?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)|(√|[\p{L}_][\p{L}\p{N}_]*)|(\*\*|[-+*/^(),])/uy;

class Problem extends Error {
  /**
   * @param {ProblemCode} code
   * @param {{ at?: number, name?: string }} [details]
   */
  constructor(code, details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/**
 * The finite number a text means, or the code of what is wrong with it.
 *
 * @param {string} text
 * @returns {Parsed | Refused}
 */
export function parseNumber(text) {
  try {
    return { ok: true, value: finite(new Reader(tokens(text)).whole()) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { ok: false, code: problem.code, ...problem.details };
  }
}

/** @param {number} value */
function finite(value) {
  if (Number.isNaN(value)) throw new Problem("number.nan");
  if (!Number.isFinite(value)) throw new Problem("number.infinite");
  return value + 0;
}

/** One character for one, so that positions stay those of the typed text. @param {string} text */
function plainSigns(text) {
  const narrow = text.replace(
    /[\uff01-\uff5e]/g,
    (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  );
  return narrow.replace(/[−–×·⋅÷⁄]/g, (sign) => SIGNS[sign]);
}

/**
 * @param {string} text
 * @returns {Token[]}
 */
function tokens(text) {
  if (text.trim() === "") throw new Problem("number.empty");
  if (text.length > LONGEST) throw new Problem("number.too_long");
  const source = plainSigns(text);
  /** @type {Token[]} */
  const found = [];
  for (let at = 0; at < source.length;) {
    if (/\s/.test(source[at])) {
      at += 1;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw new Problem(source[at] === "∞" ? "number.infinite" : "number.syntax", { at });
    const kind = match[1] ? "number" : match[2] ? "name" : "sign";
    found.push({ kind, text: match[0], at });
    at = TOKEN.lastIndex;
  }
  found.push({ kind: "end", text: "", at: source.trimEnd().length });
  return found;
}

class Reader {
  /** @param {Token[]} tokens */
  constructor(tokens) {
    this.tokens = tokens;
    this.next = 0;
    this.depth = 0;
  }

  whole() {
    const value = this.sum();
    const rest = this.tokens[this.next];
    if (rest.kind !== "end") throw unexpected(rest);
    return value;
  }

  /** @param {string[]} signs */
  take(...signs) {
    const token = this.tokens[this.next];
    if (token.kind !== "sign" || !signs.includes(token.text)) return null;
    this.next += 1;
    return token.text;
  }

  sum() {
    let value = this.product();
    for (let sign; (sign = this.take("+", "-"));) {
      const right = this.product();
      value = sign === "+" ? value + right : value - right;
    }
    return value;
  }

  product() {
    let value = this.unary();
    for (let sign; (sign = this.take("*", "/"));) {
      const at = this.tokens[this.next - 1].at;
      const right = this.unary();
      if (sign === "/" && right === 0) throw new Problem("number.division_by_zero", { at });
      value = sign === "*" ? value * right : value / right;
    }
    return value;
  }

  /** @returns {number} */
  unary() {
    const sign = this.take("+", "-");
    if (!sign) return this.power();
    const value = this.deeper(() => this.unary());
    return sign === "-" ? -value : value;
  }

  /** @returns {number} */
  power() {
    const base = this.atom();
    if (!this.take("^", "**")) return base;
    const exponent = this.deeper(() => this.unary());
    if (base === 0 && exponent < 0) throw new Problem("number.division_by_zero");
    return base ** exponent;
  }

  /** @returns {number} */
  atom() {
    if (this.take("(")) {
      const value = this.deeper(() => this.sum());
      if (!this.take(")")) throw unexpected(this.tokens[this.next]);
      return value;
    }
    const token = this.tokens[this.next++];
    if (token.kind === "number") return Number(token.text);
    if (token.kind !== "name") throw unexpected(token);
    return this.named(token);
  }

  /** @param {Token} token */
  named(token) {
    const name = token.text.toLowerCase();
    if (Object.hasOwn(CONSTANTS, name)) return CONSTANTS[name];
    if (Object.hasOwn(UNNUMBERS, name)) throw new Problem(UNNUMBERS[name], { at: token.at });
    if (!Object.hasOwn(FUNCTIONS, name)) {
      throw new Problem("number.unknown_name", { name: token.text, at: token.at });
    }
    return FUNCTIONS[name](this.deeper(() => this.power()));
  }

  /** @param {() => number} read */
  deeper(read) {
    this.depth += 1;
    if (this.depth > DEEPEST) throw new Problem("number.too_deep");
    const value = read();
    this.depth -= 1;
    return value;
  }
}

/** @param {Token} token */
function unexpected(token) {
  return new Problem(token.text === "," ? "number.comma" : "number.syntax", { at: token.at });
}

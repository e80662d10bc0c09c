// @ts-check
/** @import { FencedTree, OperandKind, OperandTree, OperatorTree, RowTree, Tree } from "./types.js" */
/** @import { Token } from "./lex.js" */
import { paired } from "./brackets.js";
import { FormulaError, lex } from "./lex.js";
import { FUNCTIONS, LARGE, LETTERS, OPERATORS, SIGNS, SPACES, STYLES, UPRIGHT } from "./symbols.js";

/** @type {Record<string, OperandKind>} */
const OPERANDS = { v: "value", d: "gradient", k: "kept" };

/**
 * The tree of a formula in the subset of TeX that op records are written in.
 *
 * @param {string} tex
 * @returns {Tree}
 */
export function parse(tex) {
  const parser = new Parser(tex);
  const tree = parser.row();
  parser.expect("end", "");
  return single(tree);
}

/**
 * Whether a superscript says "transposed": a T, in whatever type.
 *
 * @param {Tree | null} tree
 */
export function isTranspose(tree) {
  if (tree?.type === "operator") return tree.text === "⊤";
  return tree?.type === "identifier" && tree.text === "T";
}

class Parser {
  /** @param {string} tex */
  constructor(tex) {
    this.tex = tex;
    this.tokens = lex(tex);
    this.next = 0;
  }

  get token() {
    return this.tokens[this.next];
  }

  /** @returns {Token} */
  take() {
    return this.tokens[this.next++];
  }

  /**
   * @param {string} kind
   * @param {string} [text]
   */
  at(kind, text) {
    return this.token.kind === kind && (text === undefined || this.token.text === text);
  }

  /**
   * @param {string} kind
   * @param {string} [text]
   */
  expect(kind, text) {
    if (!this.at(kind, text)) this.refuse(this.token);
    return this.take();
  }

  /**
   * @param {Token} token
   * @returns {never}
   */
  refuse(token) {
    const what = token.kind === "command" ? "unknown command" : "unexpected";
    throw new FormulaError(`${what} ${token.text || "end"}`, token.at, this.tex);
  }

  /** Items up to something that ends a row. @returns {RowTree} */
  row() {
    /** @type {Tree[]} */
    const items = [];
    while (!this.atEnd()) items.push(this.item());
    return { type: "row", items: paired(items) };
  }

  atEnd() {
    if (this.at("end") || this.at("cell") || this.at("row") || this.at("brace", "}")) return true;
    return this.at("command", "\\right") || this.at("command", "\\end");
  }

  /** @returns {Tree} */
  item() {
    const base = this.at("script") ? row([]) : this.atom();
    /** @type {Tree | null} */
    let sub = null;
    /** @type {Tree | null} */
    let sup = null;
    while (this.at("script")) {
      const mark = this.take();
      if (mark.text === "_" ? sub : sup) this.refuse(mark);
      if (mark.text === "_") sub = this.argument();
      else sup = mark.text === "'" ? operator("′", "plain") : this.argument();
    }
    if (!sub && !sup) return base;
    return base.type === "operand" ? scripted(base, sub, sup) : { type: "scripts", base, sub, sup };
  }

  /** What a command or a script takes: a braced row, or one character. @returns {Tree} */
  argument() {
    if (this.at("brace", "{")) return this.group();
    const token = this.token;
    if (token.kind !== "number" || token.text.length === 1) return this.atom();
    this.tokens[this.next] = { ...token, text: token.text.slice(1), at: token.at + 1 };
    return { type: "number", text: token.text[0], bold: false };
  }

  /** @returns {Tree} */
  group() {
    this.expect("brace", "{");
    const inside = this.row();
    this.expect("brace", "}");
    return single(inside);
  }

  /** The text between braces, as it stands. */
  text() {
    const { at } = this.expect("brace", "{");
    while (!this.at("brace", "}")) {
      if (this.at("end") || this.at("brace")) this.refuse(this.token);
      this.next += 1;
    }
    return this.tex.slice(at + 1, this.take().at);
  }

  /** @returns {Tree} */
  atom() {
    const token = this.token;
    if (token.kind === "brace" && token.text === "{") return this.group();
    this.next += 1;
    if (token.kind === "number") return { type: "number", text: token.text, bold: false };
    if (token.kind === "letter") return { type: "identifier", text: token.text, style: "italic" };
    if (token.kind === "sign") return operator(...SIGNS[token.text]);
    if (token.kind === "command") return this.command(token, token.text.slice(1));
    return this.refuse(token);
  }

  /**
   * @param {Token} token
   * @param {string} name
   * @returns {Tree}
   */
  command(token, name) {
    if (Object.hasOwn(OPERANDS, name)) return this.operand(OPERANDS[name]);
    if (Object.hasOwn(OPERATORS, name)) return operator(...OPERATORS[name]);
    if (Object.hasOwn(LARGE, name)) return { type: "large", text: LARGE[name] };
    if (Object.hasOwn(SPACES, name)) return { type: "space", width: SPACES[name] };
    if (Object.hasOwn(LETTERS, name)) return letter(LETTERS[name], "italic");
    if (Object.hasOwn(UPRIGHT, name)) return letter(UPRIGHT[name], "upright");
    if (Object.hasOwn(FUNCTIONS, name)) {
      return { type: "function", text: name, limits: FUNCTIONS[name] };
    }
    if (Object.hasOwn(STYLES, name)) return this.styled(STYLES[name]);
    return this.structure(token, name);
  }

  /**
   * @param {Token} token
   * @param {string} name
   * @returns {Tree}
   */
  structure(token, name) {
    switch (name) {
      case "frac":
      case "dfrac":
      case "tfrac":
        return {
          type: "fraction",
          top: this.argument(),
          bottom: this.argument(),
          small: name === "tfrac",
        };
      case "sqrt":
        return { type: "root", index: this.rootIndex(), inside: this.argument() };
      case "text":
        return { type: "words", text: this.text() };
      case "operatorname":
      case "operatorname*":
        return { type: "function", text: functionName(this.text()), limits: name.endsWith("*") };
      case "mathbb":
        return blackboard(this.text());
      case "left":
        return this.fenced();
      case "begin":
        return this.cases();
      default:
        return this.refuse(token);
    }
  }

  /**
   * @param {OperandKind} kind
   * @returns {OperandTree}
   */
  operand(kind) {
    const slot = this.text().trim();
    return { type: "operand", kind, slot, transposed: false, sub: null, sup: null };
  }

  /**
   * @param {"upright" | "bold" | "sans"} style
   * @returns {Tree}
   */
  styled(style) {
    const braced = this.at("brace", "{");
    const text = braced ? this.text() : this.expect("letter").text;
    if (/^\d+$/.test(text)) return { type: "number", text, bold: style === "bold" };
    return letter(text, style);
  }

  rootIndex() {
    if (!this.at("sign", "[")) return null;
    this.take();
    const index = this.atom();
    this.expect("sign", "]");
    return index;
  }

  /** @returns {FencedTree} */
  fenced() {
    const open = this.delimiter();
    const inside = single(this.row());
    this.expect("command", "\\right");
    return { type: "fenced", open, close: this.delimiter(), inside };
  }

  delimiter() {
    const token = this.take();
    if (token.kind === "sign" && token.text === ".") return "";
    if (token.kind === "sign" && "()[]|".includes(token.text)) return token.text;
    const name = token.text.slice(1);
    const [text, role] = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : ["", "plain"];
    if (token.kind !== "command" || (role !== "open" && role !== "close")) this.refuse(token);
    return text;
  }

  /** @returns {Tree} */
  cases() {
    const start = this.token.at;
    const name = this.text();
    if (name !== "cases") throw new FormulaError(`unknown environment ${name}`, start, this.tex);
    /** @type {Tree[][]} */
    const rows = [[]];
    for (;;) {
      rows[rows.length - 1].push(single(this.row()));
      if (this.at("row")) rows.push([]);
      else if (!this.at("cell")) break;
      this.take();
    }
    this.expect("command", "\\end");
    if (this.text() !== "cases") this.refuse(this.token);
    return { type: "cases", rows: rows.filter((cells) => !cells.every(isEmpty)) };
  }
}

/** @param {Tree} tree */
function isEmpty(tree) {
  return tree.type === "row" && tree.items.length === 0;
}

/** A row of one is that one. @param {RowTree} tree @returns {Tree} */
function single(tree) {
  return tree.items.length === 1 ? tree.items[0] : tree;
}

/** @param {Tree[]} items @returns {RowTree} */
function row(items) {
  return { type: "row", items };
}

/**
 * @param {string} text
 * @param {import("./types.js").OperatorRole} role
 * @returns {OperatorTree}
 */
function operator(text, role) {
  return { type: "operator", text, role };
}

/**
 * @param {string} text
 * @param {import("./types.js").Style} style
 * @returns {Tree}
 */
function letter(text, style) {
  return { type: "identifier", text, style };
}

/** Blackboard letters every font has; the 1 of an indicator, which few have, is bold. */
const BLACKBOARD = /** @type {Record<string, string>} */ ({ R: "ℝ", N: "ℕ", Z: "ℤ", E: "𝔼" });

/** @param {string} text @returns {Tree} */
function blackboard(text) {
  if (/^\d$/.test(text)) return { type: "number", text, bold: true };
  return letter(BLACKBOARD[text] ?? text, "upright");
}

/** `arg\,max` with its thin space as one. @param {string} text */
function functionName(text) {
  return text.replace(/\\[,;: ]/g, "\u2009").trim();
}

/**
 * @param {OperandTree} operand
 * @param {Tree | null} sub
 * @param {Tree | null} sup
 * @returns {OperandTree}
 */
function scripted(operand, sub, sup) {
  const transposed = isTranspose(sup);
  return { ...operand, transposed, sub, sup: transposed ? null : sup };
}

// @ts-check
/** @import { RunState } from "../types.js" */
/** @import { Writing } from "./texts.js" */
/** @import { ScalarEdge, ScalarGraph, ScalarNode } from "./types.js" */
import { gradientName } from "../explain/name.js";
import { bracketedNumber } from "../stage/terms.js";
import { t } from "../strings/index.js";
import { productTexts, textsOf } from "./texts.js";

/** A longer equation is said in numbers alone. */
const LONGEST = 110;

/**
 * A scalar graph in words and equations: what is read where the drawing is not seen.
 */
export class Lines {
  /** @param {RunState} run @param {ScalarGraph} graph @param {Writing} writing */
  constructor(run, graph, writing) {
    this.run = run;
    this.graph = graph;
    this.writing = writing;
    this.texts = textsOf(graph, writing);
    this.nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  }

  /** What a number is called; what stands between two operations has no name. @param {ScalarNode} node */
  name({ kind, name, count }) {
    return kind === "rest" && !name ? t("scalar.rest", { count }) : name;
  }

  /** What its gradient is called. @param {ScalarNode} node */
  gradientName({ cell }) {
    return cell && cell.of === "value" ? gradientName(this.run, cell.name, cell.index) : "";
  }

  /** @param {string} id */
  into(id) {
    return this.graph.edges.filter(({ to }) => to === id).flatMap(({ from }) =>
      this.nodes.get(from) ?? []
    );
  }

  /** A number as it is made, in names or in numbers: X[0,0] · W[0,1] + b[1]. @param {ScalarNode} node @param {boolean} named @returns {string} */
  made(node, named) {
    const parts = this.into(node.id);
    const between = node.symbol === "+" ? " + " : " · ";
    const written = parts.map((part, n) => {
      if (part.kind === "result") return this.made(part, named);
      const text = named ? this.name(part) : this.texts.values.get(part.id) ?? this.name(part);
      return n > 0 ? bracketedNumber(text) : text;
    });
    if (node.symbol === "+" || node.symbol === "×") return written.join(between);
    return `${node.symbol}(${written.join(", ")})`;
  }

  /** The whole equation of what is made. @param {ScalarNode} node */
  equation(node) {
    const value = this.texts.values.get(node.id) ?? "";
    const [names, numbers] = [this.made(node, true), this.made(node, false)];
    return [this.name(node), names, ...(numbers === names ? [] : [numbers]), value].join(" = ");
  }

  /** What a message is the product of: ∂L/∂Y[0,1] · W[0,1] = 2 · 0 = 0. @param {ScalarEdge} edge */
  message(edge) {
    const { factors } = edge;
    const text = this.texts.messages.get(edge.id) ?? "";
    if (factors.length < 2) return [...factors.map(({ label }) => label), text].join(" = ");
    const names = factors.map(({ label }) => label).join(" · ");
    const numbers = this.factors(edge, text)
      .map((number, n) => (n > 0 ? bracketedNumber(number) : number)).join(" · ");
    return [names, ...(numbers === names ? [] : [numbers]), text].join(" = ");
  }

  /** The numbers of a message's factors; of a product, as they stand in the drawing. @param {ScalarEdge} edge @param {string} text */
  factors({ id, to, factors }, text) {
    if (this.nodes.get(to)?.symbol !== "×") {
      return productTexts(factors.map(({ value }) => value), text, this.writing);
    }
    const others = this.graph.edges.filter((one) => one.to === to && one.id !== id);
    const texts = others.map(({ from }) => this.texts.values.get(from) ?? "");
    return [this.texts.gradients.get(to) ?? "", ...texts];
  }

  /** What stands over the number on a card; a number that is written by itself needs no name. @param {ScalarNode} node */
  shownName(node) {
    const name = this.name(node);
    return name === this.texts.values.get(node.id) ? "" : name;
  }

  /** @param {ScalarNode} node */
  written({ id }) {
    const { values, gradients } = this.texts;
    return { value: values.get(id) ?? "", gradient: gradients.get(id) ?? "" };
  }

  /** What stands on a card, line by line. @param {ScalarNode} node */
  rows(node) {
    const { value, gradient } = this.written(node);
    const name = this.gradientName(node);
    const shown = node.kind !== "result" && gradient !== "" && node.cell !== null;
    return [
      { name: this.shownName(node), text: value, of: "value" },
      ...(shown ? [{ name, text: gradient, of: "gradient" }] : []),
    ];
  }

  /** How a number is made; what it is where that is not drawn. @param {ScalarNode} node */
  operation(node) {
    if (node.symbol === null || this.into(node.id).length === 0) {
      return [this.shownName(node), this.written(node).value].filter(Boolean).join(" = ");
    }
    return node.kind === "result"
      ? `${this.made(node, true)} = ${this.made(node, false)} = ${this.written(node).value}`
      : this.equation(node);
  }

  /** All that a card says: how its number is made, and what comes back to it. @param {ScalarNode} node */
  card(node) {
    const { gradient } = this.written(node);
    const back = this.graph.edges.filter(({ from, message }) =>
      from === node.id && message !== null && node.kind !== "result"
    );
    const whole = this.gradientName(node) && gradient && node.id === this.graph.root
      ? [this.sum(node)]
      : back.map((edge) => this.sends(edge));
    return [this.operation(node), ...whole].join("; ");
  }

  /** What the drawing says first. */
  first() {
    const root = /** @type {ScalarNode} */ (this.nodes.get(this.graph.root));
    if (this.graph.kind === "used") return this.sum(root);
    const whole = this.equation(root);
    if (whole.length <= LONGEST) return whole;
    return [this.name(root), this.made(root, false), this.written(root).value].join(" = ");
  }

  /** Every equation, and every message to a number that has a name. @returns {string[]} */
  all() {
    const { graph } = this;
    const making = graph.nodes.filter(({ kind, symbol }) => kind === "cell" && symbol !== null);
    const sent = graph.edges.filter(({ from, message }) =>
      message !== null && this.nodes.get(from)?.kind === "cell"
    );
    const root = this.nodes.get(graph.root);
    const sum = graph.kind === "used" && root ? [this.sum(root)] : [];
    return [
      ...making.map((node) => this.equation(node)),
      ...sent.map((edge) => this.sends(edge)),
      ...sum,
    ];
  }

  /** @param {ScalarEdge} edge */
  sends(edge) {
    const from = this.nodes.get(edge.from);
    return t("scalar.sends", { name: from ? this.name(from) : "", message: this.message(edge) });
  }

  /** The messages to a number, added. @param {ScalarNode} root */
  sum(root) {
    const edges = this.graph.edges.filter(({ from }) => from === root.id);
    const gradient = this.texts.gradients.get(root.id) ?? "";
    if (edges.length === 0) return `${this.gradientName(root)} = ${gradient}`;
    if (edges.length === 1) return `${this.gradientName(root)} = ${this.message(edges[0])}`;
    const messages = edges.map(({ id }) => this.texts.messages.get(id) ?? "");
    const sum = messages.map((text, n) => (n > 0 ? bracketedNumber(text) : text)).join(" + ");
    return `${this.gradientName(root)} = ${sum} = ${gradient}`;
  }
}

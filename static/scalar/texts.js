// @ts-check
/** @import { ScalarGraph } from "./types.js" */
import { addingUp, multiplyingTo } from "../explain/digits.js";
import { format } from "../numbers.js";

/**
 * The numbers of a scalar graph as they are written: by node its value and its gradient, by edge
 * its message.
 *
 * @typedef {{ values: Map<string, string>, gradients: Map<string, string>, messages: Map<string, string> }} Texts
 */

/**
 * Digits that add up and multiply to the digits shown as their result.
 *
 * @param {ScalarGraph} graph
 * @param {number} digits
 * @returns {Texts}
 */
export function textsOf(graph, digits) {
  const writing = new Writing(graph, digits);
  writing.sums();
  writing.messages();
  writing.products();
  return writing.done();
}

class Writing {
  /** @param {ScalarGraph} graph @param {number} digits */
  constructor(graph, digits) {
    this.graph = graph;
    this.digits = digits;
    /** @type {Texts} */
    this.texts = { values: new Map(), gradients: new Map(), messages: new Map() };
    this.nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    /** The same gradient is written in the same way wherever it stands. @type {Map<number, string>} */
    this.slopes = new Map();
  }

  /** @param {string} id */
  into(id) {
    return this.graph.edges.filter(({ to }) => to === id);
  }

  /** @param {string} id @returns {number} */
  value(id) {
    return this.nodes.get(id)?.value ?? NaN;
  }

  /** A number that is written somewhere with more digits has them wherever it stands. @template Key @param {Map<Key, string>} texts @param {Key} key @param {string} text */
  longer(texts, key, text) {
    const written = text.trim();
    if (written.length > (texts.get(key)?.length ?? 0)) texts.set(key, written);
  }

  sums() {
    const { graph, texts, digits } = this;
    for (const { id, symbol, value } of graph.nodes) {
      const parts = this.into(id).map(({ from }) => from);
      if (symbol !== "+" || value === null || parts.length < 2) continue;
      const written = addingUp(parts.map((part) => this.value(part)), value, digits);
      [...parts, id].forEach((part, n) => this.longer(texts.values, part, written[n]));
    }
    const { gradient = null } = this.nodes.get(graph.root) ?? {};
    const back = graph.kind === "used" ? graph.edges.filter(({ from }) => from === graph.root) : [];
    if (gradient === null || back.length < 2) return;
    const written = addingUp(back.map(({ message }) => message ?? NaN), gradient, digits);
    back.forEach(({ id }, n) => this.longer(texts.messages, id, written[n]));
    this.longer(this.slopes, gradient, written[back.length]);
  }

  messages() {
    const { graph, texts, digits } = this;
    for (const { id, to, message } of graph.edges) {
      if (message === null) continue;
      this.longer(texts.messages, id, texts.messages.get(id) ?? format(message, digits));
      const { symbol, gradient } = this.nodes.get(to) ?? {};
      if (symbol !== "×" || typeof gradient !== "number") continue;
      const others = this.into(to).filter((edge) => edge.id !== id).map(({ from }) => from);
      const factors = [gradient, ...others.map((other) => this.value(other))];
      const written = multiplyingTo(factors, texts.messages.get(id) ?? "", digits);
      this.longer(this.slopes, gradient, written[0]);
      others.forEach((other, n) => this.longer(texts.values, other, written[n + 1]));
    }
  }

  products() {
    const { graph, texts, digits } = this;
    for (const { id, symbol, value } of graph.nodes) {
      if (symbol !== "×" || value === null) continue;
      this.longer(texts.values, id, texts.values.get(id) ?? format(value, digits));
      const factors = this.into(id).map(({ from }) => from);
      const product = texts.values.get(id) ?? "";
      const written = multiplyingTo(factors.map((factor) => this.value(factor)), product, digits);
      factors.forEach((factor, n) => this.longer(texts.values, factor, written[n]));
    }
  }

  /** What stands in no sum and no product has the digits that a person set. */
  done() {
    const { graph, texts, digits, slopes } = this;
    for (const { id, value, gradient } of graph.nodes) {
      if (value !== null) {
        this.longer(texts.values, id, texts.values.get(id) ?? format(value, digits));
      }
      if (gradient === null) continue;
      texts.gradients.set(id, slopes.get(gradient) ?? format(gradient, digits));
    }
    for (const { id, to, message } of graph.edges) {
      const { symbol, gradient } = this.nodes.get(to) ?? {};
      const passed = symbol === "+" && message !== null && message === gradient;
      if (passed && slopes.has(message)) texts.messages.set(id, slopes.get(message) ?? "");
    }
    return texts;
  }
}

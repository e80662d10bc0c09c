// @ts-check
/** @import { ScalarGraph } from "./types.js" */
import { addingUp, multiplyingTo } from "../explain/digits.js";
import { format } from "../numbers.js";

/**
 * The numbers of a scalar graph as they are written: by node its value and its gradient, by edge
 * its message.
 *
 * @typedef {{ digits: number, unknown: string }} Writing  `unknown`: what stands for what is no number
 * @typedef {{ values: Map<string, string>, gradients: Map<string, string>, messages: Map<string, string> }} Texts
 */

/**
 * Digits that add up and multiply to the digits shown as their result.
 *
 * @param {ScalarGraph} graph
 * @param {Writing} writing
 * @returns {Texts}
 */
export function textsOf(graph, writing) {
  const scribe = new Scribe(graph, writing);
  scribe.sums();
  scribe.messages();
  scribe.products();
  return scribe.done();
}

/** @param {number} number @param {Writing} writing */
function written(number, { digits, unknown }) {
  return Number.isNaN(number) ? unknown : format(number, digits);
}

/** Factors with the digits that multiply to the product shown. @param {number[]} factors @param {string} product @param {Writing} writing */
export function productTexts(factors, product, writing) {
  return factors.some(Number.isNaN) || product === writing.unknown
    ? factors.map((factor) => written(factor, writing))
    : multiplyingTo(factors, product, writing.digits);
}

/** Numbers and their sum with the digits that add up. @param {number[]} parts @param {number} sum @param {Writing} writing */
function sumTexts(parts, sum, writing) {
  const all = [...parts, sum];
  return all.some(Number.isNaN)
    ? all.map((number) => written(number, writing))
    : addingUp(parts, sum, writing.digits);
}

class Scribe {
  /** @param {ScalarGraph} graph @param {Writing} writing */
  constructor(graph, writing) {
    this.graph = graph;
    this.writing = writing;
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
    const { graph, texts, writing } = this;
    for (const { id, symbol, value } of graph.nodes) {
      const parts = this.into(id).map(({ from }) => from);
      if (symbol !== "+" || value === null || parts.length < 2) continue;
      const all = sumTexts(parts.map((part) => this.value(part)), value, writing);
      [...parts, id].forEach((part, n) => this.longer(texts.values, part, all[n]));
    }
    const { gradient = null } = this.nodes.get(graph.root) ?? {};
    const back = graph.kind === "used" ? graph.edges.filter(({ from }) => from === graph.root) : [];
    if (gradient === null || back.length < 2) return;
    const all = sumTexts(back.map(({ message }) => message ?? NaN), gradient, writing);
    back.forEach(({ id }, n) => this.longer(texts.messages, id, all[n]));
    this.longer(this.slopes, gradient, all[back.length]);
  }

  messages() {
    const { graph, texts, writing } = this;
    for (const { id, to, message } of graph.edges) {
      if (message === null) continue;
      this.longer(texts.messages, id, texts.messages.get(id) ?? written(message, writing));
      const { symbol, gradient } = this.nodes.get(to) ?? {};
      if (symbol !== "×" || typeof gradient !== "number") continue;
      const others = this.into(to).filter((edge) => edge.id !== id).map(({ from }) => from);
      const factors = [gradient, ...others.map((other) => this.value(other))];
      const all = productTexts(factors, texts.messages.get(id) ?? "", writing);
      this.longer(this.slopes, gradient, all[0]);
      others.forEach((other, n) => this.longer(texts.values, other, all[n + 1]));
    }
  }

  products() {
    const { graph, texts, writing } = this;
    for (const { id, symbol, value } of graph.nodes) {
      if (symbol !== "×" || value === null) continue;
      this.longer(texts.values, id, texts.values.get(id) ?? written(value, writing));
      const factors = this.into(id).map(({ from }) => from);
      const product = texts.values.get(id) ?? "";
      const all = productTexts(factors.map((factor) => this.value(factor)), product, writing);
      factors.forEach((factor, n) => this.longer(texts.values, factor, all[n]));
    }
  }

  /** What stands in no sum and no product has the digits that a person set. */
  done() {
    const { graph, texts, writing, slopes } = this;
    for (const { id, value, gradient } of graph.nodes) {
      if (value !== null) {
        this.longer(texts.values, id, texts.values.get(id) ?? written(value, writing));
      }
      if (gradient === null) continue;
      texts.gradients.set(id, slopes.get(gradient) ?? written(gradient, writing));
    }
    for (const { id, to, message } of graph.edges) {
      const { symbol, gradient } = this.nodes.get(to) ?? {};
      const passed = symbol === "+" && message !== null && message === gradient;
      if (passed && slopes.has(message)) texts.messages.set(id, slopes.get(message) ?? "");
    }
    return texts;
  }
}

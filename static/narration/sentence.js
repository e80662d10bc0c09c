// @ts-check
/** @import { EdgeBackward, GraphNode, NodeForward, WireArray } from "../wire.js" */
/** @import { RunState, State } from "../types.js" */
import { format, shapeText } from "../numbers.js";
import { lessonWord } from "../lesson/words.js";
import { lossName, stepAt, valueAt } from "../select.js";
import { has, pieces, t } from "../strings/index.js";
import { noticeText } from "../strings/said.js";

/**
 * The one line on top, in pieces with a look each; pure.
 *
 * @typedef {"plain" | "op" | "forward" | "backward"} Tone
 * @typedef {{ text: string, tone: Tone }} Piece
 * @typedef {{ pieces: Piece[], warnings: string[] }} Sentence
 * @typedef {Record<string, Piece | Piece[] | string>} Params
 */

/** @param {State} state @returns {Sentence} */
export function sentenceAt(state) {
  const { run, step } = state;
  if (!run) return { pieces: say("narration.connecting"), warnings: [] };
  if (questionStands(state) || step === 0) {
    const { lesson } = state;
    const pieces = lesson ? [plain(lessonWord(lesson, "question"))] : say("narration.start");
    return { pieces, warnings: run.warnings.map(noticeText) };
  }
  const now = stepAt(state);
  if (!now) return { pieces: say("narration.waiting"), warnings: [] };
  const speaker = new Speaker(run, step, state.digits);
  return {
    pieces: now.type === "node.forward" ? speaker.forward(now) : speaker.backward(now),
    warnings: now.notice ? [noticeText(now.notice)] : [],
  };
}

/** Whether the lesson's question stands on top. @param {State} state */
export function questionStands({ lesson, asking, step, run }) {
  return run !== null && lesson !== null && (asking || step === 0);
}

/** Puts one step of a run into words. */
class Speaker {
  /** @param {RunState} run @param {number} step @param {number} digits */
  constructor(run, step, digits) {
    this.run = run;
    this.step = step;
    this.digits = digits;
  }

  /** @param {NodeForward} now */
  forward(now) {
    const made = this.node(now.node);
    const said = this.makes(made);
    return this.step === this.run.forward ? joined(said, this.turn(made)) : said;
  }

  /** @param {GraphNode} made */
  makes(made) {
    const key = `narration.make.${made.op}`;
    const inputs = (made.inputs ?? []).map((input) =>
      input.node === undefined ? plain(literal(input.literal)) : this.value(input.node)
    );
    const [a, b, c] = inputs;
    const all = { op: this.op(made), out: this.value(made.id), axis: axisOf(made) };
    if (!has(key)) return say("narration.make", { ...all, inputs: listed(inputs) });
    return say(key, { ...all, ...(a && { a }), ...(b && { b }), ...(c && { c }) });
  }

  /** What is said at the turn: the loss, where the sentence has not named it yet. @param {GraphNode} made */
  turn(made) {
    const name = lossName(this.run);
    if (name === made.id || this.run.loss === null) return [];
    const loss = tone("forward", scalar(name, format(this.run.loss, this.digits)));
    return say("narration.turn", { loss });
  }

  /** @param {EdgeBackward} now */
  backward(now) {
    const said = now.of === 1 ? this.sends(now) : this.sendsPart(now);
    const zero = isZero(now.value) ? say("narration.zero") : [];
    const enters = this.step === this.run.forward + 1 ? this.enters() : [];
    return joined(enters, said, zero);
  }

  /** What comes in from outside, said with the first message. */
  enters() {
    const { graph, upstream } = this.run;
    const { output, loss } = graph.graph;
    const entering = loss === null ? number(upstream, this.digits) : this.few(upstream);
    const gradient = tone("backward", entering ?? this.gradientName(output));
    return say("narration.enters", { gradient, node: tone("forward", output) });
  }

  /** @param {EdgeBackward} now */
  sends(now) {
    const shown = number(now.value, this.digits);
    const all = {
      sender: this.sender(now),
      gradient: tone("backward", this.gradientName(now.target)),
      target: tone("forward", now.target),
    };
    return shown === null
      ? say("narration.send.array", { ...all, shape: shapeText(now.value.shape) })
      : say("narration.send.scalar", { ...all, number: tone("backward", shown) });
  }

  /** One message of several: what it adds to the sum. @param {EdgeBackward} now */
  sendsPart(now) {
    const shown = number(now.value, this.digits);
    const all = {
      sender: this.sender(now),
      target: tone("forward", now.target),
      ...{ number: String(now.message), of: String(now.of) },
    };
    const gradient = tone("backward", this.gradientName(now.target));
    const last = now.message === now.of;
    if (shown === null) {
      const said = say("narration.send.part", { ...all, shape: shapeText(now.value.shape) });
      return joined(
        said,
        say(last ? "narration.sum.complete" : "narration.sum.more", { gradient }),
      );
    }
    const said = say("narration.send.partScalar", { ...all, message: tone("backward", shown) });
    return joined(said, this.sum(now, gradient, shown));
  }

  /** @param {EdgeBackward} now @param {Piece} gradient @param {string} shown */
  sum(now, gradient, shown) {
    if (now.message === 1) return say("narration.sum.sofar", { total: tone("backward", shown) });
    const before = this.run.steps.slice(0, this.step - 1).findLast((step) =>
      step.type === "edge.backward" && step.target === now.target
    );
    if (before?.type !== "edge.backward") return [];
    const sofar = number(before.total ?? before.value, this.digits) ?? "";
    const plus = shown.startsWith("−") ? ` − ${shown.slice(1)}` : ` + ${shown}`;
    const total = number(now.total ?? now.value, this.digits) ?? "";
    const key = now.message === now.of ? "narration.sum.whole" : "narration.sum.adds";
    return say(key, {
      gradient,
      sum: tone("backward", sofar + plus),
      total: tone("backward", total),
    });
  }

  /** @param {EdgeBackward} now */
  sender(now) {
    const node = this.node(now.source);
    const key = node.kind === "layer" ? "narration.sender.layer" : "narration.sender.op";
    return say(key, { op: this.op(node) });
  }

  /** @param {string} id */
  node(id) {
    const node = this.run.graph.nodes.get(id);
    if (!node) throw new Error(`no such node: ${id}`);
    return node;
  }

  /** @param {GraphNode} node @returns {Piece} */
  op(node) {
    return tone("op", node.symbol ?? node.op ?? node.id);
  }

  /** A value by its name, with its number, or its shape where it has several. @param {string} id */
  value(id) {
    const array = valueAt(this.run, this.step, id);
    const shown = array && number(array, this.digits);
    const name = typeof shown === "string"
      ? scalar(id, shown)
      : t("narration.shape", { name: id, shape: shapeText(this.node(id).shape) });
    return tone("forward", name);
  }

  /** A short array whole, as NumPy would print it; null for a longer one. @param {WireArray} array */
  few(array) {
    if (!("data" in array) || array.shape.length !== 1 || array.data.length > 4) {
      return number(array, this.digits);
    }
    return `(${array.data.map((n) => format(n, this.digits)).join(", ")})`;
  }

  /** @param {string} id */
  gradientName(id) {
    return `∂${lossName(this.run)}/∂${id}`;
  }
}

/** The text of a scalar; null for anything larger. @param {WireArray} array @param {number} digits */
function number(array, digits) {
  return "data" in array && array.shape.length === 0 ? format(array.data[0], digits) : null;
}

/** @param {WireArray} array */
function isZero(array) {
  return "data" in array
    ? array.data.length > 0 && array.data.every((n) => n === 0)
    : array.range[0] === 0 && array.range[1] === 0;
}

/** @param {string} name @param {string} number */
function scalar(name, number) {
  return t("narration.scalar", { name, number });
}

/** @param {GraphNode} node */
function axisOf(node) {
  const axis = node.attributes?.axis;
  if (axis === null || axis === undefined) return t("narration.axis.all");
  return t("narration.axis.one", { axis: Array.isArray(axis) ? `(${axis})` : String(axis) });
}

/** @param {unknown} value */
function literal(value) {
  return typeof value === "number" ? format(value) : String(value);
}

/** @param {Piece[]} list @returns {Piece[]} */
function listed(list) {
  return list.reduce((/** @type {Piece[]} */ all, item, i) => {
    if (i === 0) return [item];
    const key = i === list.length - 1 ? "narration.and" : "narration.comma";
    return say(key, { list: all, last: item });
  }, []);
}

/** @param {string} text @returns {Piece} */
function plain(text) {
  return { text, tone: "plain" };
}

/** @param {Tone} name @param {string} text @returns {Piece} */
function tone(name, text) {
  return { text, tone: name };
}

/** @param {Piece[][]} sentences */
function joined(...sentences) {
  const said = sentences.filter((sentence) => sentence.length > 0);
  return said.flatMap((sentence, i) =>
    i === 0 ? sentence : [plain(t("narration.joint")), ...sentence]
  );
}

/** A text with its parameters put in, each in its own tone. @param {string} key @param {Params} [params] @returns {Piece[]} */
function say(key, params = {}) {
  return pieces(key).flatMap((piece) => {
    if ("text" in piece) return [plain(piece.text)];
    const value = params[piece.param] ?? "";
    return typeof value === "string" ? [plain(value)] : value;
  });
}

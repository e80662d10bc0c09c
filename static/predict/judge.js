// @ts-check
/** @import { RunState, State } from "../types.js" */
/** @import { Answer } from "./close.js" */
/** @import { Mistaken } from "./mistakes.js" */
/** @import { Asked, Diagnosis, Verdict } from "./types.js" */
import { gradientOf, valueOf } from "../explain/record.js";
import { arrayData } from "../grid/fetch.js";
import { flatOf } from "../grid/geometry.js";
import { parseNumber, shapeText } from "../numbers.js";
import { means, same } from "./close.js";
import { knownWrong, plainWords } from "./lesson.js";
import { parseList } from "./list.js";
import { mistakesAt } from "./mistakes.js";
import { judgedPick } from "./pick.js";

/** An answer within this part of the number is near it. */
const NEAR = 0.06;

/**
 * What is to be said of an answer.
 *
 * @param {State} state  with all of its numbers
 * @param {Asked} asked
 * @returns {Verdict}
 */
export function judged(state, asked) {
  const { run } = state;
  if (!run?.finished) return unread("unread.waiting");
  if (asked.kind === "pick") return judgedPick(run, asked);
  if (asked.kind === "choice") return judgedChoice(asked);
  const right = rightNumbers(run, asked);
  if (!right) return unread("unread.waiting");
  return asked.list === null
    ? judgedFields(state, asked, right)
    : judgedList(state, asked, right, asked.list);
}

/** @param {string} key @param {Record<string, string | number>} [params] @returns {Verdict} */
export function unread(key, params = {}) {
  return { kind: "unread", diagnosis: { key: `predict.${key}`, params } };
}

/** The numbers of the cells that are asked for; null where they are not here. @param {RunState} run @param {Asked} asked */
export function rightNumbers(run, { of, name, cells }) {
  const array = of === "value" ? valueOf(run, name) : gradientOf(run, name);
  const data = array && arrayData(array);
  if (!array || !data || data instanceof Promise) return null;
  return cells.map((index) => Number(data[flatOf(index, array.shape) ?? -1]));
}

/** @param {Asked} asked @returns {Verdict} */
function judgedChoice({ options, chosen }) {
  const option = chosen === null ? undefined : options?.[chosen];
  if (!option) return unread("unread.choose");
  if (option.right) return { kind: "right" };
  return option.diagnosis
    ? { kind: "wrong", diagnosis: option.diagnosis, cells: [] }
    : { kind: "far", diagnosis: { key: "predict.far.other", params: {} }, cells: [] };
}

/** @param {State} state @param {Asked} asked @param {number[]} right @returns {Verdict} */
function judgedFields(state, asked, right) {
  const parsed = asked.typed.map((text) => ({ text, ...parseNumber(text) }));
  const bad = parsed.find((one) => !one.ok && one.text.trim() !== "");
  if (bad && !bad.ok) {
    return inWords(state, bad.text) ?? {
      ...{ kind: "unread" },
      diagnosis: { key: `grid.${bad.code}`, params: { name: bad.name ?? bad.text } },
    };
  }
  if (parsed.some((one) => !one.ok)) {
    return unread(right.length > 1 ? "unread.all" : "unread.empty", { count: right.length });
  }
  const answers = parsed.flatMap((one) => (one.ok ? [{ text: one.text, value: one.value }] : []));
  return judgedNumbers(state, asked, right, answers);
}

/** What a lesson knows of an answer given in words: a column of W, None. @param {State} state @param {string} text @returns {Verdict | null} */
function inWords(state, text) {
  const words = plainWords(text);
  const found = words.length < 4
    ? undefined
    : knownWrong(state).find(({ error }) => plainWords(error).includes(words));
  return found ? { kind: "wrong", diagnosis: found.diagnosis, cells: [] } : null;
}

/** Everything in one field: the whole array, or the cells that are asked for. @param {State} state @param {Asked} asked @param {number[]} right @param {string} text @returns {Verdict} */
function judgedList(state, asked, right, text) {
  const list = parseList(text);
  if (!list) return inWords(state, text) ?? unread("unread.list");
  const own = state.run?.graph.nodes.get(asked.name)?.shape ?? [];
  const whole = String(list.shape) === String(own);
  const cells = list.shape.length < 2 && list.data.length === right.length;
  if (!whole && !cells) return judgedShape(state, asked, list, own);
  const numbers = whole
    ? asked.cells.map((index) => list.data[flatOf(index, own) ?? -1])
    : list.data;
  return judgedNumbers(
    state,
    asked,
    right,
    numbers.map((value) => ({ text: String(value), value })),
  );
}

/** An answer of another shape is told by its shape. @param {State} state @param {Asked} asked @param {{ shape: number[], data: number[] }} list @param {readonly number[]} own @returns {Verdict} */
function judgedShape(state, asked, list, own) {
  const shape = String(list.shape);
  const known = asked.of === "gradient" ? knownWrong(state) : [];
  const alike = known.filter(({ value }) => {
    const other = value?.[asked.name];
    return other && String(other.shape) === shape && shape !== String(own);
  });
  const exact = alike.find(({ value }) =>
    value?.[asked.name].data.every((number, at) => same(number, list.data[at]))
  );
  const found = exact ?? alike[0];
  const diagnosis = found?.diagnosis ?? shapeDiagnosis(state, asked, list.shape, own);
  return { kind: "wrong", diagnosis, cells: [] };
}

/** @param {State} state @param {Asked} asked @param {readonly number[]} got @param {readonly number[]} own @returns {Diagnosis} */
function shapeDiagnosis({ run }, { name }, got, own) {
  const params = { name, got: shapeText(got), wanted: shapeText(own) };
  if (own.length === 2 && String(got.toReversed()) === String(own)) {
    return { key: "predict.shape.transposed", params };
  }
  const consumers = (run?.graph.outOf.get(name) ?? []).map((key) =>
    run?.graph.nodes.get(run.graph.edges.get(key)?.to ?? "")
  );
  const unsummed = consumers.find((node) => node && String(node.shape) === String(got));
  if (unsummed) {
    return { key: "predict.shape.unsummed", params: { ...params, consumer: unsummed.id } };
  }
  return { key: "predict.shape.other", params };
}

/** @param {State} state @param {Asked} asked @param {number[]} right @param {Answer[]} answers @returns {Verdict} */
export function judgedNumbers(state, asked, right, answers) {
  const cells = answers.map((answer, at) => means(answer, right[at]));
  if (cells.every(Boolean)) return { kind: "right" };
  const wrong = answers.flatMap((_, at) => (cells[at] ? [] : [at]));
  const diagnosis = lessonDiagnosis(state, asked, answers, wrong) ??
    generalDiagnosis(state, asked, right, answers, wrong);
  if (diagnosis) return { kind: "wrong", diagnosis, cells };
  return { kind: "far", diagnosis: distance(answers[wrong[0]].value, right[wrong[0]]), cells };
}

/** @param {State} state @param {Asked} asked @param {Answer[]} answers @param {number[]} wrong @returns {Diagnosis | null} */
function lessonDiagnosis(state, { of, name, cells }, answers, wrong) {
  const own = state.run?.graph.nodes.get(name)?.shape ?? [];
  const known = (of === "gradient" ? knownWrong(state) : []).flatMap(({ value, diagnosis }) => {
    const array = value?.[name];
    if (!array || String(array.shape) !== String(own)) return [];
    const numbers = cells.map((index) => array.data[flatOf(index, own) ?? -1]);
    return [{ diagnosis, fits: answers.map((answer, at) => means(answer, numbers[at])) }];
  });
  const found = known.find(({ fits }) => fits.every(Boolean)) ??
    known.find(({ fits }) => wrong.every((at) => fits[at]));
  return found?.diagnosis ?? null;
}

/** @param {State} state @param {Asked} asked @param {number[]} right @param {Answer[]} answers @param {number[]} wrong @returns {Diagnosis | null} */
function generalDiagnosis({ run }, { of, name, cells }, right, answers, wrong) {
  if (!run) return null;
  const fitting = wrong.map((at) =>
    mistakesAt(run, { of, name, index: cells[at] }).filter(({ value }) =>
      !same(value, right[at]) && means(answers[at], value)
    )
  );
  /** @param {Mistaken} mistake */
  const everywhere = ({ key }) => fitting.every((list) => list.some((other) => other.key === key));
  const found = fitting[0].find(everywhere) ?? fitting[0][0];
  return found ? { key: found.key, params: found.params } : null;
}

/** How far off, but not so that the number could be worked out. @param {number} answer @param {number} right @returns {Diagnosis} */
export function distance(answer, right) {
  const far = (/** @type {string} */ key) => ({ key: `predict.far.${key}`, params: {} });
  if (right === 0) return far("not_small");
  if (Math.abs(answer - right) <= NEAR * Math.abs(right)) return far("near");
  if (answer !== 0 && Math.sign(answer) !== Math.sign(right)) return far("sign");
  const ratio = Math.abs(answer / right);
  if (ratio > 5) return far("much_larger");
  if (ratio < 0.2) return far("much_smaller");
  return far(ratio > 1 ? "larger" : "smaller");
}

// @ts-check
/** @import { State } from "../types.js" */
/** @import { Asked, Diagnosis, Option } from "./types.js" */
import { flatOf } from "../grid/geometry.js";
import { format } from "../numbers.js";
import { same } from "./close.js";
import { rightNumbers } from "./judge.js";
import { CHOICES, knownWrong, plainWords } from "./lesson.js";
import { mistakesAt } from "./mistakes.js";

/** A to D. */
const COUNT = 4;

/**
 * The answers to choose from: the right one, and what mistakes come to, the lesson's own first. No
 * two are shown alike, and their order is the same each time.
 *
 * @param {State} state  with all of its numbers
 * @param {Asked} asked
 * @returns {Option[] | null}  null where the numbers are not here
 */
export function optionsOf(state, asked) {
  if (asked.ask?.kind === "choose") return wordOptions(state, asked.ask);
  const right = state.run?.finished ? rightNumbers(state.run, asked) : null;
  if (!right || asked.kind === "pick" && asked.ask) return null;
  /** @type {Option[]} */
  const options = [numbers(right, true, null)];
  const shown = new Set([textOf(state, right)]);
  for (const { values, diagnosis } of wrongNumbers(state, asked, right)) {
    const text = textOf(state, values);
    if (
      options.length === COUNT || shown.has(text) || values.every((v, at) => same(v, right[at]))
    ) {
      continue;
    }
    shown.add(text);
    options.push(numbers(values, false, diagnosis));
  }
  return shuffled(options, `${state.document?.program} ${asked.of} ${asked.name} ${asked.cells}`);
}

/** @param {number[]} values @param {boolean} right @param {Diagnosis | null} diagnosis @returns {Option} */
function numbers(values, right, diagnosis) {
  return { numbers: values, words: null, right, diagnosis };
}

/** @param {State} state @param {number[]} values */
function textOf({ digits }, values) {
  return values.map((value) => format(value, digits)).join(" ");
}

/** @param {State} state @param {Asked} asked @param {number[]} right @returns {{ values: number[], diagnosis: Diagnosis | null }[]} */
function wrongNumbers(state, asked, right) {
  const { of, name, cells } = asked;
  const { run } = state;
  const own = run?.graph.nodes.get(name)?.shape ?? [];
  const known = (of === "gradient" ? knownWrong(state) : []).flatMap(({ value, diagnosis }) => {
    const array = value?.[name];
    if (!array || String(array.shape) !== String(own)) return [];
    return [{ values: cells.map((index) => array.data[flatOf(index, own) ?? -1]), diagnosis }];
  });
  const [first, ...rest] = run ? cells.map((index) => mistakesAt(run, { of, name, index })) : [[]];
  const general = first.flatMap(({ key, params, value }) => {
    const others = rest.map((list) => list.find((mistake) => mistake.key === key)?.value);
    return others.every((other) => other !== undefined)
      ? [{ values: [value, .../** @type {number[]} */ (others)], diagnosis: { key, params } }]
      : [];
  });
  const kinds = new Set();
  const once = general.filter(({ diagnosis: { key } }) => !kinds.has(key) && kinds.add(key));
  const again = general.filter((mistake) => !once.includes(mistake));
  const left = [2, 0.5, -2, 3].map((by) => ({
    values: right.map((number) => (number === 0 ? by : number * by)),
    diagnosis: null,
  }));
  return [...known, ...once, ...again, ...left];
}

/** @param {State} state @param {{ options: string[], answer: number }} ask @returns {Option[]} */
function wordOptions(state, { options, answer }) {
  return options.map((text, at) => ({
    ...{ numbers: null, words: at, right: at === answer },
    diagnosis: at === answer ? null : wordsDiagnosis(state, options, answer, text, at),
  }));
}

/** What a lesson says of an option that is wrong. @param {State} state @param {string[]} options @param {number} answer @param {string} text @param {number} at @returns {Diagnosis | null} */
function wordsDiagnosis(state, options, answer, text, at) {
  const choice = `${state.lesson?.split("-")[0]}.${at}`;
  if (CHOICES.has(choice)) return { key: `predict.choice.${choice}`, params: {} };
  const known = knownWrong(state);
  const named = known.find(({ error }) => plainWords(error) === plainWords(text)) ??
    known.find(({ error }) => plainWords(error).endsWith(plainWords(text)));
  const wordless = known.filter(({ value }) => value === null);
  const only = options.length === 2 && wordless.length === 1 && at !== answer ? wordless[0] : null;
  return (named ?? only)?.diagnosis ?? null;
}

/** In an order that hangs on a text alone. @param {Option[]} options @param {string} text */
function shuffled(options, text) {
  let seed = 2166136261;
  for (const sign of text) seed = Math.imul(seed ^ (sign.codePointAt(0) ?? 0), 16777619) >>> 0;
  const order = [...options];
  for (let left = order.length - 1; left > 0; left--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const at = Math.floor(seed / 4294967296 * (left + 1));
    [order[left], order[at]] = [order[at], order[left]];
  }
  return order;
}

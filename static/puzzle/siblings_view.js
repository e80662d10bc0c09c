// @ts-check
/** @import { Explanation } from "../explain/types.js" */
/** @import { Store } from "../types.js" */
/** @import { Lettered, Sibling } from "./siblings.js" */
/** @import { Problem, Puzzle } from "./types.js" */
import { h } from "../dom.js";
import { addingUp, multiplyingTo } from "../explain/digits.js";
import { explain } from "../explain/index.js";
import { bracketed } from "../explain/label.js";
import { largest } from "../explain/largest.js";
import { COVERED, format } from "../numbers.js";
import { isCovered } from "../predict/cover.js";
import { lossName } from "../select.js";
import { bracketedNumber, factorName } from "../stage/terms.js";
import { t } from "../strings/index.js";
import { cellPicker } from "./picker.js";
import { siblingsOf } from "./siblings.js";

/** So many terms of one number are written. */
const MOST = 6;

/**
 * The messages of one product side by side: in letters, with the index that is gone afterwards, and
 * in numbers for one cell of each.
 *
 * @param {Store} store
 * @param {Problem} problem
 * @param {Puzzle} puzzle
 * @returns {{ element: HTMLElement } | Promise<{ element: HTMLElement }>}
 */
export function siblingsView(store, problem, puzzle) {
  const siblings = siblingsOf(problem);
  const found = siblings.map((sibling) => {
    const { edge, result } = sibling;
    const shape = problem.run.graph.nodes.get(result.node)?.shape ?? [];
    const index = puzzle.cells[edge.key] ?? shape.map(() => 0);
    return { sibling, shape, index, message: messageAt(problem, sibling, index) };
  });
  /** @param {(Explanation | null)[]} messages */
  const drawn = (messages) => ({
    element: h(
      "div",
      { class: "puzzle__siblings" },
      h("p", { class: "puzzle__words" }, t("puzzle.siblings")),
      ...found.map(({ sibling, shape, index }, n) =>
        row(store, problem, { sibling, shape, index, found: messages[n] })
      ),
    ),
  });
  const messages = found.map(({ message }) => message);
  return messages.some((message) => message instanceof Promise)
    ? Promise.all(messages).then(drawn)
    : drawn(/** @type {(Explanation | null)[]} */ (messages));
}

/** @param {Problem} problem @param {Sibling} sibling @param {number[]} index */
function messageAt({ run }, { edge }, index) {
  return explain(run, { of: "message", key: edge.key, index });
}

/**
 * @param {Store} store
 * @param {Problem} problem
 * @param {{ sibling: Sibling, shape: readonly number[], index: number[], found: Explanation | null }} what
 */
function row(store, problem, { sibling, shape, index, found }) {
  const { result, sum, edge } = sibling;
  const heading = h("h3", { class: "puzzle__letters" }, ...letters(problem, sibling));
  const size = sum === null ? 1 : found?.roads[0]?.count ?? 1;
  const words = sum === null
    ? t("puzzle.gone_none")
    : t(`puzzle.gone.${sum}`, { index: sum, count: size });
  const picker = cellPicker({
    ...{ label: t("puzzle.cell_of", { name: result.node }), shape, index, key: edge.key },
    pick: (to) =>
      store.dispatch({ type: "ui.puzzle", act: { do: "cell", key: edge.key, index: to } }),
  });
  return h(
    "section",
    { class: "puzzle__sibling" },
    h("div", { class: "puzzle__line" }, heading, h("p", { class: "puzzle__gone" }, words)),
    h(
      "div",
      { class: "puzzle__numbers" },
      picker,
      ...numbers(store, problem, result, index, found),
    ),
  );
}

/** ∂L/∂X[n,i] = Σ over j of ∂L/∂Y[n,j] · W[i,j], the index that is gone set apart. @param {Problem} problem @param {Sibling} sibling */
function letters(problem, { result, sum, factors }) {
  const written = (/** @type {Lettered} */ array) => lettered(problem, array, sum);
  const terms = factors.flatMap((factor, n) => [...(n > 0 ? [" · "] : []), ...written(factor)]);
  const sign = sum === null ? [] : ["Σ", h("sub", {}, gone(sum)), " "];
  return [...written(result), " = ", ...sign, ...terms];
}

/** @param {Problem} problem @param {Lettered} array @param {string | null} sum */
function lettered({ run }, { of, node, letters }, sum) {
  const name = of === "gradient" ? `∂${lossName(run)}/∂${node}` : node;
  const inside = letters.flatMap((letter, n) => [
    ...(n > 0 ? [","] : []),
    letter === sum ? gone(letter) : letter,
  ]);
  const named = h("span", { class: `puzzle__array puzzle__array--${of}` }, name);
  return letters.length > 0 ? [named, "[", ...inside, "]"] : [named];
}

/** @param {string} letter */
function gone(letter) {
  return h("b", { class: "puzzle__index" }, letter);
}

/** The same in the numbers of one cell. @param {Store} store @param {Problem} problem @param {Lettered} result @param {number[]} index @param {Explanation | null} found */
function numbers(store, { run }, { node }, index, found) {
  const road = found?.roads[0];
  if (!road) return [];
  const covered = isCovered(store.state, "gradient", node, index);
  const { digits } = store.state;
  const { shown, rest } = largest(road, MOST);
  const parts = [...shown.map((n) => road.products[n]), ...(rest ? [rest.sum] : [])];
  const unknown = covered || parts.some(Number.isNaN);
  const plain = (/** @type {number} */ number) =>
    covered || Number.isNaN(number) ? COVERED : format(number, digits);
  const texts = unknown ? [...parts, road.sum].map(plain) : addingUp(parts, road.sum, digits);
  const terms = shown.map((n, at) => {
    const factors = road.factors(n);
    const values = factors.map(({ value }) => value);
    const written = unknown ? values.map(plain) : multiplyingTo(values, texts[at].trim(), digits);
    return h(
      "span",
      { class: "puzzle__term" },
      h(
        "span",
        { class: "puzzle__names" },
        ...factors.flatMap((factor, k) => [...(k > 0 ? [" · "] : []), factorName(store, factor)]),
      ),
      h("span", {}, written.map((text, k) => (k > 0 ? bracketedNumber(text) : text)).join(" · ")),
    );
  });
  const more = rest
    ? [h(
      "span",
      { class: "puzzle__term" },
      h("span", { class: "puzzle__names" }, t("explain.rest", { count: rest.count })),
      h("span", {}, texts[shown.length].trim()),
    )]
    : [];
  const all = [...terms, ...more].flatMap((term, n) => [
    ...(n > 0 ? [h("span", { class: "puzzle__plus" }, "+")] : []),
    term,
  ]);
  const name = `∂${lossName(run)}/∂${node}${bracketed(index)}`;
  return [
    h("span", { class: "puzzle__result" }, `${name} =`),
    h("span", { class: "puzzle__sum" }, ...all),
    h("span", { class: "puzzle__result" }, `= ${texts[parts.length].trim()}`),
  ];
}

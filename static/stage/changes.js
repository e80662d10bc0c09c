// @ts-check
/** @import { Explanation, Road } from "../explain/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Stage } from "./tabs.js" */
import { h } from "../dom.js";
import { multiplyingTo, quotient, sumOfProducts, withSign } from "../explain/digits.js";
import { gradientName } from "../explain/name.js";
import { bracketed } from "../explain/label.js";
import { largest } from "../explain/largest.js";
import { valueOf } from "../explain/record.js";
import { arrayData } from "../grid/fetch.js";
import { indexOf } from "../grid/geometry.js";
import { COVERED, format, MINUS, shapeText } from "../numbers.js";
import { isCovered } from "../predict/cover.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { ghost } from "./ghost.js";
import { cellLink } from "./matrix.js";
import { opOnWire } from "./op.js";
import { pointing } from "./pointed.js";
import { factorName } from "./terms.js";
import { tinted } from "./tint.js";

/** So many cells that move have a line each. */
const MOST = 5;

/**
 * A line of the table: a cell that moves, or (n = −1) all those that are folded.
 *
 * @typedef {{ road: Road, n: number, moved: number, worth: number, effect: number, count: number }} Line
 */

/**
 * The cells that a cell moves, one a line: how far, what one step there is worth, what that makes;
 * and their sum, which is what L moves by.
 *
 * @param {Stage} stage
 * @param {Explanation} found
 */
export function changesOf(stage, { roads }) {
  const { store, run } = stage;
  const { nudge: by, digits } = store.state;
  const covered = isCovered(store.state, "gradient", stage.explained.name, stage.explained.index) ||
    roads.some(({ worth }) => worth?.some(Number.isNaN));
  const lines = roads.map((road) => linesOf(road, covered ? NaN : by, by));
  const all = lines.flat();
  const change = all.reduce((sum, { effect }) => sum + effect, 0);
  const shown = covered ? coveredSum(all, digits) : sumOfProducts(
    all.map(({ n, moved, worth, effect }) => ({
      factors: n < 0 ? [] : [moved, worth],
      product: effect,
    })),
    change,
    digits,
  );
  const slope = covered ? COVERED : quotient(shown.sum, by, change / by, digits);
  let at = 0;
  const bodies = roads.map((road, k) => {
    const head = headOf(stage, road, k === 0);
    const rows = lines[k].map((line) => {
      const [factors, product] = [shown.factors[at], shown.products[at]];
      at++;
      return line.n < 0 ? restRow(line, product) : reached(stage, line, factors, product);
    });
    return h("tbody", {}, head, ...rows);
  });
  const foot = h("tfoot", {}, totalRow(stage, change, shown.sum));
  const table = h("table", { class: "changes" }, ...bodies, foot);
  return h("div", { class: "goes__table" }, table, quotientOf(stage, shown.sum, slope, run));
}

/** How far each cell moves and what it is worth, but not what that makes: it is to be predicted. @param {Line[]} lines @param {number} digits */
function coveredSum(lines, digits) {
  const text = (/** @type {number} */ n) => (Number.isNaN(n) ? COVERED : format(n, digits));
  return {
    factors: lines.map(({ moved, worth }) => [text(moved), text(worth)]),
    products: lines.map(() => COVERED),
    sum: COVERED,
  };
}

/** @param {Road} road @param {number} step  for what it makes, NaN where that is covered @param {number} by @returns {Line[]} */
function linesOf(road, step, by) {
  const { products, worth } = road;
  const effect = (/** @type {number} */ n) => step * products[n] * (worth?.[n] ?? 0);
  const { shown, rest } = largest({ ...road, products: products.map((_, n) => effect(n)) }, MOST);
  const lines = shown.map((n) => ({
    ...{ road, n, moved: by * products[n], worth: worth?.[n] ?? 0, effect: effect(n), count: 1 },
  }));
  if (!rest) return lines;
  return [...lines, { road, n: -1, moved: 0, worth: 0, effect: rest.sum, count: rest.count }];
}

/** The op that a cell enters, and what the columns are. @param {Stage} stage @param {Road} road @param {boolean} first */
function headOf({ run, name }, { consumer }, first) {
  const shape = run.graph.nodes.get(consumer)?.shape ?? [];
  const way = h(
    "th",
    { scope: "colgroup", colspan: 3, class: "changes__way" },
    h("span", { class: "changes__from" }, name),
    opOnWire(run, consumer, "forward"),
    h("b", {}, consumer),
    h("span", { class: "stage__shape" }, ` ${shapeText(shape)}`),
  );
  const worth = h(
    "th",
    { scope: "col", class: "beat-2" },
    h("b", { class: "stage__gradient" }, `∂${lossName(run)}/∂${consumer}`),
    first ? h("span", { class: "stage__shape changes__under" }, t("explain.worth_head")) : null,
  );
  return h("tr", {}, way, worth, h("td"));
}

/** A cell that moves. @param {Stage} stage @param {Line} line @param {string[]} factors  how far, and what it is worth @param {string} effect */
function reached({ store, run }, { road, n, worth, effect: total }, [moved, worthText], effect) {
  const { nudge: by, digits } = store.state;
  const { consumer, products } = road;
  const index = indexOf(road.reaches[n], run.graph.nodes.get(consumer)?.shape ?? []);
  const value = numberAt(run, consumer, road.reaches[n]);
  const cell = tinted(store, value, format(value, digits));
  cell.classList.add("stage__lit");
  cell.append(ghost(withSign(moved)));
  const name = consumer + bracketed(index);
  const worthLink = road.worth
    ? cellLink(store, worthText, { of: "gradient", name: consumer, index })
    : t("explain.worth_none");
  const [, local] = multiplyingTo([by, products[n]], moved, digits);
  const own = h(
    "tr",
    {},
    h("th", { scope: "row" }, cellLink(store, name, { of: "value", name: consumer, index })),
    h("td", {}, cell),
    h("td", { class: "changes__why" }, localName(store, road, n, local)),
    h("td", { class: "beat-2" }, "× ", tinted(store, worth, worthLink, "stage__worth")),
    h("td", { class: "beat-3" }, "= ", tinted(store, total, withSign(effect))),
  );
  pointing(own, road.factors(n).flatMap(({ pieces }) => pieces.map(({ ref }) => ref)));
  return own;
}

/** The local derivative: its symbol, and its number where that says more. @param {import("../types.js").Store} store @param {Road} road @param {number} n @param {string} number */
function localName(store, road, n, number) {
  const factors = road.factors(n);
  const name = h("span", { class: "stage__local" });
  factors.forEach((factor, k) => name.append(...(k > 0 ? [" · "] : []), factorName(store, factor)));
  const label = factors.map(({ label: text }) => text).join(" · ");
  if (label !== number) name.append(` = ${number}`);
  return name;
}

/** @param {RunState} run @param {string} id @param {number} flat */
function numberAt(run, id, flat) {
  const array = valueOf(run, id);
  const data = array ? arrayData(array) : [];
  return data instanceof Promise ? NaN : Number(data[flat]);
}

/** @param {Line} line @param {string} effect */
function restRow({ count }, effect) {
  return h(
    "tr",
    {},
    h("th", { scope: "row", colspan: 4 }, t("explain.rest", { count })),
    h("td", { class: "beat-3" }, "= ", h("span", { class: "stage__cell" }, withSign(effect))),
  );
}

/** @param {Stage} stage @param {number} change @param {string} sum */
function totalRow({ store, run }, change, sum) {
  const total = tinted(store, change, withSign(sum), "stage__total");
  return h(
    "tr",
    { class: "beat-3" },
    h("td", { colspan: 2 }),
    h("th", { scope: "row", colspan: 2 }, t("explain.moves_by", { loss: lossName(run) })),
    h("td", {}, h("span", { "aria-hidden": "true" }, "  "), total),
  );
}

/** The change of L over the step is the gradient. @param {Stage} stage @param {string} sum @param {string} slope @param {RunState} run */
function quotientOf({ store, explained }, sum, slope, run) {
  const { name, index } = explained;
  const by = format(store.state.nudge, 6);
  const under = by.startsWith(MINUS) ? `(${by})` : by;
  const gradient = gradientName(run, name, index);
  return h(
    "p",
    { class: "stage__equation beat-3" },
    `${sum} / ${under} = `,
    h("b", {}, `${slope} = `, cellLink(store, gradient, { of: "gradient", name, index })),
  );
}

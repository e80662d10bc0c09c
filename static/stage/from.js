// @ts-check
/** @import { Explanation, Factor, Road } from "../explain/types.js" */
/** @import { RunState, Store } from "../types.js" */
/** @import { Drawn, Stage, StageTab } from "./tabs.js" */
import { h } from "../dom.js";
import { numberIn, sumOfProducts } from "../explain/digits.js";
import { explain } from "../explain/index.js";
import { bracketed } from "../explain/label.js";
import { largest } from "../explain/largest.js";
import { format } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { wordsOf } from "./controls.js";
import { opName, opOnWire } from "./op.js";
import { factorMatrices } from "./operands.js";
import { pointing } from "./pointed.js";
import { bracketedNumber, factorName } from "./terms.js";
import { cellLink } from "./matrix.js";

/** Up to so many characters the products stand on one line too, as an equation. */
const ON_ONE_LINE = 56;

/** So many products have a line each, on all roads together. */
const MOST = 8;

/** As many decimals as shown numbers have at most. */
const DECIMALS = 12;

/** Where a number comes from. @type {StageTab} */
export const fromTab = {
  id: "from",
  words: "explain.tab.from",
  opensOn: () => true,
  draw(stage) {
    const { run, explained } = stage;
    const found = explain(run, {
      ...{ of: explained.of, name: explained.name, index: explained.index, direction: "from" },
      ...(explained.wire === undefined ? {} : { of: "message", key: explained.wire }),
    });
    return found instanceof Promise
      ? found.then((later) => fromView(stage, later))
      : fromView(stage, found);
  },
};

/**
 * The products that made a number, one line a term, and their sum.
 *
 * @param {Stage} stage
 * @param {Explanation | null} found
 * @returns {Drawn}
 */
function fromView(stage, found) {
  const { store, run } = stage;
  if (!found || found.roads.length === 0) {
    return { element: h("div"), foot: [wordsOf(nothing(stage, found))] };
  }
  const terms = found.combine === "sum" ? summed(stage, found) : combined(stage, found);
  const element = h("div", { class: "from" }, factorMatrices(store, run, found), terms);
  const words = said(stage, found);
  return { element, fits: true, ...(words ? { foot: [wordsOf(words)] } : {}) };
}

/** @param {Stage} stage @param {Explanation | null} found */
function nothing({ run, explained: { of, name: id }, name }, found) {
  const node = run.graph.nodes.get(id);
  if (of === "gradient" && node?.role === "target") return t("explain.target");
  if (!found || of === "gradient") return t("explain.no_path", { loss: lossName(run) });
  return t("explain.given", { name });
}

/** @param {Stage} stage @param {Explanation} found */
function said({ run, explained }, { combine, roads }) {
  const { of, name, index } = explained;
  if (combine !== "sum") return t(`explain.combine.${combine}`);
  const [first] = roads;
  const fed = first.slot === null && of === "gradient";
  if (fed) return t("explain.fed");
  const terms = roads.reduce((count, road) => count + road.count, 0);
  const made = { op: opName(run, name), count: terms };
  if (of === "value") return terms === 1 ? t("explain.made.one", made) : t("explain.made", made);
  const cell = name + bracketed(index);
  if (roads.length > 1) return t("explain.roads", { name: cell, count: roads.length });
  const y = first.consumer;
  const sent = { name: cell, y, loss: lossName(run), count: terms };
  return terms === 1 ? t("explain.products.one", sent) : t("explain.products", sent);
}

/** A line for each term, the sum under them, and all of it as one equation. @param {Stage} stage @param {Explanation} found */
function summed({ store, run, explained, name }, found) {
  const { digits } = store.state;
  const most = Math.max(2, Math.floor(MOST / found.roads.length));
  const parts = found.roads.map((road) => ({ road, ...largest(road, most) }));
  const lines = parts.flatMap(({ road, shown, rest }) => [
    ...shown.map((n) => ({ factors: road.factors(n), product: road.products[n] })),
    ...(rest ? [{ factors: /** @type {Factor[]} */ ([]), product: rest.sum }] : []),
  ]);
  const texts = sumOfProducts(
    lines.map(({ factors, product }) => ({ factors: factors.map(({ value }) => value), product })),
    found.value,
    digits,
  );
  const several = explained.of === "gradient" && parts.length > 1;
  let at = 0;
  const bodies = parts.map(({ road, shown, rest }) => {
    const body = h("tbody", {}, several ? roadHead(store, run, explained.name, road) : null);
    const from = at;
    for (const _ of shown) {
      body.append(line(store, lines[at].factors, texts.factors[at], texts.products[at]));
      at++;
    }
    if (rest) body.append(row(t("explain.rest", { count: rest.count }), texts.products[at++]));
    const total = totalOf(texts.products.slice(from, at));
    if (several && at - from > 1) body.append(row(t("explain.road_sum"), total));
    return { body, total };
  });
  const foot = lines.length > 1 ? h("tfoot", {}, row(name, texts.sum)) : null;
  const short = several ? bodies.map(({ total }) => [total]) : texts.factors;
  const equation = equationOf(name, short, texts.sum);
  return h(
    "div",
    { class: "from__sum" },
    h("table", { class: "terms" }, ...bodies.map(({ body }) => body), foot),
    equation,
  );
}

/** What numbers add up to, as they are shown. @param {string[]} texts */
function totalOf(texts) {
  const sum = texts.map(numberIn).reduce((one, other) => one + other, 0);
  return format(Number(sum.toFixed(DECIMALS)), DECIMALS);
}

/** ∂L/∂x[0] = 1 · 1 + 2 · 2 + (−1) · 3 = 2, where it is short enough. @param {string} name @param {string[][]} terms @param {string} sum */
function equationOf(name, terms, sum) {
  const products = terms.map((factors, n) =>
    factors.map((text, k) => (n > 0 || k > 0 ? bracketedNumber(text) : text)).join(" · ")
  );
  const right = products.join(" + ");
  if (right.length > ON_ONE_LINE) return null;
  const whole = right === sum ? `${name} = ` : `${name} = ${right} = `;
  return h("p", { class: "stage__equation" }, whole, h("b", {}, sum));
}

/** A road by which gradient came, a link to what came by it alone. @param {Store} store @param {RunState} run @param {string} name @param {Road} road */
function roadHead(store, run, name, { consumer, slot }) {
  const key = (run.graph.outOf.get(name) ?? []).find((id) => {
    const edge = run.graph.edges.get(id);
    return edge?.to === consumer && edge.slot === slot;
  });
  const explained = store.state.explained;
  const cell = key && explained
    ? { of: explained.of, name, index: explained.index, wire: key }
    : null;
  const words = t("explain.road", { op: opName(run, consumer) });
  return h(
    "tr",
    {},
    h(
      "th",
      { colspan: 3, scope: "rowgroup", class: "terms__road" },
      h("b", {}, consumer),
      opOnWire(run, consumer, "backward"),
      cellLink(store, words, cell),
    ),
  );
}

/** @param {Store} store @param {Factor[]} factors @param {string[]} numbers @param {string} product */
function line(store, factors, numbers, product) {
  const names = h("td", { class: "terms__names" });
  factors.forEach((factor, k) =>
    names.append(...(k > 0 ? [" · "] : []), factorName(store, factor))
  );
  const shown = numbers.map((text, k) => (k > 0 ? bracketedNumber(text) : text)).join(" · ");
  const own = h(
    "tr",
    {},
    names,
    h("td", { class: "terms__numbers" }, shown === product ? "" : shown),
    h("td", { class: "terms__product" }, `= ${product}`),
  );
  pointing(own, factors.flatMap(({ pieces }) => pieces.map(({ ref }) => ref)));
  return own;
}

/** @param {string} head @param {string} product */
function row(head, product) {
  return h(
    "tr",
    {},
    h("th", { scope: "row", class: "terms__names", colspan: 2 }, head),
    h("td", { class: "terms__product" }, `= ${product}`),
  );
}

/** Terms that do not add up: how they combine is said. @param {Stage} stage @param {Explanation} found */
function combined({ store, name }, found) {
  const { digits } = store.state;
  const rows = found.roads.flatMap((road) =>
    largest(road).shown.map((n) => {
      const factors = road.factors(n);
      return line(
        store,
        factors,
        factors.map(({ value }) => format(value, digits)),
        format(road.products[n], digits),
      );
    })
  );
  const table = h("table", { class: "terms" }, h("tbody", {}, ...rows));
  const equation = h(
    "p",
    { class: "stage__equation" },
    `${name} = `,
    h("b", {}, format(found.value, digits)),
  );
  return h("div", { class: "from__sum" }, table, equation);
}

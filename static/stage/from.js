// @ts-check
/** @import { Explanation, Road } from "../explain/types.js" */
/** @import { Explained, RunState, Store } from "../types.js" */
/** @import { StageTab } from "./tabs.js" */
import { h } from "../dom.js";
import { addingUp, multiplyingTo } from "../explain/digits.js";
import { bracketed } from "../explain/label.js";
import { explain } from "../explain/index.js";
import { largest } from "../explain/largest.js";
import { gradientOf, valueOf } from "../explain/record.js";
import { format } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { senderName } from "../inspector/sections.js";
import { cellIn, stageMatrix } from "./matrix.js";
import { bracketedNumber, factorName, linkOf } from "./terms.js";

/** Where a number comes from. @type {StageTab} */
export const fromTab = {
  id: "from",
  words: "explain.tab.from",
  opensOn: () => true,
  draw({ store, run, explained, name }) {
    const found = explain(run, { ...explained, direction: "from" });
    const show = (/** @type {Explanation | null} */ it) => ({
      element: fromView(store, run, explained, it, name),
    });
    return found instanceof Promise ? found.then(show) : show(found);
  },
};

/**
 * The products that made a number, one line a term, and their sum.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Explained} explained
 * @param {Explanation | null} found
 * @param {string} name  of the cell
 * @returns {HTMLElement}
 */
function fromView(store, run, explained, found, name) {
  const words = found && found.roads.length > 0 ? null : nothing(run, explained, found, name);
  if (words || !found) return h("p", { class: "stage__words" }, words ?? "");
  const terms = found.combine === "sum"
    ? summed(store, run, found, { name, value: explained.name + bracketed(explained.index) })
    : combined(store, found, name);
  return h("div", { class: "stage__from" }, operands(store, run, found), terms);
}

/** @param {RunState} run @param {Explained} explained @param {Explanation | null} found @param {string} name */
function nothing(run, { of, name: id }, found, name) {
  const node = run.graph.nodes.get(id);
  if (of === "gradient" && node?.role === "target") return t("explain.target");
  if (!found || of === "gradient") return t("explain.no_path", { loss: lossName(run) });
  return t("explain.given", { name });
}

/** The equation on one line, then a line for each term. @param {Store} store @param {RunState} run @param {Explanation} found @param {{ name: string, value: string }} names */
function summed(store, run, found, { name, value }) {
  const { digits } = store.state;
  const parts = found.roads.map((road) => ({ road, ...largest(road) }));
  const products = parts.flatMap(({ road, shown, rest }) => [
    ...shown.map((n) => road.products[n]),
    ...(rest ? [rest.sum] : []),
  ]);
  const texts = addingUp(products, found.value, digits);
  const total = texts[products.length].trim();
  let at = 0;
  /** @type {string[]} */
  const short = [];
  const body = h("tbody");
  for (const { road, shown, rest } of parts) {
    if (parts.length > 1) body.append(roadHead(run, road));
    for (const n of shown) {
      const product = texts[at++].trim();
      const factors = road.factors(n);
      const numbers = multiplyingTo(factors.map(({ value }) => value), product, digits);
      short.push(
        numbers.map((text, k) => (k > 0 || short.length > 0 ? bracketedNumber(text) : text)).join(
          " · ",
        ),
      );
      body.append(line(store, factors, numbers, product));
    }
    if (rest) {
      const product = texts[at++].trim();
      short.push("…");
      body.append(row(t("explain.rest", { count: rest.count }), "", product));
    }
  }
  const foot = h("tfoot", {}, row(name, "", total));
  const equation = short.length <= 6
    ? h("p", { class: "stage__equation" }, `${name} = ${short.join(" + ")} = `, h("b", {}, total))
    : null;
  const fed =
    found.roads.some(({ slot, consumer }) =>
        slot === null && consumer === run.graph.graph.output
      ) &&
      found.roads[0].factors(0)[0]?.ref === null && found.roads[0].count === 1
      ? h("p", { class: "stage__words" }, t("explain.fed"))
      : null;
  const roads = parts.length > 1 && parts[0].road.slot !== null
    ? h("p", { class: "stage__words" }, t("explain.roads", { name: value, count: parts.length }))
    : null;
  return h(
    "div",
    { class: "stage__sum" },
    fed,
    roads,
    h("table", { class: "stage__terms" }, body, foot),
    equation,
  );
}

/** @param {RunState} run @param {Road} road */
function roadHead(run, { consumer, slot }) {
  const node = run.graph.nodes.get(consumer);
  const words = node && slot !== null
    ? t("explain.road", { op: `${senderName(node)} → ${consumer}` })
    : "";
  return h("tr", {}, h("th", { colspan: 3, class: "stage__road" }, words));
}

/** @param {Store} store @param {import("../explain/types.js").Factor[]} factors @param {string[]} numbers @param {string} product */
function line(store, factors, numbers, product) {
  const names = h("td", { class: "stage__names" });
  factors.forEach((factor, k) =>
    names.append(...(k > 0 ? [" · "] : []), factorName(store, factor))
  );
  const shown = numbers.map((text, k) => (k > 0 ? bracketedNumber(text) : text)).join(" · ");
  return h(
    "tr",
    {},
    names,
    h("td", { class: "stage__numbers" }, shown),
    h("td", { class: "stage__product" }, `= ${product}`),
  );
}

/** @param {string} head @param {string} middle @param {string} product */
function row(head, middle, product) {
  return h(
    "tr",
    {},
    h("td", { class: "stage__names" }, head),
    h("td", { class: "stage__numbers" }, middle),
    h("td", { class: "stage__product" }, `= ${product}`),
  );
}

/** Terms that do not add up: how they combine is said. @param {Store} store @param {Explanation} found @param {string} name */
function combined(store, found, name) {
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
  const table = h("table", { class: "stage__terms" }, h("tbody", {}, ...rows));
  const words = h("p", { class: "stage__words" }, t(`explain.combine.${found.combine}`));
  const equation = h(
    "p",
    { class: "stage__equation" },
    `${name} = `,
    h("b", {}, format(found.value, digits)),
  );
  return h("div", { class: "stage__sum" }, table, words, equation);
}

/** The matrices that the factors are cells of, those cells lit. @param {Store} store @param {RunState} run @param {Explanation} found */
function operands(store, run, found) {
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();
  for (const road of found.roads) {
    for (const n of largest(road).shown) {
      for (const { pieces } of road.factors(n)) {
        for (const { ref } of pieces) {
          const cell = linkOf(ref);
          if (cell) light(store, run, shown, cell);
        }
      }
    }
  }
  return h("div", { class: "stage__operands" }, ...shown.values());
}

/** @param {Store} store @param {RunState} run @param {Map<string, HTMLElement>} shown @param {import("../types.js").CellRef} cell */
function light(store, run, shown, { of, name, index }) {
  const key = `${of} ${name}`;
  const array = of === "gradient" ? gradientOf(run, name) : valueOf(run, name);
  if (!array) return;
  if (!shown.has(key)) {
    const caption = of === "gradient" ? `∂${lossName(run)}/∂${name}` : name;
    shown.set(key, stageMatrix(store, { ...array, caption, of, name }).element);
  }
  const element = shown.get(key);
  if (element) cellIn(element, index)?.classList.add("stage__lit", `stage__lit--${of}`);
}

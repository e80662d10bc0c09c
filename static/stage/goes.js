// @ts-check
/** @import { Explanation, Road } from "../explain/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Stage, StageTab } from "./tabs.js" */
import { h } from "../dom.js";
import { addingUp, dividing, multiplyingTo, withSign } from "../explain/digits.js";
import { explain, gradientName } from "../explain/index.js";
import { largest } from "../explain/largest.js";
import { bracketed } from "../explain/label.js";
import { gradientOf, valueOf } from "../explain/record.js";
import { indexOf } from "../grid/geometry.js";
import { senderName } from "../inspector/sections.js";
import { format, formatColumn } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { cellName } from "./head.js";
import { cellIn, cellLink, stageMatrix } from "./matrix.js";
import { factorName } from "./terms.js";
import { wholeView } from "./whole.js";

/**
 * Where a cell goes, told in four beats.
 *
 * @type {StageTab}
 */
export const goesTab = {
  id: "goes",
  words: "explain.tab.goes",
  beats: 4,
  opensOn: () => true,
  follows: (state) => state.nudge,
  draw({ store, run, explained }) {
    const cell = { ...explained, of: /** @type {const} */ ("value") };
    const stage = { store, run, explained, name: cellName(run, cell) };
    if (explained.beat === 4) return wholeView(stage);
    const found = explain(run, { ...cell, direction: "to" });
    const show = (/** @type {Explanation | null} */ it) => ({
      element: it ? goesView(stage, it) : h("p", { class: "stage__words" }),
    });
    return found instanceof Promise ? found.then(show) : show(found);
  },
};

/**
 * Beats 1 to 3: the cells that a cell moves, what each is worth, and their sum.
 *
 * @param {Stage} stage
 * @param {Explanation} found  where it goes
 * @returns {HTMLElement}
 */
function goesView(stage, found) {
  const { run, name, explained } = stage;
  if (found.roads.length === 0) {
    return h("p", { class: "stage__words" }, t("explain.gone", { name, loss: lossName(run) }));
  }
  const picture = h("div", { class: "stage__sources" }, ...sources(stage, found));
  const table = changes(stage, found);
  const words = h("p", { class: "stage__words" }, said(stage, found));
  return h(
    "div",
    { class: `stage__goes stage__goes--${explained.beat}` },
    picture,
    h("div", {}, table, words),
  );
}

/** @param {Stage} stage @param {Explanation} found */
function said({ run, name, explained, store }, { roads }) {
  const loss = lossName(run);
  if (explained.beat === 2) return t("explain.worth", { loss });
  if (explained.beat >= 3) {
    const words = t("explain.add", { name, loss });
    return roads.length > 1
      ? `${t("explain.roads", { name, count: roads.length })} ${words}`
      : words;
  }
  const op = roads.map(({ consumer }) => opName(run, consumer)).join(", ");
  return t("explain.moves", { name, by: withSign(format(store.state.nudge, 6)), op });
}

/** @param {RunState} run @param {string} id */
function opName(run, id) {
  const node = run.graph.nodes.get(id);
  return node ? senderName(node) : id;
}

/** The array of the cell, and those its local derivatives are read from, lit. @param {Stage} stage @param {Explanation} found */
function sources({ store, run, explained }, { roads }) {
  /** @type {Map<string, HTMLElement>} */
  const shown = new Map();
  /** @param {string} id @param {readonly number[]} index @param {boolean} own */
  const light = (id, index, own) => {
    const array = valueOf(run, id);
    if (!array) return;
    if (!shown.has(id)) {
      shown.set(id, stageMatrix(store, { ...array, caption: id, of: "value", name: id }).element);
    }
    const cell = cellIn(shown.get(id) ?? document.body, index);
    cell?.classList.add("stage__lit");
    if (own && cell) cell.append(ghost(withSign(format(store.state.nudge, 6))));
  };
  light(explained.name, explained.index, true);
  for (const road of roads) {
    for (const n of largest(road).shown) {
      for (const { pieces } of road.factors(n)) {
        for (const { ref } of pieces) if (ref?.of === "value") light(ref.name, ref.index, false);
      }
    }
  }
  return shown.values();
}

/** @param {string} text */
function ghost(text) {
  return h("span", { class: "stage__ghost" }, text);
}

/** @param {Stage} stage @param {Explanation} found */
function changes(stage, { roads }) {
  const { store, run, name, explained } = stage;
  const { nudge: by, digits } = store.state;
  const listed = roads.flatMap((road) => {
    const { shown, rest } = largest(road, 12);
    const upstream = numbersOf(run, road.consumer);
    return [
      ...shown.map((n) => ({ road, n, upstream })),
      ...(rest ? [{ road, n: -1, upstream }] : []),
    ];
  });
  const ofOne = (
    /** @type {{ road: Road, upstream: ArrayLike<unknown> }} */ { road, upstream },
    /** @type {number} */ n,
  ) => by * road.products[n] * Number(upstream[road.reaches[n]]);
  const effects = listed.map((entry) =>
    entry.n >= 0 ? ofOne(entry, entry.n) : restOf(entry, (n) => ofOne(entry, n))
  );
  const change = roads.reduce((sum, road) => {
    const upstream = numbersOf(run, road.consumer);
    return sum +
      Array.from(road.products).reduce((part, _, n) => part + ofOne({ road, upstream }, n), 0);
  }, 0);
  const texts = addingUp(effects, change, digits);
  const body = h(
    "tbody",
    {},
    ...listed.map((entry, at) =>
      entry.n >= 0
        ? reached(stage, entry, texts[at].trim())
        : restRow(largest(entry.road, 12).rest?.count ?? 0, texts[at].trim())
    ),
  );
  const total = texts[listed.length].trim();
  const loss = lossName(run);
  const foot = h(
    "tfoot",
    {},
    h(
      "tr",
      { class: "stage__beat-3" },
      h("td", { colspan: 4 }, t("explain.moves_by", { loss })),
      h("td", {}, h("b", { class: "stage__total" }, withSign(total))),
    ),
  );
  const [above, slope] = dividing(change, by, digits);
  const gradient = cellLink(store, gradientName(run, explained.name, explained.index), {
    ...{ of: "gradient", name: explained.name, index: explained.index },
  });
  const quotient = h(
    "p",
    { class: "stage__equation stage__beat-3" },
    `${above} / ${format(by, 6)} = ${slope} = `,
    gradient,
  );
  const head = h(
    "thead",
    {},
    h(
      "tr",
      {},
      h("th", { colspan: 3 }, `${name} → ${roads.map(({ consumer }) => consumer).join(", ")}`),
      h("th", { class: "stage__beat-2" }, t("explain.worth_head")),
      h("th", {}, ""),
    ),
  );
  return h("div", {}, h("table", { class: "stage__changes" }, head, body, foot), quotient);
}

/** @param {{ road: Road }} entry @param {(n: number) => number} effect */
function restOf({ road }, effect) {
  const shown = new Set(largest(road, 12).shown);
  return Array.from(road.products, (_, n) => (shown.has(n) ? 0 : effect(n))).reduce(
    (one, other) => one + other,
    0,
  );
}

/** @param {RunState} run @param {string} id @returns {ArrayLike<unknown>} */
function numbersOf(run, id) {
  const array = gradientOf(run, id);
  return array && "data" in array ? array.data : [];
}

/** A cell that moves: its ghost, why it moves so far, what it is worth, and what that makes. @param {Stage} stage @param {{ road: Road, n: number, upstream: ArrayLike<unknown> }} entry @param {string} effect */
function reached({ store, run }, { road, n, upstream }, effect) {
  const { nudge: by, digits } = store.state;
  const shape = run.graph.nodes.get(road.consumer)?.shape ?? [];
  const index = indexOf(road.reaches[n], shape);
  const array = valueOf(run, road.consumer);
  const value = array && "data" in array ? format(array.data[road.reaches[n]], digits) : "";
  const worth = Number(upstream[road.reaches[n]]);
  const [moved, worthText] = multiplyingTo([by * road.products[n], worth], effect, digits);
  const name = cellLink(store, road.consumer + bracketed(index), {
    of: "value",
    name: road.consumer,
    index,
  });
  const factors = road.factors(n);
  const local = h("span", { class: "stage__local" });
  factors.forEach((factor, k) =>
    local.append(...(k > 0 ? [" · "] : []), factorName(store, factor))
  );
  const [product] = formatColumn([road.products[n]], digits);
  const derivative = factors.length === 1 && factors[0].label === product.trim()
    ? local
    : h("span", {}, local, ` = ${product.trim()}`);
  return h(
    "tr",
    {},
    h("td", {}, name),
    h("td", {}, h("span", { class: "stage__cell stage__lit" }, value, ghost(withSign(moved)))),
    h("td", { class: "stage__why" }, derivative),
    h(
      "td",
      { class: "stage__beat-2" },
      "× ",
      h(
        "span",
        { class: "stage__cell stage__worth" },
        cellLink(store, worthText, { of: "gradient", name: road.consumer, index }),
      ),
    ),
    h(
      "td",
      { class: "stage__beat-3" },
      "= ",
      h("span", { class: "stage__cell" }, withSign(effect)),
    ),
  );
}

/** @param {number} count @param {string} effect */
function restRow(count, effect) {
  return h(
    "tr",
    {},
    h("td", { colspan: 4 }, t("explain.rest", { count })),
    h(
      "td",
      { class: "stage__beat-3" },
      "= ",
      h("span", { class: "stage__cell" }, withSign(effect)),
    ),
  );
}

// @ts-check
/** @import { Explanation, Factor, Road } from "../explain/types.js" */
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Mistake } from "./rerun.js" */
/** @import { Diagnosis } from "./types.js" */
import { explain } from "../explain/index.js";
import { bracketed } from "../explain/label.js";
import { gradientOf, valueOf } from "../explain/record.js";
import { factorMistakes } from "./factors.js";
import { here } from "./here.js";
import { flatOf, indexOf } from "../grid/geometry.js";
import { countOf, diagonalOnly, dividedByClasses, dividedMore, gradientWith } from "./rerun.js";
import { onlyPart, passedBy, withoutMask } from "./rerun.js";
import { opName, said } from "./said.js";
import { valueMistakes } from "./values.js";

/**
 * What a mistake makes of a cell, and what it is. The same mistake has the same key in every cell.
 *
 * @typedef {{ value: number } & Diagnosis} Mistaken
 */

/** Of more terms than this each is not tried alone. */
const MOST_TERMS = 64;
/** What is smaller than this part of the number is what arithmetic leaves of a zero. */
const NOISE = 1e-12;
/** In larger arrays other cells are not looked at. */
const MOST_CELLS = 400;
/** So many ops are tried to be passed by. */
const MOST_OPS = 24;

/**
 * What the mistakes that can be made of any network make of a cell, the likeliest first. Some of
 * them may come to the right number all the same.
 *
 * @param {RunState} run  finished
 * @param {CellRef} cell
 * @returns {Mistaken[]}
 */
export function mistakesAt(run, cell) {
  const found = explain(run, { ...cell, direction: "from" });
  const array = cell.of === "value" ? valueOf(run, cell.name) : gradientOf(run, cell.name);
  if (!found || found instanceof Promise || !array) return [];
  const own = cell.of === "gradient"
    ? gradientMistakes(run, cell, found)
    : valueMistakes(run, found);
  return [
    ...own,
    { ...said("sign"), value: -found.value },
    ...neighbours(run, cell, here(array)),
  ].filter(({ value }) => Number.isFinite(value)).map((mistake) =>
    Math.abs(mistake.value) < NOISE * Math.abs(found.value) ? { ...mistake, value: 0 } : mistake
  );
}

/** @param {RunState} run @param {CellRef} cell @param {Explanation} found @returns {Mistaken[]} */
function gradientMistakes(run, cell, found) {
  const { roads, value } = found;
  if (roads.every(({ slot }) => slot === null)) return [];
  const flat = flatOf(cell.index, run.graph.nodes.get(cell.name)?.shape ?? []) ?? 0;
  return [
    ...passedWith(run, cell.name, flat, said("no_mask"), withoutMask),
    ...passedWith(run, cell.name, flat, said("diagonal"), diagonalOnly),
    ...roadMistakes(roads),
    ...termMistakes(run, cell, roads),
    ...factorMistakes(run, cell, roads, flat),
    ...splitMistakes(run, roads, value),
    ...passMistakes(run, cell.name, flat),
  ];
}

/** One road of several, or their mean. @param {Road[]} roads @returns {Mistaken[]} */
function roadMistakes(roads) {
  if (roads.length < 2) return [];
  const total = roads.reduce((sum, road) => sum + road.sum, 0);
  const count = roads.length;
  return [
    ...roads.map((road) => ({
      ...said("one_road", { road: road.consumer, count }),
      value: road.sum,
    })),
    { ...said("mean_roads", { count }), value: total / count },
  ];
}

/** Of the products that add up, one alone, all but one, or their mean. @param {RunState} run @param {CellRef} cell @param {Road[]} roads @returns {Mistaken[]} */
function termMistakes(run, { name, index }, roads) {
  const count = roads.reduce((sum, road) => sum + road.count, 0);
  if (count < 2 || count === roads.length || count > MOST_TERMS) return [];
  const total = roads.reduce((sum, road) => sum + road.sum, 0);
  const cell = name + bracketed(index);
  const terms = roads.flatMap((road) =>
    Array.from(road.products, (value, n) => ({ road, value, n }))
  );
  const alone = terms.map(({ road, value, n }) => ({
    ...said(road.factors(n).length === 1 ? "one_copy" : "one_term", {
      ...{ cell, count, term: termName(road.factors(n)) },
    }),
    value,
  })).filter(({ value }) => value !== 0);
  const missing = terms.map(({ road, value, n }) => ({
    ...said("missing_term", { cell, term: termName(road.factors(n)) }),
    value: total - value,
  }));
  const mean = { ...said("mean_terms", { cell, count }), value: total / count };
  return [...alone, mean, ...(count > 2 ? missing : []), ...otherAxis(run, index, roads)];
}

/** @param {Factor[]} factors */
function termName(factors) {
  return factors.map(({ label }) => label).join(" · ");
}

/** The sum over the outputs in place of that over the samples. @param {RunState} run @param {readonly number[]} index @param {Road[]} roads @returns {Mistaken[]} */
function otherAxis(run, index, [road]) {
  const shape = run.graph.nodes.get(road.consumer)?.shape ?? [];
  if (index.length !== 1 || shape.length !== 2 || road.columns.length > 1) return [];
  const gradient = gradientOf(run, road.consumer);
  if (!gradient || index[0] >= shape[0]) return [];
  const row = Array.from(here(gradient), Number).slice(
    index[0] * shape[1],
    (index[0] + 1) * shape[1],
  );
  return [{ ...said("other_axis"), value: row.reduce((sum, number) => sum + number, 0) }];
}

/** What arrives shared out among the inputs of an op. @param {RunState} run @param {Road[]} roads @param {number} value @returns {Mistaken[]} */
function splitMistakes(run, roads, value) {
  if (roads.length !== 1) return [];
  const inputs = (run.graph.into.get(roads[0].consumer) ?? []).length;
  if (inputs < 2 || roads[0].columns.length > 1) return [];
  return [{
    ...said("split", { count: inputs, op: opName(run, roads[0].consumer) }),
    value: value / inputs,
  }];
}

/** A mistake made anywhere on the way back. @param {RunState} run @param {string} name @param {number} flat @returns {Mistaken[]} */
function passMistakes(run, name, flat) {
  const count = countOf(run, here, name);
  /** @type {[Diagnosis, Mistake][]} */
  const tried = [
    ...(count === null ? [] : /** @type {[Diagnosis, Mistake][]} */ ([
      [said("no_n", { count }), dividedMore(-1)],
      [said("twice_n", { count }), dividedMore(1)],
      [said("classes", { count }), dividedByClasses],
    ])),
    [said("only_y"), onlyPart("y")],
    [said("only_t"), onlyPart("t")],
    ...unary(run).map((node) => /** @type {[Diagnosis, Mistake]} */ ([
      said("passed_by", { op: opName(run, node.id), node: node.id }),
      passedBy(node.id),
    ])),
  ];
  return tried.flatMap(([diagnosis, mistake]) => passedWith(run, name, flat, diagnosis, mistake));
}

/** What was gone through again, by run: the cells of an array ask for the same. @type {WeakMap<RunState, Map<string, Float64Array | null>>} */
const again = new WeakMap();

/** @param {RunState} run @param {string} name @param {number} flat @param {Diagnosis} diagnosis @param {Mistake} mistake @returns {Mistaken[]} */
function passedWith(run, name, flat, diagnosis, mistake) {
  const known = again.get(run) ?? new Map();
  again.set(run, known);
  const key = `${name} ${diagnosis.key} ${diagnosis.params.node ?? ""}`;
  if (!known.has(key)) known.set(key, gradientWith(run, here, name, mistake));
  const gradient = known.get(key);
  return gradient ? [{ ...diagnosis, value: gradient[flat] }] : [];
}

/** Ops of one input that gives them their slope. @param {RunState} run */
function unary({ graph }) {
  return graph.graph.nodes.filter(({ kind, id }) =>
    kind !== "loss" && (graph.into.get(id) ?? []).length === 1
  ).slice(0, MOST_OPS);
}

/** The numbers of other cells of the same array, and what the same cell has of the other kind. @param {RunState} run @param {CellRef} cell @param {ArrayLike<number | string>} data @returns {Mistaken[]} */
function neighbours(run, { of, name, index }, data) {
  const shape = run.graph.nodes.get(name)?.shape ?? [];
  const at = flatOf(index, shape) ?? 0;
  if (data.length > MOST_CELLS) return [];
  const turned = shape.length === 2 ? flatOf([index[1], index[0]], shape) : null;
  const all = Array.from(data, (value, flat) => {
    const cell = name + bracketed(indexOf(flat, shape));
    return {
      ...said(flat === turned ? "transposed" : "neighbour", { cell }),
      value: Number(value),
      flat,
    };
  });
  const value = of === "gradient" ? valueOf(run, name) : null;
  const other = value && here(value).length > 0
    ? [{ ...said("the_value", { name: name + bracketed(index) }), value: Number(here(value)[at]) }]
    : [];
  return [
    ...all.filter(({ flat }) => flat === turned && flat !== at),
    ...other,
    ...all.filter(({ flat }) => flat !== at && flat !== turned),
  ];
}

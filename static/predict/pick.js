// @ts-check
/** @import { Ref } from "../explain/types.js" */
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Asked, Diagnosis, Verdict } from "./types.js" */
import { explain } from "../explain/index.js";
import { gradientName } from "../explain/name.js";
import { bracketed } from "../explain/label.js";
import { flatOf } from "../grid/geometry.js";
import { sameCell } from "../store/explained.js";

/** So many cells are named one by one. */
const NAMED = 4;

/**
 * The cells to pick: a lesson's own, else the operands of the explanation.
 *
 * @param {RunState} run
 * @param {Asked} asked
 * @returns {CellRef[]}
 */
export function wantedCells(run, { ask, of, name, cells }) {
  if (ask?.kind === "pick") return cells.map((index) => ({ of, name, index }));
  return cells.flatMap((index) => operandsOf(run, { of, name, index })).filter((cell, at, all) =>
    all.findIndex((other) => sameCell(other, cell)) === at
  );
}

/** The cells of values and gradients that the products of a cell are made of. @param {RunState} run @param {CellRef} cell @returns {CellRef[]} */
function operandsOf(run, cell) {
  const found = explain(run, { ...cell, direction: "from" });
  if (!found || found instanceof Promise) return [];
  return found.roads.flatMap((road) =>
    Array.from({ length: road.count }, (_, n) => road.factors(n)).flat()
  ).flatMap(({ pieces }) => pieces).flatMap(({ ref }) => {
    if (!ref) return [];
    if (ref.of === "kept") return inputKept(run, ref);
    return [{ of: ref.of, name: ref.name, index: ref.index }];
  });
}

/** The input that an op keeps as it is, by the name of its slot; what it made itself cannot be picked. @param {RunState} run @param {Ref} ref @returns {CellRef[]} */
function inputKept({ graph }, { name, kept, index }) {
  const own = graph.nodes.get(name);
  const id = own?.inputs?.find(({ slot }) => slot === kept)?.node;
  const input = id === undefined ? undefined : graph.nodes.get(id);
  return input && flatOf(index, input.shape) !== null
    ? [{ of: "value", name: input.id, index }]
    : [];
}

/** The arrays to pick from: those beside the op that the cell enters or comes from. @param {RunState} run @param {Asked} asked @returns {{ of: CellRef["of"], name: string }[]} */
export function pickFrom(run, { ask, of, name }) {
  if (ask?.kind === "pick") return [{ of, name }];
  const { nodes, outOf, edges } = run.graph;
  const ops = of === "value"
    ? [name]
    : (outOf.get(name) ?? []).flatMap((key) => edges.get(key)?.to ?? []);
  const inputs = ops.flatMap((id) => nodes.get(id)?.inputs ?? []).flatMap(({ node }) => node ?? []);
  const values = of === "value" ? inputs : [...inputs, ...ops];
  const gradients = of === "value" ? [] : ops;
  return [
    ...[...new Set(gradients)].map((id) => ({ of: /** @type {const} */ ("gradient"), name: id })),
    ...[...new Set(values)].map((id) => ({ of: /** @type {const} */ ("value"), name: id })),
  ];
}

/** @param {RunState} run @param {Asked} asked @returns {Verdict} */
export function judgedPick(run, asked) {
  const { picked } = asked;
  const wanted = wantedCells(run, asked);
  if (wanted.length === 0) return unpickable();
  if (picked.length === 0) {
    return { kind: "unread", diagnosis: { key: "predict.unread.pick", params: {} } };
  }
  const without = (/** @type {CellRef[]} */ from, /** @type {CellRef[]} */ these) =>
    from.filter((cell) => !these.some((other) => sameCell(cell, other)));
  const [missing, extra] = [without(wanted, picked), without(picked, wanted)];
  if (missing.length === 0 && extra.length === 0) return { kind: "right" };
  const diagnosis = pickDiagnosis(run, { wanted, picked, missing, extra });
  return { kind: "wrong", diagnosis, cells: [] };
}

/** @returns {Verdict} */
function unpickable() {
  return { kind: "unread", diagnosis: { key: "predict.unread.given", params: {} } };
}

/** @param {RunState} run @param {Record<"wanted" | "picked" | "missing" | "extra", CellRef[]>} cells @returns {Diagnosis} */
function pickDiagnosis(run, { wanted, picked, missing, extra }) {
  const said = (/** @type {string} */ key, params = {}) => ({ key: `predict.pick.${key}`, params });
  const turned = extra.find((cell) =>
    missing.some(({ of, name }) => of === cell.of && name === cell.name) && isTurned(cell, wanted)
  );
  if (turned) return said("turned", { name: turned.name });
  if (extra.length > 0) return said("extra", { cells: named(run, extra) });
  const all = (/** @type {CellRef["of"]} */ of) =>
    missing.some((cell) => cell.of === of) && !picked.some((cell) => cell.of === of);
  if (all("gradient")) return said("no_upstream");
  if (all("value") && picked.some((cell) => cell.of === "gradient")) return said("no_local");
  return said("missing", { count: missing.length });
}

/** Whether a cell stands in a column where a row is read, or the other way round. @param {CellRef} cell @param {CellRef[]} wanted */
function isTurned({ of, name, index }, wanted) {
  const own = wanted.filter((cell) => cell.of === of && cell.name === name);
  if (index.length !== 2 || own.length < 2) return false;
  const row = own.every((cell) => cell.index[0] === own[0].index[0]);
  const column = own.every((cell) => cell.index[1] === own[0].index[1]);
  return (row && own.some((cell) => cell.index[1] === index[1])) ||
    (column && own.some((cell) => cell.index[0] === index[0]));
}

/** @param {RunState} run @param {CellRef[]} cells */
function named(run, cells) {
  const names = cells.slice(0, NAMED).map(({ of, name, index }) =>
    of === "gradient" ? gradientName(run, name, index) : name + bracketed(index)
  );
  return names.join(", ") + (cells.length > NAMED ? ", …" : "");
}

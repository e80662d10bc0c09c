// @ts-check
/** @import { EdgeBackward, NodeForward, WireArray, WireNumber } from "../wire.js" */
/** @import { CellRef, RunState, State, Step } from "../types.js" */
/** @import { Asked } from "./types.js" */
import { echoesOf } from "./echoes.js";
import { flatOf } from "../grid/geometry.js";
import { COVERED } from "../numbers.js";
import { lossName, totalSteps, valueAt } from "../select.js";

/**
 * What is covered, and the state as the views see it: the numbers that are to be predicted are not
 * in it, so that no view can show one by accident.
 *
 * @typedef {object} Covers
 * @property {Map<string, number[][]>} value  by the name of the node
 * @property {Map<string, number[][]>} gradient
 * @property {Set<string>} cells
 * @property {WeakMap<object, object>} seen  what was covered already
 */

/** In the arrays of a run the mark stands where the wire has numbers. */
const MARK = /** @type {WireNumber} */ (/** @type {unknown} */ (COVERED));

/** Where there is no run. */
const NO_GRAPH = {};

/** By the questions and the graph they are asked of. @type {WeakMap<Asked[], WeakMap<object, Covers>>} */
const known = new WeakMap();

/** The last ones of a graph: another question's typing covers no other cell. @type {WeakMap<object, Covers>} */
const latest = new WeakMap();

/** Whether the number of a cell is to be predicted first. @param {Pick<State, "predict" | "run">} state @param {CellRef["of"]} of @param {string} name @param {readonly number[]} index */
export function isCovered({ predict, run }, of, name, index) {
  return coversIn(predict.asked, run).cells.has(`${of} ${name} ${index.join(",")}`);
}

/** Whether any cell of an array is. @param {Pick<State, "predict" | "run">} state @param {CellRef["of"]} of @param {string} name */
export function anyCovered({ predict, run }, of, name) {
  return coversIn(predict.asked, run)[of].has(name);
}

/** A covered cell of a gradient; null where there is none. @param {Pick<State, "predict" | "run">} state @param {string} name @returns {CellRef | null} */
export function coveredCellOf({ predict, run }, name) {
  const index = coversIn(predict.asked, run).gradient.get(name)?.[0];
  return index ? { of: "gradient", name, index } : null;
}

/** Whether a question keeps its cells covered. @param {Asked} asked */
export function covers({ by, kind, done }) {
  return done === null && (by === "person" || kind === "number");
}

/** The state without the numbers that are covered. @param {State} state @returns {State} */
export function seen(state) {
  const { run, incoming, before, predict } = state;
  const hide = (/** @type {RunState | null} */ one) =>
    one && hidden(one, coversIn(predict.asked, one));
  const [shown, coming, past] = [hide(run), hide(incoming), hide(before)];
  if (shown === run && coming === incoming && past === before) return state;
  return { ...state, run: shown, incoming: coming, before: past };
}

/** @param {RunState} run @param {Covers} covers */
function hidden(run, covers) {
  return covers.cells.size === 0 ? run : runWithout(run, covers);
}

/** All cells that a question keeps covered. @param {Asked} asked @param {RunState | null} run @returns {CellRef[]} */
export function coveredBy({ of, name, cells }, run) {
  const own = cells.map((index) => ({ of, name, index }));
  return run ? [...own, ...own.flatMap((cell) => echoesOf(run, cell))] : own;
}

/** @param {Asked[]} asked @param {RunState | null} run */
function coversIn(asked, run) {
  const graph = run?.graph ?? NO_GRAPH;
  const here = known.get(asked) ?? new WeakMap();
  known.set(asked, here);
  const found = here.get(graph) ?? same(latest.get(graph), coversOf(asked, run));
  latest.set(graph, found);
  here.set(graph, found);
  return found;
}

/** The ones before, where they cover the same. @param {Covers | undefined} before @param {Covers} now */
function same(before, now) {
  const all = before?.cells.size === now.cells.size &&
    [...now.cells].every((cell) => before.cells.has(cell));
  return before && all ? before : now;
}

/** @param {Asked[]} asked @param {RunState | null} run @returns {Covers} */
function coversOf(asked, run) {
  /** @type {Covers} */
  const now = { value: new Map(), gradient: new Map(), cells: new Set(), seen: new WeakMap() };
  for (const { of, name, index } of asked.filter(covers).flatMap((one) => coveredBy(one, run))) {
    now[of].set(name, [...now[of].get(name) ?? [], index]);
    now.cells.add(`${of} ${name} ${index.join(",")}`);
  }
  return now;
}

/**
 * Makes something once for what it is made of, so that views can compare by identity.
 *
 * @template {object} T
 * @param {Covers} covers
 * @param {T} from
 * @param {() => T} make
 * @returns {T}
 */
function once(covers, from, make) {
  const found = /** @type {T | undefined} */ (covers.seen.get(from));
  if (found) return found;
  const made = make();
  covers.seen.set(from, made);
  return made;
}

/** @param {RunState} run @param {Covers} covers @returns {RunState} */
function runWithout(run, covers) {
  return once(covers, run, () => {
    const { output } = run.graph.graph;
    return {
      ...run,
      leaves: once(covers, run.leaves, () => leavesWithout(run, covers)),
      upstream: arrayWithout(run.upstream, covers.gradient.get(output), covers),
      loss: run.loss !== null && covers.value.has(lossName(run)) ? MARK : run.loss,
      steps: once(covers, run.steps, () => run.steps.map((step) => stepOf(run, step, covers))),
    };
  });
}

/** @param {RunState} run @param {Covers} covers */
function leavesWithout({ leaves }, covers) {
  return Object.fromEntries(
    Object.entries(leaves).map((
      [name, array],
    ) => [name, arrayWithout(array, covers.value.get(name), covers)]),
  );
}

/** @param {RunState} run @param {Step} step @param {Covers} covers @returns {Step} */
function stepOf(run, step, covers) {
  return step.type === "node.forward"
    ? made(run, step, covers)
    : message(step, covers.gradient.get(step.target), covers);
}

/** @param {EdgeBackward} step @param {number[][] | undefined} cells @param {Covers} covers @returns {EdgeBackward} */
function message(step, cells, covers) {
  if (!cells) return step;
  return once(covers, step, () => ({
    ...step,
    value: arrayWithout(step.value, cells, covers),
    total: step.total && arrayWithout(step.total, cells, covers),
  }));
}

/** A value, and what its op keeps of covered values: the same numbers under another name. @param {RunState} run @param {NodeForward} step @param {Covers} covers @returns {NodeForward} */
function made(run, step, covers) {
  const inputs = run.graph.nodes.get(step.node)?.inputs ?? [];
  const near = [step.node, ...inputs.map(({ node }) => node ?? "")]
    .filter((name) => covers.value.has(name));
  if (near.length === 0) return step;
  return once(covers, step, () => ({
    ...step,
    value: arrayWithout(step.value, covers.value.get(step.node), covers),
    kept: Object.fromEntries(
      Object.entries(step.kept).map(([name, array]) => {
        const twin = near.find((id) => sameNumbers(array, valueOf(run, step, id)));
        return [name, twin ? arrayWithout(array, covers.value.get(twin), covers) : array];
      }),
    ),
  }));
}

/** @param {RunState} run @param {NodeForward} step @param {string} id */
function valueOf(run, step, id) {
  return id === step.node ? step.value : valueAt(run, totalSteps(run), id);
}

/** @param {WireArray} one @param {WireArray | null} other */
function sameNumbers(one, other) {
  if (!other || String(one.shape) !== String(other.shape)) return false;
  if (!("data" in one && "data" in other)) return "href" in one && "href" in other;
  return one.data.every((number, at) => number === other.data[at]);
}

/** @param {WireArray} array @param {number[][] | undefined} cells @param {Covers} covers @returns {WireArray} */
function arrayWithout(array, cells, covers) {
  if (!cells) return array;
  return once(covers, array, () => {
    const flats = new Set(cells.flatMap((index) => flatOf(index, array.shape) ?? []));
    if (!("data" in array)) return /** @type {WireArray} */ ({ ...array, covered: [...flats] });
    return { ...array, data: array.data.map((n, at) => (flats.has(at) ? MARK : n)) };
  });
}

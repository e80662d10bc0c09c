// @ts-check
/** @import { Ref } from "../types.js" */
/** @import { Moment, Panel, Wire } from "./types.js" */
import { flatOf } from "../../grid/geometry.js";
import { keptAt, totalSteps } from "../../select.js";
import { gradientPanel, numbersOf, plainPanel, upTo, valuePanel } from "./panel.js";

/**
 * The arrays that the local derivatives of a wire are read from, and for each cell of the input
 * the places read in each.
 *
 * @param {Wire} wire
 * @returns {{ panels: Panel[], placesOf: (cell: number) => [number, number[]][] }}  places by panel
 */
export function sourcesOf(wire) {
  /** @type {Panel[]} */
  const panels = [];
  /** @type {Map<string, number>} */
  const known = new Map();
  const read = wire.roads.map((road) => {
    /** @type {Map<number, Set<number>>} */
    const places = new Map();
    for (const n of upTo(road.count)) {
      for (const { ref } of road.factors(n).flatMap(({ pieces }) => pieces)) {
        if (!ref) continue;
        const name = `${ref.of} ${ref.name} ${ref.kept ?? ""}`;
        if (!known.has(name)) known.set(name, panels.push(panelOf(wire, ref)) - 1);
        const at = /** @type {number} */ (known.get(name));
        const flat = flatOf(ref.index, panels[at].shape);
        if (flat !== null) places.set(at, (places.get(at) ?? new Set()).add(flat));
      }
    }
    return places;
  });
  return {
    panels,
    placesOf: (cell) => [...read[cell]].map(([at, flats]) => [at, [...flats]]),
  };
}

/** @param {Wire} wire @param {Ref} ref @returns {Panel} */
function panelOf({ run, op }, ref) {
  if (ref.of === "kept") {
    const array = keptAt(run, totalSteps(run), op.id)?.[ref.kept ?? ""] ?? null;
    return plainPanel(ref.kept ?? "", array?.shape ?? [], numbersOf(array));
  }
  const node = run.graph.nodes.get(ref.name);
  if (node && ref.of === "gradient") return gradientPanel(run, node, { line: 0 });
  return node ? valuePanel(run, node) : plainPanel(ref.name, [], []);
}

/**
 * Moments that would take too long one by one, some at a time.
 *
 * @param {Moment[]} moments  all reading and writing the same panels
 * @param {number} most
 * @returns {Moment[]}
 */
export function gathered(moments, most) {
  if (moments.length <= most) return moments;
  const size = Math.ceil(moments.length / most);
  return upTo(Math.ceil(moments.length / size)).map((part) => {
    const some = moments.slice(part * size, (part + 1) * size);
    const write = /** @type {[number, number[]]} */ ([
      some[0].write[0],
      unique(some.flatMap((moment) => moment.write[1])),
    ]);
    return { ...some[0], read: merged(some.flatMap((moment) => moment.read)), write };
  });
}

/** @param {[number, number[]][]} reads @returns {[number, number[]][]} */
function merged(reads) {
  const panels = unique(reads.map(([panel]) => panel));
  return panels.map((panel) => [
    panel,
    unique(reads.filter(([at]) => at === panel).flatMap(([, places]) => places)),
  ]);
}

/** @param {number[]} numbers */
export function unique(numbers) {
  return [...new Set(numbers)];
}

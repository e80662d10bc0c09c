// @ts-check
/** @import { CellRef, RunState } from "../types.js" */
/** @import { Explanation, Factor, Road } from "../explain/types.js" */
/** @import { Sketch } from "./sketch.js" */
/** @import { ScalarEdge, Sources } from "./types.js" */
import { gradientName } from "../explain/name.js";
import { largest } from "../explain/largest.js";
import { flatOf } from "../grid/geometry.js";
import { senderName } from "../inspector/sections.js";
import { linkOf } from "../stage/terms.js";
import { cellId } from "./sketch.js";

/** So many numbers are drawn that one is made of. */
const MOST = 4;

/**
 * How one number is made.
 *
 * @typedef {object} Making
 * @property {Sources} sources
 * @property {Sketch} sketch
 * @property {CellRef} cell  what is made
 * @property {Explanation} found
 * @property {number | null} gradient
 * @property {string | null} mine  the node that alone is drawn of what it is made of; null: all
 */

/** @typedef {{ factors: Factor[], product: number }} Term */

/** Draws a number and what it is made of. @param {Making} making */
export function draw(making) {
  const { sketch, cell, found, gradient } = making;
  sketch.cell(cell, { value: found.value, gradient });
  const terms = found.roads.flatMap(termsOf);
  const { shown, rest } = partsOf(making, terms);
  if (shown.length === 0) return closed(making);
  if (found.combine !== "sum") return combined(making, shown, rest);
  const root = cellId(cell);
  const parts = shown.length + (rest ? 1 : 0);
  const symbol = parts > 1 ? "+" : shown[0].factors.length > 1 ? "×" : symbolOf(making);
  sketch.node({ id: root, symbol });
  shown.forEach((term, n) => {
    const into = parts > 1 && term.factors.length > 1
      ? product(making, term, `${root} ${n}`)
      : root;
    times(making, term, into);
  });
  if (rest) folded(making, rest.terms, rest.sum);
}

/** @param {Road} road @returns {Term[]} */
function termsOf(road) {
  return Array.from(road.products, (value, n) => ({ factors: road.factors(n), product: value }));
}

/** The terms that are drawn, and what the others add up to. @param {Making} making @param {Term[]} terms */
function partsOf({ mine, found }, terms) {
  if (mine !== null) {
    const own = terms.filter(({ factors }) => factors.some(({ ref }) => idOf(ref) === mine));
    const few = found.combine === "sum" ? isOneNumber(terms, own) : terms.length <= 2;
    const shown = few && own.length > 0 ? terms : own;
    const others = terms.filter((term) => !shown.includes(term));
    const sum = others.reduce((total, term) => total + term.product, 0);
    return { shown, rest: others.length > 0 ? { terms: others, sum } : null };
  }
  const products = Float64Array.from(terms, (term) => term.product);
  // One number that is left over takes no more room than a fold.
  const most = terms.length === MOST + 1 ? MOST + 1 : MOST;
  const { shown, rest } = largest({ count: terms.length, products }, most);
  const others = terms.filter((_, n) => !shown.includes(n));
  return { shown: shown.map((n) => terms[n]), rest: rest && { terms: others, sum: rest.sum } };
}

/** Whether all that is left over is one number, which is drawn then. @param {Term[]} terms @param {Term[]} own */
function isOneNumber(terms, own) {
  const others = terms.filter((term) => !own.includes(term));
  return others.length === 1 && others[0].factors.length === 1;
}

/** @param {Factor["ref"]} ref */
function idOf(ref) {
  const cell = linkOf(ref);
  return cell && cellId(cell);
}

/** @param {Making} making */
function symbolOf({ sources, cell }) {
  const node = sources.run.graph.nodes.get(cell.name);
  return node?.kind === "loss" ? "+" : node ? senderName(node) : null;
}

/** A product among others that are added. @param {Making} making @param {Term} term @param {string} id */
function product({ sketch, cell, gradient, sources }, term, id) {
  sketch.node({ id, kind: "result", symbol: "×", value: term.product, gradient });
  sketch.edge(id, cellId(cell), worth(sources.run, cell, gradient));
  return id;
}

/** The gradient of what is made, as the first factor of a message. @param {RunState} run @param {CellRef} cell @param {number | null} gradient */
function worth(run, { name, index }, gradient) {
  return gradient === null ? null : [{ label: gradientName(run, name, index), value: gradient }];
}

/** The factors of a term and what comes back to each: the others, times what the term is worth. @param {Making} making @param {Term} term @param {string} into */
function times(making, { factors }, into) {
  const { sources, sketch, cell, gradient } = making;
  factors.forEach((factor, k) => {
    const from = sketch.factor(factor, into);
    const others = factors.filter((_, at) => at !== k);
    const back = [...worth(sources.run, cell, gradient) ?? [], ...others];
    const gets = gradient !== null && (takes(sources.run, factor, cell) || inside(making, factor));
    sketch.edge(from, into, gets ? back : null);
    if (inside(making, factor)) within(making, factor, from, back);
  });
}

/** Whether a message goes to the cell that is a factor. @param {RunState} run @param {Factor} factor @param {CellRef} cell */
function takes(run, { ref }, cell) {
  return ref?.of === "value" && wires(run, ref.name, cell.name).length > 0;
}

/** @param {RunState} run @param {string} from @param {string} to */
function wires({ graph }, from, to) {
  return (graph.into.get(to) ?? []).flatMap((key) => {
    const edge = graph.edges.get(key);
    return edge?.from === from && edge.gradient ? [edge] : [];
  });
}

/**
 * Whether a factor is worked out of values that take a message. What a layer keeps depends on its
 * input in ways that are not drawn, so what is made of it is drawn as one number.
 *
 * @param {Making} making
 * @param {Factor} factor
 */
function inside({ sources, cell }, { ref, pieces }) {
  const refs = pieces.flatMap((piece) => (piece.ref ? [piece.ref] : []));
  return !ref && refs.every(({ of }) => of === "value") &&
    refs.some(({ name }) => wires(sources.run, name, cell.name).length > 0);
}

/** The cells in a factor that is worked out. @param {Making} making @param {Factor} factor @param {string} id @param {ScalarEdge["factors"]} back */
function within(making, { label, pieces }, id, back) {
  const { sketch } = making;
  const gradient = back.reduce((all, { value }) => all * value, 1);
  sketch.node({ id, symbol: /^\p{L}+/u.exec(label)?.[0] ?? "f", gradient });
  const cells = new Map(
    pieces.flatMap(({ ref, text }) => (ref ? [[idOf(ref), { ref, text }]] : [])),
  );
  for (const { ref, text } of cells.values()) {
    const cell = linkOf(ref);
    if (!cell) continue;
    const value = making.sources.ask({ ...cell, of: "value" })?.value ?? null;
    const from = sketch.cell(cell, { name: text, value });
    sent(making, cell, from, id, 0);
  }
}

/** What a number is made of in another way than by adding: a maximum, a quotient. @param {Making} making @param {Term[]} shown @param {{ terms: Term[] } | null} rest */
function combined(making, shown, rest) {
  const { sketch, cell } = making;
  const root = sketch.node({ id: cellId(cell), symbol: symbolOf(making) });
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const { factors: [factor] } of shown) {
    const from = sketch.factor(factor, root);
    const { ref } = factor;
    const name = ref?.of === "value" ? ref.name : "";
    uses.set(name, (uses.get(name) ?? -1) + 1);
    if (ref && name) sent(making, { ...ref, of: "value" }, from, root, uses.get(name) ?? 0);
    else sketch.edge(from, root, null);
  }
  if (rest) folded(making, rest.terms, null);
}

/** A number that goes into a layer whose inside is not drawn. @param {Making} making */
function closed(making) {
  const { sketch, cell, mine } = making;
  const from = mine === null ? undefined : sketch.nodes.get(mine);
  const root = sketch.node({ id: cellId(cell), symbol: symbolOf(making) });
  if (from?.cell) sent(making, from.cell, from.id, root, 0);
}

/**
 * What the op sends back from the one cell to one of its inputs, by its own local derivative.
 *
 * @param {Making} making
 * @param {CellRef} input
 * @param {string} from
 * @param {string} to
 * @param {number} use  of an input that enters the op several times, which
 */
function sent({ sources, sketch, cell }, input, from, to, use) {
  const { run, ask } = sources;
  const edges = wires(run, input.name, cell.name);
  const edge = edges[Math.min(use, edges.length - 1)];
  const found = edge && ask({ of: "message", key: edge.key, index: input.index });
  const road = found?.roads[0];
  const place = flatOf(cell.index, run.graph.nodes.get(cell.name)?.shape ?? []);
  const terms = Array.from(road?.reaches ?? [], (at, n) => (at === place ? n : -1))
    .filter((n) => n >= 0);
  if (!road || terms.length === 0) return sketch.edge(from, to, null);
  const message = terms.reduce((sum, n) => sum + road.products[n], 0);
  sketch.edge(from, to, terms.length === 1 ? road.factors(terms[0]) : [], message);
}

/** The numbers that are not drawn; one product alone has its name. @param {Making} making @param {Term[]} terms @param {number | null} sum */
function folded({ sketch, cell, gradient, sources }, terms, sum) {
  const root = cellId(cell);
  const name = terms.length === 1 ? terms[0].factors.map(({ label }) => label).join(" · ") : "";
  const from = sketch.node({
    ...{ id: `${root} rest`, kind: "rest", count: terms.length, name, value: sum },
  });
  sketch.edge(from, root, sum === null ? null : worth(sources.run, cell, gradient));
}

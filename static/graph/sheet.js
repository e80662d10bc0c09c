// @ts-check
/** @import { Layout, LayoutInput, Size } from "../layout/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Frame, Mode, Sheet } from "./types.js" */
import { layoutInWorker } from "../layout/client.js";
import { fitted, MARGIN } from "./camera.js";
import { readableWhole } from "./follow.js";
import { layoutInput } from "./input.js";
import { cardSize, isHigh } from "./sizes.js";
import { specsOf } from "./spec.js";

/** Numbers of a drawing with all of them, in units of the layout. */
const FONT = 17;
/** Between a parameter and the cards beside it. */
const BESIDE = 16;
/** The ways a drawing with all numbers is tried, the one that is followed first. */
const WAYS = /** @type {const} */ ([
  { mode: "cards", beside: BESIDE },
  { mode: "cards", beside: 0 },
  { mode: "wide", beside: BESIDE },
  { mode: "wide", beside: 0 },
]);
/** What a gap between columns may gain where a drawing is narrower than its stage. */
const MORE = 70;
/** The most of the stage that is left free on each side of a drawing of chips. */
const ASIDE = 0.11;
/** The largest scale a drawing is fitted to. */
const LARGEST = { cards: 1.7, chips: 1.1 };
/** How much larger another way must be drawn to be preferred. */
const BETTER = 1.08;
/** What is tried first, to see how many gaps there are. */
const TRIED = 10;
/** How far chips may shrink so that there is room between them. */
const SMALL = 0.82;
/** Numbers of a large card, about. */
const LARGE = 17;
const EVEN = { left: MARGIN, right: MARGIN, most: LARGEST.cards };
/** Graphs of more nodes are drawn as chips. */
const MOST_FULL = 120;
/** Numbers of a whole graph that cells are made for. */
const MOST_CELLS = 2500;

/**
 * Lays a graph out for a stage: with every number where it is, whether all of it can be read at once
 * or the steps have to be followed; a large graph as chips.
 *
 * @param {RunState} run
 * @param {number} digits
 * @param {Record<string, { height: number, width: number }>} images
 * @param {Size} stage
 * @param {(input: LayoutInput) => Promise<Layout>} [lay]
 * @returns {Promise<Sheet>}
 */
export async function makeSheet(run, digits, images, stage, lay = layoutInWorker) {
  const specs = specsOf(run, digits, images);
  const cells = countCells(specs) <= MOST_CELLS;
  const common = { font: FONT, specs, cells };
  if (specs.size > MOST_FULL || !cells) {
    const input = layoutInput(run.graph, specs, "chips", FONT);
    const first = await lay(input);
    const frame = { ...asideOf(first, specs, stage.width * ASIDE), most: LARGEST.chips };
    const layout = await spread(first, input, stage, frame, SMALL, lay);
    return { ...common, mode: "chips", layout, frame };
  }
  const high = [...specs.values()].some(isHigh);
  const ways = WAYS.filter(({ mode }) => mode !== "wide" || high);
  // All are asked for at once: the worker has the next while this one is looked at.
  const tried = await Promise.all(ways.map(async ({ mode, beside }) => {
    const plain = layoutInput(run.graph, specs, mode, FONT);
    const input = { ...plain, gaps: { ...plain.gaps, beside } };
    return { mode, input, layout: await lay(input) };
  }));
  const size = (/** @type {Layout} */ layout) => fitted(layout, stage, EVEN).scale;
  const best = tried.reduce((a, b) => size(b.layout) > size(a.layout) * BETTER ? b : a);
  const { mode, layout } = readableWhole({ ...common, ...best, frame: EVEN }, stage)
    ? { ...best, layout: await spread(best.layout, best.input, stage, EVEN, Infinity, lay) }
    : tried[0];
  return { ...common, mode, layout, frame: EVEN };
}

/**
 * Room for the large cards of the values that stand first and last.
 *
 * @param {Layout} layout
 * @param {Sheet["specs"]} specs
 * @param {number} most
 */
function asideOf({ nodes }, specs, most) {
  const cards = Object.entries(nodes).map(([id, { card }]) => ({ id, card }));
  const first = cards.reduce((a, b) => (b.card.x < a.card.x ? b : a));
  const last = cards.reduce((a, b) => (b.card.x + b.card.width > a.card.x + a.card.width ? b : a));
  const [left, right] = [first, last].map(({ id, card }) => {
    const spec = specs.get(id);
    const large = spec ? cardSize(spec).width * LARGE : 0;
    return Math.max(MARGIN, Math.min(most, large - card.width));
  });
  return { left, right };
}

/**
 * A layout as wide as the stage: what is left of the width goes between the columns.
 *
 * @param {Layout} first
 * @param {LayoutInput} input
 * @param {Size} stage
 * @param {Frame} frame
 * @param {number} least  the scale to which it may shrink for that
 * @param {(input: LayoutInput) => Promise<Layout>} lay
 */
async function spread(first, input, stage, frame, least, lay) {
  const scale = Math.min(least, fitted(first, stage, frame).scale);
  const left = (stage.width - frame.left - frame.right) / scale - first.width;
  const column = input.gaps?.column ?? 0;
  /** @param {number} more */
  const widened = (more) =>
    lay({ ...input, gaps: { ...input.gaps, column: column + Math.floor(more) } });
  if (left < TRIED) return first;
  const tried = await widened(TRIED);
  const gaps = (tried.width - first.width) / TRIED;
  const wider = await widened(Math.min(MORE, left / Math.max(1, gaps)));
  return fitted(wider, stage, frame).scale < scale - 0.02 ? first : wider;
}

/** @param {Sheet["specs"]} specs */
function countCells(specs) {
  let count = 0;
  for (const { look, rows, cols, gradient } of specs.values()) {
    if (look === "cells") count += rows * cols * (gradient === "half" ? 2 : 1);
  }
  return count;
}

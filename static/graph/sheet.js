// @ts-check
/** @import { Layout, LayoutInput, Size } from "../layout/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Frame, Mode, Sheet } from "./types.js" */
import { layoutInWorker } from "../layout/client.js";
import { fitted, MARGIN } from "./camera.js";
import { readableInPlace } from "./near.js";
import { layoutInput } from "./input.js";
import { cardSize } from "./sizes.js";
import { specsOf } from "./spec.js";

/** Numbers of a drawing with all of them, in units of the layout. */
const FONT = 17;
/** What a gap between columns may gain where a drawing is narrower than its stage. */
const MORE = 70;
/** The most of the stage that is left free on each side of a drawing of chips. */
const ASIDE = 0.11;
/** The largest scale a drawing is fitted to. */
const LARGEST = { cards: 1.7, chips: 1.1 };
/** How much larger a drawing with halves side by side must be to be preferred. */
const BETTER = 1.08;
/** What is tried first, to see how many gaps there are. */
const TRIED = 10;
/** How far chips may shrink so that there is room between them. */
const SMALL = 0.82;
/** Numbers of a large card, about. */
const LARGE = 17;
const EVEN = { left: MARGIN, right: MARGIN };
/** Graphs of more nodes are drawn small without asking whether they fit. */
const MOST_FULL = 40;
/** Numbers of a whole graph that chips have cells for. */
const MOST_CELLS = 2500;

/**
 * Lays a graph out for a stage: every number where it is, if all of it can be read so; else small.
 *
 * @param {RunState} run
 * @param {number} digits
 * @param {Record<string, { height: number, width: number }>} images
 * @param {Size} stage
 * @returns {Promise<Sheet>}
 */
export async function makeSheet(run, digits, images, stage) {
  const specs = specsOf(run, digits, images);
  const cells = countCells(specs) <= MOST_CELLS;
  /** @param {Mode} mode @returns {Promise<Sheet>} */
  const sheet = async (mode) => {
    const input = layoutInput(run.graph, specs, mode, FONT);
    const first = await layoutInWorker(input);
    const chips = mode === "chips";
    const aside = chips ? asideOf(first, specs, stage.width * ASIDE) : EVEN;
    const frame = { ...aside, most: chips ? LARGEST.chips : LARGEST.cards };
    const layout = await spread(first, input, stage, frame, chips ? SMALL : Infinity);
    return { mode, font: FONT, specs, layout, frame, cells };
  };
  if (specs.size <= MOST_FULL) {
    const both = [await sheet("cards"), await sheet("wide")];
    const [high, wide] = both.map(({ layout, frame }) => fitted(layout, stage, null, frame).scale);
    const full = wide > high * BETTER ? both[1] : both[0];
    if (readableInPlace(full, Math.max(high, wide))) return full;
  }
  return sheet("chips");
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
 * A layout as wide as the stage: what is left of the width goes between the columns, so that large
 * cards do not cover the ops beside them.
 *
 * @param {Layout} first
 * @param {LayoutInput} input
 * @param {Size} stage
 * @param {Frame} frame
 * @param {number} least  the scale to which it may shrink for that
 */
async function spread(first, input, stage, frame, least) {
  const scale = Math.min(least, fitted(first, stage, null, frame).scale);
  const left = (stage.width - frame.left - frame.right) / scale - first.width;
  const column = input.gaps?.column ?? 0;
  /** @param {number} more */
  const widened = (more) =>
    layoutInWorker({ ...input, gaps: { ...input.gaps, column: column + Math.floor(more) } });
  if (left < TRIED) return first;
  const tried = await widened(TRIED);
  const gaps = (tried.width - first.width) / TRIED;
  const wider = await widened(Math.min(MORE, left / Math.max(1, gaps)));
  return fitted(wider, stage, null, frame).scale < scale - 0.02 ? first : wider;
}

/** @param {Sheet["specs"]} specs */
function countCells(specs) {
  let count = 0;
  for (const { look, rows, cols, gradient } of specs.values()) {
    if (look === "cells") count += rows * cols * (gradient === "half" ? 2 : 1);
  }
  return count;
}

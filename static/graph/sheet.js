// @ts-check
/** @import { LayoutInput, Size } from "../layout/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Mode, Sheet } from "./types.js" */
import { layoutInWorker } from "../layout/client.js";
import { fitted, MARGIN } from "./camera.js";
import { readableInPlace } from "./near.js";
import { layoutInput } from "./sizes.js";
import { specsOf } from "./spec.js";

/** Numbers of a drawing with all of them, in units of the layout. */
const FONT = 17;
/** What a gap between columns may gain where a drawing is narrower than its stage. */
const MORE = 70;
/** Beside a drawing of chips, for the large cards of its first and last values. */
const ASIDE = 50;
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
  /** @param {Mode} mode @param {number} aside @returns {Promise<Sheet>} */
  const sheet = async (mode, aside) => {
    const layout = await spread(layoutInput(run.graph, specs, mode, FONT), stage, aside);
    return { mode, font: FONT, specs, layout, aside, cells };
  };
  if (specs.size <= MOST_FULL) {
    const full = await sheet("cards", MARGIN);
    if (readableInPlace(full, fitted(full.layout, stage, null, MARGIN).scale)) return full;
  }
  return sheet("chips", ASIDE);
}

/**
 * A layout as wide as the stage: what is left of the width goes between the columns.
 *
 * @param {LayoutInput} input
 * @param {Size} stage
 * @param {number} aside
 */
async function spread(input, stage, aside) {
  const first = await layoutInWorker(input);
  const { scale } = fitted(first, stage, null, aside);
  const left = (stage.width - 2 * aside) / scale - first.width;
  const columns = new Set(Object.values(first.nodes).map(({ card }) => Math.round(card.x))).size;
  const more = Math.floor(Math.min(MORE, left / columns));
  if (more < 4) return first;
  const column = (input.gaps?.column ?? 0) + more;
  const wider = await layoutInWorker({ ...input, gaps: { ...input.gaps, column } });
  return fitted(wider, stage, null, aside).scale < scale ? first : wider;
}

/** @param {Sheet["specs"]} specs */
function countCells(specs) {
  let count = 0;
  for (const { look, rows, cols, gradient } of specs.values()) {
    if (look === "cells") count += rows * cols * (gradient === "half" ? 2 : 1);
  }
  return count;
}

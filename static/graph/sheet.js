// @ts-check
/** @import { Size } from "../layout/types.js" */
/** @import { RunState } from "../types.js" */
/** @import { Sheet } from "./types.js" */
import { layoutInWorker } from "../layout/client.js";
import { fitted } from "./camera.js";
import { readableInPlace } from "./near.js";
import { layoutInput } from "./sizes.js";
import { specsOf } from "./spec.js";

/** Numbers of a drawing with all of them, in units of the layout. */
const FONT = 17;
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
  if (specs.size <= MOST_FULL) {
    const layout = await layoutInWorker(layoutInput(run.graph, specs, "cards", FONT));
    /** @type {Sheet} */
    const full = { mode: "cards", font: FONT, specs, layout, cells };
    if (readableInPlace(full, fitted(layout, stage, null).scale)) return full;
  }
  const layout = await layoutInWorker(layoutInput(run.graph, specs, "chips", FONT));
  return { mode: "chips", font: FONT, specs, layout, cells };
}

/** @param {Sheet["specs"]} specs */
function countCells(specs) {
  let count = 0;
  for (const { look, rows, cols, gradient } of specs.values()) {
    if (look === "cells") count += rows * cols * (gradient === "half" ? 2 : 1);
  }
  return count;
}

// @ts-check
/** @import { Rect } from "../../static/layout/types.js" */
/** @import { RunState } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { floating, isInside, seenFrom, titlesOf } from "../../static/graph/floating.js";
import { followed, FONT } from "../../static/graph/follow.js";
import { overlap } from "../../static/graph/place.js";
import { makeSheet } from "../../static/graph/sheet.js";
import { touchedAt } from "../../static/graph/touched.js";
import { wanted } from "../../static/graph/wanted.js";
import { layout } from "../../static/layout/index.js";
import { totalSteps } from "../../static/select.js";
import { everyRun } from "./lessons.js";

/** The stage of the graph on a projector of 1280x720, and on a screen of 1440x900. */
const STAGES = [{ width: 984, height: 532 }, { width: 1126, height: 700 }, {
  width: 650,
  height: 532,
}];
const lay = (/** @type {Parameters<typeof layout>[0]} */ input) => Promise.resolve(layout(input));

/**
 * Where everything is that a step touches, and what it must not cover, in the stage.
 *
 * @param {RunState} run
 * @param {Awaited<ReturnType<typeof makeSheet>>} sheet
 * @param {number} step
 * @param {{ width: number, height: number }} stage
 */
function seenAt(run, sheet, step, stage) {
  const touched = touchedAt(run, step);
  const view = followed(sheet, run.graph, touched, stage);
  const ids = wanted(run, touched, step);
  const floats = floating(sheet, run.graph, ids, touched, view, stage);
  /** @type {Map<string, Rect>} */
  const cards = new Map();
  /** @type {string[]} */
  const small = [];
  for (const id of ids.keys()) {
    const there = seenFrom(view, sheet.layout.nodes[id].card);
    const rect = floats.get(id)?.rect ?? there;
    cards.set(id, rect);
    const large = floats.has(id) || sheet.font * view.scale >= FONT.least - 0.01;
    if (!large || !isInside(rect, stage)) small.push(id);
  }
  const ops = Object.entries(sheet.layout.nodes).flatMap(([id, { glyph }]) =>
    glyph ? [{ what: `op ${id}`, rect: seenFrom(view, glyph) }] : []
  );
  const titles = titlesOf(sheet.layout.groups, run.graph).map((rect) => ({
    what: "title",
    rect: seenFrom(view, rect),
  }));
  return { touched, cards, small, fixed: [...ops, ...titles] };
}

/** @param {RunState} run @param {{ width: number, height: number }} stage */
async function faults(run, stage) {
  const sheet = await makeSheet(run, 3, {}, stage, lay);
  /** @type {string[]} */
  const found = [];
  for (let step = 0; step <= totalSteps(run); step++) {
    const { touched, cards, small, fixed } = seenAt(run, sheet, step, stage);
    if (touched.op === null) continue;
    const at = `step ${step} of ${totalSteps(run)}`;
    for (const id of small) found.push(`${at}: ${id} cannot be read`);
    const op = fixed.find(({ what }) => what === `op ${touched.op}`);
    if (op && !isInside(op.rect, stage)) found.push(`${at}: ${op.what} is out of sight`);
    const all = [...cards].map(([id, rect]) => ({ what: id, rect }));
    all.forEach(({ what, rect }, i) => {
      for (const other of [...all.slice(i + 1), ...fixed]) {
        if (overlap(rect, other.rect) > 1) found.push(`${at}: ${what} covers ${other.what}`);
      }
    });
  }
  return found;
}

for (const { lesson, closed, opened } of everyRun()) {
  for (const [layers, run] of Object.entries({ closed, opened })) {
    test(`${lesson}, layers ${layers}: what a step touches can be read, and covers nothing`, async () => {
      for (const stage of STAGES) {
        assert.deepEqual(await faults(run, stage), [], String(stage.width));
      }
    });
  }
}

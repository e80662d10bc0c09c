// @ts-check
/** @import { Rect } from "../../static/layout/types.js" */
/** @import { Sheet } from "../../static/graph/types.js" */
/** @import { RunState } from "../../static/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { floating } from "../../static/graph/floating.js";
import { followed, FONT, overview } from "../../static/graph/follow.js";
import { layoutInput } from "../../static/graph/input.js";
import { cornerFor } from "../../static/graph/overview.js";
import { overlap } from "../../static/graph/place.js";
import { isInside, seenFrom, toolsOf } from "../../static/graph/seen.js";
import { makeSheet } from "../../static/graph/sheet.js";
import { specsOf } from "../../static/graph/spec.js";
import { titlesOf } from "../../static/graph/titles.js";
import { touchedAt } from "../../static/graph/touched.js";
import { wanted } from "../../static/graph/wanted.js";
import { layout } from "../../static/layout/index.js";
import { totalSteps } from "../../static/select.js";
import { covered, verify } from "../layout/verify.js";
import { digitRuns, everyRun } from "./lessons.js";

/** The stage of the graph on screens of 1024x768, 1280x720 (under a question, and not) and 1440x900. */
const STAGES = [[788, 592], [984, 470], [984, 532], [1126, 700]].map(([width, height]) => ({
  width,
  height,
}));
/** @typedef {Record<string, { width: number, height: number }>} Images */
const DIGITS = /** @type {Images} */ ({ X: { width: 8, height: 8 } });
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
  const floats = floating(sheet, run.graph, ids, touched, view, stage, true);
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
  const tools = { what: "the tools", rect: toolsOf(stage) };
  return { touched, cards, small, titles, tools, fixed: [...ops, ...titles, tools] };
}

/** @param {RunState} run @param {{ width: number, height: number }} stage @param {Images} images */
async function faults(run, stage, images) {
  const sheet = await makeSheet(run, 3, images, stage, lay);
  /** @type {string[]} */
  const found = [];
  for (let step = 0; step <= totalSteps(run); step++) {
    const { touched, cards, small, titles, tools, fixed } = seenAt(run, sheet, step, stage);
    const at = `step ${step} of ${totalSteps(run)}`;
    if (titles.some(({ rect }) => overlap(rect, tools.rect) > 1)) {
      found.push(`${at}: the tools cover a title`);
    }
    if (touched.op === null) continue;
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

for (const { lesson, closed, opened } of [...everyRun(), ...digitRuns()]) {
  for (const [layers, run] of Object.entries({ closed, opened })) {
    const images = lesson === "digits" ? DIGITS : {};
    test(`${lesson}, layers ${layers}: what a step touches can be read, and covers nothing`, async () => {
      for (const stage of STAGES) {
        assert.deepEqual(await faults(run, stage, images), [], `${stage.width}x${stage.height}`);
      }
    });
  }
}

for (const { lesson, closed, opened } of [...everyRun(), ...digitRuns()]) {
  test(`${lesson}: in its drawing nothing overlaps and no wire runs through a card`, () => {
    for (const run of [closed, opened]) {
      const specs = specsOf(run, 3, {});
      for (const mode of /** @type {const} */ (["cards", "wide", "chips"])) {
        for (const beside of [0, 16]) {
          const plain = layoutInput(run.graph, specs, mode, 17);
          const input = { ...plain, gaps: { ...plain.gaps, beside } };
          const placed = layout(input);
          assert.deepEqual(verify(placed, input), [], `${mode} ${beside}`);
          assert.deepEqual(covered(placed, input), [], `${mode} ${beside}`);
        }
      }
    }
  });
}

test("the overview goes to the corner on the left that is free, and away where there is none", () => {
  const stage = { width: 900, height: 500 };
  const size = { width: 200, height: 50 };
  const [above, below] = [0, 450].map((y) => ({ x: 100, y, width: 300, height: 50 }));
  assert.equal(cornerFor([], size, stage), "above");
  assert.equal(cornerFor([above], size, stage), "below");
  assert.equal(cornerFor([above, below], size, stage), null);
});

test("a drawing too large to be made out as a whole is seen around the step", () => {
  const run = everyRun().find(({ lesson }) => lesson === "L21")?.opened;
  assert.ok(run);
  const touched = touchedAt(run, 20);
  const specs = specsOf(run, 3, {});
  const placed = layout(layoutInput(run.graph, specs, "cards", 17));
  const frame = { left: 12, right: 12, most: 1.7 };
  /** @type {Sheet} */
  const sheet = { mode: "cards", font: 17, specs, layout: placed, frame, cells: true };
  const wide = { width: 3000, height: 500 };
  const whole = seenFrom(overview(sheet, run.graph, touched, wide), { x: 0, y: 0, ...placed });
  assert.ok(whole.x >= 0 && whole.x + whole.width <= wide.width);
  const narrow = { width: 400, height: 500 };
  const view = overview(sheet, run.graph, touched, narrow);
  assert.ok(placed.width * view.scale > narrow.width);
  const op = placed.nodes[touched.op ?? ""].glyph;
  assert.ok(op && isInside(seenFrom(view, op), narrow));
});

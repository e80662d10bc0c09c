// @ts-check
/** @import { Unit } from "../../static/layout/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { countCrossings, crossable } from "../../static/layout/crossings.js";
import { buildLanes } from "../../static/layout/lanes.js";
import { assignColumns, topologicalOrder } from "../../static/layout/layers.js";
import { newLevel } from "../../static/layout/level.js";
import { orderLanes } from "../../static/layout/order.js";
import { drawWire, simplify } from "../../static/layout/paths.js";
import { Skyline } from "../../static/layout/skyline.js";
import { pointsOf } from "./verify.js";

/**
 * A level written as its links: "x>p x>s p>f".
 *
 * @param {string} text
 */
function level(text) {
  const pairs = text.split(" ").map((link) => link.split(">"));
  const names = [...new Set(pairs.flat())];
  const fed = new Set(pairs.map(([, to]) => to));
  /** @type {Unit[]} */
  const units = names.map((id) => ({
    id,
    kind: fed.has(id) ? "op" : "leaf",
    headWidth: fed.has(id) ? 40 : 0,
    headUp: 20,
    headDown: 20,
    stem: 20,
    cardWidth: 80,
    cardHeight: 80,
    satellites: [],
  }));
  const links = pairs.map(([from, to], rank) => ({
    id: `${from}>${to}`,
    from: names.indexOf(from),
    to: names.indexOf(to),
    rank,
    entryY: null,
    exitY: null,
  }));
  const gaps = { column: 44, row: 28, satellite: 30, stem: 22, beside: 0 };
  return { names, graph: newLevel({ units, links, start: -1, gaps, portGap: 0 }) };
}

/** @param {string} text */
function columnsOf(text) {
  const { names, graph } = level(text);
  const { columns } = assignColumns(graph);
  return Object.fromEntries(names.map((name, i) => [name, columns[i]]));
}

/** @param {string} text */
function lanesOf(text) {
  const { names, graph } = level(text);
  const { columns, depth } = assignColumns(graph);
  const lanes = buildLanes(graph, columns, depth);
  return {
    graph,
    columns,
    lanes,
    lines: lanes.lanes.map(({ units }) => units.map((unit) => names[unit]).join("")),
  };
}

test("an op stands one column behind its last input", () => {
  assert.deepEqual(columnsOf("a>b b>c a>c c>d"), { a: 0, b: 1, c: 2, d: 3 });
});

test("a leaf stands just before the op it feeds", () => {
  assert.equal(columnsOf("a>b b>c c>d w>d").w, 2);
});

test("an op on nothing but a leaf of its own stands before what it feeds", () => {
  assert.deepEqual(columnsOf("a>b b>c c>d x>y y>d"), { a: 0, b: 1, c: 2, d: 3, x: 1, y: 2 });
});

test("the topological order takes what comes first in the input first", () => {
  const { names, graph } = level("b>d a>d a>c");
  assert.equal(topologicalOrder(graph).map((unit) => names[unit]).join(""), "badc");
});

test("a lane follows the main inputs, and what forks off begins another", () => {
  assert.deepEqual(lanesOf("a>e e>y e>S S>r r>y y>L").lines, ["aeyL", "Sr"]);
});

test("a lane whose main input lies elsewhere goes on from another input", () => {
  assert.deepEqual(lanesOf("x>p y>p x>s y>s p>f s>f").lines.slice(0, 2), ["xpf", "ys"]);
});

test("a value made for one op alone gives way to a much deeper one", () => {
  assert.ok(lanesOf("W>d x>d d>z h>a a>b b>c c>e e>z W>q").lines.includes("habcez"));
});

test("a wire that passes a lane crosses it once", () => {
  const { graph, columns, lanes } = lanesOf("a>b b>c c>d a>d");
  const crossings = crossable(graph, columns, lanes);
  assert.equal(countCrossings(crossings, orderLanes(graph, columns, lanes)), 0);
});

test("two wires that change places cross once, whatever the order", () => {
  const { graph, columns, lanes } = lanesOf("x>p y>p x>s y>s p>f s>f");
  const crossings = crossable(graph, columns, lanes);
  assert.equal(countCrossings(crossings, orderLanes(graph, columns, lanes)), 1);
});

test("a skyline is as high as the highest that was raised over any part of it", () => {
  const line = new Skyline([0, 10, 20, 30]);
  assert.equal(line.over(0, 30), -Infinity);
  line.raise(0, 20, 5);
  line.raise(10, 30, 8);
  assert.deepEqual([line.over(0, 10), line.over(10, 20), line.over(20, 30)], [5, 8, 8]);
  line.raise(0, 30, 6);
  assert.deepEqual([line.over(0, 10), line.over(0, 30)], [6, 8]);
});

test("corners that are none are dropped", () => {
  const corners = [[0, 0], [5, 0], [5, 0], [9, 0], [9, 4]].map(([x, y]) => ({ x, y }));
  assert.deepEqual(simplify(corners), [{ x: 0, y: 0 }, { x: 9, y: 0 }, { x: 9, y: 4 }]);
});

test("a backward wire stays on one side of its forward one around every corner", () => {
  const corners = [[0, 0], [50, 0], [50, 80], [100, 80]].map(([x, y]) => ({ x, y }));
  const { forward, backward, length, label } = drawWire(corners);
  const [there, back] = [pointsOf(forward), pointsOf(backward)];
  assert.deepEqual(there[0], { x: 0, y: 0 });
  assert.deepEqual(back[0], { x: 100, y: 89 });
  assert.deepEqual(back[back.length - 1], { x: 0, y: 9 });
  assert.ok(back.some(({ x }) => x === 41), "left of a wire that runs down");
  assert.deepEqual([length, label], [180, { x: 50, y: 40 }]);
});

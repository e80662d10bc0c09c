// @ts-check
/** @import { ScalarGraph } from "../../static/scalar/types.js" */
/** @import { Texts } from "../../static/scalar/texts.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { numberIn } from "../../static/explain/digits.js";
import { indexOf } from "../../static/grid/geometry.js";
import { scalarGraph } from "../../static/scalar/graph.js";
import { Lines } from "../../static/scalar/lines.js";
import { placed } from "../../static/scalar/place.js";
import { textsOf } from "../../static/scalar/texts.js";
import { everyRun, runOf } from "./lessons.js";

const WRITING = { digits: 3, unknown: "NaN" };

/** Every scalar graph of a run. @param {import("../../static/types.js").RunState} run @returns {Generator<ScalarGraph>} */
function* graphs(run) {
  for (const { id, shape } of run.graph.graph.nodes) {
    const size = shape.reduce((product, length) => product * length, 1);
    for (let flat = 0; flat < size; flat++) {
      for (const of of /** @type {const} */ (["value", "gradient"])) {
        const graph = scalarGraph(run, { of, name: id, index: indexOf(flat, shape) });
        if (graph && !(graph instanceof Promise)) yield graph;
      }
    }
  }
}

/** How far a number that is shown may be from what is worked out with those shown. @param {string} text */
function half(text) {
  const [mantissa, exponent = "0"] = text.split("e");
  const decimals = mantissa.split(".")[1]?.length ?? 0;
  return 0.5001 * 10 ** (numberIn(exponent) - decimals) + 1e-12;
}

/** @param {ScalarGraph} graph @param {Texts} texts @param {string} where */
function check({ nodes, edges }, texts, where) {
  for (const { id, symbol, value } of nodes) {
    const shown = texts.values.get(id) ?? "";
    const parts = edges.filter(({ to }) => to === id).map(({ from }) =>
      numberIn(texts.values.get(from) ?? "")
    );
    if (value === null || parts.length < 2) continue;
    if (symbol === "+") {
      const sum = parts.reduce((total, part) => total + part, 0);
      assert.ok(Math.abs(sum - numberIn(shown)) <= 1e-9 * Math.max(1, Math.abs(sum)), where);
    }
    if (symbol === "×") {
      const product = parts.reduce((total, part) => total * part, 1);
      assert.ok(Math.abs(product - numberIn(shown)) <= half(shown), `${where}: ${parts} ${shown}`);
    }
  }
}

const RUNS = everyRun().flatMap(({ lesson, closed, opened }) => [
  { name: `${lesson} closed`, run: closed },
  { name: `${lesson} opened`, run: opened },
]);

for (const { name: where, run } of RUNS) {
  test(`${where}: the numbers shown of one element add up and multiply as they are shown`, () => {
    for (const graph of graphs(run)) {
      const { of, name, index } = graph.cell;
      check(graph, textsOf(graph, WRITING), `${of} ${name}[${index}]`);
    }
  });

  test(`${where}: no two numbers of one element lie on one another`, () => {
    for (const graph of graphs(run)) {
      const lines = new Lines(run, graph, WRITING);
      const { nodes, width, height } = placed(graph, lines);
      const rects = [...nodes.values()].flatMap(({ glyph, card }) =>
        glyph ? [glyph, card] : [card]
      );
      assert.equal(nodes.size, graph.nodes.length);
      rects.forEach((one, n) => {
        assert.ok(one.x >= 0 && one.y >= 0 && one.x + one.width <= width, graph.root);
        assert.ok(one.y + one.height <= height, graph.root);
        for (const other of rects.slice(n + 1)) {
          const apart = one.x + one.width <= other.x || other.x + other.width <= one.x ||
            one.y + one.height <= other.y || other.y + other.height <= one.y;
          assert.ok(apart, `${graph.kind} ${graph.cell.of} ${graph.root}`);
        }
      });
    }
  });
}

test("what is not known is said with its sign, and nothing is worked out with it", () => {
  const run = runOf("L11");
  const graph = scalarGraph(run, { of: "value", name: "Y", index: [0, 1] });
  assert.ok(graph && !(graph instanceof Promise));
  const nodes = graph.nodes.map((node) => ({ ...node, gradient: node.gradient && NaN }));
  const edges = graph.edges.map((edge) => ({ ...edge, message: NaN, factors: [] }));
  const texts = textsOf({ ...graph, nodes, edges }, { digits: 3, unknown: "?" });
  assert.deepEqual([...new Set(texts.messages.values())], ["?"]);
  assert.equal(texts.gradients.get(graph.root), "?");
  assert.equal(texts.values.get(graph.root), "3");
});

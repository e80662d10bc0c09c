// @ts-check
/** @import { RunState } from "../../static/types.js" */
/** @import { ScalarEdge, ScalarGraph } from "../../static/scalar/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { explain } from "../../static/explain/index.js";
import { flatOf, indexOf } from "../../static/grid/geometry.js";
import { scalarGraph } from "../../static/scalar/graph.js";
import { everyRun, runOf } from "./lessons.js";

/** @param {RunState} run @param {"value" | "gradient"} of @param {string} name @param {number[]} index */
function graphOf(run, of, name, index) {
  const graph = scalarGraph(run, { of, name, index });
  assert.ok(!(graph instanceof Promise));
  return graph;
}

/** @param {RunState} run @param {"value" | "gradient"} of @returns {Generator<[string, number[], ScalarGraph]>} */
function* graphs(run, of) {
  for (const { id, shape } of run.graph.graph.nodes) {
    const size = shape.reduce((product, length) => product * length, 1);
    for (let flat = 0; flat < size; flat++) {
      const graph = graphOf(run, of, id, indexOf(flat, shape));
      if (graph) yield [id, indexOf(flat, shape), graph];
    }
  }
}

/** @param {number[]} parts @param {number} whole @param {string} where */
function addUp(parts, whole, where) {
  const sum = parts.reduce((total, part) => total + part, 0);
  const scale = parts.reduce((total, part) => total + Math.abs(part), Math.abs(whole));
  assert.ok(Math.abs(sum - whole) <= 1e-12 * Math.max(scale, 1e-300), `${where}: ${sum}, ${whole}`);
}

/** @param {ScalarGraph} graph @param {"from" | "to"} end @param {string} id */
const edgesAt = ({ edges }, end, id) => edges.filter((edge) => edge[end] === id);

/** @param {ScalarGraph} graph @param {string} id */
function node({ nodes }, id) {
  const found = nodes.find((one) => one.id === id);
  assert.ok(found, id);
  return found;
}

for (const { lesson, closed, opened } of everyRun()) {
  for (const [layers, run] of /** @type {const} */ ([["closed", closed], ["opened", opened]])) {
    test(`${lesson} ${layers}: what every value is made of adds up and multiplies to it`, () => {
      for (const [name, index, graph] of graphs(run, "value")) {
        if (graph.kind === "used") continue;
        const where = `${name}[${index}]`;
        const found = explain(run, { of: "value", name, index });
        assert.ok(found && !(found instanceof Promise));
        assert.equal(node(graph, graph.root).value, found.value, where);
        for (const { id, symbol, value } of graph.nodes) {
          const parts = edgesAt(graph, "to", id).map(({ from }) => node(graph, from).value ?? NaN);
          if (symbol === "+") addUp(parts, value ?? NaN, where);
          if (symbol === "×") {
            addUp([parts.reduce((all, part) => all * part, 1)], value ?? NaN, where);
          }
        }
      }
    });

    test(`${lesson} ${layers}: the messages to every cell add up to its gradient`, () => {
      for (const [name, index, graph] of graphs(run, "gradient")) {
        const { gradient } = node(graph, graph.root);
        const edges = edgesAt(graph, "from", graph.root);
        const fed = name === run.graph.graph.output || name === run.graph.graph.loss;
        if (fed && edges.length === 0) continue;
        addUp(edges.map(({ message }) => message ?? NaN), gradient ?? NaN, `${name}[${index}]`);
      }
    });

    test(`${lesson} ${layers}: every message is what its op sends from the one cell to the other`, () => {
      for (const [name, index, graph] of graphs(run, "value")) {
        if (graph.kind === "used") continue;
        for (const { id, cell } of graph.nodes) {
          const edges = edgesAt(graph, "from", id).filter(({ message }) => message !== null);
          if (!cell || cell.of === "gradient" || edges.length === 0) continue;
          addUp(edges.map(({ message }) => message ?? NaN), sentTo(run, name, index, cell), id);
        }
      }
    });
  }
}

/** What comes to a cell from one cell of an op. @param {RunState} run @param {string} op @param {number[]} index @param {{ name: string, index: number[] }} to */
function sentTo(run, op, index, to) {
  const place = flatOf(index, run.graph.nodes.get(op)?.shape ?? []);
  const wires = [...run.graph.edges.values()].filter((edge) =>
    edge.from === to.name && edge.to === op && edge.gradient
  );
  return wires.reduce((sum, { key }) => {
    const found = explain(run, { of: "message", key, index: to.index });
    assert.ok(found && !(found instanceof Promise));
    const { products, reaches } = found.roads[0];
    return sum + products.reduce((part, term, n) => part + (reaches[n] === place ? term : 0), 0);
  }, 0);
}

/** @param {ScalarGraph | null} graph */
function written(graph) {
  assert.ok(graph);
  /** @param {string} id */
  const label = (id) => {
    const { name, symbol, value } = node(graph, id);
    return name || `${symbol ?? "rest "}${value}`;
  };
  return graph.edges.map(({ from, to, message }) => `${label(from)} > ${label(to)}: ${message}`);
}

test("a cell of a product: leaves, products, their sum, and the message on each edge", () => {
  assert.deepEqual(written(graphOf(runOf("L11"), "value", "Y", [0, 1])), [
    "×0 > Y[0,1]: 2",
    "X[0,0] > ×0: 0",
    "W[0,1] > ×0: 2",
    "×2 > Y[0,1]: 2",
    "X[0,1] > ×2: 2",
    "W[1,1] > ×2: 4",
    "b[1] > Y[0,1]: 2",
  ]);
});

test("a cell that is used: its products with others, and what they are parts of", () => {
  assert.deepEqual(written(graphOf(runOf("L08"), "gradient", "x", [0])), [
    "×1 > y[0]: 1",
    "x[0] > ×1: 1",
    "W[0,0] > ×1: 1",
    "rest 9 > y[0]: 1",
    "×2 > y[1]: 2",
    "x[0] > ×2: 4",
    "W[0,1] > ×2: 2",
    "rest 11 > y[1]: 2",
    "×3 > y[2]: -1",
    "x[0] > ×3: -3",
    "W[0,2] > ×3: -1",
    "rest 13 > y[2]: -1",
  ]);
});

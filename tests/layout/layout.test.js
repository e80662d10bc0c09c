// @ts-check
/** @import { Layout, LayoutInput } from "../../static/layout/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import { layout } from "../../static/layout/index.js";
import * as graphs from "./graphs.js";
import { covered, pointsOf, verify } from "./verify.js";

/** @type {Record<string, () => LayoutInput>} */
const PICTURES = {
  "a single leaf": graphs.lone,
  "a chain of one": () => graphs.chain(1),
  "a chain of three": () => graphs.chain(3),
  "the price of apples": graphs.apples,
  "an expanded Affine": graphs.affine,
  "a two-layer net": graphs.collapsedNet,
  "a two-layer net, expanded": graphs.expandedNet,
  "a softmax taken apart": graphs.softmax,
  "a branch": graphs.branch,
  "a square": graphs.square,
  "a residual connection": graphs.residual,
  "a residual connection over an expanded layer": graphs.residualExpanded,
  "a recurrent net": graphs.recurrent,
  "an attention head": graphs.attention,
  "a group with several ways in and out": graphs.openGroup,
  "parts that nothing joins": graphs.apart,
};

/**
 * @param {LayoutInput} input
 */
function sound(input) {
  const result = layout(input);
  assert.deepEqual(verify(result, input), []);
  assert.deepEqual(covered(result, input), []);
  return result;
}

/**
 * y of the centres of what stands on one line: the cards, and the glyphs there are.
 *
 * @param {Layout} result
 * @param {string[]} ids
 */
function heights({ nodes }, ids) {
  const boxes = ids.flatMap((id) => [nodes[id].card, nodes[id].glyph ?? nodes[id].card]);
  return [...new Set(boxes.map(({ y, height }) => Math.round(y + height / 2)))];
}

for (const [name, make] of Object.entries(PICTURES)) {
  test(`${name}: nothing overlaps and no wire runs through a card`, () => {
    sound(make());
  });
}

for (const [name, make] of Object.entries(PICTURES)) {
  test(`${name}: the same where parameters stand beside cards and not over them`, () => {
    const input = make();
    sound({ ...input, gaps: { ...input.gaps, beside: 16 } });
  });
}

test("parameters that stand beside high cards make a net lower, and stand right at their ops", () => {
  const net = graphs.collapsedNet();
  const high = net.nodes.map((node) => {
    const card = node.role ? { width: 190, height: 120 } : { width: 120, height: 280 };
    return { ...node, card };
  });
  const [over, beside] = [0, 16].map((gap) =>
    sound({ ...net, nodes: high, gaps: { ...net.gaps, beside: gap } })
  );
  assert.ok(beside.height < over.height - 100);
  const { W1, A1 } = beside.nodes;
  assert.ok(Number(A1.glyph?.y) - W1.card.y - W1.card.height < 40);
  assert.ok(W1.card.x + W1.card.width + 16 <= A1.card.x);
});

test("a chain of a thousand ops is one straight line", () => {
  const input = graphs.chain(1000);
  assert.equal(heights(sound(input), input.nodes.map(({ id }) => id)).length, 1);
});

test("a chain of ten thousand ops is laid out without recursion", () => {
  const input = graphs.chain(10_000);
  assert.equal(heights(layout(input), input.nodes.map(({ id }) => id)).length, 1);
});

test("the wires of a chain are straight, forward to the right and backward to the left below", () => {
  const { edges, stems } = layout(graphs.chain(2));
  for (const { forward, backward } of [...Object.values(edges), ...Object.values(stems)]) {
    const [start, end, ...more] = pointsOf(forward);
    const [from, to] = pointsOf(backward);
    assert.deepEqual(more, []);
    assert.ok(start.y === end.y && start.x < end.x);
    assert.ok(from.y === to.y && from.y === start.y + 9);
    assert.deepEqual([from.x, to.x], [end.x, start.x]);
  }
});

test("columns and satellites keep the gaps that are asked for", () => {
  const gaps = { column: 70, row: 40, satellite: 55, stem: 25 };
  const { nodes } = layout({ ...graphs.apples(), gaps });
  const { apple, num, price, paid } = nodes;
  assert.ok(price.glyph && paid.glyph);
  assert.equal(price.glyph.x - apple.card.x - apple.card.width, 70);
  assert.equal(price.card.x - price.glyph.x - price.glyph.width, 25);
  assert.ok(price.glyph.y - num.card.y - num.card.height >= 55);
});

test("the second factor of a product is above or below it and the first on the line", () => {
  const { nodes, ...rest } = layout(graphs.apples());
  assert.equal(heights({ nodes, ...rest }, ["apple", "price", "paid"]).length, 1);
  for (const [leaf, op] of [["num", "price"], ["tax", "paid"]]) {
    const { card } = nodes[leaf];
    const { glyph } = nodes[op];
    assert.ok(glyph);
    assert.equal(card.x + card.width / 2, glyph.x + glyph.width / 2);
  }
});

test("W is above its layer and b below it, and a target is below", () => {
  const { nodes } = layout(graphs.collapsedNet());
  assert.ok(nodes.W1.card.y + nodes.W1.card.height < Number(nodes.A1.glyph?.y));
  assert.ok(nodes.b1.card.y > Number(nodes.A1.glyph?.y) + Number(nodes.A1.glyph?.height));
  assert.ok(nodes.t.card.y > Number(nodes.L.glyph?.y) + Number(nodes.L.glyph?.height));
});

test("an expanded Affine has W above dot and b below +, inside its border", () => {
  const { nodes, groups } = layout(graphs.affine());
  const border = groups.y;
  assert.ok(nodes.W.card.y > border.y && nodes.W.card.y < Number(nodes["y.dot"].glyph?.y));
  assert.ok(nodes.b.card.y > Number(nodes.y.glyph?.y));
  assert.ok(nodes.b.card.y + nodes.b.card.height < border.y + border.height);
});

test("the value of an expanded layer stands behind its border, as it does when collapsed", () => {
  const { nodes, groups, stems } = layout(graphs.affine());
  const right = groups.y.x + groups.y.width;
  assert.ok(nodes.y.card.x > right);
  const [start, end] = pointsOf(stems.y.forward);
  assert.ok(start.x < right && end.x === nodes.y.card.x);
});

test("the main line of a two-layer net is straight, collapsed and expanded", () => {
  assert.equal(heights(layout(graphs.collapsedNet()), ["X", "A1", "Z1", "A2", "L"]).length, 1);
  const line = ["X", "A1.dot", "A1", "Z1", "A2.dot", "A2", "e", "y", "l", "tl", "s", "L"];
  assert.equal(heights(layout(graphs.expandedNet()), line).length, 1);
});

test("a softmax goes on with exp, and the sum takes a line of its own", () => {
  const result = layout(graphs.softmax());
  assert.equal(heights(result, ["a", "e", "y", "l", "tl", "s", "L"]).length, 1);
  assert.equal(heights(result, ["S", "r"]).length, 1);
  assert.notDeepEqual(heights(result, ["e"]), heights(result, ["S"]));
});

test("a residual connection runs around the straight layers", () => {
  const result = layout(graphs.residual());
  assert.equal(heights(result, ["x", "h", "a", "r", "c", "z", "L"]).length, 1);
  const [start, end] = pointsOf(result.edges["h>z"].forward).slice(-2);
  const { glyph } = result.nodes.z;
  assert.ok(glyph && start.x === end.x && start.x === glyph.x + glyph.width / 2);
});

test("a recurrent net goes on with its state", () => {
  const state = ["h1", "r2", "a2", "h2", "r3", "a3", "h3"];
  assert.equal(heights(layout(graphs.recurrent()), state).length, 1);
});

test("a leaf that feeds two ops stands in the column before them", () => {
  const { nodes } = layout(graphs.branch());
  assert.ok(nodes.x.card.x + nodes.x.card.width < Number(nodes.p.glyph?.x));
  assert.equal(nodes.x.card.x, nodes.y.card.x);
});

test("two wires from one card to one op are two routes", () => {
  const { edges } = layout(graphs.square());
  assert.notEqual(edges["x>y"].forward, edges["x>y#1"].forward);
});

test("parts that nothing joins lie below each other", () => {
  const { nodes } = layout(graphs.apart());
  assert.ok(nodes.b.card.y + nodes.b.card.height < nodes.v.card.y + nodes.v.card.height);
  assert.ok(nodes.q.card.y + nodes.q.card.height < nodes.alone.card.y);
});

test("three parameters of one op stand side by side", () => {
  const input = graphs.graph({ y: ["Affine", "x", "W1", "W2", "W3"], z: ["exp", "y"] });
  const { nodes } = sound(input);
  assert.ok(nodes.W1.card.x + nodes.W1.card.width < nodes.W3.card.x);
  assert.equal(nodes.W1.card.y, nodes.W3.card.y);
});

test("groups that would make a cycle are left out", () => {
  const input = graphs.graph({ p: ["exp", "x"], q: ["log", "p"], r: ["*", "p", "q"] }, {
    groups: { G: ["p", "r"] },
  });
  assert.deepEqual(sound(input).groups, {});
});

test("a group is as wide as its title asks", () => {
  const input = graphs.affine();
  input.groups[0].width = 900;
  assert.equal(sound(input).groups.y.width, 900);
});

test("a graph with a cycle is refused", () => {
  const input = graphs.graph({ p: ["exp", "q"], q: ["log", "p"] });
  assert.throws(() => layout({ ...input, nodes: input.nodes }), /cycle/);
});

test("an edge from nowhere is refused by its name", () => {
  const input = graphs.chain(1);
  input.edges.push({ id: "ghost>n1", from: "ghost", to: "n1", slot: 1 });
  assert.throws(() => layout(input), /ghost/);
});

test("nothing gives nothing", () => {
  const empty = { nodes: {}, stems: {}, edges: {}, groups: {}, width: 0, height: 0 };
  assert.deepEqual(layout({ nodes: [], edges: [], groups: [] }), empty);
});

test("random graphs of all sizes overlap nowhere", () => {
  for (let seed = 0; seed < 300; seed++) {
    const options = {
      sizes: seed % 2 === 1,
      groups: seed % 3 === 1,
      reach: [4, 8, 12, 30][seed % 4],
    };
    const input = graphs.random(3 + seed % 40, seed, options);
    const result = layout(input);
    assert.deepEqual(verify(result, input), [], `seed ${seed}`);
    assert.deepEqual(covered(result, input), [], `seed ${seed}`);
  }
});

test("the same graph is always laid out the same", () => {
  const make = () => JSON.stringify(layout(graphs.random(60, 7, { sizes: true, groups: true })));
  assert.equal(make(), make());
});

test("the time to lay out grows about linearly", (t) => {
  const times = [200, 2000, 10_000].map((count) => {
    const [chain, mesh] = [graphs.chain(count), graphs.random(count, 1)].map(timeOf);
    t.diagnostic(`${count} ops: a chain ${chain.toFixed(0)} ms, a mesh ${mesh.toFixed(0)} ms`);
    return { chain, mesh };
  });
  assert.ok(times[2].chain < 40 * times[1].chain + 100, "chains");
  assert.ok(times[2].mesh < 40 * times[1].mesh + 100, "meshes");
});

/** @param {LayoutInput} input */
function timeOf(input) {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    layout(input);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

// @ts-check
/** @import { InputEdge, InputGroup, InputNode, LayoutInput, Role, Size } from "../../static/layout/types.js" */

/**
 * Graphs to lay out, written as a program: `{ y: ["dot", "x", "W"] }`, inputs by name.
 *
 * @typedef {Record<string, [string, ...string[]]>} Ops
 */

const CIRCLE = { width: 44, height: 44 };
const BOX = { width: 112, height: 52 };
const LAYERS = ["Affine", "Relu", "Softmax", "SoftmaxWithLoss"];

/**
 * @param {Ops} ops
 * @param {{ roles?: Record<string, Role>, sizes?: Record<string, Size>,
 *           groups?: Record<string, string[]> }} [options]
 * @returns {LayoutInput}
 */
export function graph(ops, { roles = {}, sizes = {}, groups = {} } = {}) {
  const groupOf = new Map(
    Object.entries(groups).flatMap(([group, ids]) => ids.map((id) => [id, group])),
  );
  /** @type {Map<string, InputNode>} */
  const nodes = new Map();
  /** @type {InputEdge[]} */
  const edges = [];
  /** @param {string} id @param {Size | null} glyph */
  const add = (id, glyph) =>
    nodes.set(id, {
      id,
      glyph,
      card: sizes[id] ?? { width: 96, height: 108 },
      role: glyph ? null : roles[id] ?? roleOf(id),
      group: groupOf.get(id) ?? null,
    });
  for (const [id, [op, ...inputs]] of Object.entries(ops)) {
    inputs.forEach((from, slot) => {
      if (!nodes.has(from)) add(from, null);
      const again = inputs.indexOf(from) < slot;
      edges.push({ id: `${from}>${id}${again ? `#${slot}` : ""}`, from, to: id, slot });
    });
    add(id, LAYERS.includes(op) ? BOX : CIRCLE);
  }
  /** @type {InputGroup[]} */
  const boxes = Object.keys(groups).map((id) => ({ id, header: 26, padding: 18 }));
  return { nodes: [...nodes.values()], edges, groups: boxes };
}

/**
 * @param {string} id
 * @returns {Role}
 */
function roleOf(id) {
  if (/^[Wb]\d*$/.test(id)) return "parameter";
  return id === "t" ? "target" : "input";
}

/**
 * @param {number} length
 * @returns {LayoutInput}
 */
export function chain(length) {
  /** @type {Ops} */
  const ops = {};
  for (let i = 1; i <= length; i++) ops[`n${i}`] = ["exp", `n${i - 1}`];
  return graph(ops);
}

export const lone = () => ({
  nodes: [{
    id: "x",
    glyph: null,
    card: { width: 90, height: 60 },
    role: /** @type {const} */ ("input"),
    group: null,
  }],
  edges: [],
  groups: [],
});

export const apples = () => graph({ price: ["*", "apple", "num"], paid: ["*", "price", "tax"] });

export const affine = () =>
  graph({ "y.dot": ["dot", "x", "W"], y: ["+", "y.dot", "b"], L: ["loss", "y"] }, {
    groups: { y: ["y.dot", "y"] },
    sizes: {
      W: { width: 150, height: 84 },
      b: { width: 150, height: 56 },
      x: { width: 70, height: 130 },
    },
  });

export const collapsedNet = () =>
  graph({
    A1: ["Affine", "X", "W1", "b1"],
    Z1: ["Relu", "A1"],
    A2: ["Affine", "Z1", "W2", "b2"],
    L: ["SoftmaxWithLoss", "A2", "t"],
  }, { sizes: { W1: { width: 170, height: 96 }, b1: { width: 170, height: 60 } } });

export const expandedNet = () =>
  graph({
    "A1.dot": ["dot", "X", "W1"],
    A1: ["+", "A1.dot", "b1"],
    Z1: ["Relu", "A1"],
    "A2.dot": ["dot", "Z1", "W2"],
    A2: ["+", "A2.dot", "b2"],
    ...softmaxOps("A2"),
  }, {
    groups: {
      A1: ["A1.dot", "A1"],
      A2: ["A2.dot", "A2"],
      L: ["e", "S", "r", "y", "l", "tl", "s", "L"],
    },
    sizes: { W1: { width: 170, height: 96 }, b1: { width: 170, height: 60 } },
  });

/**
 * @param {string} a
 * @returns {Ops}
 */
function softmaxOps(a) {
  return {
    e: ["exp", a],
    S: ["sum", "e"],
    r: ["/", "S"],
    y: ["*", "e", "r"],
    l: ["log", "y"],
    tl: ["*", "t", "l"],
    s: ["sum", "tl"],
    L: ["neg", "s"],
  };
}

export const softmax = () => graph(softmaxOps("a"));

export const branch = () => graph({ p: ["*", "x", "y"], s: ["+", "x", "y"], f: ["*", "p", "s"] });

export const square = () => graph({ y: ["*", "x", "x"], z: ["*", "y", "y"], w: ["+", "z", "y"] });

export const residual = () =>
  graph({
    h: ["Affine", "x", "W1", "b1"],
    a: ["Affine", "h", "W2", "b2"],
    r: ["Relu", "a"],
    c: ["Affine", "r", "W3", "b3"],
    z: ["+", "c", "h"],
    L: ["SoftmaxWithLoss", "z", "t"],
  });

export const residualExpanded = () =>
  graph({
    h: ["Affine", "x", "W1", "b1"],
    "a.dot": ["dot", "h", "W2"],
    a: ["+", "a.dot", "b2"],
    r: ["Relu", "a"],
    c: ["Affine", "r", "W3", "b3"],
    z: ["+", "c", "h"],
    L: ["SoftmaxWithLoss", "z", "t"],
  }, { groups: { a: ["a.dot", "a"] } });

export const recurrent = () => {
  /** @type {Ops} */
  const ops = {};
  for (let i = 1; i <= 3; i++) {
    ops[`d${i}`] = ["dot", `x${i}`, "W1"];
    ops[`r${i}`] = ["dot", i === 1 ? "h0" : `h${i - 1}`, "W2"];
    ops[`a${i}`] = ["+", `d${i}`, `r${i}`];
    ops[`h${i}`] = ["tanh", `a${i}`];
  }
  return graph(ops);
};

export const attention = () =>
  graph({
    Q: ["dot", "X", "W1"],
    K: ["dot", "X", "W2"],
    V: ["dot", "X", "W3"],
    KT: ["T", "K"],
    A: ["dot", "Q", "KT"],
    P: ["Softmax", "A"],
    O: ["dot", "P", "V"],
  });

/** A group that two values enter, both from outside, and that two values leave. */
export const openGroup = () =>
  graph({
    p: ["exp", "x"],
    q: ["log", "z"],
    u: ["*", "p", "q"],
    v: ["+", "u", "p"],
    w: ["exp", "v"],
    f: ["*", "u", "w"],
  }, { groups: { G: ["u", "v"] } });

/** Two parts that nothing joins, and a leaf that nothing uses. */
export const apart = () => {
  const one = graph({ y: ["exp", "x"], z: ["+", "y", "b"] });
  const two = graph({ q: ["*", "u", "v"], r: ["log", "q"] });
  const alone = lone();
  alone.nodes[0].id = "alone";
  return {
    nodes: [...one.nodes, ...two.nodes, ...alone.nodes],
    edges: [...one.edges, ...two.edges],
    groups: [],
  };
};

/**
 * A random program: each op takes one or two values, mostly recent ones.
 *
 * @param {number} count
 * @param {number} seed
 * @param {{ sizes?: boolean, groups?: boolean, reach?: number }} [options]
 */
export function random(
  count,
  seed,
  { sizes: vary = false, groups: grouped = false, reach = 12 } = {},
) {
  const next = generator(seed);
  /** @type {Ops} */
  const ops = {};
  /** @type {Record<string, Size>} */
  const sizes = {};
  /** @type {Record<string, string[]>} */
  const groups = {};
  const values = ["x0", "x1"];
  const pick = () => values[Math.max(0, values.length - 1 - Math.floor(next() ** 2 * reach))];
  for (let i = 0; i < count; i++) {
    const id = `n${i}`;
    const kind = next();
    if (grouped && kind < 0.2) {
      ops[`${id}.dot`] = ["dot", pick(), `W${i}`];
      ops[`${id}.sq`] = ["*", `${id}.dot`, next() < 0.5 ? `${id}.dot` : pick()];
      ops[id] = ["+", `${id}.sq`, next() < 0.5 ? `b${i}` : `${id}.dot`];
      groups[id] = [`${id}.dot`, `${id}.sq`, id];
    } else if (kind < 0.4) ops[id] = ["exp", pick()];
    else if (kind < 0.6) ops[id] = ["Affine", pick(), `W${i}`, `b${i}`];
    else if (kind < 0.7) ops[id] = ["*", pick(), `y${i}`];
    else ops[id] = ["*", pick(), pick()];
    values.push(id);
    if (vary) {
      for (const name of [id, `W${i}`, `b${i}`, `y${i}`]) {
        sizes[name] = {
          width: 40 + Math.floor(next() * 220),
          height: 24 + Math.floor(next() * 160),
        };
      }
    }
  }
  return graph(ops, { sizes, groups });
}

/**
 * Numbers in [0, 1) from a seed (mulberry32).
 *
 * @param {number} seed
 */
function generator(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// @ts-check
/** @import { Layout, LayoutInput, Point, Rect } from "../../static/layout/types.js" */

/**
 * A box that belongs to a node, or a piece of a wire that belongs to an edge.
 *
 * @typedef {{ name: string, rect: Rect, group?: string | null }} Box
 * @typedef {{ name: string, a: Point, b: Point, own: Set<string> }} Piece
 */

/** What may touch without being said to overlap. */
const SLACK = 1;

/**
 * What is wrong with a layout, one line each; nothing if all is well.
 *
 * @param {Layout} layout
 * @param {LayoutInput} input
 * @returns {string[]}
 */
export function verify(layout, input) {
  const boxes = boxesOf(layout, input);
  const wires = piecesOf(layout, input);
  return [
    ...missing(layout, input),
    ...outside(layout, boxes),
    ...overlaps(boxes),
    ...hits(wires, boxes),
    ...groupFaults(layout, input, boxes, wires),
    ...endFaults(layout, input),
  ];
}

/**
 * @param {Layout} layout
 * @param {LayoutInput} input
 */
function missing(layout, { nodes, edges }) {
  const faults = [];
  for (const { id, glyph } of nodes) {
    const placed = layout.nodes[id];
    if (!placed) faults.push(`${id} has no place`);
    else if (!placed.glyph !== !glyph) faults.push(`${id} has lost or found a glyph`);
    if (glyph && !layout.stems[id]) faults.push(`${id} has no stem`);
  }
  for (const { id } of edges) if (!layout.edges[id]) faults.push(`${id} has no wire`);
  if (/NaN|Infinity|null/.test(JSON.stringify(layout.edges))) faults.push("a wire leads nowhere");
  return faults;
}

/**
 * @param {Layout} layout
 * @param {LayoutInput} input
 * @returns {Box[]}
 */
function boxesOf({ nodes }, input) {
  return input.nodes.flatMap(({ id, group }) => {
    const { glyph, card } = nodes[id];
    const boxes = [{ name: `card ${id}`, rect: card, group }];
    if (glyph) boxes.push({ name: `glyph ${id}`, rect: glyph, group });
    return boxes;
  });
}

/**
 * @param {Layout} layout
 * @param {Box[]} boxes
 */
function outside({ width, height }, boxes) {
  return boxes.filter(({ rect: { x, y, width: w, height: h } }) =>
    !(x >= 0 && y >= 0 && x + w <= width && y + h <= height)
  ).map(({ name }) => `${name} is outside the picture`);
}

/** @param {Box[]} boxes */
function overlaps(boxes) {
  /** @type {string[]} */
  const faults = [];
  sweep(
    boxes.map((box) => ({ ...box.rect, box })),
    boxes.map((box) => ({ ...box.rect, box })),
    (a, b) => {
      if (a.box.name < b.box.name) faults.push(`${a.box.name} overlaps ${b.box.name}`);
    },
  );
  return faults;
}

/**
 * Calls back for every pair, one of each list, that overlap.
 *
 * @template {Rect} A
 * @template {Rect} B
 * @param {A[]} first
 * @param {B[]} second
 * @param {(a: A, b: B) => void} found
 */
function sweep(first, second, found) {
  const cell = 400;
  /** @type {Map<string, B[]>} */
  const grid = new Map();
  /** @param {Rect} rect @param {(key: string) => void} visit */
  const cells = ({ x, y, width, height }, visit) => {
    for (let i = Math.floor(x / cell); i * cell <= x + width; i++) {
      for (let j = Math.floor(y / cell); j * cell <= y + height; j++) visit(`${i} ${j}`);
    }
  };
  for (const b of second) {
    cells(b, (key) => {
      const list = grid.get(key);
      if (list) list.push(b);
      else grid.set(key, [b]);
    });
  }
  for (const a of first) {
    /** @type {Set<B>} */
    const near = new Set();
    cells(a, (key) => grid.get(key)?.forEach((b) => near.add(b)));
    for (const b of near) {
      if (
        a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width &&
        a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height
      ) found(a, b);
    }
  }
}

/**
 * @param {Layout} layout
 * @param {LayoutInput} input
 * @returns {Piece[]}
 */
function piecesOf({ edges, stems }, input) {
  /** @type {Piece[]} */
  const pieces = [];
  /** @param {string} name @param {string} path @param {Set<string>} own */
  const add = (name, path, own) => {
    const points = pointsOf(path);
    for (let i = 1; i < points.length; i++) {
      pieces.push({ name, a: points[i - 1], b: points[i], own });
    }
  };
  for (const { id, from, to } of input.edges) {
    const own = new Set([`card ${from}`, `glyph ${to}`]);
    add(`wire ${id}`, edges[id].forward, own);
    add(`message ${id}`, edges[id].backward, own);
  }
  for (const [id, { forward, backward }] of Object.entries(stems)) {
    const own = new Set([`card ${id}`, `glyph ${id}`]);
    add(`stem ${id}`, forward, own);
    add(`stem back ${id}`, backward, own);
  }
  return pieces;
}

/**
 * The corners of path data made of M, L and Q, a curve as its ends and its middle.
 *
 * @param {string} path
 * @returns {Point[]}
 */
export function pointsOf(path) {
  /** @type {Point[]} */
  const points = [];
  for (const [, command, rest] of path.matchAll(/([MLQ])([^MLQ]*)/g)) {
    const [x, y, endX, endY] = rest.trim().split(/[\s,]+/).map(Number);
    if (command !== "Q") {
      points.push({ x, y });
      continue;
    }
    const start = points[points.length - 1];
    points.push({ x: (start.x + 2 * x + endX) / 4, y: (start.y + 2 * y + endY) / 4 });
    points.push({ x: endX, y: endY });
  }
  return points;
}

/**
 * Wires through a card or glyph that is neither their source's nor their consumer's.
 *
 * @param {Piece[]} pieces
 * @param {Box[]} boxes
 */
function hits(pieces, boxes) {
  /** @type {Set<string>} */
  const faults = new Set();
  sweep(pieces.map(rectOf), boxes.map((box) => ({ ...box.rect, box })), ({ piece }, { box }) => {
    if (!piece.own.has(box.name)) faults.add(`${piece.name} runs through ${box.name}`);
  });
  return [...faults];
}

/** @param {Piece} piece */
function rectOf(piece) {
  const { a, b } = piece;
  return {
    x: Math.min(a.x, b.x) - SLACK,
    y: Math.min(a.y, b.y) - SLACK,
    width: Math.abs(a.x - b.x) + 2 * SLACK,
    height: Math.abs(a.y - b.y) + 2 * SLACK,
    piece,
  };
}

/**
 * A group holds its members and the satellites of their ops, and nothing else; the card of its value may
 * stand behind it.
 *
 * @param {Layout} layout
 * @param {LayoutInput} input
 * @param {Box[]} boxes
 * @param {Piece[]} pieces
 */
function groupFaults({ groups }, input, boxes, pieces) {
  /** @type {string[]} */
  const faults = [];
  const groupOf = new Map(input.nodes.map(({ id, group }) => [id, group]));
  const edgeOf = new Map(input.edges.map((edge) => [edge.id, edge]));
  const fed = new Set(input.edges.map(({ to }) => to));
  /** @param {string} id */
  const consumers = (id) =>
    input.edges.filter(({ from }) => from === id).map(({ to }) => groupOf.get(to));
  for (const [id, rect] of Object.entries(groups)) {
    for (const { name, group, rect: box } of boxes) {
      const node = name.slice(name.indexOf(" ") + 1);
      const value = name.startsWith("card") && !consumers(node).includes(id);
      const guest = !fed.has(node) && consumers(node).join() === id && within(box, rect);
      if (group === id && !within(box, rect) && !value) {
        faults.push(`${name} is not in its group ${id}`);
      }
      if (group !== id && !guest && overlap(box, rect)) {
        faults.push(`${name} is in the group ${id}`);
      }
    }
    for (const { name, a, b } of pieces) {
      const edge = edgeOf.get(name.slice(name.indexOf(" ") + 1));
      if (!edge || groupOf.get(edge.from) === id || groupOf.get(edge.to) === id) continue;
      if (overlap(rectOf({ name, a, b, own: new Set() }), rect)) {
        faults.push(`${name} crosses ${id}`);
      }
    }
  }
  return faults;
}

/**
 * @param {Rect} a
 * @param {Rect} b
 */
function overlap(a, b) {
  return a.x + SLACK < b.x + b.width && b.x + SLACK < a.x + a.width &&
    a.y + SLACK < b.y + b.height && b.y + SLACK < a.y + a.height;
}

/**
 * @param {Rect} box
 * @param {Rect} rect
 */
function within({ x, y, width, height }, rect) {
  return x >= rect.x && y >= rect.y && x + width <= rect.x + rect.width &&
    y + height <= rect.y + rect.height;
}

/**
 * A wire starts at the rim of its source's card and ends at the rim of its consumer's glyph.
 *
 * @param {Layout} layout
 * @param {LayoutInput} input
 */
function endFaults({ nodes, edges }, input) {
  /** @type {string[]} */
  const faults = [];
  for (const { id, from, to } of input.edges) {
    const points = pointsOf(edges[id].forward);
    if (!onRim(points[0], nodes[from].card)) faults.push(`${id} does not start at its card`);
    const end = nodes[to].glyph ?? nodes[to].card;
    if (!onRim(points[points.length - 1], end)) faults.push(`${id} does not end at its glyph`);
  }
  return faults;
}

/**
 * @param {Point} point
 * @param {Rect} rect
 */
function onRim({ x, y }, { x: left, y: top, width, height }) {
  const fromCentre = Math.hypot(x - left - width / 2, y - top - height / 2);
  if (width === height && Math.abs(fromCentre - width / 2) <= SLACK) return true;
  const outside = Math.max(left - x, x - left - width, top - y, y - top - height);
  const inside = Math.min(x - left, left + width - x, y - top, top + height - y);
  return outside <= SLACK && inside <= SLACK;
}

/**
 * Pairs of pieces of different wires that lie on each other for more than `least`, unless they are of one
 * source, where wires fork.
 *
 * @param {Layout} layout
 * @param {LayoutInput} input
 * @param {number} [least]
 */
export function covered(layout, input, least = 12) {
  const edgeOf = new Map(input.edges.map((edge) => [edge.id, edge]));
  const pieces = piecesOf(layout, input).map(rectOf);
  /** @type {Set<string>} */
  const faults = new Set();
  sweep(pieces, pieces, ({ piece: p }, { piece: q }) => {
    const [first, second] = [p, q].map(({ name }) => edgeOf.get(name.slice(name.indexOf(" ") + 1)));
    if (p.name >= q.name || !first || !second || first === second) return;
    if (first.from === second.from) return;
    const upright = Math.abs(p.a.x - p.b.x) < 0.1 && Math.abs(q.a.x - q.b.x) < 0.1;
    const level = Math.abs(p.a.y - p.b.y) < 0.1 && Math.abs(q.a.y - q.b.y) < 0.1;
    const [low, high] = upright
      ? shared(p.a.y, p.b.y, q.a.y, q.b.y)
      : shared(p.a.x, p.b.x, q.a.x, q.b.x);
    if ((upright || level) && high - low > least) faults.add(`${p.name} covers ${q.name}`);
  });
  return [...faults];
}

/**
 * @param {number} a
 * @param {number} b
 * @param {number} c
 * @param {number} d
 */
function shared(a, b, c, d) {
  return [Math.max(Math.min(a, b), Math.min(c, d)), Math.min(Math.max(a, b), Math.max(c, d))];
}

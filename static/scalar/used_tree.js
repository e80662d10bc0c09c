// @ts-check
import { BESIDE, CIRCLE, COLUMN, ROW, Tree } from "./tree.js";

/** What a wire takes that goes round what stands on its way. */
const DETOUR = 36;

/** What a cell is used for: it stands at the left, each use in a row of its own. */
export class UsedTree extends Tree {
  /** Gives where the wires bend. @returns {number} */
  place() {
    const { root, edges } = this.graph;
    const starts = [...new Set(edges.filter(({ from }) => from === root).map(({ to }) => to))];
    const list = this.ways(starts);
    const middle = (list.length - 1) / 2;
    const longest = Math.max(1, ...list.map((chain) => chain.length));
    const columns = this.lefts(list, longest);
    const rows = list.map((chain, n) => this.row(chain, n < middle ? -1 : 1, starts));
    const height = rows.reduce((sum, { up, down }) => sum + up + down + ROW, -ROW);
    const elbow = this.card(root).width + this.gap(height) - BESIDE / 2;
    const left = elbow + BESIDE / 2 + this.besides(starts, root);
    let top = 0;
    list.forEach((chain, n) => {
      const { up, down } = rows[n];
      const y = top + up;
      for (const id of chain.slice(1)) {
        if (starts.includes(id)) {
          this.detours.set(id, n < middle ? down - DETOUR / 2 : DETOUR / 2 - up);
        }
      }
      chain.forEach((id, k) => {
        this.stand(id, left + columns[k + longest - chain.length], y);
        this.aside(id, chain[k - 1] ?? root, n < middle ? -1 : 1);
      });
      top += up + down + ROW;
    });
    this.stand(root, 0, Math.max(0, height) / 2);
    return elbow;
  }

  /** The uses of the cell, each as its longest chain of operations. @param {string[]} starts */
  ways(starts) {
    /** @type {Map<string, string[]>} */
    const ways = new Map();
    for (const chain of starts.map((start) => this.chain(start))) {
      const end = chain[chain.length - 1];
      if (chain.length > (ways.get(end)?.length ?? 0)) ways.set(end, chain);
    }
    return [...ways.values()];
  }

  /** From the first operation of a use to its cell. @param {string} id @returns {string[]} */
  chain(id) {
    const next = this.graph.edges.find(({ from }) => from === id);
    return next ? [id, ...this.chain(next.to)] : [id];
  }

  /** Where the columns of operations begin: those of the last ones are one column. @param {string[][]} chains @param {number} longest */
  lefts(chains, longest) {
    let left = 0;
    return Array.from({ length: longest }, (_, k) => {
      const at = (/** @type {string[]} */ chain) => k - longest + chain.length;
      const before = chains.flatMap((chain) => chain[at(chain) - 1] ?? []);
      const after = chains.flatMap((chain) =>
        at(chain) > 0 ? this.others(chain[at(chain)], chain[at(chain) - 1]) : []
      );
      const whole = Math.max(0, ...before.map((id) => this.width(id))) +
        Math.max(COLUMN.least, this.message);
      const beside = Math.max(0, ...after.map((id) => this.width(id))) + CIRCLE + this.beside + ROW;
      left += before.length > 0 ? Math.max(whole, after.length > 0 ? beside : 0) : 0;
      return left;
    });
  }

  /** What of an operation is no part of the way from the cell. @param {string} id @param {string} main */
  others(id, main) {
    return this.parts(id).filter((part) => part !== main && part !== this.graph.root);
  }

  /** What the others of the first operations take. @param {string[]} starts @param {string} root */
  besides(starts, root) {
    const widths = starts.flatMap((start) => this.others(start, root)).map((id) => this.width(id));
    return widths.length > 0 ? Math.max(...widths) + this.beside - BESIDE / 2 : 0;
  }

  /** How far a row reaches above and below its line. @param {string[]} chain @param {1 | -1} side @param {string[]} starts */
  row(chain, side, starts) {
    const round = chain.slice(1).some((id) => starts.includes(id)) ? DETOUR : 0;
    const half = Math.max(CIRCLE, ...chain.map((id) => this.card(id).height)) / 2 + round;
    const { root } = this.graph;
    const reach = Math.max(
      half,
      ...chain.map((id, k) => CIRCLE / 2 + this.depth(id, chain[k - 1] ?? root)),
    );
    return side < 0 ? { up: reach, down: half } : { up: half, down: reach };
  }

  /** How far the others of an operation reach, with those that they are made of. @param {string} id @param {string} main @returns {number} */
  depth(id, main) {
    return this.others(id, main).reduce(
      (sum, other) => sum + this.tall(other) + ROW / 2 + this.depth(other, this.graph.root),
      0,
    );
  }

  /** @param {string} id */
  tall(id) {
    return Math.max(this.card(id).height, this.glyph(id)?.height ?? 0);
  }

  /** Stands the others of an operation beside it, on the side away from the cell. @param {string} id @param {string} main @param {1 | -1} side */
  aside(id, main, side) {
    const { glyph } = this.places.get(id) ?? {};
    if (!glyph) return;
    let y = glyph.y + glyph.height / 2 + side * glyph.height / 2;
    for (const other of this.others(id, main)) {
      const height = this.tall(other);
      const centre = y + side * (ROW / 2 + height / 2);
      this.stand(other, glyph.x - this.beside - this.width(other), centre);
      this.aside(other, this.graph.root, side);
      y = centre + side * (height / 2 + this.depth(other, this.graph.root));
    }
  }
}

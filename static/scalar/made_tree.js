// @ts-check
import { ROW, Tree } from "./tree.js";

/** What a cell is made of: the leaves in rows, each result in the middle of its own. */
export class MadeTree extends Tree {
  /** @returns {null}  no wire bends */
  place() {
    const { root } = this.graph;
    /** @type {{ id: string, y: number, depth: number }[]} */
    const all = [];
    const seen = new Set();
    let top = 0;
    /** @param {string} id @param {number} depth @returns {number} */
    const rows = (id, depth) => {
      if (seen.has(id)) return all.find((one) => one.id === id)?.y ?? 0;
      seen.add(id);
      const parts = this.parts(id);
      const { height } = this.card(id);
      const first = top;
      const ys = parts.map((part) => rows(part, depth + 1));
      const y = ys.length > 0 ? (ys[0] + ys[ys.length - 1]) / 2 : top + height / 2;
      all.push({ id, y, depth });
      top = Math.max(top, first + height + ROW);
      if (depth === 1 && parts.length > 1) top += ROW;
      return y;
    };
    rows(root, 0);
    this.columns(all, top);
    return null;
  }

  /** Stands nodes in columns, from the right: those of one depth end at the same edge. @param {{ id: string, y: number, depth: number }[]} all @param {number} height */
  columns(all, height) {
    const gap = this.gap(height);
    const deepest = Math.max(...all.map(({ depth }) => depth));
    const widths = Array.from(
      { length: deepest + 1 },
      (_, depth) =>
        Math.max(0, ...all.filter((one) => one.depth === depth).map(({ id }) => this.width(id))),
    );
    for (const { id, y, depth } of all) {
      const right = widths.slice(depth + 1).reduce(
        (sum, width) => sum + width + gap,
        widths[depth],
      );
      this.stand(id, right - this.width(id), y);
    }
  }
}

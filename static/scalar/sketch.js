// @ts-check
/** @import { CellRef } from "../types.js" */
/** @import { Factor } from "../explain/types.js" */
/** @import { ScalarEdge, ScalarNode } from "./types.js" */
import { bracketed } from "../explain/label.js";
import { linkOf } from "../stage/terms.js";

/**
 * A scalar graph while it is being put together: a number that is used twice is one node.
 */
export class Sketch {
  /** @type {Map<string, ScalarNode>} */
  nodes = new Map();
  /** @type {Map<string, ScalarEdge>} */
  edges = new Map();

  /**
   * @param {Partial<ScalarNode> & { id: string }} node
   * @returns {string}
   */
  node(node) {
    const known = this.nodes.get(node.id);
    this.nodes.set(node.id, {
      ...(known ?? {
        ...{ kind: "number", name: "", cell: null, pieces: [], symbol: null, value: null },
        ...{ gradient: null, count: 1 },
      }),
      ...node,
    });
    return node.id;
  }

  /**
   * @param {CellRef} cell
   * @param {Partial<ScalarNode>} [more]
   */
  cell(cell, more) {
    const { of, name, index } = cell;
    return this.node({
      ...{ id: cellId(cell), kind: "cell", name: name + bracketed(index) },
      ...{ cell: { of, name, index } },
      ...more,
    });
  }

  /**
   * The node of a factor: a cell of the run, or a number that stands in the op.
   *
   * @param {Factor} factor
   * @param {string} near  what it is a factor of: a number is drawn where it is used
   */
  factor(factor, near) {
    const cell = linkOf(factor.ref);
    const { label: name, value, pieces } = factor;
    if (cell) return this.cell(cell, { name, value });
    return this.node({ id: `${near} ${name}`, name, value, pieces });
  }

  /**
   * @param {string} from
   * @param {string} to
   * @param {ScalarEdge["factors"] | null} factors  of the message; null where none comes
   * @param {number} [message]  where it is not their product
   */
  edge(from, to, factors, message) {
    let id = `${from}>${to}`;
    while (this.edges.has(id)) id += "'";
    const product = factors?.reduce((all, { value }) => all * value, 1) ?? null;
    this.edges.set(id, { id, from, to, factors: factors ?? [], message: message ?? product });
  }
}

/** @param {CellRef} cell */
export function cellId({ of, name, index }) {
  return `${of} ${name}${bracketed(index)}`;
}

// @ts-check
/** @import { Graph, GraphEdge } from "../wire.js" */
/** @import { GraphIndex } from "../types.js" */

/**
 * The graph with its lookups.
 *
 * @param {Graph} graph
 * @returns {GraphIndex}
 */
export function indexGraph(graph) {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const layers = new Map(graph.layers.map((layer) => [layer.id, layer]));
  /** @type {GraphIndex["into"]} */
  const into = new Map(graph.nodes.map((node) => [node.id, []]));
  /** @type {GraphIndex["outOf"]} */
  const outOf = new Map(graph.nodes.map((node) => [node.id, []]));
  const edges = keyed(graph.edges);
  for (const [key, edge] of edges) {
    into.get(edge.to)?.push(key);
    outOf.get(edge.from)?.push(key);
  }
  return { graph, nodes, edges, layers, into, outOf };
}

/** @param {GraphEdge[]} list @returns {GraphIndex["edges"]} */
function keyed(list) {
  /** @type {Map<string, number>} */
  const uses = new Map();
  for (const { id } of list) uses.set(id, (uses.get(id) ?? 0) + 1);
  /** @type {GraphIndex["edges"]} */
  const edges = new Map();
  for (const edge of list) {
    const key = edges.has(edge.id) ? `${edge.id}#${edge.slot}` : edge.id;
    edges.set(key, { ...edge, key, twice: (uses.get(edge.id) ?? 0) > 1 });
  }
  return edges;
}

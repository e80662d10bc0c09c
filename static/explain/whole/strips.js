// @ts-check
/** @import { RunState } from "../../types.js" */
/** @import { GraphNode } from "../../wire.js" */
/** @import { Moment, Panel, Whole, Wire } from "./types.js" */
/** Strips of signed bars, aligned by class: what came by each road, and what they add up to. */
import { indexOf } from "../../grid/geometry.js";
import { senderName } from "../../inspector/sections.js";
import { lossName } from "../../select.js";
import { gradientOf } from "../record.js";
import { namesOf } from "./each.js";
import { messageOf, numbersOf, plainPanel, sizeOf, upTo } from "./panel.js";

/** Up to so many bars a strip has. */
const MOST = 16;

/**
 * A local derivative that is a difference, as (y − t)/N of the losses: the road that delivers y,
 * the road that delivers −t, and what the rest makes of their sum.
 *
 * @param {Wire} wire
 * @param {number} opened
 * @returns {Whole | null}
 */
export function differenceOf(wire, opened) {
  const { run, input, op, roads } = wire;
  const row = rowOf(input, opened);
  const parts = roads[row[0]].difference();
  if (!parts || row.length > MOST || roads.some(({ count }) => count !== 1)) return null;
  const [fed] = numbersOf(gradientOf(run, op.id));
  const factors = [...(fed === 1 ? [] : [`∂${lossName(run)}/∂${op.id}`]), parts.rest];
  const rest = factors.filter((factor) => factor !== "").join(" · ");
  const both = row.map((
    cell,
  ) => /** @type {NonNullable<typeof parts>} */ (roads[cell].difference()));
  const [one, other] = [both.map(({ left }) => left), both.map(({ right }) => right)];
  const shape = [row.length];
  const bars = { look: /** @type {const} */ ("bars") };
  const dx = row.map((cell) => messageOf(wire, roads[cell]));
  const panels = [
    plainPanel(parts.names[0], shape, one, bars),
    plainPanel(`−${parts.names[1]}`, shape, other.map((number) => -number), { ...bars, line: 1 }),
    plainPanel(`${parts.names[0]} − ${parts.names[1]}`, shape, one.map((y, k) => y - other[k]), {
      ...bars,
      ...{ line: 2, sum: true },
    }),
    plainPanel(`∂${lossName(run)}/∂${input.id}${rowText(input, row)}`, shape, dx, {
      ...bars,
      ...{ line: 3, of: /** @type {const} */ ("gradient"), sign: rest ? `· ${rest}` : "" },
    }),
  ];
  const params = { ...namesOf(wire), one: parts.names[0], other: parts.names[1] };
  const all = upTo(row.length);
  const told = (/** @type {string} */ key) => ({
    key: `explain.say.${key}`,
    params: { ...params, rest },
  });
  /** @type {Moment[]} */
  const moments = [
    { read: [], write: [0, all], say: told("sum_road") },
    { read: [], write: [1, all], say: told("straight_road") },
    { read: [[0, all], [1, all]], write: [2, all], say: told("both_roads") },
    { read: [[2, all]], write: [3, all], ...(rest ? { say: told("rest") } : {}) },
  ];
  const count = sizeOf(input) / row.length;
  const key = rest ? "explain.whole.difference_mean" : "explain.whole.difference";
  return { panels, moments, words: { key, params: { ...params, rest: parts.rest, N: count } } };
}

/**
 * A value with several consumers: the message on each road, and the sum.
 *
 * @param {RunState} run
 * @param {GraphNode} input
 * @param {Wire[]} wires  in the order in which the messages arrive
 * @param {number} opened
 * @returns {Whole | null}
 */
export function roadsOf(run, input, wires, opened) {
  const row = rowOf(input, opened);
  if (row.length > MOST) return null;
  const shape = [row.length];
  const bars = { look: /** @type {const} */ ("bars"), of: /** @type {const} */ ("gradient") };
  const messages = wires.map((wire) => row.map((cell) => messageOf(wire, wire.roads[cell])));
  const sum = row.map((_, k) => messages.reduce((total, message) => total + message[k], 0));
  const panels = [
    ...wires.map(({ op }, line) =>
      plainPanel(roadName(op, input), shape, messages[line], { ...bars, line })
    ),
    plainPanel(`∂${lossName(run)}/∂${input.id}${rowText(input, row)}`, shape, sum, {
      ...bars,
      ...{ line: wires.length, sum: true },
    }),
  ];
  const all = upTo(row.length);
  const params = { x: input.id, count: wires.length };
  /** @type {Moment[]} */
  const moments = wires.map(({ op }, number) => ({
    read: [],
    write: [number, all],
    say: {
      key: "explain.say.road",
      params: { ...params, number: number + 1, op: senderName(op), y: op.id },
    },
  }));
  moments.push({
    read: wires.map((_, line) => [line, all]),
    write: [wires.length, all],
    say: { key: "explain.say.roads_sum", params },
  });
  return { panels, moments, words: { key: "explain.whole.roads", params } };
}

/** A road by the op that sends on it. @param {GraphNode} op @param {GraphNode} input */
export function roadName(op, input) {
  return `${senderName(op)} → ${input.id}`;
}

/** The cells that share all but the last index with a cell. @param {GraphNode} node @param {number} flat */
function rowOf({ shape }, flat) {
  const width = shape[shape.length - 1] ?? 1;
  const start = flat - (flat % width);
  return upTo(width).map((k) => start + k);
}

/** Which row of an array it is; nothing for a vector. @param {GraphNode} node @param {number[]} row */
function rowText({ shape }, row) {
  const lead = indexOf(row[0], shape).slice(0, -1);
  return lead.length > 0 ? `[${lead.join(",")}]` : "";
}

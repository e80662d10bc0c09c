// @ts-check
/** @import { Moment, Whole, Wire } from "./types.js" */
import { lossName } from "../../select.js";
import { gradientOf } from "../record.js";
import { sourcesOf, unique } from "./local.js";
import { namesOf } from "./each.js";
import { messageOf, numbersOf, plainPanel, upTo } from "./panel.js";

/** Up to so many rows and columns a Jacobian is drawn. */
const MOST = 9;

/**
 * Outputs that each depend on each of some inputs, as all of a row of Softmax, or of a column of
 * BatchNormalization: the Jacobian of those that the opened cell is among, as a matrix.
 *
 * @param {Wire} wire
 * @param {number} opened  the flat place of the opened cell
 * @returns {Whole | null}  null where it is too large, or not of all by all
 */
export function jacobianOf(wire, opened) {
  const { run, input, op, roads } = wire;
  const outs = unique(Array.from(roads[opened].reaches)).sort((one, other) => one - other);
  const ins = upTo(roads.length).filter((cell) =>
    roads[cell].count > 0 && Array.from(roads[cell].reaches).every((place) => outs.includes(place))
  );
  const dense = ins.every((cell) => unique(Array.from(roads[cell].reaches)).length === outs.length);
  if (!dense || ins.length < 2 || ins.length > MOST || outs.length > MOST) return null;
  const width = ins.length;
  const cells = outs.flatMap((out) => ins.map((cell) => derivative(roads[cell], out)));
  const arrived = numbersOf(gradientOf(run, op.id));
  const loss = lossName(run);
  const sources = sourcesOf({ ...wire, roads: ins.map((cell) => roads[cell]) });
  const shown = sources.panels.filter(({ data }) => data.length > 1);
  const [dy, J, dx] = [0, 1, 2].map((at) => shown.length + at);
  const jacobian = plainPanel(`∂${op.id}/∂${input.id}`, [outs.length, width], cells);
  const slopes = outs.map((place) => arrived[place]);
  const messages = ins.map((cell) => messageOf(wire, roads[cell]));
  const back = { of: /** @type {const} */ ("gradient"), line: 1 };
  const panels = [
    ...shown,
    plainPanel(`∂${loss}/∂${op.id}`, [outs.length], slopes, back),
    { ...jacobian, line: 1, sign: "·" },
    plainPanel(`∂${loss}/∂${input.id}`, [width], messages, { ...back, sign: "=" }),
  ];
  const column = (/** @type {number} */ n) => upTo(outs.length).map((row) => row * width + n);
  const params = namesOf(wire);
  /** @type {Moment[]} */
  const made = ins.map((_, n) => ({
    read: sources.placesOf(n).flatMap(([panel, places]) => {
      const at = shown.indexOf(sources.panels[panel]);
      return at < 0 ? [] : [[at, places]];
    }),
    write: [J, column(n)],
    say: { key: "explain.say.jacobian", params: { ...params, column: n } },
  }));
  /** @type {Moment[]} */
  const moments = ins.map((_, n) => ({
    read: [[dy, upTo(outs.length)], [J, column(n)]],
    write: [dx, [n]],
    say: { key: "explain.say.jacobian_back", params: { ...params, column: n } },
  }));
  return {
    panels,
    moments: [...made, ...moments],
    words: { key: "explain.whole.jacobian", params },
  };
}

/** How far an output moves with a cell, by all ways. @param {import("../types.js").Road} road @param {number} out */
function derivative({ reaches, products }, out) {
  return products.reduce((sum, product, n) => (reaches[n] === out ? sum + product : sum), 0);
}

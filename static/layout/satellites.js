// @ts-check
/** @import { Gaps, InputEdge, LayoutInput, Lanes, Level, Rect, Satellite, Unit } from "./types.js" */

/**
 * A satellite with its side, and its x from the centre of the glyph it enters.
 *
 * @typedef {{ satellite: Satellite, above: boolean, left: number, port: number }} Moon
 */

/** Between satellites on one side of a glyph, and between those of neighbours. */
export const BETWEEN = 18;
/** Between the wires of two that enter on one side. */
const PORTS = 22;

/**
 * Finds the leaves that belong above or below the one op they feed, because another input is its main one.
 *
 * @param {LayoutInput} input
 * @param {(edge: InputEdge) => number} rankOf
 * @returns {Map<string, InputEdge>} of each such leaf, its edge
 */
export function findSatellites({ nodes, edges }, rankOf) {
  /** @type {Map<string, InputEdge[]>} */
  const outs = new Map(nodes.map(({ id }) => [id, []]));
  /** @type {Map<string, InputEdge>} */
  const main = new Map();
  for (const edge of edges) {
    outs.get(edge.from)?.push(edge);
    const best = main.get(edge.to);
    if (!best || rankOf(edge) < rankOf(best)) main.set(edge.to, edge);
  }
  /** @type {Map<string, InputEdge>} */
  const satellites = new Map();
  for (const { id, glyph } of nodes) {
    const edge = outs.get(id)?.[0];
    if (glyph || main.has(id) || !edge || outs.get(id)?.length !== 1) continue;
    if (main.get(edge.to) !== edge) satellites.set(id, edge);
  }
  return satellites;
}

/**
 * Gives the satellites of each unit their sides: the first above, the second below, and so on along a
 * lane, so that those of neighbours alternate; a target below; none where a wire enters.
 *
 * @param {Level} level
 * @param {Lanes} lanes
 * @returns {Moon[][]} of each unit
 */
export function placeSatellites({ units, ins }, { lanes, runs }) {
  /** @type {Moon[][]} */
  const moons = units.map(() => []);
  for (const lane of lanes) {
    let above = true;
    for (const unit of lane.units) {
      const { satellites } = units[unit];
      if (satellites.length === 0) continue;
      const entries = ins[unit].map((link) => runs[link].entry);
      const blocked = entries.includes("above")
        ? "above"
        : entries.includes("below")
        ? "below"
        : "";
      if (satellites.length > 1) above = true;
      for (const satellite of [...satellites].sort((a, b) => a.slot - b.slot)) {
        const target = satellite.role === "target" && satellites.length < 3;
        const side = blocked ? blocked === "below" : target ? false : above;
        moons[unit].push({ satellite, above: side, left: 0, port: 0 });
        if (!target) above = !above;
      }
      spread(moons[unit]);
    }
  }
  return moons;
}

/**
 * Stands the satellites of one side next to each other, centred.
 *
 * @param {Moon[]} moons  of one unit
 */
function spread(moons) {
  for (const side of [true, false]) {
    const group = moons.filter(({ above }) => above === side);
    const gaps = BETWEEN * (group.length - 1);
    let left = -(group.reduce((sum, { satellite }) => sum + satellite.card.width, gaps)) / 2;
    group.forEach((moon, i) => {
      moon.left = left;
      moon.port = (i - (group.length - 1) / 2) * PORTS;
      left += moon.satellite.card.width + BETWEEN;
    });
  }
}

/**
 * Whether a card is so high that a satellite beside it would have to be lifted over it.
 *
 * @param {Unit} unit
 * @param {Gaps} gaps
 */
export function isHigh({ kind, headUp, headDown, cardHeight }, { satellite, row }) {
  const head = kind === "leaf" ? 0 : Math.min(headUp, headDown);
  return cardHeight / 2 + row / 2 > head + satellite;
}

/**
 * Lengthens the stem of each unit whose satellites would else stand over its own card, if they
 * are to stand beside cards.
 *
 * @param {Level} level
 * @param {Moon[][]} moons
 */
export function standBeside({ units, gaps }, moons) {
  if (gaps.beside === 0) return;
  units.forEach((unit, i) => {
    if (moons[i].length === 0 || unit.cardWidth === 0 || !isHigh(unit, gaps)) return;
    const right = Math.max(reach(moons[i], true).right, reach(moons[i], false).right);
    unit.stem = Math.max(unit.stem, right - unit.headWidth / 2 + gaps.beside);
  });
}

/**
 * How far the satellites of one side reach from the centre of their glyph.
 *
 * @param {Moon[]} moons
 * @param {boolean} side
 */
export function reach(moons, side) {
  let [left, right] = [Infinity, -Infinity];
  for (const { above, left: x, satellite } of moons) {
    if (above !== side) continue;
    left = Math.min(left, x);
    right = Math.max(right, x + satellite.card.width);
  }
  return { left, right };
}

/**
 * The cards of the satellites of a lane, with y from its axis: clear of the glyph, and of any card of the
 * lane they reach over.
 *
 * @param {Level} level
 * @param {number[]} lane    its units
 * @param {number[]} centre  of each unit, x of the centre of its glyph
 * @param {number[]} x       of each unit
 * @param {Moon[][]} moons
 * @returns {{ unit: number, moon: Moon, card: Rect }[]}
 */
export function liftSatellites({ units, gaps }, lane, centre, x, moons) {
  /** @type {{ unit: number, moon: Moon, card: Rect }[]} */
  const lifted = [];
  lane.forEach((unit, i) => {
    for (const moon of moons[unit]) {
      const { width, height } = moon.satellite.card;
      const left = centre[unit] + moon.left;
      const head = moon.above ? units[unit].headUp : units[unit].headDown;
      let away = head + gaps.satellite;
      for (const step of [1, -1]) {
        for (let j = step > 0 ? i : i - 1; j >= 0 && j < lane.length; j += step) {
          const box = extent(units[lane[j]], x[lane[j]]);
          if (step > 0 ? box.left > left + width : box.right < left) break;
          away = Math.max(
            away,
            underneath(units[lane[j]], x[lane[j]], left, left + width, moon.above, gaps.row / 2),
          );
        }
      }
      lifted.push({
        unit,
        moon,
        card: { x: left, y: moon.above ? -away - height : away, width, height },
      });
    }
  });
  return lifted;
}

/**
 * @param {Unit} unit
 * @param {number} x
 */
function extent({ headWidth, stem, cardWidth }, x) {
  return { left: x, right: x + headWidth + stem + cardWidth };
}

/**
 * How far from the axis something over [left, right] must stay for this unit's sake.
 *
 * @param {Unit} unit
 * @param {number} x
 * @param {number} left
 * @param {number} right
 * @param {boolean} above
 * @param {number} clearance
 */
function underneath(
  { headWidth, headUp, headDown, stem, cardWidth, cardHeight },
  x,
  left,
  right,
  above,
  clearance,
) {
  const side = 10;
  let away = 0;
  if (headWidth > 0 && x - side < right && x + headWidth + side > left) {
    away = (above ? headUp : headDown) + clearance;
  }
  const card = x + headWidth + stem;
  if (cardWidth > 0 && card - side < right && card + cardWidth + side > left) {
    away = Math.max(away, cardHeight / 2 + clearance);
  }
  return away;
}

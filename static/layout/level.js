// @ts-check
/** @import { Lanes, Level, Link, PlacedLevel, PlacedSatellite, Point, Unit } from "./types.js" */
import { assignColumns } from "./layers.js";
import { buildLanes } from "./lanes.js";
import { orderLanes } from "./order.js";
import { chooseEntries } from "./entries.js";
import { assignTracks } from "./tracks.js";
import { liftSatellites, placeSatellites, standBeside } from "./satellites.js";
import { placeColumns } from "./columns.js";
import { placeRows } from "./rows.js";
import { routeLinks, routeSatellite } from "./routes.js";
import { OFFSET } from "./paths.js";

/**
 * A level of these units and links, with the links in and out of each unit.
 *
 * @param {Pick<Level, "units" | "links" | "start" | "gaps" | "portGap">} parts
 * @returns {Level}
 */
export function newLevel(parts) {
  /** @type {number[][]} */
  const ins = parts.units.map(() => []);
  /** @type {number[][]} */
  const outs = parts.units.map(() => []);
  parts.links.forEach(({ from, to }, link) => {
    outs[from].push(link);
    ins[to].push(link);
  });
  return { ...parts, ins, outs };
}

/**
 * Lays out one level, phase by phase.
 *
 * @param {Level} level
 * @returns {PlacedLevel}
 */
export function layoutLevel(level) {
  const { columns, depth } = assignColumns(level);
  const lanes = buildLanes(level, columns, depth);
  const rank = orderLanes(level, columns, lanes);
  chooseEntries(level, columns, lanes, rank);
  const moons = placeSatellites(level, lanes);
  standBeside(level, moons);
  const bends = assignTracks(level, columns, lanes, rank);
  const placed = placeColumns(level, columns, lanes, bends, moons);
  const lifted = lanes.lanes.map(({ units }) =>
    liftSatellites(level, units, placed.centre, placed.x, moons)
  );
  const laneY = placeRows(level, columns, lanes, rank, placed, lifted);
  const y = lanes.laneOf.map((lane) => laneY[lane]);
  const wires = routeLinks(level, lanes, placed, y, laneY);
  const satellites = lifted.flat().map((moon) =>
    routeSatellite(level, moon, placed.centre, y[moon.unit])
  );
  const bounds = boundsOf(level, placed.x, y, wires, satellites);
  return { x: placed.x, y, wires, satellites, bounds, spine: lanes.lanes[lanes.spine].units };
}

/**
 * @param {Level} level
 * @param {number[]} x
 * @param {number[]} y
 * @param {Point[][]} wires
 * @param {PlacedSatellite[]} satellites
 */
function boundsOf({ units }, x, y, wires, satellites) {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  /**
   * @param {number} left
   * @param {number} top
   * @param {number} right
   * @param {number} bottom
   */
  function include(left, top, right, bottom) {
    bounds.left = Math.min(bounds.left, left);
    bounds.top = Math.min(bounds.top, top);
    bounds.right = Math.max(bounds.right, right);
    bounds.bottom = Math.max(bounds.bottom, bottom);
  }
  units.forEach(({ headWidth, headUp, headDown, stem, cardWidth, cardHeight }, i) => {
    const up = Math.max(headUp, cardHeight / 2);
    const down = Math.max(headDown, cardHeight / 2);
    include(x[i], y[i] - up, x[i] + headWidth + stem + cardWidth, y[i] + down);
  });
  for (const { card } of satellites) {
    include(card.x, card.y, card.x + card.width, card.y + card.height);
  }
  for (const { x: px, y: py } of wires.flat()) include(px, py, px, py + OFFSET);
  return bounds;
}

/**
 * The parts of a level that no link joins, each with the places of its units and links in the whole.
 *
 * @param {Level} level
 * @returns {{ level: Level, units: number[], links: number[] }[]}
 */
export function connectedParts(level) {
  const part = level.units.map(() => -1);
  /** @type {{ units: number[], links: number[] }[]} */
  const parts = [];
  for (let first = 0; first < part.length; first++) {
    if (part[first] >= 0) continue;
    part[first] = parts.length;
    const units = [first];
    for (let next = 0; next < units.length; next++) {
      for (const link of [...level.ins[units[next]], ...level.outs[units[next]]]) {
        for (const unit of [level.links[link].from, level.links[link].to]) {
          if (part[unit] >= 0) continue;
          part[unit] = parts.length;
          units.push(unit);
        }
      }
    }
    parts.push({ units: units.sort((a, b) => a - b), links: [] });
  }
  level.links.forEach(({ from }, link) => parts[part[from]].links.push(link));
  return parts.map(({ units, links }) => ({ level: sublevel(level, units, links), units, links }));
}

/**
 * @param {Level} level
 * @param {number[]} chosen
 * @param {number[]} chosenLinks
 */
function sublevel(level, chosen, chosenLinks) {
  const place = new Map(chosen.map((unit, i) => [unit, i]));
  /** @type {Unit[]} */
  const units = chosen.map((unit) => level.units[unit]);
  /** @type {Link[]} */
  const links = chosenLinks.map((link) => {
    const { from, to, ...rest } = level.links[link];
    return { ...rest, from: place.get(from) ?? 0, to: place.get(to) ?? 0 };
  });
  return newLevel({ units, links, start: -1, gaps: level.gaps, portGap: level.portGap });
}

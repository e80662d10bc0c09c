// @ts-check
/** @import { Lanes, Level, Run } from "./types.js" */

/**
 * A vertical piece of a wire in the gap behind a column. Heights are ranks of lanes here, with the
 * offset from the lane's axis as a small fraction: y is not known yet, its order is.
 *
 * @typedef {{ run: Run, end: "bendOut" | "bendIn", from: number, to: number, track: number }} Bend
 */

/**
 * Puts the vertical pieces of each gap on tracks beside each other, so that none covers another.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lanes} lanes
 * @param {number[]} rank
 * @returns {Bend[][]} of each gap
 */
export function assignTracks({ links }, columns, { laneOf, runs }, rank) {
  /** @type {Bend[][]} */
  const bends = columns.map(() => []);
  runs.forEach((run, link) => {
    const { from, to } = links[link];
    const source = rank[laneOf[from]] + run.exitY / 1e6;
    const target = rank[laneOf[to]] + run.entryY / 1e6;
    const along = rank[run.lane];
    if (run.direct) {
      bends[columns[from]].push({ run, end: "bendOut", from: source, to: target, track: 0 });
      return;
    }
    if (run.kind === "left" || run.kind === "wire") {
      bends[columns[from]].push({ run, end: "bendOut", from: source, to: along, track: 0 });
    }
    if (run.entry === "beside") {
      bends[columns[to] - 1].push({ run, end: "bendIn", from: along, to: target, track: 0 });
    }
  });
  bends.forEach(fillTracks);
  return bends;
}

/**
 * Of two wires that overlap, the one that starts on the inner side of the turn bends first.
 *
 * @param {Bend[]} bends  of one gap
 */
function fillTracks(bends) {
  bends.sort((a, b) => turn(a) - turn(b) || (turn(a) > 0 ? b.from - a.from : a.from - b.from));
  for (let i = 0; i < bends.length; i++) {
    const bend = bends[i];
    for (let j = 0; j < i; j++) {
      if (bends[j].track >= bend.track && overlap(bends[j], bend)) bend.track = bends[j].track + 1;
    }
  }
}

/** @param {Bend} bend */
function turn({ from, to }) {
  return to > from ? 1 : -1;
}

/**
 * @param {Bend} a
 * @param {Bend} b
 */
function overlap(a, b) {
  const margin = 0.5;
  return Math.max(a.from, a.to) + margin > Math.min(b.from, b.to) &&
    Math.max(b.from, b.to) + margin > Math.min(a.from, a.to);
}

/**
 * @param {Bend[]} bends  of one gap
 */
export function trackCount(bends) {
  let count = 0;
  for (const { track } of bends) count = Math.max(count, track + 1);
  return count;
}

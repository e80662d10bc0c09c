// @ts-check
/** @import { Lane, Lanes, Level, Run } from "./types.js" */

/**
 * Cuts a level into lanes, straight lines that each stay at one height.
 *
 * The first follows the main inputs back from the output; each further one starts at the deepest unit
 * that is left. A link that joins two lanes runs along the one or the other where it can, and only
 * otherwise along a lane of its own.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {number[]} depth  of each unit, the length of the longest way to it
 * @returns {Lanes}
 */
export function buildLanes(level, columns, depth) {
  const { previous, next, starts } = followMainInputs(level, depth);
  joinLooseEnds(level, depth, previous, next);
  const { lanes, laneOf } = collectLanes(level, columns, previous, next);
  const runs = level.links.map((_, link) => newRun(link, level, previous, laneOf));
  extendLeft(level, columns, depth, lanes, runs);
  extendRight(level, columns, lanes, runs);
  addWires(level, columns, lanes, runs);
  return { lanes, laneOf, runs, spine: starts.length ? laneOf[starts[0]] : 0 };
}

/**
 * @param {number} link
 * @param {Level} level
 * @param {number[]} previous
 * @param {number[]} laneOf
 * @returns {Run}
 */
function newRun(link, { links }, previous, laneOf) {
  const { from, to, entryY, exitY } = links[link];
  const straight = previous[to] === link;
  return {
    kind: straight ? "straight" : "wire",
    lane: straight ? laneOf[from] : -1,
    entry: straight ? "left" : "beside",
    entryY: entryY ?? 0,
    exitY: exitY ?? 0,
    direct: false,
    bendOut: NaN,
    bendIn: NaN,
  };
}

/**
 * @param {Level} level
 * @param {number[]} depth
 */
function followMainInputs(level, depth) {
  const { units, links } = level;
  const previous = units.map(() => -1);
  const next = units.map(() => -1);
  const seen = units.map(() => false);
  const starts = units.map((_, unit) => unit).sort((a, b) => depth[b] - depth[a] || b - a);
  if (level.start >= 0) starts.unshift(level.start);
  for (const start of starts) {
    let unit = start;
    while (!seen[unit]) {
      seen[unit] = true;
      const link = inputsByRank(level, depth, unit)[0];
      if (link === undefined || !fitsAxis(level, link) || seen[links[link].from]) break;
      previous[unit] = link;
      next[links[link].from] = link;
      unit = links[link].from;
    }
  }
  return { previous, next, starts };
}

/**
 * Whether a link can run at the height of both its ends.
 *
 * @param {Level} level
 * @param {number} link
 */
function fitsAxis({ links }, link) {
  return (links[link].entryY ?? 0) === 0 && (links[link].exitY ?? 0) === 0;
}

/**
 * The links into a unit, its main one first: by rank, but a value made for this unit alone comes after
 * a much deeper one, so that `x @ Wx + h @ Wh` goes on with h.
 *
 * @param {Level} level
 * @param {number[]} depth
 * @param {number} unit
 */
function inputsByRank({ units, links, ins, outs }, depth, unit) {
  const inputs = ins[unit];
  if (inputs.length < 2) return inputs;
  let deepest = 0;
  for (const link of inputs) deepest = Math.max(deepest, depth[links[link].from]);
  const aside = (/** @type {number} */ link) => {
    const { from } = links[link];
    const own = outs[from].length === 1 && units[from].kind !== "entry";
    return own && depth[from] + 1 < deepest ? 1 : 0;
  };
  return [...inputs].sort((a, b) => aside(a) - aside(b) || links[a].rank - links[b].rank || a - b);
}

/**
 * A lane whose first unit has its main input elsewhere goes on from any other input that ends a lane.
 *
 * @param {Level} level
 * @param {number[]} depth
 * @param {number[]} previous
 * @param {number[]} next
 */
function joinLooseEnds(level, depth, previous, next) {
  for (let unit = 0; unit < level.units.length; unit++) {
    if (previous[unit] >= 0) continue;
    for (const link of inputsByRank(level, depth, unit)) {
      const { from } = level.links[link];
      if (next[from] >= 0 || !fitsAxis(level, link)) continue;
      previous[unit] = link;
      next[from] = link;
      break;
    }
  }
}

/**
 * @param {Level} level
 * @param {number[]} columns
 * @param {number[]} previous
 * @param {number[]} next
 */
function collectLanes({ units, links }, columns, previous, next) {
  /** @type {Lane[]} */
  const lanes = [];
  const laneOf = units.map(() => -1);
  for (let head = 0; head < units.length; head++) {
    if (previous[head] >= 0) continue;
    const members = [head];
    laneOf[head] = lanes.length;
    for (let link = next[head]; link >= 0;) {
      const unit = links[link].to;
      laneOf[unit] = lanes.length;
      members.push(unit);
      link = next[unit];
    }
    const first = columns[head];
    const last = columns[members[members.length - 1]];
    lanes.push({ units: members, first, last, leftLink: -1, rightLink: -1 });
  }
  return { lanes, laneOf };
}

/**
 * The main input of a lane's first unit reaches it along that lane.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {number[]} depth
 * @param {Lane[]} lanes
 * @param {Run[]} runs
 */
function extendLeft(level, columns, depth, lanes, runs) {
  lanes.forEach((lane, index) => {
    const link = inputsByRank(level, depth, lane.units[0]).find((i) =>
      (level.links[i].entryY ?? 0) === 0
    );
    if (link === undefined) return;
    lane.leftLink = link;
    lane.first = columns[level.links[link].from] + 1;
    Object.assign(runs[link], { kind: "left", lane: index, entry: "left" });
  });
}

/**
 * The longest link out of a lane's last unit leaves along that lane.
 *
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lane[]} lanes
 * @param {Run[]} runs
 */
function extendRight({ links, outs }, columns, lanes, runs) {
  lanes.forEach((lane, index) => {
    const tail = lane.units[lane.units.length - 1];
    let best = -1;
    for (const link of outs[tail]) {
      if (runs[link].kind !== "wire" || (links[link].exitY ?? 0) !== 0) continue;
      if (best < 0 || columns[links[link].to] > columns[links[best].to]) best = link;
    }
    if (best < 0) return;
    lane.rightLink = best;
    lane.last = columns[links[best].to];
    Object.assign(runs[best], { kind: "right", lane: index });
  });
}

/**
 * @param {Level} level
 * @param {number[]} columns
 * @param {Lane[]} lanes
 * @param {Run[]} runs
 */
function addWires({ links }, columns, lanes, runs) {
  runs.forEach((run, link) => {
    if (run.kind !== "wire") return;
    run.lane = lanes.length;
    const first = columns[links[link].from] + 1;
    const last = columns[links[link].to];
    lanes.push({ units: [], first, last, leftLink: link, rightLink: link });
  });
}

// @ts-check
/** @import { CellExpr, Expr, IndexMap, Settings, Within } from "./types.js" */

/** @param {Expr} expr @returns {expr is CellExpr} */
export function isCell(expr) {
  return typeof expr === "object" && !Array.isArray(expr);
}

/**
 * The labels that any of these expressions names, in their order in the map.
 *
 * @param {IndexMap} map
 * @param {Expr[]} expressions
 */
export function usedLabels(map, expressions) {
  const seen = new Set(expressions.flatMap(labelsOf));
  return Object.keys(map.labels).filter((label) => seen.has(label));
}

/** @param {Expr} expr @returns {string[]} */
function labelsOf(expr) {
  if (typeof expr === "number") return [];
  if (isCell(expr)) return Object.keys(expr.strides);
  const [name, ...parts] = expr;
  if (name === "same") return /** @type {string[]} */ (parts);
  return /** @type {Expr[]} */ (parts).flatMap(labelsOf);
}

/**
 * All settings of the labels that lead a cell to a place in its array; labels that do not move the
 * cell run over all their values. What the map's `within` rules out is left out.
 *
 * @param {IndexMap} map
 * @param {CellExpr} cell
 * @param {number} place
 * @param {string[]} names
 * @returns {Settings}
 */
export function settingsOf(map, cell, place, names) {
  const bound = names.filter((name) => cell.strides[name]);
  const free = names.filter((name) => !cell.strides[name]);
  const solutions = solve(map, cell, bound, place);
  const each = free.reduce((product, name) => product * map.labels[name], 1);
  const count = each * solutions.length;
  /** @type {Record<string, Int32Array>} */
  const columns = {};
  for (const name of bound) {
    columns[name] = Int32Array.from(
      { length: count },
      (_, n) => solutions[Math.floor(n / each)][name],
    );
  }
  let repeat = 1; // the last label runs fastest
  for (const name of [...free].reverse()) {
    const [size, times] = [map.labels[name], repeat];
    columns[name] = Int32Array.from({ length: count }, (_, n) => Math.floor(n / times) % size);
    repeat *= size;
  }
  return (map.within ?? []).reduce(keptWithin, { count, columns });
}

/**
 * The settings that keep to a bound; it is for those that have each of its labels.
 *
 * @param {Settings} settings
 * @param {Within} bound
 * @returns {Settings}
 */
function keptWithin({ count, columns }, { strides, offset, size }) {
  if (!Object.keys(strides).every((name) => columns[name])) return { count, columns };
  const places = placesOf({ of: "", strides, offset }, { count, columns });
  /** @param {Int32Array} column */
  const kept = (column) => column.filter((_, n) => places[n] >= 0 && places[n] < size);
  const entries = Object.entries(columns).map(([name, column]) => [name, kept(column)]);
  return { count: kept(places).length, columns: Object.fromEntries(entries) };
}

/**
 * Every setting of labels that leads a cell to a place, largest stride first.
 *
 * @param {IndexMap} map
 * @param {CellExpr} cell
 * @param {string[]} labels
 * @param {number} place
 * @returns {Record<string, number>[]}
 */
export function solve(map, cell, labels, place) {
  const names = [...labels].sort((one, other) => cell.strides[other] - cell.strides[one]);
  const reach = new Array(names.length + 1).fill(0); // how far the labels from here on can lead
  for (let at = names.length - 1; at >= 0; at--) {
    reach[at] = reach[at + 1] + cell.strides[names[at]] * (map.labels[names[at]] - 1);
  }
  /** @type {{ rest: number, setting: Record<string, number> }[]} */
  let found = [{ rest: place - cell.offset, setting: {} }];
  names.forEach((name, at) => {
    const stride = cell.strides[name];
    found = found.flatMap(({ rest, setting }) => {
      const low = Math.max(0, Math.ceil((rest - reach[at + 1]) / stride));
      const high = Math.min(map.labels[name] - 1, Math.floor(rest / stride));
      const more = [];
      for (let value = low; value <= high; value++) {
        more.push({ rest: rest - stride * value, setting: { ...setting, [name]: value } });
      }
      return more;
    });
  });
  return found.filter(({ rest }) => rest === 0).map(({ setting }) => setting);
}

/**
 * Where a cell lies in the flat data of its array, for each setting.
 *
 * @param {CellExpr} cell
 * @param {Settings} settings
 */
export function placesOf(cell, { count, columns }) {
  const places = new Int32Array(count).fill(cell.offset);
  for (const [name, stride] of Object.entries(cell.strides)) {
    const column = columns[name];
    for (let n = 0; n < count; n++) places[n] += stride * column[n];
  }
  return places;
}

// @ts-check
/** @import { FencedTree, Tree } from "./types.js" */

/**
 * Brackets that open and close in one row, as one item that knows what it holds.
 *
 * @param {Tree[]} items
 */
export function paired(items) {
  /** @type {Tree[]} */
  const done = [];
  /** @type {number[]} */
  const opened = [];
  for (const item of items) {
    const bracket = item.type === "scripts" ? item.base : item;
    const role = bracket.type === "operator" ? bracket.role : null;
    const from = role === "close" ? opened.pop() : undefined;
    if (role === "open") opened.push(done.length);
    if (from === undefined) done.push(item);
    else done.push(closed(done.splice(from), item));
  }
  return done;
}

/**
 * @param {Tree[]} held  from the opening bracket on
 * @param {Tree} item  the closing one, with its scripts
 * @returns {Tree}
 */
function closed(held, item) {
  const [open, ...inside] = held;
  const close = item.type === "scripts" ? item.base : item;
  if (open.type !== "operator" || close.type !== "operator") throw new TypeError("no bracket");
  /** @type {FencedTree} */
  const fenced = {
    type: "fenced",
    open: open.text,
    close: close.text,
    inside: inside.length === 1 ? inside[0] : { type: "row", items: inside },
  };
  return item.type === "scripts" ? { ...item, base: fenced } : fenced;
}

// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { MovedCell } from "./moved.js" */
import { addingUp, divides, dividing, withSign } from "../explain/digits.js";
import { format, formatColumn } from "../numbers.js";

/** Decimals that a matrix may get more than others, so that what moved is seen to have moved. */
const MORE = 4;
const MOST = 15;

/**
 * With how many digits the numbers of a value are to be shown for those that moved to look other
 * than they did.
 *
 * @param {ArrayLike<NumberLike>} after  all of them
 * @param {Iterable<MovedCell>} cells
 * @param {number} digits
 */
export function digitsToSee(after, cells, digits) {
  const moved = [...cells];
  const pairs = moved.flatMap((cell) => [cell.before, cell.after]);
  const all = [...pairs, ...Array.from(after, Number)];
  for (let more = 0; more < MORE; more++) {
    const texts = formatColumn(all, digits + more).slice(0, pairs.length);
    if (moved.every((_, n) => texts[2 * n] !== texts[2 * n + 1])) return digits + more;
  }
  return digits + MORE;
}

/** How far a cell moved, as its ghost says it. @param {{ before: number, after: number }} cell @param {number} digits */
export function ghostText({ before, after }, digits) {
  return withSign(format(change(before, after), digits));
}

/** @param {number} before @param {number} after */
function change(before, after) {
  return before === after ? 0 : after - before;
}

/**
 * The loss before and after a nudge in digits that subtract to the change and divide to the slope.
 *
 * @param {number} before
 * @param {number} after
 * @param {number} by
 * @param {number} digits
 * @returns {{ before: string, after: string, change: string, by: string, slope: string }}
 */
export function lossTexts(before, after, by, digits) {
  const moved = change(before, after);
  const [above, slope] = dividing(moved, by, digits);
  const step = format(by, MOST);
  for (let more = 0; more <= MOST - digits; more++) {
    const [was, far, now] = addingUp([before, moved], after, digits + more).map(trimmed);
    if (divides(far, by, slope)) return { before: was, after: now, change: far, by: step, slope };
  }
  const [was, now] = [before, after].map((number) => format(number, digits));
  return { before: was, after: now, change: above, by: step, slope };
}

/** Without the zeros that only line a column up. @param {string} text */
function trimmed(text) {
  return text.includes("e") || !text.includes(".") ? text : text.replace(/\.?0+$/, "");
}

// @ts-check
/** @import { ElementNudged, WireCurve } from "../wire.js" */
/**
 * The loss along one number, as lines to draw: the curve, the tangent (the gradient) and the secant
 * (the nudge), each over the whole width.
 *
 * @typedef {[number, number]} Pair
 * @typedef {object} Plotted
 * @property {Pair} x  from where to where
 * @property {Pair} y
 * @property {{ x: number[], y: (number | null)[] }} curve  null: there is no finite loss
 * @property {Pair} tangent  at both ends of x
 * @property {Pair} secant
 * @property {Pair} here  the number and its loss
 * @property {Pair} there  after the nudge
 */

/** Of the height, above and below the curve. */
const MARGIN = 0.08;

/**
 * Null where there is nothing to be drawn: the loss is not finite.
 *
 * @param {WireCurve} curve
 * @param {ElementNudged} answer
 * @param {number} by
 * @returns {Plotted | null}
 */
export function plotted({ at, losses }, answer, by) {
  const [before, after, slope, gradient] = [
    ...[answer.before, answer.after, answer.slope, answer.gradient].map(Number),
  ];
  const numbers = at.map(Number);
  const finite = losses.map((loss) => (Number.isFinite(Number(loss)) ? Number(loss) : null));
  if (![before, gradient].every(Number.isFinite)) return null;
  const value = numbers[(numbers.length - 1) / 2];
  /** @type {Pair} */
  const x = [numbers[0], numbers[numbers.length - 1]];
  /** @param {number} rate @returns {Pair} */
  const line = (rate) => [before + rate * (x[0] - value), before + rate * (x[1] - value)];
  return {
    x,
    y: heightOf([...finite, Number.isFinite(after) ? after : null]),
    curve: { x: numbers, y: finite },
    ...{ tangent: line(gradient), secant: line(slope) },
    ...{ here: [value, before], there: [value + by, after] },
  };
}

/** @param {(number | null)[]} losses @returns {Pair} */
function heightOf(losses) {
  const finite = losses.filter((loss) => loss !== null);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const height = high - low;
  // A loss that does not move is a line in the middle, not the noise of its rounding.
  const margin = height > 1e-9 * Math.max(Math.abs(low), Math.abs(high))
    ? MARGIN * height
    : Math.max(1, Math.abs(high)) / 10;
  return [low - margin, high + margin];
}

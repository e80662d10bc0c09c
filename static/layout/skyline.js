// @ts-check

/**
 * The highest value so far over each stretch of a line, with updates and queries in logarithmic time.
 *
 * The stretches are fixed at the start by all the places where one may begin or end.
 */
export class Skyline {
  /** @param {number[]} places */
  constructor(places) {
    const sorted = Float64Array.from(places).sort();
    let count = 0;
    for (let i = 0; i < sorted.length; i++) {
      if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i];
    }
    this.places = sorted.subarray(0, count);
    this.size = Math.max(1, count);
    this.highest = new Float64Array(2 * this.size).fill(-Infinity);
    /** What was raised over a whole node of the tree. */
    this.whole = new Float64Array(2 * this.size).fill(-Infinity);
  }

  /**
   * Raises the line to at least `value` over [from, to).
   *
   * @param {number} from
   * @param {number} to
   * @param {number} value
   */
  raise(from, to, value) {
    const [first, end] = this.#range(from, to);
    for (let [l, r] = [first, end]; l < r; l >>= 1, r >>= 1) {
      if (l & 1) this.#lift(l++, value);
      if (r & 1) this.#lift(--r, value);
    }
    this.#settle(first);
    this.#settle(end - 1);
  }

  /**
   * The highest over [from, to).
   *
   * @param {number} from
   * @param {number} to
   */
  over(from, to) {
    const [first, end] = this.#range(from, to);
    let highest = -Infinity;
    for (let [l, r] = [first, end]; l < r; l >>= 1, r >>= 1) {
      if (l & 1) highest = Math.max(highest, this.highest[l++]);
      if (r & 1) highest = Math.max(highest, this.highest[--r]);
    }
    for (let i = first; i > 0; i >>= 1) highest = Math.max(highest, this.whole[i]);
    for (let i = end - 1; i > 0; i >>= 1) highest = Math.max(highest, this.whole[i]);
    return highest;
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  #range(from, to) {
    const first = this.#index(from);
    return [first + this.size, Math.max(this.#index(to), first + 1) + this.size];
  }

  /** @param {number} place */
  #index(place) {
    let [low, high] = [0, this.places.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.places[middle] < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * @param {number} node
   * @param {number} value
   */
  #lift(node, value) {
    this.highest[node] = Math.max(this.highest[node], value);
    this.whole[node] = Math.max(this.whole[node], value);
  }

  /** @param {number} leaf */
  #settle(leaf) {
    for (let i = leaf >> 1; i > 0; i >>= 1) {
      const below = Math.max(this.highest[2 * i], this.highest[2 * i + 1]);
      this.highest[i] = Math.max(this.whole[i], below);
    }
  }
}

// @ts-check
/** @import { GridArray, Model } from "./types.js" */
import { COVERED } from "../numbers.js";

/**
 * What a grid shows, apart from how: its numbers, and over them those that were typed and that the
 * server has not answered yet. A preview goes when the number under it changes, which is the answer.
 *
 * @param {GridArray} array
 * @param {Model["look"]} look
 * @returns {Model}
 */
export function createModel(array, look) {
  /** @type {Map<number, { number: number, over: number | null }>} */
  const previews = new Map();
  /** @param {number} flat */
  const own = (flat) =>
    model.data && flat < model.data.length && !model.covered(flat)
      ? Number(model.data[flat])
      : null;

  /** @type {Model} */
  const model = {
    shape: array.shape,
    look,
    data: null,
    thumbnail: undefined,
    failed: false,
    numbers() {
      if (!model.data || previews.size === 0) return model.data;
      const numbers = Array.from(model.data);
      for (const [flat, { number }] of previews) numbers[flat] = number;
      return numbers;
    },
    covered: (flat) => model.data?.[flat] === COVERED,
    at: (flat) => previews.get(flat)?.number ?? own(flat),
    show(next, nextLook) {
      model.shape = next.shape;
      model.look = nextLook;
      model.data = nextLook.state === "value" ? (next.data ?? null) : null;
      model.thumbnail = nextLook.state === "value" ? next.thumbnail : undefined;
      model.failed = false;
      for (const [flat, { over }] of previews) {
        if (model.data && !Object.is(own(flat), over)) previews.delete(flat);
      }
    },
    preview(flat, number) {
      const over = previews.get(flat)?.over ?? own(flat);
      if (Object.is(number, over)) previews.delete(flat);
      else previews.set(flat, { number, over });
    },
    settle(flat) {
      if (flat === undefined) previews.clear();
      else previews.delete(flat);
    },
  };
  model.show(array, look);
  return model;
}

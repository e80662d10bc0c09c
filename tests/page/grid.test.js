// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { flatOf, geometryOf, indexOf, moved } from "../../static/grid/geometry.js";
import { heatRaster, imageRaster, pixelSize } from "../../static/grid/rasters.js";
import { columnTexts, indexText, lazyTexts, matrixTexts } from "../../static/grid/texts.js";
import { createModel } from "../../static/grid/model.js";
import { cellWords, rangeWords } from "../../static/grid/words.js";

/** @param {number} flat @param {string} key @param {number[]} shape @param {boolean} [ctrlKey] */
function to(flat, key, shape, ctrlKey = false) {
  return moved(flat, { key, ctrlKey }, geometryOf(shape));
}

test("an array is rows of numbers: a scalar one, a vector one row, more dimensions blocks", () => {
  /** @param {number[]} shape */
  const sizes = (shape) => {
    const { size, rows, cols, blockRows } = geometryOf(shape);
    return [size, rows, cols, blockRows];
  };
  assert.deepEqual(sizes([]), [1, 1, 1, 1]);
  assert.deepEqual(sizes([3]), [3, 1, 3, 1]);
  assert.deepEqual(sizes([2, 3]), [6, 2, 3, 2]);
  assert.deepEqual(sizes([4, 2, 3]), [24, 8, 3, 2]);
});

test("an index and a place in the flat data are the same cell", () => {
  for (const shape of [[], [5], [2, 3], [2, 3, 4]]) {
    for (let flat = 0; flat < geometryOf(shape).size; flat++) {
      assert.equal(flatOf(indexOf(flat, shape), shape), flat);
    }
  }
  assert.deepEqual(indexOf(5, [2, 3]), [1, 2]);
});

test("an index outside the array is no cell", () => {
  assert.equal(flatOf([2, 0], [2, 3]), null);
  assert.equal(flatOf([0, -1], [2, 3]), null);
  assert.equal(flatOf([0], [2, 3]), null);
});

test("arrows move by one cell and stop at the edge", () => {
  const shape = [2, 3];
  assert.deepEqual(["ArrowRight", "ArrowDown"].map((key) => to(0, key, shape)), [1, 3]);
  assert.deepEqual(["ArrowLeft", "ArrowUp"].map((key) => to(0, key, shape)), [0, 0]);
  assert.deepEqual(["ArrowRight", "ArrowDown"].map((key) => to(5, key, shape)), [5, 5]);
  assert.equal(to(0, "a", shape), null);
});

test("Home and End go to the ends of the row, with Ctrl to those of the array", () => {
  assert.deepEqual(["Home", "End"].map((key) => to(4, key, [3, 3])), [3, 5]);
  assert.deepEqual(["Home", "End"].map((key) => to(4, key, [3, 3], true)), [0, 8]);
});

test("the page keys go by a block where there are blocks", () => {
  assert.equal(to(1, "PageDown", [3, 2, 2]), 5);
  assert.equal(to(1, "PageDown", [30, 2]), 21);
});

test("numbers and pixels of a heat map are in the same order", () => {
  const raster = heatRaster(geometryOf([4, 6]));
  assert.deepEqual([raster.width, raster.height], [6, 4]);
  for (let flat = 0; flat < 24; flat++) {
    const [x, y] = raster.place(flat);
    assert.equal(raster.at(x, y), flat);
  }
  assert.deepEqual([raster.at(-1, 0), raster.at(6, 0), raster.at(0, 4)], [null, null, null]);
});

test("each row is an image, with a gap between images that is no number", () => {
  const raster = imageRaster(geometryOf([3, 6]), { height: 2, width: 3 });
  assert.deepEqual([raster.width, raster.height], [11, 2]);
  assert.deepEqual(raster.place(7), [5, 0]);
  assert.equal(raster.at(3, 0), null);
  for (let flat = 0; flat < 18; flat++) assert.equal(raster.at(...raster.place(flat)), flat);
});

test("an arrow steps over the gap between two images", () => {
  const raster = imageRaster(geometryOf([3, 6]), { height: 2, width: 3 });
  assert.equal(raster.move(2, { key: "ArrowRight", ctrlKey: false }), 6);
  assert.equal(raster.move(0, { key: "ArrowLeft", ctrlKey: false }), 0);
});

test("pixels take the room there is and are not squeezed out of shape", () => {
  assert.deepEqual(pixelSize({ width: 10, height: 10 }, { width: 400, height: 400 }, 16), [16, 16]);
  assert.deepEqual(pixelSize({ width: 10, height: 100 }, { width: 400, height: 200 }, 16), [6, 2]);
});

test("decimal points of a column stand under each other, and an exact zero by itself", () => {
  assert.deepEqual(columnTexts([1, -0.5, 0, 12.25], 3), [" 1.0", "−0.5", "0", "12.3"]);
  assert.deepEqual(columnTexts([1, -4, 0], 3), [" 1", "−4", " 0"]);
});

test("what has no decimal point pads nothing", () => {
  assert.deepEqual(columnTexts(["NaN", -1e-9, 0.5], 3), ["NaN", "−1e−9", "0.5"]);
  assert.deepEqual(columnTexts([], 3), []);
});

test("the numbers of a small array have as many decimals, those of a large one by column", () => {
  const numbers = [1, 0.25, -3, 0.5];
  const geometry = geometryOf([2, 2]);
  assert.deepEqual(matrixTexts(numbers, geometry, 3), [" 1.00", "0.25", "−3.00", "0.50"]);
  const textAt = lazyTexts(modelOf([2, 2], numbers), geometry, 3);
  assert.deepEqual([0, 1, 2, 3].map(textAt), [" 1", "0.25", "−3", "0.50"]);
});

test("an index is written as in a program, and that of a scalar not at all", () => {
  assert.deepEqual([[], [3], [0, 1]].map(indexText), ["", "[3]", "[0, 1]"]);
});

/** @param {number[]} shape @param {(number | string)[]} data */
function modelOf(shape, data) {
  return createModel({ shape, data }, { state: "value" });
}

const OPTIONS = {
  of: /** @type {const} */ ("value"),
  name: "W",
  label: "W",
  digits: () => 3,
  maxAbs: () => 1,
  theme: () => /** @type {const} */ ("light"),
};

test("a typed number shows until the number under it changes", () => {
  const model = modelOf([2], [1, 2]);
  model.preview(0, 5);
  model.show({ shape: [2], data: [1, 7] }, { state: "value" });
  assert.deepEqual([model.at(0), model.at(1)], [5, 7]);
  model.show({ shape: [2], data: [5.5, 7] }, { state: "value" });
  assert.equal(model.at(0), 5.5);
});

test("a typed number that is the array's own is no preview", () => {
  const model = modelOf([2], [1, 2]);
  model.preview(0, 5);
  model.preview(0, 1);
  model.show({ shape: [2], data: [1, 2] }, { state: "value" });
  assert.equal(model.at(0), 1);
});

test("what was typed is forgotten for one number, or for all", () => {
  const model = modelOf([2], [1, 2]);
  model.preview(0, 5);
  model.preview(1, 6);
  model.settle(0);
  assert.deepEqual([model.at(0), model.at(1)], [1, 6]);
  model.settle();
  assert.equal(model.at(1), 2);
});

test("what is not reached has no numbers, and a zero is one", () => {
  const zero = { shape: [], data: [0] };
  assert.equal(createModel(zero, { state: "unreached" }).at(0), null);
  assert.equal(createModel(zero, { state: "nopath" }).at(0), null);
  assert.equal(createModel(zero, { state: "value" }).at(0), 0);
});

test("a cell is said with its index and every digit", () => {
  const model = modelOf([1, 2], [0.1, -1 / 3]);
  assert.equal(cellWords(model, OPTIONS, 1), "W[0, 1] = −0.3333333333333333");
  model.show({ shape: [1, 2], data: [] }, { state: "unreached" });
  assert.equal(cellWords(model, OPTIONS, 1), "W[0, 1] not reached yet");
});

test("an array is said by its least and its largest number", () => {
  assert.equal(rangeWords(modelOf([3], [0.5, -2, "NaN"]), OPTIONS), "−2.0 to 0.5");
  assert.equal(rangeWords(modelOf([1], ["NaN"]), OPTIONS), "NaN to NaN");
});

// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import {
  addingUp,
  dividing,
  multiplyingTo,
  numberIn,
  quotient,
  sumOfProducts,
} from "../../static/explain/digits.js";
import { explain } from "../../static/explain/index.js";
import { sizeOf } from "../../static/explain/whole/panel.js";
import { indexOf } from "../../static/grid/geometry.js";
import { everyRun } from "./lessons.js";

/** Whether shown factors multiply to a shown product, to its last decimal. @param {string[]} factors @param {string} product */
function multiply(factors, product) {
  const [mantissa, exponent = "0"] = product.split("e");
  const decimals = (mantissa.split(".")[1]?.length ?? 0) - numberIn(exponent);
  const exact = factors.map(numberIn).reduce((one, other) => one * other, 1);
  return Math.abs(exact - numberIn(product)) <= 0.5000001 * 10 ** -decimals;
}

test("a product is shown whole, or with the digits that were asked for", () => {
  const { factors, products } = sumOfProducts(
    [{ factors: [0.0578, -1], product: -0.0578 }, { factors: [2, 0.5], product: 1 }],
    0.9422,
    3,
  );
  assert.deepEqual(factors[0], ["0.0578", "−1"]);
  assert.equal(products[0], "−0.0578");
});

test("a column of small numbers is told in one power of ten, and adds up", () => {
  const lines = [
    { factors: [-0.00131, -0.0431], product: 0.00131 * 0.0431 },
    { factors: [0.00315, -0.1005], product: -0.00315 * 0.1005 },
  ];
  const sum = lines[0].product + lines[1].product;
  const { products, sum: total } = sumOfProducts(lines, sum, 3);
  assert.ok([...products, total].every((text) => text.endsWith("e−4")), products.join(" "));
  const [one, other, all] = [...products, total].map(numberIn);
  assert.ok(Math.abs(one + other - all) < 1e-15);
});

test("what is folded is what the shown terms leave of the shown sum", () => {
  const terms = Array.from({ length: 8 }, (_, n) => Math.sin(n + 1));
  const lines = [
    ...terms.map((product) => ({ factors: [product], product })),
    { factors: [], product: 0.4321 },
  ];
  const sum = terms.reduce((all, one) => all + one, 0.4321);
  const shown = sumOfProducts(lines, sum, 3);
  assert.ok(shown.sum.length <= 6, shown.sum);
  const rest = numberIn(shown.products[8]);
  assert.ok(Math.abs(rest - 0.4321) < 0.005);
  const others = shown.products.slice(0, 8).map(numberIn).reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(others + rest - numberIn(shown.sum)) < 1e-9);
});

test("the digits of every gradient of every lesson multiply and add up as they are shown", () => {
  for (const { lesson, closed: run } of everyRun()) {
    for (const { id, shape, role } of run.graph.nodes.values()) {
      if (role === "target") continue;
      for (let place = 0; place < sizeOf({ shape }); place++) {
        const found = explain(run, { of: "gradient", name: id, index: indexOf(place, shape) });
        if (!found || found instanceof Promise) continue;
        const lines = found.roads.flatMap((road) =>
          Array.from(road.products, (product, n) => ({
            factors: road.factors(n).map(({ value }) => value),
            product,
          }))
        );
        const shown = sumOfProducts(lines, found.value, 3);
        const said = `${lesson} ${id} ${place}: ${JSON.stringify(shown)}`;
        lines.forEach((_, n) => assert.ok(multiply(shown.factors[n], shown.products[n]), said));
        const sum = shown.products.map(numberIn).reduce((one, other) => one + other, 0);
        assert.ok(Math.abs(sum - numberIn(shown.sum)) < 1e-9, said);
      }
    }
  }
});

test("what is shown of a change divides to what is shown of the slope", () => {
  assert.equal(quotient("0.2", 0.1, 2, 3), "2");
  assert.equal(quotient("0.02195", 0.1, 0.219497, 3), "0.2195");
  assert.equal(quotient("0.111", 0.3, 0.37037, 3), "0.37");
});

test("what is not finite is shown as it is", () => {
  const { products, sum } = sumOfProducts([{ factors: [Infinity, 1], product: Infinity }], NaN, 3);
  assert.deepEqual([products[0], sum], ["∞", "NaN"]);
});

test("what is shown adds up, multiplies and divides", () => {
  assert.deepEqual(addingUp([1, 4, -3], 2, 3).map((text) => text.trim()), ["1", "4", "−3", "2"]);
  const [a, b] = multiplyingTo([-0.1174, -0.5], "0.0587", 3);
  assert.ok(multiply([a, b], "0.0587"));
  assert.deepEqual(dividing(0.2, 0.1, 3), ["0.2", "2"]);
});

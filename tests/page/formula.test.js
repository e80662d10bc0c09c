// @ts-check
/** @import { Env } from "../../static/formula/types.js" */
import assert from "node:assert/strict";
import test from "node:test";
import {
  FormulaError,
  operandsInOrder,
  renderFormula,
  renderShapes,
} from "../../static/formula/index.js";
import { everyElement, installDocument, outline } from "./fake_dom.js";

installDocument();

/** @type {Record<string, [string, number[]]>} */
const NAMES = {
  a: ["X", [4, 3]],
  b: ["W1", [3, 2]],
  y: ["y.dot", [4, 2]],
  s: ["apple_price", []],
};

/** @type {Env} */
const env = {
  value: (slot) => (slot === "half" ? { literal: -0.5 } : named(slot)),
  gradient: named,
  kept: (name) => ({ name, node: "A1", shape: [4, 3] }),
  lossName: "L",
};

/** @param {string} slot */
function named(slot) {
  const [name, shape] = NAMES[slot];
  return { name, node: name, shape };
}

/** @param {string} tex @param {string[]} [shown] */
function rendered(tex, shown) {
  const element = renderFormula(tex, env);
  const inner = outline(everyElement(element)[1], shown);
  return inner;
}

/** @param {string} tex */
function operandElements(tex) {
  return everyElement(renderFormula(tex, env)).filter((e) => e.getAttribute("data-operand"));
}

test("a matrix product is written with this network's names", () => {
  assert.equal(
    rendered("\\v{a} \\cdot \\v{b}", ["data-operand", "data-node"]),
    'mrow(mi[data-operand=value][data-node=X]("X") mo("·") ' +
      'msub[data-operand=value][data-node=W1](mi("W") mn("1")))',
  );
});

test("a gradient is a fraction of the loss, and its transpose stands in brackets", () => {
  assert.equal(
    rendered("\\d{b}"),
    'mfrac(mrow(mi("∂") mi("L")) mrow(mi("∂") msub(mi("W") mn("1"))))',
  );
  assert.match(rendered("\\d{b}^{\\mathsf T}"), /^msup\(mrow\(mo\("\("\) mfrac.*mi\("T"\)\)$/);
  assert.match(
    rendered("\\d{b}_{ij}"),
    /mrow\(mi\("∂"\) msub\(mi\("W"\) mrow\(mn\("1"\) mo\(","\)/,
  );
});

test("a transposed operand is one element with its mark", () => {
  const [element] = operandElements("\\v{b}^\\top");
  assert.equal(outline(element), 'msubsup(mi("W") mn("1") mi("T"))');
  assert.equal(element.getAttribute("data-transposed"), "true");
  assert.equal(element.getAttribute("class"), "operand");
});

test("a name of several letters stands upright, a single letter in italics", () => {
  assert.equal(rendered("\\v{s}", ["mathvariant"]), 'mi[mathvariant=normal]("apple_price")');
  assert.equal(rendered("\\v{y}", ["mathvariant"]), 'mi[mathvariant=normal]("y.dot")');
  assert.equal(rendered("\\v{a}", ["mathvariant"]), 'mi("X")');
});

test("a number of the program is written out and is no operand to point at", () => {
  assert.deepEqual(operandElements("\\v{half}"), []);
  assert.equal(
    rendered("\\v{a} \\cdot \\v{half}"),
    'mrow(mi("X") mo("·") mrow(mo("(") mn("−0.5") mo(")")))',
  );
  assert.equal(rendered("\\v{a}^{\\v{half}}"), 'msup(mi("X") mn("−0.5"))');
});

test("operands are reached with the keyboard only if the page says so", () => {
  assert.equal(operandElements("\\v{b}")[0].getAttribute("tabindex"), null);
  const element = renderFormula("\\d{b}^\\top", { ...env, focusable: true });
  const [operand] = everyElement(element).filter((e) => e.getAttribute("data-operand"));
  assert.equal(operand.getAttribute("tabindex"), "0");
  assert.equal(operand.getAttribute("aria-label"), "∂L/∂W1ᵀ");
});

test("every part of the subset is drawn", () => {
  const formulas = [
    "a = b + c - d * e / f, g; h ! [0] | < >",
    "\\odot \\times \\otimes \\circ \\ge \\le \\ne \\approx \\to \\infty \\dots",
    "\\frac{1}{2} \\tfrac12 \\sqrt{x} \\sqrt[3]{x} x^2_i x_i^{2} x'",
    "\\sum_{i=1}^{N} x_i \\prod_k x \\max_{j} x \\min(a, b)",
    "\\exp(x) \\log x \\ln x \\sin x \\cos x \\tanh x \\sigma(x)",
    "\\mathrm{sign}(x) \\text{if it is} \\operatorname{softmax}(x) \\operatorname*{arg\\,max}_j x",
    "\\left( \\frac{a}{b} \\right)^2 \\left[ a \\right] \\left| a \\right| \\left. a \\right)",
    "\\begin{cases} \\d{y} & \\v{a} > 0 \\\\ 0 & \\text{otherwise} \\end{cases}",
    "\\mathbb{1}[\\v{a} > 0] \\mathbf{x} \\lvert x \\rvert \\quad \\, \\; \\partial \\mathsf{T} \\top",
    "\\k{mask} \\odot \\d{y}",
    "\\{ a \\}",
    "",
  ];
  for (const tex of formulas) {
    assert.equal(everyElement(renderFormula(tex, env))[0].localName, "math");
  }
});

test("brackets pair up and grow with what they hold", () => {
  assert.match(rendered("(1 - \\v{a})", ["stretchy"]), /^mrow\(mo\[stretchy=false\]\("\("\) mrow/);
  assert.match(rendered("(1 - \\d{a})", ["stretchy"]), /^mrow\(mo\[stretchy=true\]\("\("\) mrow/);
  assert.match(rendered("(a + b)^2"), /^msup\(mrow\(mo\("\("\) mrow/);
  assert.equal(rendered("[0, 1)"), 'mrow(mo("[") mrow(mn("0") mo(",") mn("1")) mo(")"))');
  assert.equal(rendered("a)"), 'mrow(mi("a") mo(")"))');
});

test("limits stand below a sum and beside a letter", () => {
  assert.equal(rendered("\\sum_i x"), 'mrow(munder(mo("∑") mi("i")) mi("x"))');
  assert.equal(rendered("x_i"), 'msub(mi("x") mi("i"))');
  assert.match(rendered("\\operatorname*{arg\\,max}_j"), /^munder\(mi\("arg\u2009max"\)/);
});

test("an unknown command is refused with its name and place", () => {
  const cases = /** @type {[string, RegExp, number][]} */ ([
    ["a + \\foo b", /unknown command \\foo at 4/, 4],
    ["\\constructor", /unknown command \\constructor/, 0],
    ["\\begin{matrix} a \\end{matrix}", /unknown environment matrix/, 6],
    ["{a", /unexpected end/, 2],
    ["a}", /unexpected }/, 1],
    ["a & b", /unexpected &/, 2],
    ["\\left( a", /unexpected end/, 8],
    ["x^2^3", /unexpected \^/, 3],
    ["\\frac{1}", /unexpected end/, 8],
    ["a # b", /unknown character #/, 2],
    ["\\v a", /unexpected a/, 3],
  ]);
  for (const [tex, message, at] of cases) {
    assert.throws(() => operandsInOrder(tex), (error) => {
      assert.ok(error instanceof FormulaError, tex);
      assert.match(error.message, message);
      assert.equal(error.at, at, tex);
      return true;
    });
  }
});

test("a formula is repeated in shapes, a transposed operand with its shape turned", () => {
  const cases = {
    "\\v{y} = \\v{a} \\cdot \\v{b}": "(4, 2) = (4, 3) · (3, 2)",
    "\\d{a} = \\d{y} \\cdot \\v{b}^{\\mathsf T}": "(4, 3) = (4, 2) · (2, 3)",
    "\\left(\\v{b}\\right)^\\top": "(2, 3)",
    "\\d{y} \\odot \\v{y} \\odot (1 - \\v{y})": "(4, 2) ⊙ (4, 2) ⊙ (4, 2)",
    "-\\v{a}": "(4, 3)",
    "2 \\cdot \\v{a} + 1": "(4, 3)",
    "\\d{s} = \\sum_n \\d{y}": "() = ∑ (4, 2)",
    "\\frac{\\d{y}}{\\v{y}}": "(4, 2) / (4, 2)",
    "\\frac{1}{N} (\\v{y} - \\v{y})": "(4, 2) − (4, 2)",
    "\\exp(\\v{a})": "(4, 3)",
    "\\max(\\v{a}, \\v{b})": "max [(4, 3), (3, 2)]",
    "\\begin{cases} \\d{y} & \\v{a} > 0 \\\\ 0 & \\text{otherwise} \\end{cases}": "(4, 2)",
    "\\v{a}^{\\v{b}}": "(4, 3) ^ (3, 2)",
    "\\v{a} \\cdot (\\v{b} + \\v{y})": "(4, 3) · [(3, 2) + (4, 2)]",
    "\\v{a} \\cdot \\v{half}": "(4, 3)",
    "\\d{y} \\odot \\k{mask}": "(4, 2) ⊙ (4, 3)",
    "x + 1": "",
  };
  for (const [tex, shapes] of Object.entries(cases)) {
    assert.equal(renderShapes(tex, env), shapes, tex);
  }
});

test("operands are listed from left to right, with what is done to them", () => {
  assert.deepEqual(
    operandsInOrder("\\frac{\\d{y}}{\\v{a}} \\cdot \\v{b}^{\\mathsf{T}} \\odot \\k{mask}"),
    [
      { kind: "gradient", slot: "y", transposed: false },
      { kind: "value", slot: "a", transposed: false },
      { kind: "value", slot: "b", transposed: true },
      { kind: "kept", slot: "mask", transposed: false },
    ],
  );
});

test("the words of a formula can be those of another language", () => {
  const element = renderFormula("\\text{otherwise}", { ...env, words: (text) => `«${text}»` });
  assert.equal(everyElement(element)[1].textContent, "«otherwise»");
});

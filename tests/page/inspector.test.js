// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { equationOf } from "../../static/inspector/equation.js";
import { originOf, transposed } from "../../static/inspector/transpose.js";

/** @param {string} tex */
function line(tex) {
  const { terms, exact } = equationOf(tex);
  const text = terms.map(({ before, operand, after }) => {
    const name = `${operand.kind[0]}:${operand.slot}${operand.transposed ? "T" : ""}`;
    return [before, `[${name}]`, after].filter(Boolean).join(" ");
  }).join(" ");
  return exact ? text : `list ${text}`;
}

test("a formula becomes a line of matrices with its signs between them", () => {
  const cases = {
    "\\v{out} = \\v{a} \\cdot \\v{b}": "[v:a] · [v:b]",
    "\\d{a} = \\d{out} \\cdot \\v{b}^{\\mathsf T}": "[g:out] · [v:bT]",
    "\\v{out} = -\\v{a}": "− [v:a]",
    "\\v{out} = \\exp(\\v{a})": "exp ( [v:a] )",
    "\\d{b} = -\\d{out} \\odot \\frac{\\v{out}}{\\v{b}}": "− [g:out] ⊙ [v:out] / [v:b]",
    "\\d{a} = \\d{out} \\odot (1 - \\v{out}^2)": "[g:out] ⊙ (1 − [v:out] ²)",
    "\\d{a} = \\d{out} \\odot \\v{b} \\odot \\v{a}^{\\v{b} - 1}":
      "[g:out] ⊙ [v:b] ⊙ [v:a] ^ ( [v:b] − 1)",
    "\\d{a} = \\frac{1}{N} (\\k{y} - \\k{t})": "1 / N( [k:y] − [k:t] )",
    "\\d{a} = \\frac{\\d{out}}{2 \\v{out}}": "[g:out] / (2 [v:out] )",
    "\\d{a} = \\sum_{\\text{copies}} \\d{out}": "∑ [g:out]",
    "\\d{a} = \\d{out} \\, \\v{b}": "[g:out] [v:b]",
    "\\v{out} = |\\v{a}|": "| [v:a] |",
    "\\v{out} = \\sqrt{\\v{a}}": "√( [v:a] )",
    "\\v{a}": "[v:a]",
  };
  for (const [tex, expected] of Object.entries(cases)) assert.equal(line(tex), expected, tex);
});

test("a formula that is no line of matrices gives its operands, each once", () => {
  const cases = {
    "\\d{a} = \\begin{cases} \\d{out} & \\v{a} > 0 \\\\ 0 & \\v{a} \\le 0 \\end{cases}":
      "list [g:out] [v:a]",
    "\\v{out} = -\\sum_k \\v{t}_k \\ln \\v{y}_k": "list [v:t] [v:y]",
    "\\v{out} = 3": "list ",
  };
  for (const [tex, expected] of Object.entries(cases)) assert.equal(line(tex), expected, tex);
});

test("a transposed array knows where each of its numbers comes from", () => {
  const array = { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] };
  assert.deepEqual(transposed(array), { shape: [3, 2], data: [1, 4, 2, 5, 3, 6] });
  assert.deepEqual([0, 1, 2, 3, 4, 5].map((flat) => originOf(flat, [2, 3])), [0, 3, 1, 4, 2, 5]);
});

test("a transposed vector is drawn as a column, and all axes turn where there are more", () => {
  assert.deepEqual(transposed({ shape: [2], data: [7, 8] }), { shape: [2, 1], data: [7, 8] });
  const cube = { shape: [1, 2, 2], data: [1, 2, 3, 4] };
  assert.deepEqual(transposed(cube), { shape: [2, 2, 1], data: [1, 3, 2, 4] });
});

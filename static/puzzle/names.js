// @ts-check
/** @import { Candidate, Part, Problem } from "./types.js" */
import { lossName } from "../select.js";

const TURNED = { given: "", transposed: "ᵀ", inverse: "⁻¹" };

/** @param {Problem} problem @param {string} node */
export function slopeName({ run }, node) {
  return `∂${lossName(run)}/∂${node}`;
}

/** @param {Problem} problem @param {Part} part */
export function partName(problem, { of, node, turn }) {
  const name = of === "gradient" ? slopeName(problem, node) : node;
  const bracketed = of === "gradient" && turn !== "given" ? `(${name})` : name;
  return bracketed + TURNED[turn];
}

/** @param {Problem} problem @param {Candidate} candidate */
export function candidateName(problem, { parts }) {
  return parts.map((part) => partName(problem, part)).join(" · ");
}

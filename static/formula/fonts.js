// @ts-check
import { math } from "./elements.js";

/** @type {boolean | null} */
let stretches = null;

/**
 * Whether the page's font for formulas can stretch a bracket. A system without a mathematical font
 * cannot, and the style sheet then does it instead. Measured once.
 */
export function fontStretches() {
  stretches ??= measure();
  return stretches;
}

function measure() {
  if (!document.body) return true;
  const bracket = math("mo", { stretchy: "true", form: "prefix" }, "(");
  const tall = math("mspace", { height: "60px", depth: "60px", width: "1px" });
  const probe = math("math", { class: "formula", style: "position:absolute;visibility:hidden" });
  probe.append(math("mrow", {}, bracket, tall));
  document.body.append(probe);
  const height = bracket.getBoundingClientRect().height;
  probe.remove();
  return height > 90;
}

// @ts-check
import { h } from "../dom.js";

/** A change, over the cell that it happens to. @param {string} text */
export function ghost(text) {
  return h("span", { class: "stage__ghost" }, text);
}

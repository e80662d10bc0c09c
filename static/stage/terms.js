// @ts-check
/** @import { Factor, Ref } from "../explain/types.js" */
/** @import { CellRef, Store } from "../types.js" */
import { h } from "../dom.js";
import { MINUS } from "../numbers.js";
import { cellLink } from "./matrix.js";

/** What a kept array holds has no explanation of its own. @param {Ref | null} ref @returns {CellRef | null} */
export function linkOf(ref) {
  if (!ref || ref.of === "kept") return null;
  return { of: ref.of, name: ref.name, index: ref.index };
}

/**
 * A factor by its name, each cell in it a link.
 *
 * @param {Store} store
 * @param {Factor} factor
 */
export function factorName(store, { pieces }) {
  return h(
    "span",
    { class: "stage__factor" },
    ...pieces.map(({ text, ref }) => cellLink(store, text, linkOf(ref))),
  );
}

/** A negative number in a product stands in brackets. @param {string} text */
export function bracketedNumber(text) {
  return text.startsWith(MINUS) ? `(${text})` : text;
}

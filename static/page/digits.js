// @ts-check
/** @import { Store } from "../types.js" */
import { keep, kept } from "./keep.js";

const KEY = "whygrad.digits";

/** How many significant digits a number may be shown with. */
export const DIGITS = [2, 3, 4, 5, 6];

const FIRST = 3;

/** The choice of an earlier visit. */
export function savedDigits() {
  const saved = Number(kept("localStorage", KEY));
  return DIGITS.includes(saved) ? saved : FIRST;
}

/** Keeps the choice. @param {Store} store */
export function rememberDigits(store) {
  store.subscribe((state, before) => {
    if (state.digits !== before.digits) keep("localStorage", KEY, String(state.digits));
  });
}

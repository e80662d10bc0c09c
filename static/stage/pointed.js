// @ts-check
/** @import { Ref } from "../explain/types.js" */

/**
 * While a line is pointed at, or something in it has the focus, the cells it is made of stand out
 * in the matrices beside it.
 *
 * @param {HTMLElement} line
 * @param {readonly (Ref | null)[]} refs
 */
export function pointing(line, refs) {
  const cells = refs.filter((ref) => ref !== null);
  for (const type of ["pointerenter", "focusin"]) {
    line.addEventListener(type, () => mark(line, cells, true));
  }
  for (const type of ["pointerleave", "focusout"]) {
    line.addEventListener(type, () => mark(line, cells, false));
  }
}

/** @param {HTMLElement} line @param {Ref[]} cells @param {boolean} on */
function mark(line, cells, on) {
  const picture = line.closest(".stage__content");
  for (const { of, name, index } of cells) {
    const place = `[data-index="${index.join(",")}"]`;
    const found = picture?.querySelector(
      `[data-of="${of}"][data-name=${JSON.stringify(name)}]${place}`,
    );
    found?.classList.toggle("stage__pointed", on);
  }
}

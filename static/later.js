// @ts-check
/** @import { Store } from "./types.js" */
import { mount as mountExplain } from "./views/explain.js";
import { mount as mountInspector } from "./views/inspector.js";
import { mount as mountPuzzle } from "./views/puzzle.js";

/**
 * The views that a person opens. The first picture does not wait for their modules; what was opened
 * meanwhile is drawn when they are there.
 *
 * @param {(id: string) => HTMLElement} root
 * @param {Store} store
 */
export function mountLater(root, store) {
  mountInspector(root("inspector"), store);
  mountExplain(root("explain"), store);
  mountPuzzle(root("puzzle"), [root("graph"), root("column-right")], store);
}

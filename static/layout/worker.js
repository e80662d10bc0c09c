// @ts-check
/** @import { LayoutInput } from "./types.js" */
import { layout } from "./index.js";

/**
 * The scope of a worker, as far as it is used here.
 *
 * @type {{ postMessage(message: unknown): void }}
 */
const scope = /** @type {any} */ (self);

/**
 * A module worker: takes `{ id, input }`, answers `{ id, layout }`, or `{ id, error }`.
 */
self.addEventListener("message", (event) => {
  const { id, input } =
    /** @type {MessageEvent<{ id: number, input: LayoutInput }>} */ (event).data;
  try {
    scope.postMessage({ id, layout: layout(input) });
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
});

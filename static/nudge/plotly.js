// @ts-check
/**
 * As much of Plotly as is used.
 *
 * @typedef {object} Plotly
 * @property {(element: HTMLElement, data: object[], layout: object, config: object) =>
 *   Promise<unknown>} react
 * @property {(element: HTMLElement) => void} purge
 */

/** The server has the file from the plotly package; it lies beside the page's own. */
const FILE = "../plotly.min.js";

/** @type {Promise<Plotly> | null} */
let loading = null;

/** Plotly, loaded when it is first asked for; a load that failed is tried again by the next. */
export function plotly() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

/** @returns {Promise<Plotly>} */
function load() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL(FILE, import.meta.url).href;
    script.onload = () => resolve(/** @type {any} */ (globalThis).Plotly);
    script.onerror = () => reject(new Error(`${FILE}: not loaded`));
    document.head.append(script);
  });
}

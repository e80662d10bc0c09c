// @ts-check
/** @import { Layout, LayoutInput } from "./types.js" */

/**
 * @typedef {{ resolve: (layout: Layout) => void, reject: (error: Error) => void, input: LayoutInput }} Waiting
 * @typedef {{ id: number, layout?: Layout, error?: string }} Answer
 */

/** @type {Map<number, Waiting>} */
const waiting = new Map();
/** @type {Worker | null | undefined} */
let worker;
let count = 0;

/**
 * Lays a graph out in a worker, or on the spot where there are no workers.
 *
 * Requests are answered in their order; which answer still counts is for the caller to say.
 *
 * @param {LayoutInput} input
 * @returns {Promise<Layout>}
 */
export function layoutInWorker(input) {
  startWorker();
  if (!worker) return layoutHere(input);
  const id = ++count;
  const answer = /** @type {Promise<Layout>} */ (new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject, input });
  }));
  worker.postMessage({ id, input });
  return answer;
}

/** Has a worker load its modules, once; a page that will need it does so early. */
export function startWorker() {
  if (worker === undefined) worker = newWorker();
}

function newWorker() {
  if (typeof Worker === "undefined") return null;
  try {
    const made = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    made.addEventListener("message", (event) => settle(event.data));
    made.addEventListener("error", giveUp);
    return made;
  } catch {
    return null;
  }
}

/** @param {Answer} answer */
function settle({ id, layout, error }) {
  const request = waiting.get(id);
  waiting.delete(id);
  if (layout) request?.resolve(layout);
  else request?.reject(new Error(error));
}

/** The worker could not be loaded: answers all that wait, and all that comes, without it. */
function giveUp() {
  worker?.terminate();
  worker = null;
  for (const { input, resolve, reject } of waiting.values()) {
    layoutHere(input).then(resolve, reject);
  }
  waiting.clear();
}

/**
 * @param {LayoutInput} input
 * @returns {Promise<Layout>}
 */
async function layoutHere(input) {
  const { layout } = await import("./index.js");
  return layout(input);
}

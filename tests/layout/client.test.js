// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { layout } from "../../static/layout/index.js";
import * as graphs from "./graphs.js";

/** A fresh client each time: it remembers its worker. */
let count = 0;
async function client() {
  const module = await import(`../../static/layout/client.js?${count++}`);
  return /** @type {typeof import("../../static/layout/client.js")} */ (module);
}

/**
 * @param {unknown} replacement
 * @param {() => Promise<void>} body
 */
async function withWorker(replacement, body) {
  const original = globalThis.Worker;
  Object.assign(globalThis, { Worker: replacement });
  try {
    await body();
  } finally {
    Object.assign(globalThis, { Worker: original });
  }
}

test("a worker gives the layout the page would have made itself", async () => {
  /** @type {Worker[]} */
  const started = [];
  const original = globalThis.Worker;
  class Watched extends original {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      started.push(this);
    }
  }
  await withWorker(Watched, async () => {
    const { layoutInWorker } = await client();
    const input = graphs.expandedNet();
    const [first, second] = await Promise.all([
      layoutInWorker(input),
      layoutInWorker(graphs.lone()),
    ]);
    assert.deepEqual(first, layout(input));
    assert.deepEqual(second, layout(graphs.lone()));
  });
  assert.equal(started.length, 1);
  for (const worker of started) worker.terminate();
});

test("a graph the worker refuses is an error for the caller", async () => {
  /** @type {Worker[]} */
  const started = [];
  const original = globalThis.Worker;
  class Watched extends original {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      started.push(this);
    }
  }
  await withWorker(Watched, async () => {
    const { layoutInWorker } = await client();
    const cycle = graphs.graph({ p: ["exp", "q"], q: ["log", "p"] });
    await assert.rejects(layoutInWorker(cycle), /cycle/);
  });
  for (const worker of started) worker.terminate();
});

test("where there are no workers the layout is made on the spot", async () => {
  await withWorker(undefined, async () => {
    const { layoutInWorker } = await client();
    assert.deepEqual(await layoutInWorker(graphs.branch()), layout(graphs.branch()));
  });
});

test("where a worker cannot start what waits for it is laid out on the spot", async () => {
  class Broken extends EventTarget {
    postMessage() {
      setTimeout(() => this.dispatchEvent(new Event("error")), 0);
    }
    terminate() {}
  }
  await withWorker(Broken, async () => {
    const { layoutInWorker } = await client();
    assert.deepEqual(await layoutInWorker(graphs.branch()), layout(graphs.branch()));
    assert.deepEqual(await layoutInWorker(graphs.lone()), layout(graphs.lone()));
  });
});

// @ts-check
/**
 * Runs in the measured page, before its own scripts: finds out when the frame ended that shows
 * what a key or a click did.
 *
 * From the key, or the button of the mouse, on it counts frames. A frame ends when the browser has handed its picture on: a
 * message that is posted as the frame begins is heard right after. Whatever changes a number or a
 * state in the page belongs to the frame that is being made, or else to the next one. When nothing
 * has changed for a while, the last frame with a change is the one that was waited for; the first,
 * where nothing changed at all.
 *
 * @typedef {object} Sample
 * @property {number} ms  from the key or the click, as the browser received it, to the end of the
 *   frame
 * @property {number} frames  how many frames began in that time, that one among them
 * @property {number} changes  how many numbers and states changed
 */
(() => {
  /** What says a number or a state of the page: its documented hooks. */
  const HOOKS = ["data-state", "data-number", "aria-valuenow"];
  const QUIET = 150;

  const { port1: here, port2: there } = new MessageChannel();
  /** @type {number[]} */
  let ends = [];
  let waiting = "";
  let start = 0;
  let begun = 0;
  let making = false;
  let last = 0;
  let changes = 0;
  let changedAt = 0;
  /** @type {(sample: Sample) => void} */
  let taken = () => {};
  /** @type {number | null} */
  let ready = null;

  addEventListener("keydown", (event) => begin(event, event.key), { capture: true });
  addEventListener("click", (event) => begin(event, event.type), { capture: true });

  /** @param {Event} event @param {string} name */
  function begin({ timeStamp }, name) {
    if (name !== waiting) return;
    waiting = "";
    [ends, begun, making, last, changes] = [[], 0, false, 1, 0];
    start = timeStamp;
    changedAt = performance.now();
    requestAnimationFrame(frame);
  }

  function frame() {
    begun += 1;
    making = true;
    here.postMessage(begun);
    if (performance.now() - changedAt < QUIET || !(last in ends)) {
      return requestAnimationFrame(frame);
    }
    taken({ ms: ends[last] - start, frames: last, changes });
  }

  there.onmessage = ({ data }) => {
    ends[data] = performance.now();
    making = false;
  };

  /** @param {MutationRecord[]} records */
  function changed(records) {
    const count = records.filter(tells).length;
    if (count > 0) {
      changes += count;
      changedAt = performance.now();
      last = making ? begun : begun + 1;
    }
    if (ready === null && document.documentElement.dataset.ready === "true") {
      ready = 0;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port2.onmessage = () => ready = performance.now();
        port1.postMessage(0);
      });
    }
  }

  /** @param {MutationRecord} record */
  function tells({ type, attributeName, addedNodes }) {
    if (type === "attributes") return attributeName !== "data-ready";
    return [...addedNodes].some((node) =>
      node instanceof Element && (node.matches(HOOKED) || node.querySelector(HOOKED))
    );
  }
  const HOOKED = HOOKS.map((name) => `[${name}]`).join();

  new MutationObserver(changed).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: [...HOOKS, "data-ready"],
  });

  Object.assign(globalThis, {
    probe: {
      /** Waits for a key, or for "click". @param {string} key */
      wait(key) {
        waiting = key;
      },
      /** @returns {Promise<Sample>} of what was waited for */
      sample: () => new Promise((resolve) => taken = resolve),
      /** Milliseconds from the start of the navigation to the end of the first picture's frame. */
      ready: () => ready,
    },
  });
})();

// @ts-check
/** @import { Scene } from "./scene.js" */

/** How long a stage keeps a size before a drawing is laid out for it, in milliseconds. */
const KEPT = 150;

/**
 * What a stage of another size shows. Beside a panel that opens the drawing stays where it is, and
 * what was clicked under the pointer; else it is brought into view anew. A line more above it, as
 * there may be at a step, lays nothing out again.
 *
 * @param {Scene} scene
 * @param {() => void} changed  called when the stage has kept another size than the drawing is for
 */
export function watchSize(scene, changed) {
  const { camera, store, viewpoint } = scene;
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let shown = sizes();
  let planned = shown;

  /** How wide the stage and the window are, and how high the window. */
  function sizes() {
    return { stage: camera.size.width, window: innerWidth, height: innerHeight };
  }

  function resized() {
    if (!camera.measure()) return;
    clearTimeout(timer);
    const before = shown;
    shown = sizes();
    const other = shown.stage !== planned.stage || shown.window !== planned.window ||
      shown.height !== planned.height;
    if (store.state.run?.graph !== scene.graph) {
      // Another drawing is on its way, for the size there was.
      if (other) timer = setTimeout(changed, KEPT);
      return;
    }
    const opened = shown.window === before.window && shown.stage < before.stage;
    if (opened || !viewpoint.follows || viewpoint.holds) return keep(opened);
    scene.follow();
    if (other) timer = setTimeout(() => viewpoint.follows && changed(), KEPT);
  }

  /** @param {boolean} opened  beside a panel that may hide what was clicked */
  function keep(opened) {
    const { selection } = store.state;
    const rect = selection?.kind === "node" ? scene.drawing?.rect(selection.id) : null;
    if (opened && rect) camera.reveal(rect);
    scene.raise(store.state, false);
  }

  new ResizeObserver(resized).observe(scene.stage);
  return {
    /** Looks how large the stage is, for a drawing to be laid out for it. */
    measure() {
      camera.measure();
      planned = shown = sizes();
    },
  };
}

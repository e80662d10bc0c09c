// @ts-check
/** @import { Rect } from "../layout/types.js" */
/** @import { RunState, State, Store } from "../types.js" */
import { watchSize } from "../graph/resizing.js";
import { Scene } from "../graph/scene.js";
import { makeSheet } from "../graph/sheet.js";

/** How long a picture waits for the numbers that say how wide its cells are. */
const PATIENCE = 800;
/** Steps a second from which nothing moves any more. */
const FAST = 4;

/**
 * The drawing of the computational graph.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const scene = new Scene(root, store);
  const size = watchSize(scene, plan);
  let request = 0;
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  let frame = 0;
  let drawn = false;

  /** Lays the newest graph out, once its numbers have come or have kept us waiting. */
  function plan() {
    const { run } = store.state;
    clearTimeout(timer);
    if (!run) return;
    const mine = ++request;
    if (run.finished) draw(mine);
    else timer = setTimeout(() => draw(mine), PATIENCE);
  }

  /** @param {number} mine */
  async function draw(mine) {
    const { run, digits, lessonText } = store.state;
    if (!run || mine !== request) return;
    size.measure();
    const sheet = await makeSheet(run, digits, lessonText?.image ?? {}, scene.camera.size);
    if (mine !== request || store.state.run?.graph !== run.graph) return;
    scene.replace(sheet, run.graph);
    scene.show(store.state, false);
    if (drawn) return;
    drawn = true;
    requestAnimationFrame(() => {
      root.dataset.drawn = "true";
      root.dispatchEvent(new CustomEvent("whygrad:drawn"));
    });
  }

  /** @param {State} state @param {State} before */
  function changed(state, before) {
    const { run } = state;
    if (!run) return;
    const other = run.graph !== before.run?.graph || imagesOf(state) !== imagesOf(before);
    if (other) return plan();
    if (scene.graph !== run.graph) {
      if (run.finished && !before.run?.finished) plan();
      return;
    }
    if (state.step !== before.step) scene.show(state, moves(state, before));
    else if (run !== before.run) run.finished ? now() : later();
    else if (state.theme !== before.theme || state.systemTheme !== before.systemTheme) {
      scene.recolor(state);
    } else if (state.digits !== before.digits) {
      scene.recolor(state);
      plan(); // cells are as wide as their numbers
    }
    if (
      state.hover !== before.hover || state.pinned !== before.pinned ||
      state.selection !== before.selection
    ) scene.light(state);
  }

  /** Numbers that come one after the other are drawn together: the last, or those of a frame. */
  function later() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(now);
  }

  // Not in a frame where the page has been drawn already: it would be laid out twice.
  function now() {
    cancelAnimationFrame(frame);
    if (scene.graph === store.state.run?.graph) scene.show(store.state, false);
  }

  store.subscribe(changed);
  if (store.state.run) plan();
}

/** @param {State} state */
function imagesOf({ lessonText }) {
  return lessonText?.image;
}

/**
 * Whether a step is shown with its small movements: not when it was jumped to, and not at speed.
 *
 * @param {State} state
 * @param {State} before
 */
function moves(state, before) {
  return state.step === before.step + 1 && !(state.playing && state.speed > FAST);
}

// @ts-check
/** @import { Store } from "../types.js" */

/** Goes on by itself while the state says so; waits for a step that has not come yet. @param {Store} store */
export function play(store) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function schedule() {
    clearTimeout(timer);
    timer = undefined;
    const { playing, speed, step, run } = store.state;
    if (!playing || !run || run.steps.length <= step) return;
    timer = setTimeout(() => store.dispatch({ type: "ui.step", step: step + 1 }), 1000 / speed);
  }

  store.subscribe((state, before) => {
    const arrived = state.playing && timer === undefined && state.run !== before.run;
    const changed = state.playing !== before.playing || state.speed !== before.speed ||
      state.step !== before.step;
    if (changed || arrived) schedule();
  });
}

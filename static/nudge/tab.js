// @ts-check
/** @import { StageTab } from "../stage/tabs.js" */
import { NudgeView } from "./view.js";

/**
 * The tab on which a number is moved by hand: everything after it moves, and the loss. It moves by
 * itself as the answers come, and is made anew only for another cell, run, theme or number of digits.
 *
 * @type {StageTab}
 */
export const nudgeTab = {
  id: "nudge",
  words: "nudge.tab",
  opensOn: ({ name, wire }, run) =>
    wire === undefined && run.graph.nodes.get(name)?.kind !== "loss",
  draw({ store, run, explained }) {
    const view = new NudgeView(store, run, explained);
    const stop = store.subscribe((state) => view.update(state));
    view.update(store.state);
    return {
      element: view.element,
      stop() {
        stop();
        view.destroy();
      },
    };
  },
};

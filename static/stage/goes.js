// @ts-check
/** @import { Explanation, Road } from "../explain/types.js" */
/** @import { Drawn, Stage, StageTab } from "./tabs.js" */
import { h } from "../dom.js";
import { explain } from "../explain/index.js";
import { cellName } from "../explain/name.js";
import { withSign } from "../explain/digits.js";
import { format } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { changesOf } from "./changes.js";
import { button, wordsOf } from "./controls.js";
import { opName } from "./op.js";
import { readMatrices } from "./operands.js";
import { wholeView } from "./whole.js";

const BEATS = 4;

/**
 * Where a cell goes, told in four beats.
 *
 * @type {StageTab}
 */
export const goesTab = {
  id: "goes",
  words: "explain.tab.goes",
  beats: BEATS,
  opensOn: ({ wire }) => wire === undefined,
  follows: (state) => state.nudge,
  draw({ store, run, explained }) {
    const cell = { ...explained, of: /** @type {const} */ ("value") };
    const stage = { store, run, explained, name: cellName(run, cell) };
    if (explained.beat === BEATS) return wholeView(stage);
    const found = explain(run, { ...cell, direction: "to" });
    return found instanceof Promise
      ? found.then((later) => goesView(stage, later))
      : goesView(stage, found);
  },
};

/**
 * Beats 1 to 3: the cells that a cell moves, what each is worth, and their sum.
 *
 * @param {Stage} stage
 * @param {Explanation | null} found  where it goes
 * @returns {Drawn}
 */
function goesView(stage, found) {
  const { run, name, explained, store } = stage;
  if (!found || found.roads.length === 0) {
    const words = t("explain.gone", { name, loss: lossName(run) });
    return { element: h("div"), foot: [wordsOf(words)] };
  }
  const beat = explained.beat + 1;
  const next = button(
    t("explain.next", { beat: t(`explain.beat.${beat}`) }),
    "next",
    () => store.dispatch({ type: "ui.explain.beat", beat }),
  );
  next.classList.add("stage__next");
  const element = h(
    "div",
    { class: `goes goes--${explained.beat}` },
    readMatrices(stage, found),
    changesOf(stage, found),
  );
  return { element, fits: true, foot: [wordsOf(said(stage, found.roads)), next] };
}

/** @param {Stage} stage @param {Road[]} roads */
function said({ run, name, explained, store }, roads) {
  const loss = lossName(run);
  if (explained.beat === 2) return t("explain.worth", { loss });
  if (explained.beat === 3) {
    const words = t("explain.add", { name, loss });
    const several = t("explain.roads", { name, count: roads.length });
    return roads.length > 1 ? `${several} ${words}` : words;
  }
  const op = roads.map(({ consumer }) => opName(run, consumer)).join(", ");
  return t("explain.moves", { name, by: withSign(format(store.state.nudge, 6)), op });
}

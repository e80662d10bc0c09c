// @ts-check
/** @import { Whole } from "../explain/whole/types.js" */
/** @import { GraphEdge } from "../wire.js" */
/** @import { Drawn, Stage } from "./tabs.js" */
import { h } from "../dom.js";
import { gradientWires } from "../explain/whole/panel.js";
import { sumOfRoads, wholeOf } from "../explain/whole/index.js";
import { renderFormula } from "../formula/index.js";
import { messageTex } from "../inspector/forms.js";
import { envOf } from "../inspector/names.js";
import { keptOf } from "../inspector/readings.js";
import { senderName } from "../inspector/sections.js";
import { lossName, totalSteps } from "../select.js";
import { t } from "../strings/index.js";
import { button, wordsOf } from "./controls.js";
import { play } from "./moments.js";
import { linesOf } from "./panels.js";

/**
 * One picture of beat 4: a road by which gradient comes back, or how all of them add up.
 *
 * @typedef {{ name: string, whole: Whole | null, formula: HTMLElement | null }} Picture
 */

/**
 * Beat 4: the same for all cells at once, and last the formula, the shorthand of what was seen.
 *
 * @param {Stage} stage
 * @returns {Drawn}
 */
export function wholeView(stage) {
  const { run, name } = stage;
  const words = wordsOf("");
  const holder = h("div", { class: "whole" });
  const choices = choicesOf(stage);
  let now = 0;
  let stop = () => {};
  const show = () => {
    stop();
    const { picture, short, whole } = draw(stage, choices[now].make());
    holder.replaceChildren(...(choices.length > 1 ? [chooser()] : []), picture);
    const last = whole ? t(whole.words.key, whole.words.params) : t("explain.large");
    stop = play({ root: holder, whole, short, words, last });
  };
  const chooser = () => {
    const group = h("div", {
      ...{ class: "stage__roads", role: "group", "aria-label": t("explain.roads_choice") },
    });
    choices.forEach((choice, at) => {
      const element = button(choice.name, `road:${at}`, () => {
        now = at;
        show();
        const chosen = holder.querySelector('[aria-pressed="true"]');
        if (chosen instanceof HTMLElement) chosen.focus();
      });
      element.setAttribute("aria-pressed", String(at === now));
      group.append(element);
    });
    return group;
  };
  if (choices.length > 0) show();
  else words.textContent = t("explain.gone", { name, loss: lossName(run) });
  const again = button(t("explain.again"), "again", show);
  again.classList.add("stage__next");
  return {
    element: holder,
    fits: true,
    foot: choices.length > 0 ? [words, again] : [words],
    stop: () => stop(),
  };
}

/** @param {Stage} stage @returns {{ name: string, make: () => Omit<Picture, "name"> }[]} */
function choicesOf(stage) {
  const { run, explained } = stage;
  const edges = gradientWires(run, explained.name).reverse();
  const choices = edges.map((edge) => ({
    name: t("explain.road_to", { op: nameOf(stage, edge.to), y: edge.to }),
    make: () => ({ whole: wholeOf(run, edge, explained.index), formula: formulaOf(stage, edge) }),
  }));
  const sum = sumOfRoads(run, explained.name, explained.index);
  if (sum) {
    choices.push({ name: t("explain.roads_sum"), make: () => ({ whole: sum, formula: null }) });
  }
  return choices;
}

/** @param {Stage} stage @param {string} id */
function nameOf({ run }, id) {
  const node = run.graph.nodes.get(id);
  return node ? senderName(node) : id;
}

/** The formula of a message, with the names of this network. @param {Stage} stage @param {GraphEdge & { key: string }} edge */
function formulaOf({ run }, edge) {
  const sender = run.graph.nodes.get(edge.to);
  const tex = sender && messageTex(run, { key: edge.key, edge, sender });
  if (!sender || !tex) return null;
  const env = envOf(run, sender, keptOf(run, totalSteps(run), sender));
  return h("div", { class: "stage__formula" }, renderFormula(tex.shown, env));
}

/** @param {Stage} stage @param {Omit<Picture, "name">} picture */
function draw(stage, { whole, formula }) {
  const shape = t("explain.shape", { name: stage.explained.name });
  const short = h(
    "div",
    { class: "whole__short" },
    formula,
    h("p", { class: "stage__note" }, shape),
  );
  const rows = whole ? linesOf(stage, whole) : [];
  const lines = h("div", { class: "whole__lines" }, ...rows);
  const beside = rows.length > 2; // the last of three has room for it
  if (beside) rows[rows.length - 1].append(short);
  const picture = h("div", { class: "whole__picture" }, lines, beside ? null : short);
  return { picture, whole, short };
}

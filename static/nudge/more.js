// @ts-check
/** @import { NudgeQuestion } from "../types.js" */
/** @import { ElementNudged, WireCurve } from "../wire.js" */
/** @import { Subject } from "./view.js" */
import { h } from "../dom.js";
import { format } from "../numbers.js";
import { t } from "../strings/index.js";
import { LossPlot } from "./plot.js";

/** Digits of what is compared to many places. */
const DIGITS = 10;

/** What stands behind the verdict: the central difference, how far it may be off, and a plot. */
export class More {
  /** @param {Subject} subject */
  constructor(subject) {
    const { store } = subject;
    this.central = h("dd");
    this.gradient = h("dd");
    this.error = h("dd");
    this.doubt = h("p", { class: "nudge__doubt" });
    this.plot = new LossPlot(subject);
    const numbers = h(
      "dl",
      { class: "nudge__compared" },
      ...[h("dt", {}, t("nudge.central")), this.central],
      ...[h("dt", {}, t("nudge.gradient_long")), this.gradient],
      ...[h("dt", {}, t("nudge.relative_error")), this.error],
    );
    this.element = h(
      "section",
      { class: "nudge__behind", id: "nudge-behind", "aria-label": t("nudge.more") },
      h("div", {}, numbers, this.doubt),
      this.plot.element,
    );
    this.button = h(
      "button",
      {
        ...{ type: "button", class: "stage__button", "data-focus": "nudge:more" },
        "aria-controls": "nudge-behind",
      },
      t("nudge.more"),
    );
    this.button.addEventListener("click", () => {
      store.dispatch({ type: "ui.plot", plot: !store.state.nudged.plot });
      if (store.state.nudged.plot) this.element.scrollIntoView({ block: "nearest" });
    });
    /** @type {ElementNudged | null} */
    this.shown = null;
  }

  /**
   * @param {boolean} open
   * @param {{ question: NudgeQuestion, answer: ElementNudged } | null} told
   * @param {WireCurve | null} curve
   */
  update(open, told, curve) {
    this.button.setAttribute("aria-expanded", String(open));
    this.element.hidden = !open;
    if (!told) return;
    const { answer, question } = told;
    if (answer !== this.shown) this.show(answer);
    if (open) this.plot.show(curve, answer, question.by);
  }

  /** @param {ElementNudged} answer */
  show(answer) {
    this.shown = answer;
    this.central.textContent = format(answer.central, DIGITS);
    this.gradient.textContent = format(answer.gradient, DIGITS);
    this.error.textContent = format(answer.relative_error, 2);
    this.doubt.textContent = t("nudge.doubt", { doubt: format(answer.doubt, 1) });
  }

  destroy() {
    this.plot.destroy();
  }
}

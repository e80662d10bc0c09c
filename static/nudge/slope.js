// @ts-check
/** @import { ElementNudged } from "../wire.js" */
/** @import { Subject } from "./view.js" */
import { h } from "../dom.js";
import { withSign } from "../explain/digits.js";
import { gradientName } from "../explain/name.js";
import { format, MINUS } from "../numbers.js";
import { lossName } from "../select.js";
import { cellLink } from "../stage/matrix.js";
import { t } from "../strings/index.js";
import { lossTexts } from "./digits.js";
import { verdictText } from "./verdict.js";

/** The loss before and after, the slope that this makes, and the gradient beside it. */
export class Slope {
  /** @param {Subject} subject @param {HTMLElement} more  the button that opens what stands behind */
  constructor(subject, more) {
    this.subject = subject;
    const { store, run, name, index } = subject;
    const loss = lossName(run);
    this.before = h("b");
    this.after = h("b");
    this.change = h("b", { class: "nudge__change" });
    this.above = h("b");
    this.by = h("b");
    this.slope = h("b", { class: "nudge__rate" });
    this.gradient = h("b", { class: "nudge__rate" });
    const link = cellLink(store, gradientName(run, name, index), { of: "gradient", name, index });
    this.verdict = h("p", { class: "nudge__verdict", "aria-live": "polite" });
    const arrow = h("span", { "aria-hidden": "true" }, "→");
    this.told = h(
      "section",
      { class: "nudge__slope", "aria-label": t("nudge.slope_label") },
      h(
        "p",
        { class: "nudge__line", "aria-live": "polite", "aria-atomic": "true" },
        ...[loss, this.before, arrow, this.after, this.change],
      ),
      h(
        "p",
        { class: "nudge__line" },
        h("span", { class: "nudge__name" }, t("nudge.slope")),
        h("span", {}, this.above, " / ", this.by, " = ", this.slope),
      ),
      h(
        "p",
        { class: "nudge__line" },
        h("span", { class: "nudge__name" }, t("nudge.gradient")),
        h("span", {}, link, " = ", this.gradient),
      ),
      h("div", { class: "nudge__last" }, this.verdict, more),
    );
    const cell = gradientName(run, name, index);
    this.covered = h("p", { class: "nudge__covered" }, t("nudge.covered", { cell, loss }));
    this.element = h("div", { class: "nudge__foot" }, this.told, this.covered);
  }

  /** Says nothing of what is to be predicted first. @param {boolean} covered */
  cover(covered) {
    this.told.hidden = covered;
    this.covered.hidden = !covered;
  }

  /** @param {ElementNudged} answer @param {number} by */
  show(answer, by) {
    const { digits } = this.subject.store.state;
    const texts = lossTexts(Number(answer.before), Number(answer.after), by, digits);
    write(this.before, texts.before);
    write(this.after, texts.after);
    write(this.change, withSign(texts.change));
    write(this.above, texts.change);
    write(this.by, texts.by.startsWith(MINUS) ? `(${texts.by})` : texts.by);
    write(this.slope, texts.slope);
    write(this.gradient, format(answer.gradient, digits));
    write(this.verdict, verdictText(this.subject, answer));
    this.verdict.dataset.verdict = answer.verdict;
  }
}

/** @param {HTMLElement} element @param {string} text */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// @ts-check
/** @import { ElementNudged } from "../wire.js" */
/** @import { Subject } from "./view.js" */
import { h } from "../dom.js";
import { withSign } from "../explain/digits.js";
import { gradientName } from "../explain/index.js";
import { format, MINUS } from "../numbers.js";
import { lossName } from "../select.js";
import { cellLink } from "../stage/matrix.js";
import { t } from "../strings/index.js";
import { lossTexts } from "./digits.js";
import { verdictText } from "./verdict.js";

/** The loss before and after, the slope that this makes, and the gradient beside it. */
export class Slope {
  /** @param {Subject} subject */
  constructor(subject) {
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
    this.verdict = h("p", { class: "nudge__verdict" });
    this.element = h(
      "section",
      { class: "nudge__slope", "aria-label": t("nudge.slope_label") },
      h(
        "p",
        { class: "nudge__loss" },
        h("span", {}, loss),
        this.before,
        h("span", { "aria-hidden": "true" }, "→"),
        this.after,
        this.change,
      ),
      h(
        "p",
        { class: "stage__equation nudge__quotient" },
        h("span", {}, t("nudge.slope"), " "),
        this.above,
        " / ",
        this.by,
        " = ",
        this.slope,
      ),
      h("p", { class: "stage__equation" }, t("nudge.gradient"), " ", link, " = ", this.gradient),
      this.verdict,
    );
  }

  /** @param {ElementNudged} answer @param {number} by */
  show(answer, by) {
    const { digits } = this.subject.store.state;
    const texts = lossTexts(Number(answer.before), Number(answer.after), by, digits);
    write(this.before, texts.before.trim());
    write(this.after, texts.after.trim());
    write(this.change, withSign(texts.change.trim()));
    write(this.above, texts.change.trim());
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

// @ts-check
/** @import { Explained, NudgeQuestion, RunState, State, Store } from "../types.js" */
/** @import { ElementNudged } from "../wire.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { isCovered } from "../predict/cover.js";
import { lossName } from "../select.js";
import { sameCell, sameNudge, wantedNudge } from "../store/nudge.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";
import { Hand } from "./hand.js";
import { MovedValues } from "./values.js";
import { More } from "./more.js";
import { Slope } from "./slope.js";

/** What a part of the tab is about. @typedef {{ store: Store, run: RunState, cell: string, name: string, index: number[] }} Subject */

/** How long an answer may take before what is shown is marked as old, in milliseconds. */
const SEEN = 150;

/** The nudge of one cell in one run: the hand, what moves, and what it says of the gradient. */
export class NudgeView {
  /** @param {Store} store @param {RunState} run @param {Explained} explained */
  constructor(store, run, { name, index }) {
    /** @type {Subject} */
    this.subject = { store, run, name, index, cell: name + bracketed(index) };
    this.hand = new Hand(this.subject, () => this.update(store.state));
    this.values = new MovedValues(this.subject);
    this.more = new More(this.subject);
    this.slope = new Slope(this.subject, this.more.button);
    this.wait = h("p", { class: "nudge__wait", role: "status" });
    this.element = h(
      "div",
      { class: "nudge" },
      this.hand.element,
      this.wait,
      this.values.element,
      this.more.element,
      this.slope.element,
    );
    this.resized = new ResizeObserver(() => this.values.fit());
    this.resized.observe(this.element);
    /** @type {ElementNudged | null} */
    this.shown = null;
    this.open = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {State} state */
  update(state) {
    const { nudged, connection } = state;
    const wanted = wantedNudge(state);
    const told = nudged.told && this.isOurs(nudged.told.question) ? nudged.told : null;
    const refused = nudged.refused && wanted && sameNudge(nudged.refused.question, wanted)
      ? nudged.refused.error
      : null;
    this.hand.update(state, refused ? errorText(refused) : "");
    const away = connection.status !== "open" && !refused;
    const words = away ? t("nudge.away") : told || refused ? "" : t("explain.waiting");
    if (this.wait.textContent !== words) this.wait.textContent = words;
    this.element.toggleAttribute("data-empty", !told);
    if (told && told.answer !== this.shown) this.show(told.question, told.answer);
    const awaited = Boolean(told && wanted && !sameNudge(told.question, wanted));
    this.mark(awaited || this.hand.problem !== "");
    const covered = this.isCovered(state);
    this.slope.cover(covered);
    const curve = nudged.curve && this.isOurs(nudged.curve.question) ? nudged.curve.curve : null;
    const open = nudged.plot && !covered;
    const opens = open !== this.open;
    this.open = open;
    this.more.update(open, told, curve);
    if (opens) this.values.fit();
  }

  /** What is shown is of the step before; that is said once an eye would see it. @param {boolean} old */
  mark(old) {
    if (old) {
      this.timer ??= setTimeout(() => this.element.toggleAttribute("data-old", true), SEEN);
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    this.element.toggleAttribute("data-old", false);
  }

  /** @param {NudgeQuestion} question @param {ElementNudged} answer */
  show(question, answer) {
    this.shown = answer;
    this.mark(false);
    this.slope.show(answer, question.by);
    this.values.show(answer);
  }

  /** Whether the gradient, or the loss, is to be predicted first. @param {State} state */
  isCovered(state) {
    const { run, name, index } = this.subject;
    return isCovered(state, "gradient", name, index) ||
      isCovered(state, "value", lossName(run), []);
  }

  /** @param {NudgeQuestion} question */
  isOurs(question) {
    const { run, name, index } = this.subject;
    return sameCell(question, { run, name, index, by: 0, reach: null });
  }

  destroy() {
    clearTimeout(this.timer);
    this.resized.disconnect();
    this.values.destroy();
    this.more.destroy();
  }
}

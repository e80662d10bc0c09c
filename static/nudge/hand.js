// @ts-check
/** @import { State } from "../types.js" */
/** @import { Subject } from "./view.js" */
import { withSign } from "../explain/digits.js";
import { valueOf } from "../explain/record.js";
import { flatOf } from "../grid/geometry.js";
import { arrayData } from "../grid/index.js";
import { h } from "../dom.js";
import { format, full, nudged, parseNumber, stepOf } from "../numbers.js";
import { t } from "../strings/index.js";
import { handReach } from "./reach.js";

/** The slider goes in so many steps to either side. */
const STEPS = 100;

/** What moves the number: a field for the step, a slider, and a button that keeps it moved. */
export class Hand {
  /**
   * @param {Subject} subject
   * @param {() => void} changed  what is wrong with the step is another thing
   */
  constructor(subject, changed) {
    this.subject = subject;
    this.changed = changed;
    const { store, run, name, cell } = subject;
    this.reach = handReach(run, name);
    this.problem = "";
    /** What is wrong with what was typed. */
    this.wrong = "";
    /** Why the server made no nudge of it. */
    this.refused = "";
    this.field = h("input", {
      ...{ type: "text", inputmode: "decimal", class: "nudge__field", id: "nudge-step" },
      ...{ autocomplete: "off", spellcheck: "false", "aria-describedby": "nudge-problem" },
      "data-focus": "nudge:field",
    });
    this.slider = h("input", {
      ...{ type: "range", class: "nudge__slider", min: -this.reach, max: this.reach },
      ...{ step: this.reach / STEPS, "aria-label": t("nudge.slider", { cell }) },
      "data-focus": "nudge:slider",
    });
    this.moves = h("span", { class: "nudge__moves" });
    this.message = h("p", { class: "nudge__problem", id: "nudge-problem", role: "alert" });
    this.keep = this.keeps() ? this.keepButton() : null;
    const label = h("label", { for: "nudge-step" }, t("nudge.step", { cell }));
    this.element = h(
      "div",
      { class: "nudge__hand" },
      h("div", { class: "nudge__row" }, label, this.field, this.slider, this.moves, this.keep),
      this.message,
    );
    this.listen();
    this.write(store.state.nudge);
    this.readValue();
  }

  /** Only a number that a person gave can be given anew. */
  keeps() {
    const { run, name } = this.subject;
    return Object.hasOwn(run.leaves, name) && run.graph.nodes.get(name)?.role !== "target";
  }

  keepButton() {
    const button = h(
      "button",
      { type: "button", class: "stage__button", "data-focus": "nudge:keep" },
      t("nudge.keep"),
    );
    button.addEventListener("click", () => {
      const { store, name, index } = this.subject;
      if (this.value === undefined || this.problem) return;
      store.dispatch({
        ...{ type: "ask.value", name, index },
        value: nudged(this.value, store.state.nudge),
      });
    });
    return button;
  }

  listen() {
    const { field, slider } = this;
    field.addEventListener("change", () => this.take());
    field.addEventListener("keydown", (event) => this.onKey(event));
    slider.addEventListener("input", () => this.drag(Number(slider.value)));
    slider.addEventListener("keydown", (event) => event.key === "Escape" && this.leave(event));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { field, subject } = this;
    const { key } = event;
    if (key === "Enter") this.take();
    else if (key === "Escape") {
      const untouched = field.value === full(subject.store.state.nudge);
      if (untouched) return this.leave(event);
      event.preventDefault();
      this.complain("");
      this.write(subject.store.state.nudge);
    } else if (key === "ArrowUp" || key === "ArrowDown") {
      event.preventDefault();
      const typed = parseNumber(field.value);
      if (typed.ok) {
        const unit = stepOf(field.value) * (event.shiftKey ? 10 : 1);
        this.drag(nudged(typed.value, key === "ArrowUp" ? unit : -unit));
      }
    }
  }

  /** @param {KeyboardEvent} event */
  leave(event) {
    event.preventDefault();
    this.subject.store.dispatch({ type: "ui.explain.close" });
  }

  /** Takes what was typed, or says what is wrong with it. */
  take() {
    const typed = parseNumber(this.field.value);
    if (!typed.ok) this.complain(t(`grid.${typed.code}`, { name: typed.name ?? "" }));
    else this.move(typed.value);
  }

  /** @param {number} by */
  drag(by) {
    this.field.value = full(by);
    this.move(by);
  }

  /** @param {number} by */
  move(by) {
    const { store, cell } = this.subject;
    if (by === 0) {
      this.slider.value = "0";
      return this.complain(t("nudge.zero", { cell }));
    }
    this.complain("");
    store.dispatch({ type: "ui.nudge", by });
    this.write(by, this.field.value);
  }

  /** @param {string} words */
  complain(words) {
    if (words === this.wrong) return;
    this.wrong = words;
    this.changed();
  }

  /** @param {number} by @param {string} [text]  as it was typed */
  write(by, text = full(by)) {
    this.by = by;
    if (this.field.value !== text) this.field.value = text;
    if (Number(this.slider.value) !== by) this.slider.value = String(by);
    this.slider.setAttribute("aria-valuetext", withSign(format(by, 6)));
    this.showMove();
  }

  /** The number that is moved, when it is here. */
  async readValue() {
    const { run, name, index } = this.subject;
    const array = valueOf(run, name);
    const flat = array ? flatOf(index, array.shape) : null;
    if (!array || flat === null) return;
    const data = await Promise.resolve(arrayData(array)).catch(() => null);
    this.value = data ? Number(data[flat]) : undefined;
    this.showMove();
  }

  showMove() {
    const { cell } = this.subject;
    if (this.value === undefined || this.by === undefined) return;
    const [from, to] = [this.value, nudged(this.value, this.by)].map((n) => format(n, 6));
    this.moves.textContent = `${cell} ${from} → ${to}`;
    this.keep?.setAttribute("title", t("nudge.keep_title", { cell, value: to }));
  }

  /** @param {State} state @param {string} refused */
  update(state, refused) {
    if (state.nudge !== this.by) this.write(state.nudge);
    this.refused = refused;
    this.say();
  }

  say() {
    this.problem = this.wrong || this.refused;
    if (this.message.textContent !== this.problem) this.message.textContent = this.problem;
    this.field.setAttribute("aria-invalid", String(this.problem !== ""));
    this.keep?.setAttribute("aria-disabled", String(this.problem !== ""));
    this.moves.hidden = this.problem !== "";
  }
}

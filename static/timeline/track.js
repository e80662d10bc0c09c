// @ts-check
/** @import { RunState } from "../types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { ticksOf } from "./ticks.js";

const SVG = "http://www.w3.org/2000/svg";

/** The drawing under the slider: the two passes, the turn between them, and the marks. */
export class Track {
  constructor() {
    this.forward = h("span", { class: "track__label track__label--forward" });
    this.backward = h("span", { class: "track__label track__label--backward" });
    this.done = h("div", { class: "track__done" });
    this.marks = document.createElementNS(SVG, "svg");
    this.marks.setAttribute("class", "track__marks");
    this.marks.setAttribute("preserveAspectRatio", "none");
    this.element = h(
      "div",
      { class: "track", "aria-hidden": "true" },
      h("div", { class: "track__bar" }),
      this.done,
      this.marks,
      h("div", { class: "track__turn" }),
      this.forward,
      this.backward,
    );
  }

  /** @param {RunState} run */
  draw(run) {
    const { forward, backward } = run;
    const total = Math.max(1, forward + backward);
    this.element.style.setProperty("--turn", String(forward / total));
    this.element.classList.toggle("track--one", backward === 0);
    this.forward.textContent = t("timeline.forward", { count: forward });
    this.backward.textContent = t("timeline.backward", { count: backward });
    this.mark(run, total);
  }

  /** How far it has come, from 0 to 1. @param {number} part */
  reach(part) {
    this.done.style.clipPath = `inset(0 ${(1 - part) * 100}% 0 0)`;
  }

  /** @param {RunState} run @param {number} total */
  mark(run, total) {
    const { major, minor } = ticksOf(run);
    this.marks.setAttribute("viewBox", `0 0 ${total} 1`);
    this.marks.replaceChildren(
      line("track__tick", major, 1),
      line("track__tick--minor", minor, 0.5),
    );
  }
}

/** @param {string} name @param {number[]} ticks @param {number} height */
function line(name, ticks, height) {
  const path = document.createElementNS(SVG, "path");
  const top = (1 - height) / 2;
  path.setAttribute("class", name);
  path.setAttribute("d", ticks.map((x) => `M${x} ${top}v${height}`).join(""));
  return path;
}

// @ts-check
/** @import { ElementNudged, WireCurve } from "../wire.js" */
/** @import { Plotly } from "./plotly.js" */
/** @import { Plotted } from "./plotted.js" */
/** @import { Subject } from "./view.js" */
import { h } from "../dom.js";
import { format } from "../numbers.js";
import { lossName } from "../select.js";
import { t } from "../strings/index.js";
import { plotly } from "./plotly.js";
import { plotted } from "./plotted.js";

const SIZE = { width: 518, height: 250 };
/** Between one drawing and the next, in milliseconds. */
const PAUSE = 100;

const CONFIG = { displayModeBar: false, scrollZoom: false, doubleClick: false };

/** The loss along the number: a curve, the tangent that the gradient is, the secant of the nudge. */
export class LossPlot {
  /** @param {Subject} subject */
  constructor(subject) {
    this.subject = subject;
    this.words = h("p", { class: "nudge__plot-words" }, t("nudge.plot.loading"));
    this.chart = h("div", { class: "nudge__chart", role: "img" });
    this.element = h("figure", { class: "nudge__plot" }, this.words, this.chart);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.next = () => {};
    this.gone = false;
    /** @type {Plotly | null} */
    this.library = null;
    /** @type {{ curve: WireCurve, answer: ElementNudged } | null} */
    this.shown = null;
    /** What is to be shown when Plotly is there. @type {(() => void) | null} */
    this.later = null;
  }

  /** @param {WireCurve | null} curve @param {ElementNudged} answer @param {number} by */
  show(curve, answer, by) {
    this.later = () => this.show(curve, answer, by);
    this.load();
    if (!curve || !this.library || !this.isNew(curve, answer)) return;
    this.shown = { curve, answer };
    const lines = plotted(curve, answer, by);
    this.next = () => lines ? this.draw(lines, answer) : this.nothing();
    // A drag brings answers faster than plots are drawn: the ghosts go first, the plot follows.
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.next();
    }, PAUSE);
  }

  nothing() {
    this.say(t("nudge.plot.nothing", { loss: lossName(this.subject.run) }));
  }

  /** @param {WireCurve} curve @param {ElementNudged} answer */
  isNew(curve, answer) {
    return this.shown?.curve !== curve || this.shown.answer !== answer;
  }

  load() {
    if (this.loading) return;
    this.loading = true;
    plotly().then(
      (library) => {
        this.library = library;
        this.later?.();
      },
      () => {
        this.loading = false;
        this.say(t("nudge.plot.failed"));
      },
    );
  }

  /** @param {Plotted} lines @param {ElementNudged} answer */
  draw(lines, answer) {
    if (this.gone || !this.library) return;
    const look = getComputedStyle(this.element);
    const color = (/** @type {string} */ name) => look.getPropertyValue(`--${name}`).trim();
    const { cell, run } = this.subject;
    this.say("");
    const loss = lossName(run);
    this.chart.setAttribute(
      "aria-label",
      t("nudge.plot.label", {
        ...{ loss, cell, slope: format(answer.slope), gradient: format(answer.gradient) },
      }),
    );
    const { data, layout } = chartOf(lines, { cell, loss }, color, look.fontFamily);
    this.library.react(this.chart, data, layout, CONFIG);
  }

  /** @param {string} words */
  say(words) {
    this.words.textContent = words;
    this.words.hidden = words === "";
    this.chart.hidden = words !== "";
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.timer);
    this.library?.purge(this.chart);
  }
}

/**
 * @param {Plotted} lines
 * @param {{ cell: string, loss: string }} names
 * @param {(name: string) => string} color
 * @param {string} family
 */
function chartOf({ x, y, curve, tangent, secant, here, there }, { cell, loss }, color, family) {
  const line = { mode: "lines", hoverinfo: "skip" };
  const dots = { mode: "markers", hoverinfo: "skip", showlegend: false };
  const data = [
    {
      ...{ x: curve.x, y: curve.y, mode: "lines", name: loss },
      hovertemplate: `${cell} = %{x:.4~g}, ${loss} = %{y:.4~g}<extra></extra>`,
      line: { color: color("forward"), width: 3 },
    },
    {
      ...{ ...line, x, y: tangent, name: t("nudge.plot.tangent") },
      line: { color: color("backward"), width: 2, dash: "dash" },
    },
    {
      ...{ ...line, x, y: secant, name: t("nudge.plot.secant") },
      line: { color: color("ink"), width: 1.5, dash: "dot" },
    },
    {
      ...{ ...dots, x: [here[0], there[0]], y: [here[1], there[1]] },
      marker: {
        ...{ size: 11, color: [color("surface"), color("ink")] },
        line: { color: color("ink"), width: 2 },
      },
    },
  ];
  const axis = {
    ...{ color: color("ink"), gridcolor: color("hairline"), zerolinecolor: color("line") },
    ...{ fixedrange: true, automargin: true },
  };
  const layout = {
    ...SIZE,
    ...{ paper_bgcolor: color("surface"), plot_bgcolor: color("surface") },
    font: { family, size: 15, color: color("ink") },
    margin: { l: 56, r: 12, t: 8, b: 44 },
    xaxis: { ...axis, range: x, title: { text: t("nudge.plot.x", { cell }), standoff: 8 } },
    yaxis: { ...axis, range: y, title: { text: t("nudge.plot.y", { loss }), standoff: 8 } },
    legend: { orientation: "h", y: 1.02, yanchor: "bottom", x: 0, bgcolor: "rgba(0,0,0,0)" },
    hoverlabel: { font: { family } },
  };
  return { data, layout };
}

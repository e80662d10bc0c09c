// @ts-check
/** @import { Panel } from "../explain/whole/types.js" */
/** @import { Store } from "../types.js" */
import { h } from "../dom.js";
import { addingUp } from "../explain/digits.js";
import { format } from "../numbers.js";

/**
 * Strips of signed bars over each other, cell under cell, on one scale. What adds up is shown in
 * digits that do.
 *
 * @param {Store} store
 * @param {Panel[]} panels
 */
export function stripsOf({ state }, panels) {
  const all = panels.flatMap(({ data }) => Array.from(data)).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const part = (/** @type {number} */ size) => `${(100 * size) / (high - low || 1)}%`;
  const texts = textsOf(panels, state.digits);
  const rows = panels.map(({ caption, of, data, sign, sum }, at) => {
    const head = h(
      "th",
      { scope: "row", class: `strips__name strips__name--${of}` },
      [sign, caption].filter(Boolean).join(" → "),
    );
    const cells = Array.from(data, (number, k) => {
      const bar = h("span", {
        class: `strips__bar strips__bar--${number < 0 ? "below" : "above"}`,
      });
      bar.style.height = part(Math.abs(number) || 0);
      bar.style.top = part(high - Math.max(0, number || 0));
      const zero = h("span", { class: "strips__zero" });
      zero.style.top = part(high);
      const room = h("span", { class: "strips__room", "aria-hidden": "true" }, zero, bar);
      const index = String(k);
      return h("td", { class: "strips__cell", "data-index": index }, room, texts[at][k]);
    });
    return h("tr", { class: sum ? "strips__sum" : "", "data-panel": at }, head, ...cells);
  });
  return h("table", { class: "strips" }, h("tbody", {}, ...rows));
}

/** The texts of the cells of each strip; a strip that is a sum adds up column by column. @param {Panel[]} panels @param {number} digits */
function textsOf(panels, digits) {
  const texts = panels.map(({ data }) => Array.from(data, (number) => format(number, digits)));
  const total = panels.findIndex(({ sum }) => sum);
  if (total < 0) return texts;
  for (let k = 0; k < panels[total].data.length; k++) {
    const parts = panels.slice(0, total).map(({ data }) => data[k]);
    addingUp(parts, panels[total].data[k], digits).forEach((text, at) =>
      texts[at][k] = text.trim()
    );
  }
  return texts;
}

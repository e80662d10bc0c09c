// @ts-check
/** @import { Store } from "../types.js" */
/** @import { GradientsChecked, WireChecked } from "../wire.js" */
import { h } from "../dom.js";
import { bracketed } from "../explain/label.js";
import { format, shapeText } from "../numbers.js";
import { t } from "../strings/index.js";

/**
 * What a check found, a row a value; a row leads to its worst number, where it can be nudged.
 *
 * @param {Store} store
 * @param {GradientsChecked} result
 */
export function tableOf(store, { nodes }) {
  const head = ["value", "shape", "error", "where", "verdict"].map((column) =>
    h("th", { scope: "col" }, t(`check.column.${column}`))
  );
  return h(
    "table",
    { class: "check__table" },
    h("thead", {}, h("tr", {}, ...head)),
    h("tbody", {}, ...nodes.map((node) => rowOf(store, node))),
  );
}

/** @param {Store} store @param {WireChecked} node */
function rowOf(store, node) {
  const { name, index, worst, verdict, kinks, count } = node;
  const shape = store.state.checking.run?.graph.nodes.get(name)?.shape ?? [];
  const cell = name + bracketed(index);
  const link = h(
    "button",
    { type: "button", class: "check__where", "aria-label": t("check.open_cell", { cell }) },
    cell,
  );
  const words = [h("div", {}, t(`check.verdict.${verdict}`))];
  if (kinks > 0 && verdict !== "kink") {
    words.push(h("div", { class: "check__kinks" }, t("check.kinks", { kinks, count })));
  }
  const row = h(
    "tr",
    { "data-verdict": verdict },
    h("th", { scope: "row" }, name),
    h("td", {}, shapeText(shape)),
    h("td", {}, verdict === "kink" ? "" : format(worst, 2)),
    h("td", {}, link),
    h("td", {}, ...words),
  );
  row.addEventListener("click", () => {
    store.dispatchAll([
      { type: "check.open", open: false },
      { type: "ui.explain", cell: { of: "value", name, index } },
      { type: "ui.explain.tab", tab: "nudge" },
    ]);
  });
  return row;
}

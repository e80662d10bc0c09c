// @ts-check
/** @import { NumberLike } from "../numbers.js" */
/** @import { RunState } from "../types.js" */
/** @import { EdgeBackward } from "../wire.js" */
/** @import { CardSpec, Road } from "./types.js" */
/** @import { CellLook, Cells } from "./cells.js" */
/** @import { Pen } from "./pen.js" */
import { h } from "../dom.js";
import { COVERED, formatColumn } from "../numbers.js";
import { edgeKeyOf } from "../select.js";
import { t } from "../strings/index.js";
import { createCells } from "./cells.js";

/**
 * The roads by which the gradient of a value comes, a slot each while there is room for all, else
 * one for the message that came last; and for scalars the sum written out.
 *
 * @param {CardSpec} spec
 * @param {Pen} pen
 */
export function createRoads(spec, pen) {
  const slots = (spec.perRoad ? spec.roads : spec.roads.slice(0, 1)).map((road) => slotOf(road));
  const element = h("div", { class: "roads" }, ...slots.map(({ element }) => element));
  const terms = h("span", { class: "roads__terms", "aria-hidden": "true" });
  return {
    element,
    terms,
    /**
     * @param {EdgeBackward[]} messages  that have come, in their order
     * @param {RunState} run
     * @param {CellLook} look  of what has not come
     */
    show(messages, run, look) {
      const byKey = new Map(messages.map((message) => [edgeKeyOf(message, run.graph), message]));
      const waiting = look === "empty" ? "empty" : "unreached";
      if (spec.perRoad) {
        spec.roads.forEach((road, i) => slots[i].show(road, byKey.get(road.key), waiting));
      } else {
        const last = messages.at(-1);
        const key = last ? edgeKeyOf(last, run.graph) : spec.roads[0].key;
        const road = spec.roads.find((road) => road.key === key) ?? spec.roads[0];
        slots[0].show(road, last, waiting);
      }
      const scalar = spec.node.shape.length === 0;
      terms.textContent = (scalar && termsText(messages)) || t("graph.sum");
    },
    /** @param {boolean} large @param {number} chars */
    enlarge(large, chars) {
      element.hidden = !large;
      for (const slot of slots) slot.fit(chars);
    },
  };

  /** @param {Road} first */
  function slotOf(first) {
    /** @type {Cells | null} */
    const cells = spec.look === "cells" ? createCells(spec, "message", pen) : null;
    const tag = h("span", { class: "roads__tag" }, t("graph.road", { to: first.to }));
    return {
      element: h("div", { class: "roads__slot" }, tag, cells?.element ?? null),
      /** @param {number} chars */
      fit: (chars) => cells?.fit(chars),
      /**
       * @param {Road} road
       * @param {EdgeBackward | undefined} message
       * @param {CellLook} waiting
       */
      show(road, message, waiting) {
        const text = t("graph.road", { to: road.to });
        if (tag.textContent !== text) tag.textContent = text;
        const array = message?.value;
        cells?.show(array && "data" in array ? array.data : null, array ? "value" : waiting, text);
      },
    };
  }

  /** "15 + 6 =", once there are two. @param {EdgeBackward[]} messages */
  function termsText(messages) {
    /** @type {NumberLike[]} */
    const data = messages.map(({ value }) => ("data" in value ? value.data[0] : NaN));
    if (data.length < 2 || data.some((number) => number === COVERED)) return "";
    const numbers = data.map(Number);
    const texts = formatColumn(numbers, pen.digits());
    const parts = texts.map((text, i) =>
      i === 0 ? text : numbers[i] < 0 ? `${t("graph.minus")} ${text.slice(1)}` : `+ ${text}`
    );
    return `${parts.join(" ")} =`;
  }
}

// @ts-check
/** @import { WireArray } from "../wire.js" */
/** @import { Scene } from "./scene.js" */
import { h } from "../dom.js";
import { shapeText } from "../numbers.js";
import { keptAt } from "../select.js";
import { t } from "../strings/index.js";
import { createCells } from "./cells.js";
import { createPicture } from "./picture.js";
import { specOfArray } from "./spec.js";

/**
 * Shows what a layer keeps for the way back while its badge is pointed at, or the layer has the
 * focus of the keyboard.
 *
 * @param {Scene} scene
 */
export function attachKept(scene) {
  const element = h("div", { class: "graph__kept", role: "tooltip", hidden: true });
  scene.stage.append(element);

  /** @param {Element | null} at @param {string | undefined} id */
  function show(at, id) {
    const { run, step } = scene.store.state;
    const kept = run && id !== undefined ? keptAt(run, step, id) : null;
    const arrays = Object.entries(kept ?? {});
    element.hidden = arrays.length === 0;
    if (!at || arrays.length === 0) return;
    element.replaceChildren(
      ...arrays.map(([name, array]) =>
        h(
          "div",
          { class: "graph__kept-array" },
          h("div", {}, t("graph.kept", { name, shape: shapeText(array.shape) })),
          drawn(name, array),
        )
      ),
    );
    place(at);
  }

  /** @param {string} name @param {WireArray} array */
  function drawn(name, array) {
    const spec = specOfArray(name, array, scene.store.state.digits);
    if (spec.look === "cells" && "data" in array) {
      const cells = createCells(spec, "message", scene.pen);
      cells.fit(spec.chars.value);
      cells.show(array.data, "value", name);
      return cells.element;
    }
    const picture = createPicture(spec, "value", scene.pen);
    picture.show(array, "value", name, true);
    return picture.element;
  }

  /** Below the badge, or above it where there is no room. @param {Element} at */
  function place(at) {
    const stage = scene.stage.getBoundingClientRect();
    const rect = at.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = element;
    const x = rect.left - stage.left + (rect.width - width) / 2;
    const below = rect.bottom - stage.top + 6;
    const y = below + height <= stage.height ? below : rect.top - stage.top - height - 6;
    element.style.left = `${Math.max(4, Math.min(stage.width - width - 4, x))}px`;
    element.style.top = `${Math.max(4, y)}px`;
  }

  /** @param {EventTarget | null} target */
  const badge = (target) => (target instanceof Element ? target.closest("[data-kept]") : null);
  scene.stage.addEventListener("pointerover", (event) => {
    const at = badge(event.target);
    show(at, at?.getAttribute("data-kept") ?? undefined);
  });
  scene.stage.addEventListener("pointerleave", () => show(null, undefined));
  scene.stage.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof SVGElement) || !target.matches(':focus-visible[data-kind="layer"]')) {
      return;
    }
    show(target, target.dataset.node);
  });
  scene.stage.addEventListener("focusout", () => show(null, undefined));
}

// @ts-check
/** @import { Scene } from "./scene.js" */
import { h } from "../dom.js";
import { indexOf } from "../grid/geometry.js";
import { indexText } from "../grid/texts.js";
import { COVERED, readable } from "../numbers.js";
import { t } from "../strings/index.js";

/** Between the pointer and the line of text. */
const AWAY = 14;

/**
 * A line by the pointer that names the number it is over and gives it in full.
 *
 * @param {Scene} scene
 */
export function attachTip(scene) {
  const element = h("div", { class: "graph__tip", "aria-hidden": "true", hidden: true });
  scene.stage.append(element);
  scene.stage.addEventListener("pointermove", (event) => {
    const text = event.buttons === 0 ? textAt(scene, event) : null;
    element.hidden = text === null;
    if (text === null) return;
    element.textContent = text;
    const { left, top, width } = scene.stage.getBoundingClientRect();
    const x = Math.min(event.clientX - left + AWAY, width - element.offsetWidth - 4);
    element.style.transform = `translate(${x}px, ${event.clientY - top + AWAY}px)`;
  });
  scene.stage.addEventListener("pointerleave", () => element.hidden = true);
}

/**
 * @param {Scene} scene
 * @param {PointerEvent} event
 */
function textAt(scene, event) {
  const found = numberAt(scene, event);
  if (!found) return null;
  const { id, of, index, number } = found;
  const name = of === "gradient" ? t("graph.gradient_of", { loss: scene.loss, name: id }) : id;
  return t("graph.number", { name: `${name}${indexText(index)}`, number: readable(number) });
}

/**
 * The number under the pointer, in a cell or in a picture.
 *
 * @param {Scene} scene
 * @param {MouseEvent} event
 * @returns {{ id: string, of: "value" | "gradient", index: number[], number: number | string } | null}
 */
export function numberAt(scene, { target, clientX, clientY }) {
  if (!(target instanceof HTMLElement)) return null;
  const id = target.closest("[data-card]")?.getAttribute("data-card");
  const card = id ? scene.drawing?.cards.get(id) : undefined;
  if (!card) return null;
  const of = target.closest(".card__half--gradient") ? "gradient" : "value";
  if (target.matches("[data-number], [data-covered]")) {
    const { index = "", number = COVERED } = target.dataset;
    return { id: card.spec.id, of, index: index ? index.split(",").map(Number) : [], number };
  }
  const picture = card.halves[of]?.picture;
  if (!picture || picture.element !== target) return null;
  const { left, top, width, height } = target.getBoundingClientRect();
  const flat = picture.hit((clientX - left) / width, (clientY - top) / height);
  const number = flat === null ? undefined : picture.numbers()?.[flat];
  if (flat === null || number === undefined) return null;
  return { id: card.spec.id, of, index: indexOf(flat, card.spec.node.shape), number };
}

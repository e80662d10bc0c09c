// @ts-check
/** @import { Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { placeAmong } from "../lesson/order.js";
import { lessonWord } from "../lesson/words.js";
import { t } from "../strings/index.js";

/**
 * A button to the lesson before or after the open one, in the menu's order.
 *
 * @param {Store} store
 * @param {"previous" | "next"} way
 * @returns {HTMLElement}
 */
export function neighbourButton(store, way) {
  const button = h("button", { type: "button", class: `button button--icon documents__${way}` });
  const name = t(`study.${way}`);
  button.setAttribute("aria-label", name);
  button.append(icon(way === "next" ? "right" : "left"));

  function draw() {
    const id = neighbour();
    button.setAttribute("aria-disabled", String(id === null));
    button.title = id ? t(`study.${way}.title`, { title: lessonWord(id, "title") }) : name;
  }

  function neighbour() {
    return placeAmong(store.state.lessons, store.state.lesson)[way];
  }

  button.addEventListener("click", () => {
    const id = neighbour();
    if (id) store.dispatch({ type: "ask.lesson", id });
  });
  store.subscribe((state, before) => {
    if (state.lesson !== before.lesson || state.lessons !== before.lessons) draw();
  });
  draw();
  return button;
}

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
 * @param {"icon" | "title"} [look]  with the title of that lesson it is not there without one
 * @returns {HTMLElement}
 */
export function neighbourButton(store, way, look = "icon") {
  const button = h("button", { type: "button", class: `button button--${look} neighbour--${way}` });
  const name = t(`study.${way}`);
  const title = h("span", { class: "neighbour__title" });
  const picture = icon(way === "next" ? "right" : "left");
  if (look === "title") button.append(title, picture);
  else {
    button.setAttribute("aria-label", name);
    button.append(picture);
  }

  function draw() {
    const id = neighbour();
    button.setAttribute("aria-disabled", String(id === null));
    const words = id ? t(`study.${way}.title`, { title: lessonWord(id, "title") }) : name;
    title.textContent = button.title = words;
    button.hidden = look === "title" && id === null;
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

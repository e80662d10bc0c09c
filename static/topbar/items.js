// @ts-check
/** @import { LessonSummary, Progress } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { byTrack } from "../lesson/order.js";
import { lessonWord, shortId, trackWord } from "../lesson/words.js";
import { t } from "../strings/index.js";

const MARKS = /** @type {const} */ ({ opened: "opened", solved: "check" });

/**
 * The lessons as items of the menu, a group for each track.
 *
 * @param {readonly LessonSummary[]} lessons
 * @param {(id: string) => void} choose
 */
export function lessonGroups(lessons, choose) {
  return byTrack(lessons).map(([track, inside]) => {
    const name = trackWord(track);
    return h(
      "div",
      { role: "group", class: "documents__group", "aria-label": name },
      h("div", { class: "documents__track", "aria-hidden": "true" }, name),
      ...inside.map((lesson) => lessonItem(lesson, choose)),
    );
  });
}

/** @param {LessonSummary} lesson @param {(id: string) => void} choose */
function lessonItem({ id }, choose) {
  const number = shortId(id);
  const item = h(
    "button",
    { type: "button", role: "menuitemradio", class: "documents__item", tabindex: "-1" },
    h("span", { class: "documents__mark" }),
    h("span", { class: "documents__name" }, lessonWord(id, "title")),
    h("span", { class: "documents__number", "aria-hidden": "true" }, number),
    h("span", { class: "documents__question" }, lessonWord(id, "question")),
  );
  item.dataset.lesson = id;
  item.addEventListener("click", () => choose(id));
  return item;
}

/**
 * Shows how far the lesson of an item is: a mark, and words for who does not see it.
 *
 * @param {HTMLElement} item
 * @param {Progress} progress
 */
export function showProgress(item, progress) {
  const state = progress[item.dataset.lesson ?? ""];
  if (item.dataset.progress === (state ?? "none")) return;
  item.dataset.progress = state ?? "none";
  const words = state ? h("span", { class: "visually-hidden" }, t(`study.${state}`)) : null;
  item.querySelector(".documents__mark")?.replaceChildren(...state ? [icon(MARKS[state])] : []);
  item.querySelector(".visually-hidden")?.remove();
  if (words) item.append(" ", words);
}

/**
 * The item whose number or title begins with what was typed, from one of them on.
 *
 * @param {HTMLElement[]} items
 * @param {number} from
 * @param {string} word  in small letters
 */
export function itemOf(items, from, word) {
  const begins = (/** @type {string | null | undefined} */ text) =>
    text?.toLowerCase().startsWith(word);
  return [...items.slice(from), ...items.slice(0, from)].find((item) =>
    begins(item.dataset.lesson) || begins(item.querySelector(".documents__name")?.textContent)
  );
}

/**
 * The item beside another one, in the next column to the left or right; none where there is none.
 *
 * @param {HTMLElement[]} items
 * @param {HTMLElement} from
 * @param {-1 | 1} way
 */
export function itemBeside(items, from, way) {
  const here = from.getBoundingClientRect();
  const away = items
    .map((item) => ({ item, box: item.getBoundingClientRect() }))
    .filter(({ box }) => (box.left - here.left) * way > 1)
    .map(({ item, box }) => ({
      ...{ item, x: Math.abs(box.left - here.left), y: Math.abs(box.top - here.top) },
    }));
  away.sort((a, b) => a.x - b.x || a.y - b.y);
  return away[0]?.item;
}

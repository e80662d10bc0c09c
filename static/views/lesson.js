// @ts-check
/** @import { State, Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { bracketed } from "../explain/label.js";
import { answerPart } from "../lesson/answer.js";
import { placeAmong } from "../lesson/order.js";
import { lessonWord, shortId, trackWord } from "../lesson/words.js";
import { t } from "../strings/index.js";
import { neighbourButton } from "../topbar/neighbours.js";

/**
 * The region "Lesson": the question, what to look at, and behind a button the answer.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  root.classList.add("lesson");
  const place = h("p", { class: "lesson__place" });
  const title = h("h3", { class: "lesson__title" });
  const question = h("p", { class: "lesson__question" });
  const look = h("p", {});
  const open = h("button", { type: "button", class: "panel__button" });
  const answer = answerPart(store);
  const lesson = h(
    "div",
    { class: "lesson__body" },
    place,
    title,
    question,
    h("h4", { class: "lesson__heading" }, t("study.look")),
    look,
    open,
    answer.element,
    neighbourButton(store, "next", "title"),
  );
  const none = h("p", { class: "lesson__none" }, t("study.none"));
  root.append(lesson, none);

  open.addEventListener("click", () => {
    const { lessonText } = store.state;
    if (!lessonText) return;
    // What is to be looked at has the room that it needs.
    store.dispatch({ type: "ui.fold", panel: "lesson", folded: true });
    store.dispatch({ type: "ui.explain", cell: lessonText.open.cell });
  });

  /** @param {State} state */
  function draw(state) {
    lesson.hidden = state.lesson === null;
    none.hidden = !lesson.hidden;
    if (!state.lesson) return;
    place.replaceChildren(...placeOf(state, state.lesson));
    title.textContent = lessonWord(state.lesson, "title");
    question.textContent = lessonWord(state.lesson, "question");
    look.textContent = lessonWord(state.lesson, "look");
    drawOpen(state);
  }

  /** @param {State} state */
  function drawOpen({ lessonText }) {
    open.hidden = lessonText === null;
    if (!lessonText) return;
    const { name, index } = lessonText.open.cell;
    open.textContent = t("study.open", { cell: name + bracketed(index) });
  }

  store.subscribe((state, before) => {
    const other = state.lesson !== before.lesson || state.lessons !== before.lessons;
    if (other || state.progress !== before.progress) draw(state);
    else if (state.lessonText !== before.lessonText) drawOpen(state);
    if (state.lesson !== before.lesson) root.scrollTop = 0;
  });
  draw(store.state);
}

/** Where the lesson stands, and how far it is. @param {State} state @param {string} id */
function placeOf({ lessons, progress }, id) {
  const { at } = placeAmong(lessons, id);
  if (at < 0) return [];
  const track = trackWord(lessons[at].track);
  const words = t("study.place", { id: shortId(id), track, at: at + 1, count: lessons.length });
  if (progress[id] !== "solved") return [words];
  return [words, h("span", { class: "lesson__solved" }, icon("check"), t("study.solved"))];
}

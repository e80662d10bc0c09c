// @ts-check
/** @import { State, Store } from "../types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { lessonWord, saysWord } from "./words.js";

/**
 * A button, and behind it what would give the answer away: it is not on the page before.
 *
 * @param {Store} store
 */
export function answerPart(store) {
  const button = h("button", {
    ...{ type: "button", class: "panel__button panel__button--main lesson__show" },
    "aria-controls": "lesson-answer",
  });
  const answer = h("div", { class: "lesson__answer", id: "lesson-answer" });
  button.addEventListener("click", () => {
    const revealed = !store.state.revealed;
    store.dispatch({ type: "ui.reveal", revealed });
    if (revealed) store.dispatch({ type: "ui.predict", act: { do: "revealAll" } });
  });

  /** @param {State} state */
  function draw({ lesson, revealed }) {
    button.textContent = t(revealed ? "study.hide" : "study.show");
    button.setAttribute("aria-expanded", String(revealed));
    answer.hidden = !revealed;
    answer.replaceChildren(...revealed && lesson ? answerOf(lesson) : []);
    if (revealed) button.scrollIntoView({ block: "start" });
  }

  store.subscribe((state, before) => {
    if (state.lesson !== before.lesson || state.revealed !== before.revealed) draw(state);
    if (judged(state) && state.lesson === before.lesson && !judged(before)) {
      store.dispatch({ type: "ui.reveal", revealed: true });
    }
  });
  draw(store.state);
  return { element: h("div", {}, button, answer) };
}

/** Whether all that the lesson asks was answered, or shown. @param {State} state */
function judged({ predict }) {
  const own = predict.asked.filter(({ by }) => by === "lesson");
  return own.length > 0 && own.every(({ done }) => done !== null);
}

/** @param {string} lesson */
function answerOf(lesson) {
  return [
    ...["answer", "misconception", "notes"].flatMap((word) => part(lesson, word)),
    ...wrongOf(lesson),
  ];
}

/** @param {string} lesson @param {string} word */
function part(lesson, word) {
  if (!saysWord(lesson, word)) return [];
  return [heading(t(`study.${word}`)), h("p", {}, lessonWord(lesson, word))];
}

/** Wrong answers, each with what it reveals. @param {string} lesson */
function wrongOf(lesson) {
  const list = h("dl", { class: "lesson__wrong" });
  for (let n = 0; saysWord(lesson, `wrong.${n}`); n++) {
    list.append(
      h("dt", {}, lessonWord(lesson, `wrong.${n}.error`)),
      h("dd", {}, lessonWord(lesson, `wrong.${n}`)),
    );
  }
  return list.childElementCount > 0 ? [heading(t("study.wrong")), list] : [];
}

/** @param {string} words */
function heading(words) {
  return h("h4", { class: "lesson__heading" }, words);
}

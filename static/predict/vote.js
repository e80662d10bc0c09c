// @ts-check
/** @import { State, Store } from "../types.js" */
/** @import { BarPart } from "./bar.js" */
/** @import { Asked } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { act, actButton, promptOf } from "./bar.js";
import { diagnosisText, letterOf, optionText } from "./names.js";

/** A to D. */
export const MOST_OPTIONS = 4;

/**
 * A vote in a room: each option large, counted by a key or a click; bars once it is revealed.
 *
 * @param {Store} store
 * @param {Asked} asked
 * @returns {BarPart}
 */
export function votePart(store, asked) {
  const { run } = store.state;
  const revealed = asked.vote?.revealed ?? false;
  const shown = votedOptions(asked);
  const cards = shown.map((at) => cardOf(store, at, revealed));
  const count = h("span", { class: "predict__votes" });
  const undo = actButton(t("predict.uncount"), "uncount", () => act(store, { do: "uncount" }));
  const reveal = actButton(t("predict.vote.reveal"), "reveal", () => act(store, { do: "reveal" }));
  reveal.classList.add("predict__button--main");
  const end = actButton(t("predict.vote.end"), "endVote", () => act(store, { do: "endVote" }));
  const prompt = run
    ? h("span", { class: "predict__prompt" }, promptOf(run, { ...asked, kind: "choice" }))
    : null;
  const head = h(
    "div",
    { class: "predict__question" },
    prompt,
    count,
    ...(revealed ? [] : [undo, reveal]),
    end,
  );
  const row = h("div", { class: "vote", role: "group", "aria-label": t("predict.vote.options") });
  row.append(...cards.map(({ element }) => element));
  return {
    element: h("div", { class: "predict__room" }, head, row),
    update(state, now) {
      const counted = now.vote?.counted ?? [];
      count.textContent = t(counted.length === 1 ? "predict.vote.one" : "predict.vote.count", {
        count: counted.length,
      });
      undo.setAttribute("aria-disabled", String(counted.length === 0));
      for (const card of cards) card.update(state, now);
    },
    focus: () => (revealed ? end : cards[0]?.element ?? end).focus(),
  };
}

/** Which of the options a room votes on: no more than there are keys, the right one among them. @param {Asked} asked */
export function votedOptions({ options }) {
  const all = (options ?? []).map((_, at) => at);
  const right = (options ?? []).findIndex((option) => option.right);
  const first = all.slice(0, MOST_OPTIONS);
  return first.includes(right) || right < 0 ? first : [...first.slice(0, MOST_OPTIONS - 1), right];
}

/** How large an answer can be written. @param {string} text */
function lengthOf({ length }) {
  if (length > 16) return "longest";
  return length > 11 ? "long" : length > 7 ? "medium" : "short";
}

/** @param {Store} store @param {number} at @param {boolean} revealed */
function cardOf(store, at, revealed) {
  const letter = h("span", { class: "vote__letter" }, letterOf(at));
  const answer = h("span", { class: "vote__answer" });
  const bar = h("span", { class: "vote__bar", hidden: true });
  const why = h("span", { class: "vote__why", hidden: true });
  const votes = h("span", { class: "vote__count", hidden: true });
  const element = h(
    "button",
    { type: "button", class: "vote__option", "data-act": `count${at}` },
    letter,
    answer,
    votes,
    bar,
    why,
  );
  element.addEventListener("click", () => act(store, { do: "count", option: at }));
  element.setAttribute("aria-disabled", String(revealed));
  /** @param {State} state @param {Asked} now */
  function update(state, now) {
    const option = now.options?.[at];
    if (!option) return;
    answer.textContent = optionText(option, now, state.lesson, state.digits);
    answer.dataset.length = lengthOf(answer.textContent);
    if (!now.vote?.revealed) return;
    const own = now.vote.counted.filter((counted) => counted === at).length;
    bar.hidden = votes.hidden = false;
    bar.style.setProperty("--part", String(own / Math.max(1, now.vote.counted.length)));
    votes.textContent = String(own);
    why.textContent = option.diagnosis ? diagnosisText(option.diagnosis) : "";
    why.hidden = why.textContent === "";
    element.dataset.right = String(option.right);
    const words = t(option.right ? "predict.vote.right" : "predict.vote.wrong");
    element.setAttribute(
      "aria-label",
      t("predict.vote.result", {
        letter: letterOf(at),
        answer: answer.textContent,
        words,
        count: own,
      }),
    );
  }
  return { element, update };
}

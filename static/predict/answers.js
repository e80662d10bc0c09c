// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { BarPart } from "./bar.js" */
/** @import { Asked } from "./types.js" */
import { h } from "../dom.js";
import { format } from "../numbers.js";
import { t } from "../strings/index.js";
import { act, actButton, actWhenReady, promptOf } from "./bar.js";
import { choicePart } from "./choices.js";
import { fieldsPart } from "./fields.js";
import { rightNumbers } from "./judge.js";
import { nameOf, optionText } from "./names.js";
import { wantedCells } from "./pick.js";
import { picksPart } from "./picks.js";

/**
 * The question, what an answer is given with, and what may be done with it.
 *
 * @param {Store} store
 * @param {RunState} run
 * @param {Asked} asked
 * @returns {BarPart}
 */
export function answerPart(store, run, asked) {
  const words = asked.done
    ? t(asked.done === "right" ? "predict.right" : "predict.shown")
    : promptOf(run, asked);
  // The options of a lesson speak for themselves, under its question.
  const heard = asked.ask?.kind === "choose" && !asked.done ? " visually-hidden" : "";
  const prompt = h("span", { class: `predict__prompt${heard}` }, words);
  const answer = asked.done ? donePart(store, run, asked) : inputOf(store, run, asked);
  const element = h(
    "div",
    { class: "predict__question" },
    prompt,
    answer.element,
    ...actsOf(store, asked),
  );
  return { element, update: answer.update, focus: answer.focus };
}

/** @param {Store} store @param {RunState} run @param {Asked} asked @returns {BarPart} */
function inputOf(store, run, asked) {
  switch (asked.kind) {
    case "number":
      return fieldsPart(store, run, asked);
    case "pick":
      return picksPart(store, run, asked);
    case "choice":
      return choicePart(store, asked);
  }
}

/** What can be done with an open question. @param {Store} store @param {Asked} asked */
function actsOf(store, asked) {
  if (asked.done) return [];
  const { kind, by, ask } = asked;
  return [
    by === "person" ? kindChoice(store, asked) : null,
    kind === "choice" ? null : checkButton(store, asked),
    kind === "pick" && ask
      ? null
      : actButton(t("predict.vote"), "vote", () => actWhenReady(store, asked, { do: "vote" })),
    actButton(t("predict.reveal"), "reveal", () => act(store, { do: "reveal" })),
    store.state.predict.asked.filter(({ done }) => !done).length > 1
      ? actButton(t("predict.revealAll"), "revealAll", () => act(store, { do: "revealAll" }))
      : null,
  ].filter((button) => button !== null);
}

/** @param {Store} store @param {Asked} asked */
function checkButton(store, asked) {
  const button = actButton(
    t("predict.check"),
    "check",
    () => actWhenReady(store, asked, { do: "answer" }),
  );
  button.classList.add("predict__button--main");
  return button;
}

/** After a wrong answer: the explanation, what is asked for still covered. @param {Store} store @param {Asked} asked */
export function hintButton(store, asked) {
  return actButton(t("predict.hint"), "hint", () => {
    act(store, { do: "hint" });
    look(store, asked);
  });
}

/** Whether there is more to look at than was asked for so far. @param {Asked} asked */
export function mayHint({ kind, name, hint, verdict, done }) {
  const wrong = verdict?.kind === "wrong" || verdict?.kind === "far";
  return wrong && !hint && done === null && name !== "" && kind !== "pick";
}

/** Opens the explanation of what is asked for. @param {Store} store @param {Asked} asked */
export function look(store, { of, name, cells }) {
  store.dispatchAll([
    { type: "ui.explain", cell: { of, name, index: cells[0] } },
    { type: "ui.explain.tab", tab: "from" },
  ]);
}

/** In what way a person's own question is answered. @param {Store} store @param {Asked} asked */
function kindChoice(store, { kind }) {
  const select = h("select", {
    class: "predict__kind",
    "data-act": "kind",
    "aria-label": t("predict.kind"),
  });
  for (const each of /** @type {const} */ (["number", "pick", "choice"])) {
    const option = h("option", { value: each }, t(`predict.kind.${each}`));
    option.selected = each === kind;
    select.append(option);
  }
  select.addEventListener("change", () => {
    act(store, { do: "kind", kind: /** @type {Asked["kind"]} */ (select.value) });
  });
  return select;
}

/** The numbers, once they may be seen, and the ways on. @param {Store} store @param {RunState} run @param {Asked} asked @returns {BarPart} */
function donePart(store, run, asked) {
  const { predict } = store.state;
  const open = predict.asked.findIndex(({ done }) => done === null);
  const explain = asked.name === ""
    ? null
    : actButton(t("predict.explain"), "explain", () => look(store, asked));
  const on = open >= 0
    ? actButton(t("predict.on"), "on", () => act(store, { do: "go", at: open }))
    : actButton(t("predict.close"), "close", () => act(store, { do: "drop" }));
  on.classList.add("predict__button--main");
  const shown = h("span", { class: "predict__answer" });
  return {
    element: h("div", { class: "predict__input" }, shown, explain, on),
    update(state) {
      shown.textContent = shownOf(state, run, asked);
    },
    focus: () => on.focus(),
  };
}

/** What was asked for, as it is. @param {State} state @param {RunState} run @param {Asked} asked */
function shownOf({ run: now, digits, lesson }, run, asked) {
  const { ask, of, name, cells, options } = asked;
  if (ask?.kind === "choose") {
    const words = { numbers: null, words: ask.answer, right: true, diagnosis: null };
    return optionText(options?.find(({ right }) => right) ?? words, asked, lesson, digits);
  }
  if (asked.kind === "pick" && now) {
    return wantedCells(now, asked).map((cell) => nameOf(run, cell.of, cell.name, cell.index)).join(
      ", ",
    );
  }
  const numbers = now ? rightNumbers(now, asked) : null;
  return cells.map((index, at) =>
    `${nameOf(run, of, name, index)} = ${numbers ? format(numbers[at], digits) : "…"}`
  ).join(", ");
}

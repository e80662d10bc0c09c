// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
/** @import { Asked, PredictAct } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { answerPart, hintButton, mayHint } from "./answers.js";
import { diagnosisText, nameOf, subjectOf } from "./names.js";
import { ready } from "./ready.js";
import { votePart } from "./vote.js";

/**
 * What a part of the bar does when the state is another, as long as the same is asked.
 *
 * @typedef {{ element: HTMLElement, update: (state: State, asked: Asked) => void,
 *   focus?: () => void }} BarPart
 */

/** The bar with one question: built when it is another, else only told of what changed. */
export class QuestionBar {
  /** @param {HTMLElement} root @param {Store} store */
  constructor(root, store) {
    this.root = root;
    this.store = store;
    this.key = "";
    /** @type {BarPart | null} */
    this.part = null;
    this.said = h("p", { class: "predict__said", id: "predict-said", role: "status" });
  }

  /** @param {State} state */
  update(state) {
    const { predict, run } = state;
    const asked = predict.asked[predict.at];
    this.root.hidden = !asked || !run;
    if (!asked || !run) {
      this.key = "";
      this.root.replaceChildren();
      return;
    }
    const key = keyOf(state, asked);
    if (key !== this.key) this.build(state, run, asked);
    this.key = key;
    this.part?.update(state, asked);
    this.say(asked);
  }

  /** @param {State} state @param {RunState} run @param {Asked} asked */
  build(state, run, asked) {
    const { root, store } = this;
    const focused = root.contains(document.activeElement);
    const kept = document.activeElement?.getAttribute("data-act") ?? null;
    this.part = asked.vote ? votePart(store, asked) : answerPart(store, run, asked);
    const row = h("div", { class: "predict__row" }, steps(store, state), this.part.element);
    root.dataset.vote = String(asked.vote !== null);
    root.dataset.done = asked.done ?? "";
    const hint = mayHint(asked) ? hintButton(store, asked) : null;
    root.replaceChildren(row, h("div", { class: "predict__verdict" }, this.said, hint));
    if (focused) this.refocus(kept);
  }

  /** @param {string | null} act */
  refocus(act) {
    const same = act === null
      ? null
      : /** @type {HTMLElement | null} */ (this.root.querySelector(`[data-act="${act}"]`));
    if (same) same.focus();
    else if (this.part?.focus) this.part.focus();
    else this.root.querySelector("button")?.focus();
  }

  /** @param {Asked} asked */
  say({ verdict, done }) {
    const { said } = this;
    const text = done
      ? t(done === "right" ? "predict.right" : "predict.shown")
      : verdict && verdict.kind !== "right"
      ? diagnosisText(verdict.diagnosis)
      : "";
    said.dataset.verdict = done ?? verdict?.kind ?? "";
    if (said.textContent !== text) said.textContent = text;
  }
}

/** What makes the bar another one. @param {State} state @param {Asked} asked */
function keyOf({ predict, run, digits }, { id, kind, list, done, vote, hint, verdict, options }) {
  const wrong = verdict?.kind === "wrong" || verdict?.kind === "far";
  return [
    ...[id, kind, list !== null, done, vote !== null, vote?.revealed, hint, wrong, predict.at],
    ...[predict.asked.map((one) => one.done).join(), run?.graph.graph.nodes.length, digits],
    options !== null,
  ].join(" ");
}

/** Which question it is, and the ways to the others. @param {Store} store @param {State} state */
function steps(store, { predict }) {
  const { asked, at } = predict;
  const title = h("h2", { class: "predict__title" }, t("region.predict"));
  if (asked.length < 2) return title;
  const go = (/** @type {number} */ by) => {
    const to = at + by;
    if (asked[to]) act(store, { do: "go", at: to });
  };
  const back = actButton("‹", "back", () => go(-1), t("predict.previous"));
  const next = actButton("›", "next", () => go(1), t("predict.next"));
  back.setAttribute("aria-disabled", String(at === 0));
  next.setAttribute("aria-disabled", String(at === asked.length - 1));
  const count = h(
    "span",
    { class: "predict__count" },
    t("predict.count", { at: at + 1, of: asked.length }),
  );
  return h("div", { class: "predict__steps" }, title, back, count, next);
}

/** @param {Store} store @param {PredictAct} what */
export function act(store, what) {
  store.dispatch({ type: "ui.predict", act: what });
}

/** Once the numbers that it is judged by are here. @param {Store} store @param {Asked} asked @param {PredictAct} what */
export async function actWhenReady(store, asked, what) {
  const { run } = store.state;
  const waiting = run ? ready(run, asked) : null;
  if (waiting) await waiting;
  act(store, what);
}

/** The focus goes to where an answer is given. */
export function focusAnswer() {
  const first = document.querySelector(
    "#predict :is(input, .predict__pick, [data-act^=choose], [data-act=options])",
  );
  if (first instanceof HTMLElement) first.focus();
}

/** @param {string} words @param {string} name  for the focus to find it again @param {() => void} press @param {string | null} [label] */
export function actButton(words, name, press, label = null) {
  const button = h(
    "button",
    {
      type: "button",
      class: "predict__button",
      "data-act": name,
      "aria-label": label,
      title: label,
    },
    words,
  );
  button.addEventListener("click", press);
  return button;
}

/** The line before the answer. @param {RunState} run @param {Asked} asked */
export function promptOf(run, asked) {
  const { ask, kind } = asked;
  if (ask?.kind === "choose") return t("predict.ask.choose");
  if (kind === "pick" && ask) {
    return t("predict.ask.pick", { name: nameOf(run, asked.of, asked.name, []) });
  }
  const name = subjectOf(run, asked);
  if (kind === "pick") return t("predict.ask.operands", { name });
  return t(kind === "choice" ? "predict.ask.which" : "predict.ask.number", { name });
}

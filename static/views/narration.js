// @ts-check
/** @import { State, Store } from "../types.js" */
/** @import { Sentence } from "../narration/sentence.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { litCode } from "../narration/code.js";
import { questionStands, sentenceAt } from "../narration/sentence.js";
import { stepAt } from "../select.js";
import { t } from "../strings/index.js";

/** From the largest size that fits, so that nothing is ever clipped and the bar keeps its height. */
const SIZES = ["large", "medium", "small", "tiny"];

/**
 * The line on top: what the active step does, and the code that does it.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const line = h("p", { class: "narration__line", "aria-live": "polite", "aria-atomic": "true" });
  const code = h("div", { class: "narration__code" });
  const look = h("button", {
    ...{ type: "button", class: "button narration__look", "aria-controls": "lesson" },
  }, t("study.look"));
  look.addEventListener("click", () => {
    store.dispatch({ type: "ui.fold", panel: "lesson", folded: !store.state.folded.lesson });
  });
  root.append(line, code, look);

  /** @param {State} state */
  function draw(state) {
    const sentence = sentenceAt(state);
    line.replaceChildren(...drawnSentence(sentence));
    const question = questionStands(state);
    code.replaceChildren(...question ? [] : drawnCode(state));
    look.hidden = !question;
    root.dataset.pass = (!question && stepAt(state)?.type) || "none";
    code.hidden = code.childElementCount === 0;
    fitSoon();
  }

  /** @param {State} state */
  function drawLook({ folded }) {
    look.setAttribute("aria-expanded", String(!folded.lesson));
  }

  // Measured once a frame, when all else has been drawn: to read sizes in between costs a layout.
  let asked = false;
  function fitSoon() {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      fit(root, line, code);
    });
  }

  store.subscribe((state, before) => {
    if (concerns(state, before)) draw(state);
    if (state.folded.lesson !== before.folded.lesson) drawLook(state);
  });
  new ResizeObserver(fitSoon).observe(root);
  draw(store.state);
  drawLook(store.state);
}

/** @param {State} state @param {State} before */
function concerns(state, before) {
  return state.step !== before.step || state.run !== before.run ||
    state.lesson !== before.lesson || state.asking !== before.asking ||
    state.digits !== before.digits;
}

/** @param {Sentence} sentence */
function drawnSentence({ pieces, warnings }) {
  const said = pieces.map(({ text, tone }) =>
    tone === "plain" ? text : h("span", { class: `tone tone--${tone}` }, text)
  );
  return [...said, ...warnings.map(drawnWarning)];
}

/** @param {string} message */
function drawnWarning(message) {
  const word = h("span", { class: "visually-hidden" }, `${t("narration.warning")}: `);
  const warning = h("strong", { class: "narration__warning" });
  warning.append(icon("warning"), word, message);
  return warning;
}

/** @param {State} state */
function drawnCode(state) {
  const lit = litCode(state);
  if (!lit) return [];
  const pass = t(`narration.pass.${lit.pass}`);
  return [
    h("span", { class: "narration__source" }, t("narration.code", { title: lit.title, pass })),
    h("code", { class: `narration__lines tone--${lit.pass}` }, lit.lines.join("\n")),
  ];
}

/** @param {HTMLElement} root @param {HTMLElement[]} parts */
function fit(root, ...parts) {
  for (const size of SIZES) {
    if (root.dataset.size !== size) root.dataset.size = size;
    if (parts.every((part) => part.scrollHeight <= root.clientHeight)) return;
  }
}

// @ts-check
/** @import { State, Store } from "../types.js" */
/** @import { ErrorBody, Notice } from "../wire.js" */
import { h } from "../dom.js";
import { createEditor } from "../network/editor.js";
import { lineStates, nodeOfLine } from "../network/lines.js";
import { missingPart } from "../network/missing.js";
import { openingPart } from "../network/opening.js";
import { lessonWord } from "../lesson/words.js";
import { t } from "../strings/index.js";
import { errorText, noticeText } from "../strings/said.js";

const PROBLEM_ID = "program-problem";

/**
 * The region "Network": the document's title, its program to edit, and what is wrong with it.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  root.classList.add("network");
  const title = h("h3", { class: "network__title" });
  const editor = createEditor(PROBLEM_ID, {
    typed: (program) => store.dispatch({ type: "ui.draft", program }),
    paused: (program) => store.dispatch({ type: "ask.program", program }),
    picked: (line) => pick(store, line),
  });
  const problem = h("p", { class: "problem", id: PROBLEM_ID, role: "alert", hidden: true });
  const warnings = h("ul", { class: "warnings", hidden: true });
  const missing = missingPart(store, () => editor.focus());
  root.append(title, editor.element, problem, missing, warnings, openingPart(root, store));

  /** @param {State} state @param {State | null} before */
  function update(state, before) {
    const name = nameOf(state);
    if (name !== title.textContent) title.textContent = title.title = name;
    const program = state.draft ?? state.document?.program ?? "";
    if (program !== programOf(before)) editor.set(program);
    if (state.problem !== (before?.problem ?? null)) {
      const wrong = state.problem?.about === "program" ? state.problem.error : null;
      editor.complain(wrong);
      problem.hidden = wrong === null;
      problem.textContent = wrong && placed(wrong);
    }
    if (progressChanged(state, before)) showProgress(state);
    if (state.run?.warnings !== before?.run?.warnings) list(warnings, state.run?.warnings ?? []);
  }

  /** A line that was typed over has not run. @param {State} state */
  function showProgress({ run, step, document }) {
    const states = run ? lineStates(run, step) : null;
    const ran = document?.program.split("\n") ?? [];
    editor.progress((line, text) => text === ran[line - 1] ? states?.get(line) ?? null : null);
  }

  update(store.state, null);
  store.subscribe(update);
}

/** @param {State} state */
function nameOf({ lesson, document }) {
  return lesson ? lessonWord(lesson, "title") : document?.title ?? t("network.untitled");
}

/** @param {State | null} state */
function programOf(state) {
  return state?.draft ?? state?.document?.program;
}

/**
 * Numbers that come while a run is on its way change nothing about the lines.
 *
 * @param {State} state
 * @param {State | null} before
 */
function progressChanged(state, before) {
  if (!before || state.step !== before.step || state.draft !== before.draft) return true;
  return state.document !== before.document || state.run?.number !== before.run?.number ||
    state.run?.finished !== before.run?.finished;
}

/** @param {Store} store @param {number} line */
function pick({ state, dispatch }, line) {
  const id = state.run && nodeOfLine(state.run.graph).get(line);
  if (id) dispatch({ type: "ui.select", selection: { kind: "node", id } });
}

/** @param {ErrorBody} error */
function placed(error) {
  const message = errorText(error);
  const { line, column } = error;
  if (line === undefined) return message;
  return column === undefined
    ? t("network.problemOnLine", { line, message })
    : t("network.problemAt", { line, column, message });
}

/** @param {HTMLElement} element @param {Notice[]} warnings */
function list(element, warnings) {
  element.hidden = warnings.length === 0;
  element.replaceChildren(
    ...warnings.map((warning) => h("li", { class: "warnings__item" }, noticeText(warning))),
  );
}

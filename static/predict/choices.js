// @ts-check
/** @import { Store } from "../types.js" */
/** @import { BarPart } from "./bar.js" */
/** @import { Asked } from "./types.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { actButton, actWhenReady } from "./bar.js";
import { letterOf, optionText } from "./names.js";

/**
 * The options as buttons; until they are made, one that makes them.
 *
 * @param {Store} store
 * @param {Asked} asked
 * @returns {BarPart}
 */
export function choicePart(store, asked) {
  const { options, ask } = asked;
  const count = options?.length ?? (ask?.kind === "choose" ? ask.options.length : 0);
  const buttons = Array.from(
    { length: count },
    (_, at) =>
      actButton("", `choose${at}`, () => actWhenReady(store, asked, { do: "choose", option: at })),
  );
  const make = count > 0
    ? []
    : [actButton(t("predict.options"), "options", () =>
      actWhenReady(store, asked, { do: "options" }))];
  return {
    element: h("span", { class: "predict__input predict__choices" }, ...buttons, ...make),
    update(state, now) {
      buttons.forEach((button, at) => {
        const option = now.options?.[at] ??
          { numbers: null, words: at, right: false, diagnosis: null };
        const letter = h("b", { class: "predict__letter" }, letterOf(at));
        button.replaceChildren(letter, optionText(option, now, state.lesson, state.digits));
        button.setAttribute("aria-pressed", String(now.chosen === at));
      });
    },
    focus: () => (buttons[0] ?? make[0])?.focus(),
  };
}

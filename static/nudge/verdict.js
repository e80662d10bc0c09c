// @ts-check
/** @import { ElementNudged } from "../wire.js" */
/** @import { RunState } from "../types.js" */
import { lossName } from "../select.js";
import { t } from "../strings/index.js";

/** What makes a kink, by op; others are said to have a switch. @type {Record<string, string>} */
const KINKS = {
  Relu: "relu",
  LeakyRelu: "relu",
  abs: "abs",
  max: "max",
  maximum: "max",
  MaxPooling: "max",
};

/**
 * What the slope and the gradient have to do with each other, in words.
 *
 * @param {{ run: RunState, cell: string }} subject
 * @param {Pick<ElementNudged, "verdict" | "kink">} answer
 */
export function verdictText({ run, cell }, { verdict, kink }) {
  const loss = lossName(run);
  const node = kink === null ? undefined : run.graph.nodes.get(kink);
  const what = t(`nudge.kink.${KINKS[node?.op ?? ""] ?? "other"}`, { node: kink ?? "" });
  switch (verdict) {
    case "agrees":
      return t("nudge.verdict.agrees");
    case "kink":
      return t("nudge.verdict.kink", { cell, loss, what });
    case "crosses_kink":
      return t("nudge.verdict.crosses_kink", { loss, what });
    case "step_too_large":
      return t("nudge.verdict.step_too_large", { loss });
    case "step_too_small":
      return t("nudge.verdict.step_too_small", { loss });
    case "differs":
      return t("nudge.verdict.differs");
    case "not_finite":
      return t("nudge.verdict.not_finite", { loss });
  }
}

// @ts-check
/** @import { Problem, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { t } from "../strings/index.js";
import { errorText } from "../strings/said.js";

/**
 * What is wrong with the connection or the document, over the page so that nothing moves.
 *
 * @param {Store} store
 * @returns {HTMLElement}
 */
export function trouble(store) {
  const lost = h("div", { class: "trouble__item", role: "alert" });
  const problem = h("div", { class: "trouble__item trouble__item--error", role: "alert" });
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let ticking;

  /** @param {State} state */
  function drawLost({ connection, run }) {
    clearInterval(ticking);
    const away = connection.status !== "open" && (connection.status === "lost" || run !== null);
    lost.hidden = !away;
    if (!away) return lost.replaceChildren();
    // The seconds are for the eye alone: a screen reader would say each of them.
    const wait = h("span", { "aria-hidden": "true" });
    const tick = () => wait.textContent = waiting(connection.retryAt);
    lost.replaceChildren(icon("warning"), t("topbar.lost"), " ", wait);
    tick();
    ticking = setInterval(tick, 250);
  }

  /** @param {Problem | null} found */
  function drawProblem(found) {
    const ours = found !== null && (found.about === "document" || found.about === "other");
    problem.hidden = !ours;
    if (!ours) return problem.replaceChildren();
    const dismiss = h("button", { type: "button", class: "button" }, t("topbar.dismiss"));
    dismiss.addEventListener("click", () => store.dispatch({ type: "ui.problem", problem: null }));
    problem.replaceChildren(icon("warning"), errorText(found.error), dismiss);
  }

  store.subscribe((state, before) => {
    if (state.connection !== before.connection) drawLost(state);
    if (state.problem !== before.problem) drawProblem(state.problem);
  });
  drawLost(store.state);
  drawProblem(store.state.problem);
  return h("div", { class: "trouble" }, lost, problem);
}

/** @param {number | null} retryAt */
function waiting(retryAt) {
  const seconds = retryAt === null ? 0 : Math.ceil((retryAt - Date.now()) / 1000);
  if (seconds <= 0) return t("topbar.retry.now");
  return seconds === 1 ? t("topbar.retry.one") : t("topbar.retry.many", { seconds });
}

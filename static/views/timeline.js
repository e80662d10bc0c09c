// @ts-check
/** @import { RunState, State, Store } from "../types.js" */
import { h } from "../dom.js";
import { icon } from "../icons.js";
import { stepAt, totalSteps } from "../select.js";
import { t } from "../strings/index.js";
import { play } from "../timeline/player.js";
import { Track } from "../timeline/track.js";

const SPEEDS = [0.5, 1, 2, 4];

/**
 * @typedef {"first" | "previous" | "next" | "last"} Move
 */

/**
 * The region "Timeline": buttons, the slider over both passes, and the speed.
 *
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function mount(root, store) {
  const track = new Track();
  const slider = sliderFor(store);
  const buttons = moveButtons(store);
  const toggle = h("button", { type: "button", class: "round round--play" });
  const count = h("output", { class: "timeline__count", "aria-live": "off" });
  root.append(
    h(
      "div",
      { class: "timeline__buttons" },
      buttons.first,
      buttons.previous,
      toggle,
      buttons.next,
      buttons.last,
    ),
    h("div", { class: "timeline__track" }, track.element, slider),
    count,
    speedControl(store),
  );
  buttons.next.prepend(h("span", { class: "round__word" }, t("timeline.next.short")));
  toggle.addEventListener("click", () => {
    store.dispatch({ type: "ui.play", playing: !store.state.playing });
  });

  /** @param {State} state @param {State | null} before */
  function draw(state, before) {
    const { run, step } = state;
    const total = totalSteps(run);
    if (run && redrawn(run, before?.run ?? null)) track.draw(run);
    slider.max = String(total);
    slider.value = String(step);
    slider.setAttribute("aria-valuetext", spoken(state));
    track.reach(total > 0 ? step / total : 0);
    root.dataset.pass = passOf(state);
    count.textContent = t("timeline.count", { step, total });
    disable(buttons.first, step === 0);
    disable(buttons.previous, step === 0);
    disable(buttons.next, step === total);
    disable(buttons.last, step === total);
    disable(toggle, total === 0);
  }

  /** @param {boolean} playing */
  function drawToggle(playing) {
    toggle.replaceChildren(icon(playing ? "pause" : "play"));
    name(toggle, t(playing ? "timeline.pause" : "timeline.play"));
  }

  store.subscribe((state, before) => {
    if (elsewhere(state, before)) draw(state, before);
    if (state.playing !== before.playing) drawToggle(state.playing);
  });
  draw(store.state, null);
  drawToggle(store.state.playing);
  play(store);
}

/** Where a move leads from a state. @param {State} state @param {Move} move */
export function destination({ step, run }, move) {
  const total = totalSteps(run);
  const to = { first: 0, previous: step - 1, next: step + 1, last: total }[move];
  return Math.max(0, Math.min(total, to));
}

/** Goes there, and stops playing. @param {Store} store @param {Move} move */
export function go(store, move) {
  const step = destination(store.state, move);
  store.dispatchAll([{ type: "ui.play", playing: false }, { type: "ui.step", step }]);
}

/** @param {Store} store @returns {Record<Move, HTMLButtonElement>} */
function moveButtons(store) {
  /** @param {Move} move @param {string} label */
  const button = (move, label) => {
    const made = h("button", { type: "button", class: `round round--${move}` });
    made.append(icon(move));
    name(made, label);
    made.addEventListener("click", () => go(store, move));
    return made;
  };
  return {
    first: button("first", t("timeline.first")),
    previous: button("previous", t("timeline.previous")),
    next: button("next", t("timeline.next")),
    last: button("last", t("timeline.last")),
  };
}

/** @param {Store} store */
function sliderFor(store) {
  const slider = h("input", {
    ...{ type: "range", min: "0", max: "0", value: "0", step: "1", class: "timeline__slider" },
    "aria-label": t("timeline.step"),
  });
  slider.addEventListener("input", () => {
    const step = Number(slider.value);
    store.dispatchAll([{ type: "ui.play", playing: false }, { type: "ui.step", step }]);
  });
  return slider;
}

/** @param {Store} store */
function speedControl(store) {
  const group = h("div", {
    ...{ role: "radiogroup", class: "speed", "aria-label": t("timeline.speed") },
  });
  for (const speed of SPEEDS) {
    const input = h("input", { type: "radio", name: "speed", class: "speed__input" });
    input.checked = speed === store.state.speed;
    input.addEventListener("change", () => store.dispatch({ type: "ui.speed", speed }));
    // Chosen with a pointer, it gives the arrow keys back to the steps.
    input.addEventListener("click", ({ detail }) => detail > 0 && input.blur());
    const label = h("span", { class: "speed__label" }, t("timeline.times", { speed }));
    group.append(h("label", { class: "speed__choice" }, input, label));
  }
  return group;
}

/** Whether anything but numbers is new. @param {State} state @param {State} before */
function elsewhere(state, before) {
  if (state.step !== before.step) return true;
  if (state.run === before.run) return false;
  return !state.run || redrawn(state.run, before.run) || !stepAt(state) !== !stepAt(before);
}

/** Whether the track must be drawn anew: not for each step that comes. @param {RunState} run @param {RunState | null} before */
function redrawn(run, before) {
  return run.graph !== before?.graph || run.finished !== before.finished ||
    run.forward !== before.forward || run.backward !== before.backward;
}

/** @param {State} state */
function passOf({ run, step }) {
  if (!run || step === 0) return "start";
  return step <= run.forward ? "forward" : "backward";
}

/** What a screen reader says of the slider. @param {State} state */
function spoken(state) {
  const { run, step } = state;
  const total = totalSteps(run);
  if (!run) return t("timeline.at.none");
  if (step === 0) return t("timeline.at.start", { total });
  const now = stepAt(state);
  if (!now) return t("timeline.at.waiting", { step, total });
  return now.type === "node.forward"
    ? t("timeline.at.forward", { step, total, node: now.node })
    : t("timeline.at.backward", { step, total, source: now.source, target: now.target });
}

/** @param {HTMLElement} button @param {string} text */
function name(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}

/** A button with nothing to do stays where it is, for the focus that is on it. @param {HTMLElement} button @param {boolean} idle */
function disable(button, idle) {
  button.setAttribute("aria-disabled", String(idle));
}

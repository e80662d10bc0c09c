// @ts-check
/** @import { CommandRefused } from "./wire.js" */
/** @import { ConnectionEvent, PageEvent, State, Store, UiEvent } from "./types.js" */
import { seen } from "./predict/cover.js";
import { totalSteps } from "./select.js";
import { asked, commandDone, commandRefused, sessionOpened } from "./store/ask.js";
import { documentOpened } from "./store/document.js";
import { checkFollows, checkGoesOn, checking, checkRefused, checkTold } from "./store/check.js";
import { explaining, messageCell } from "./store/explained.js";
import { learned } from "./store/progress.js";
import { nudgeRefused, nudgeTold, nudging } from "./store/nudge.js";
import { puzzleRefused, puzzleTold, puzzling } from "./store/puzzle.js";
import { askedAnew, NOTHING_ASKED, predicting } from "./store/predict.js";
import { runFinished, runStarted, stepCame } from "./store/run.js";

/**
 * The state before anything has come.
 *
 * @type {State}
 */
export const EMPTY = {
  connection: { status: "connecting", session: null, retryAt: null },
  document: null,
  lesson: null,
  expand: [],
  run: null,
  incoming: null,
  before: null,
  step: 0,
  start: 0,
  begun: false,
  asking: false,
  playing: false,
  speed: 1,
  selection: null,
  explained: null,
  puzzle: null,
  nudge: 0.1,
  hover: null,
  pinned: null,
  problem: null,
  draft: null,
  outbox: [],
  questions: [],
  nudged: { asked: null, told: null, refused: null, curve: null, plot: false },
  checking: {
    ...{ open: false, id: null, stop: null, run: null, progress: null, result: null, error: null },
    ended: false,
  },
  asked: 0,
  opening: null,
  aside: {},
  undo: [],
  redo: [],
  lessons: [],
  lessonText: null,
  revealed: false,
  progress: {},
  predict: NOTHING_ASKED,
  theme: "system",
  systemTheme: "light",
  digits: 3,
  folded: { network: false, values: false, lesson: true, inspector: true },
  returning: null,
};

/**
 * Holds the state and tells of every change, in the order they happened. What it shows is without
 * the numbers that are covered: only `reduce` has those, to judge by.
 *
 * @param {(state: State, event: PageEvent) => State} reduce
 * @param {State} initial
 * @returns {Store}
 */
export function createStore(reduce, initial) {
  /** @type {Set<(state: State, before: State) => void>} */
  const listeners = new Set();
  /** @type {[State, State][]} */
  const news = [];
  let telling = false;
  let whole = initial;

  function tell() {
    if (telling) return;
    telling = true;
    for (let next; (next = news.shift());) {
      for (const listener of [...listeners]) safely(listener, next);
    }
    telling = false;
  }

  /** @type {Store} */
  const store = {
    state: seen(initial),
    dispatch: (event) => store.dispatchAll([event]),
    dispatchAll(events) {
      const [next, before] = [events.reduce(reduce, whole), store.state];
      if (next === whole) return;
      whole = next;
      store.state = seen(next);
      news.push([store.state, before]);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return store;
}

/**
 * One view that breaks must not stop the others.
 *
 * @param {(state: State, before: State) => void} listener
 * @param {[State, State]} news
 */
function safely(listener, [state, before]) {
  try {
    listener(state, before);
  } catch (error) {
    reportError(error);
  }
}

/**
 * The state after an event: pure, and the state it was given is never changed.
 *
 * @param {State} state
 * @param {PageEvent} event
 * @returns {State}
 */
export function reduce(state, event) {
  return nudging(checkFollows(happened(state, event)));
}

/** @param {State} state @param {PageEvent} event @returns {State} */
function happened(state, event) {
  switch (event.type) {
    case "session.opened":
      return sessionOpened(state, event);
    case "document.opened":
      return asking(documentOpened(state, event), state);
    case "run.started":
      return runStarted(state, event);
    case "node.forward":
    case "edge.backward":
      return stepCame(state, event);
    case "run.finished":
      return runFinished(state, event);
    case "command.done":
      return commandDone(state, event);
    case "command.refused":
      return questionRefused(state, event) ?? commandRefused(state, event);
    case "element.nudged":
      return puzzleTold(state, event) ?? nudgeTold(state, event);
    case "gradients.progress":
      return checkGoesOn(state, event);
    case "gradients.checked":
      return checkTold(state, event);
    case "element.explained":
    case "pong":
      return state;
    case "connection.opened":
    case "connection.trying":
    case "connection.lost":
      return { ...state, connection: { ...state.connection, ...connection(event) } };
    case "check.open":
    case "check.start":
    case "check.stop":
      return checking(state, event);
    case "ask.lesson":
    case "ask.document":
    case "ask.value":
    case "ask.program":
    case "ask.expand":
    case "ask.undo":
    case "ask.redo":
      return asked(state, event);
    default:
      return onPage(state, event);
  }
}

/** Null where it is no question that was refused. @param {State} state @param {CommandRefused} event */
function questionRefused(state, { id, error }) {
  if (id === null) return null;
  if (id === state.nudged.asked?.id) return nudgeRefused(state, error);
  if (id === state.puzzle?.asked?.id) return puzzleRefused(state, error);
  return id === state.checking.id ? checkRefused(state, error) : null;
}

/** What happens on the page itself. @param {State} state @param {UiEvent} event @returns {State} */
function onPage(state, event) {
  switch (event.type) {
    case "ui.step":
      return stepped(state, event.step);
    case "ui.play":
      return played(state, event.playing);
    case "ui.speed":
      return { ...state, speed: event.speed };
    case "ui.select":
      return selected(state, event.selection, event.plain);
    case "ui.explain":
    case "ui.explain.tab":
    case "ui.explain.beat":
    case "ui.explain.back":
    case "ui.explain.close":
    case "ui.nudge":
      return explaining(state, event);
    case "ui.plot":
      return { ...state, nudged: { ...state.nudged, plot: event.plot } };
    case "ui.hover":
      return { ...state, hover: event.highlight };
    case "ui.pin":
      return { ...state, pinned: event.highlight };
    case "ui.draft":
      return { ...state, draft: event.program };
    case "ui.problem":
      return { ...state, problem: event.problem };
    case "ui.theme":
      return { ...state, theme: event.theme };
    case "ui.systemTheme":
      return { ...state, systemTheme: event.theme };
    case "ui.digits":
      return { ...state, digits: event.digits };
    case "ui.fold":
      return { ...state, folded: { ...state.folded, [event.panel]: event.folded } };
    case "ui.lessons":
      return { ...state, lessons: event.lessons };
    case "ui.lesson":
      return lessonCame(state, event.lesson);
    case "ui.reveal":
    case "ui.solved":
    case "ui.progress":
      return learned(state, event);
    case "ui.puzzle":
      return puzzling(state, event.act);
    case "ui.predict":
      return predicting(state, event.act);
    default:
      return never(event);
  }
}

/** Fails the type check where a kind of event was forgotten. @param {never} event @returns {never} */
function never(event) {
  throw new Error(`no such event: ${JSON.stringify(event)}`);
}

/** @param {ConnectionEvent} event */
function connection(event) {
  switch (event.type) {
    case "connection.opened":
      return { status: /** @type {const} */ ("open"), retryAt: null };
    case "connection.trying":
      return { status: /** @type {const} */ ("connecting"), retryAt: null };
    case "connection.lost":
      return { status: /** @type {const} */ ("lost"), retryAt: event.retryAt };
  }
}

/** A lesson that a page loaded again came back to keeps what was answered. @param {State} state @param {State["lessonText"]} lesson */
function lessonCame(state, lesson) {
  const came = { ...state, lessonText: lesson };
  return lesson && state.lessonText?.id === lesson.id ? came : askedAnew(came);
}

/** Another document, which begins with no history, asks anew. @param {State} state @param {State} before */
function asking(state, before) {
  return state.undo === before.undo ? state : askedAnew(state);
}

/** @param {State} state @param {number} asked @returns {State} */
function stepped(state, asked) {
  const total = totalSteps(state.run);
  const step = Math.max(0, Math.min(Math.round(asked), total));
  const asking = state.asking && step === state.step;
  return { ...state, step, asking, playing: state.playing && step < total };
}

/**
 * Playing again from the end begins anew.
 *
 * @param {State} state
 * @param {boolean} playing
 * @returns {State}
 */
function played(state, playing) {
  const total = totalSteps(state.run);
  if (!playing || total === 0) return { ...state, playing: false };
  return { ...state, playing, asking: false, step: state.step < total ? state.step : 0 };
}

/**
 * Pointing at something explains it: a node in the inspector, a cell on the stage.
 *
 * @param {State} state
 * @param {State["selection"]} selection
 * @param {boolean} [plain]  the inspector alone
 * @returns {State}
 */
function selected(state, selection, plain) {
  if (!plain && selection?.kind === "node" && selection.index) {
    const { id, index, of = "value" } = selection;
    return explaining({ ...state, selection }, {
      ...{ type: "ui.explain", cell: { of, name: id, index } },
    });
  }
  const cell = !plain && selection?.kind === "edge" ? messageCell(state.run, selection) : null;
  if (cell) return explaining({ ...state, selection }, { type: "ui.explain", cell });
  const folded = selection ? { ...state.folded, inspector: false } : state.folded;
  return { ...state, selection, folded };
}

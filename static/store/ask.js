// @ts-check
/** @import { AskEvent, Change, NestedNumbers, Problem, State } from "../types.js" */
/** @import { Command, CommandDone, CommandRefused, SessionOpened } from "../wire.js" */
/** @import { Purpose } from "./history.js" */
import { nextRedo, nextUndo, purposeOf, settled } from "./history.js";

/**
 * A command without its id, which it gets in the outbox.
 *
 * @typedef {{ type: "document.open", document?: Record<string, unknown>, lesson?: string,
 *     expand?: string[] }
 *   | { type: "value.edit", name: string | null, index: number[], value: number }
 *   | { type: "program.edit", program: string, values?: Record<string, NestedNumbers> }
 *   | { type: "layer.expand", layer: string | null, expanded: boolean }} Wish
 */

/**
 * Turns what a person asks into a command in the outbox. No number is foreseen here: they come from
 * the server alone.
 *
 * @param {State} state
 * @param {AskEvent} event
 * @returns {State}
 */
export function asked(state, event) {
  switch (event.type) {
    case "ask.lesson":
      return opening(state, { type: "document.open", lesson: event.id });
    case "ask.document":
      return opening(state, { type: "document.open", document: event.document });
    case "ask.value": {
      const { name, index, value } = event;
      return posted(state, "do", { type: "value.edit", name, index, value });
    }
    case "ask.program": {
      const { program, values } = event;
      const wish = /** @type {const} */ ({ type: "program.edit", program });
      return posted({ ...state, draft: program }, "do", values ? { ...wish, values } : wish);
    }
    case "ask.expand": {
      const { layer, expanded } = event;
      return posted(state, "do", { type: "layer.expand", layer, expanded });
    }
    case "ask.undo": {
      const change = nextUndo(state);
      return change ? posted(state, "undo", edit(change, "from")) : state;
    }
    case "ask.redo": {
      const change = nextRedo(state);
      return change ? posted(state, "redo", edit(change, "to")) : state;
    }
  }
}

/**
 * A session begins. One that does not know our document gets it, before all that was asked since.
 *
 * @param {State} state
 * @param {SessionOpened} event
 * @returns {State}
 */
export function sessionOpened(state, { session, known }) {
  const connection = { ...state.connection, session };
  const outbox = state.outbox.filter((command) => purposeOf(command) !== "reopen");
  const { document, expand, lesson } = state;
  if (known || !document || outbox[0]?.type === "document.open") {
    return { ...state, connection, outbox, returning: known ? state.returning : null };
  }
  const untouched = state.undo.length === 0 && state.redo.length === 0;
  const same = lesson && untouched ? { lesson } : { document: { ...document } };
  const [reopen, asked] = named(state, "reopen", { type: "document.open", ...same, expand });
  return { ...state, connection, asked, outbox: [reopen, ...outbox] };
}

/** @param {State} state @param {CommandDone} event @returns {State} */
export function commandDone(state, { id }) {
  const command = state.outbox.find((sent) => sent.id === id);
  if (!command) return state;
  const rest = { ...state, outbox: state.outbox.filter((sent) => sent !== command) };
  if (command.type === "document.open") {
    return { ...rest, opening: purposeOf(command) === "reopen" ? "again" : "new" };
  }
  return cleared(settled(rest, command), command);
}

/**
 * A command was refused: the last good run stays, and so does what was typed.
 *
 * @param {State} state
 * @param {CommandRefused} event
 * @returns {State}
 */
export function commandRefused(state, { id, error }) {
  const command = state.outbox.find((sent) => sent.id === id);
  const problem = { ...subject(command), error };
  if (!command) return { ...state, problem };
  return { ...state, problem, outbox: state.outbox.filter((sent) => sent !== command) };
}

/** @param {State} state @param {Wish} wish @returns {State} */
function opening(state, wish) {
  const problem = state.problem?.about === "document" ? null : state.problem;
  return posted({ ...state, problem }, "do", wish);
}

/** @param {State} state @param {Purpose} purpose @param {Wish} wish @returns {State} */
function posted(state, purpose, wish) {
  const [command, asked] = named(state, purpose, wish);
  return { ...state, asked, outbox: [...withoutOlder(state, command), command] };
}

/** @param {State} state @param {Purpose} purpose @param {Wish} wish @returns {[Command, number]} */
function named(state, purpose, wish) {
  const asked = state.asked + 1;
  return [{ id: `${purpose}-${asked}`, ...wish }, asked];
}

/**
 * The outbox without the number that a newer one for the same cell replaces, while nothing can be
 * sent: of the edits made without a connection, the last of each cell counts.
 *
 * @param {State} state
 * @param {Command} command
 */
function withoutOlder({ connection, outbox }, command) {
  if (connection.status === "open") return outbox;
  const last = outbox.findLastIndex((old) => !isPlainEdit(old));
  return outbox.filter((old, i) => i <= last || !sameCell(old, command));
}

/** @param {Command} command */
function isPlainEdit(command) {
  return command.type === "value.edit" && purposeOf(command) === "do";
}

/** @param {Command} old @param {Command} command */
function sameCell(old, command) {
  return old.type === "value.edit" && command.type === "value.edit" && isPlainEdit(command) &&
    old.name === command.name && String(old.index) === String(command.index);
}

/** @param {Change} change @param {"from" | "to"} way @returns {Wish} */
function edit(change, way) {
  if (change.kind === "program") return { type: "program.edit", program: change[way] };
  return { type: "value.edit", name: change.name, index: change.index, value: change[way] };
}

/**
 * What was wrong with the subject of a command no longer is, once one for it was carried out.
 *
 * @param {State} state
 * @param {Command} command
 * @returns {State}
 */
function cleared(state, command) {
  const same = state.problem?.about === subject(command).about;
  const problem = same ? null : state.problem;
  if (command.type !== "program.edit") return { ...state, problem };
  return { ...state, problem, draft: state.draft === command.program ? null : state.draft };
}

/** @param {Command | undefined} command @returns {Omit<Problem, "error">} */
function subject(command) {
  switch (command?.type) {
    case "value.edit": {
      const { name, index } = command;
      return name === null ? { about: "value", index } : { about: "value", name, index };
    }
    case "program.edit":
      return { about: "program" };
    case "document.open":
      return { about: "document" };
    default:
      return { about: "other" };
  }
}

// @ts-check
/** @import { Change, NestedNumbers, State } from "../types.js" */
/** @import { Command } from "../wire.js" */
import { numberAt, withValue } from "./values.js";

/**
 * What a command is for; it leads its id.
 *
 * @typedef {"do" | "undo" | "redo" | "reopen"} Purpose
 */

/** @param {Command} command @returns {Purpose} */
export function purposeOf({ id }) {
  return /** @type {Purpose} */ (id.split("-")[0]);
}

/** The change that an undo would take back now. @param {State} state */
export function nextUndo(state) {
  return expected(state).undo.at(-1);
}

/** @param {State} state */
export function nextRedo(state) {
  return expected(state).redo.at(-1);
}

/**
 * The state as it will be when all that was asked is done: an undo counts what is still on its way.
 *
 * @param {State} state
 */
function expected(state) {
  return state.outbox.reduce(settled, state);
}

/**
 * The document and its history after a command was carried out.
 *
 * @param {State} state
 * @param {Command} command
 * @returns {State}
 */
export function settled(state, command) {
  const { document } = state;
  switch (command.type) {
    case "document.open":
      return purposeOf(command) === "reopen" ? state : { ...state, undo: [], redo: [] };
    case "value.edit": {
      if (!document) return state;
      const { name, index, value } = command;
      const from = numberAt(document, name, index);
      const shape = state.run?.upstream.shape ?? [];
      const edited = { ...state, document: withValue(document, name, index, value, shape) };
      if (from === undefined || from === value) return edited;
      return noted(edited, command, { kind: "value", name, index, from, to: value });
    }
    case "program.edit": {
      if (!document) return state;
      const { program } = command;
      const given = /** @type {Record<string, NestedNumbers>} */ (command.values ?? {});
      const values = command.values ? { ...document.values, ...given } : document.values;
      const edited = { ...state, document: { ...document, program, values } };
      if (document.program === program) return edited;
      return noted(edited, command, { kind: "program", from: document.program, to: program });
    }
    case "layer.expand":
    case "element.explain":
    case "element.nudge":
    case "gradients.check":
    case "gradients.stop":
    case "ping":
      return state;
  }
}

/**
 * Notes a change, or moves one: an undo goes to what can be redone, and the other way round.
 *
 * @param {State} state
 * @param {Command} command
 * @param {Change} change
 * @returns {State}
 */
function noted(state, command, change) {
  const { undo, redo } = state;
  switch (purposeOf(command)) {
    case "undo":
      return { ...state, undo: undo.slice(0, -1), redo: [...redo, ...undo.slice(-1)] };
    case "redo":
      return { ...state, undo: [...undo, ...redo.slice(-1)], redo: redo.slice(0, -1) };
    default:
      return { ...state, undo: [...undo, change], redo: [] };
  }
}

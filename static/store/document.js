// @ts-check
/** @import { DocumentOpened } from "../wire.js" */
/** @import { DocumentJson, State } from "../types.js" */
import { opened } from "./progress.js";

/**
 * Another document begins at the step that it opens with, with no history; the one we have, told
 * anew, keeps its place.
 *
 * @param {State} state
 * @param {DocumentOpened} event
 * @returns {State}
 */
export function documentOpened(state, event) {
  const again = state.opening === "again";
  const lesson = again ? state.lesson : event.lesson;
  const another = !state.document || state.opening === "new" || lesson !== state.lesson;
  const document = /** @type {DocumentJson} */ (/** @type {unknown} */ (event.document));
  const told = { ...state, document, lesson, expand: event.expand };
  if (!another) return told;
  return {
    ...told,
    ...{ step: 0, start: event.step ?? 0, begun: false, asking: lesson !== null },
    ...{ playing: false, before: null, incoming: null },
    ...{ undo: [], redo: [], aside: {}, draft: null },
    ...{ selection: null, explained: null, puzzle: null, hover: null, pinned: null },
    ...{ revealed: false, progress: lesson ? opened(state.progress, lesson) : state.progress },
    lessonText: lesson && state.lessonText?.id === lesson ? state.lessonText : null,
    problem: state.problem?.about === "document" ? state.problem : null,
  };
}

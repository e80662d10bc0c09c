// @ts-check
/** @import { State, Store } from "../types.js" */
/** @import { Language } from "../strings/language.js" */
import { chooseLanguage } from "../strings/index.js";

/**
 * Opens the page anew in another language, at the same place. It waits for what is not sent or not
 * answered yet: the server keeps that for us, a page that goes does not.
 *
 * @param {Language} language
 * @param {Store} store
 */
export function changeLanguage(language, store) {
  chooseLanguage(language);
  const stop = store.subscribe(leave);
  leave(store.state);

  /** @param {State} state */
  function leave({ connection, outbox }) {
    if (connection.status !== "open" || outbox.length > 0) return;
    stop();
    location.reload();
  }
}

// @ts-check
/** @import { Store } from "../types.js" */
import { keep, kept } from "./keep.js";

const KEY = "whygrad.session";
const DEFAULT_LESSON = "L08";

/**
 * Where the page begins: a tab that is loaded again finds its session; one that comes by an address
 * opens what the address names.
 *
 * @returns {{ session: string | null, lesson: string }}
 */
export function resume() {
  const lesson = new URL(document.baseURI).searchParams.get("lesson") ?? DEFAULT_LESSON;
  return { session: cameBack() ? kept("sessionStorage", KEY) : null, lesson };
}

/** Keeps the session for when the tab is loaded again, once it has a document. @param {Store} store */
export function remember(store) {
  store.subscribe((state, before) => {
    const { session } = state.connection;
    const changed = state.document !== before.document || session !== before.connection.session;
    if (changed && state.document && session) keep("sessionStorage", KEY, session);
  });
}

function cameBack() {
  const [navigation] = performance.getEntriesByType("navigation");
  const type = navigation instanceof PerformanceNavigationTiming ? navigation.type : "navigate";
  return type === "reload" || type === "back_forward";
}

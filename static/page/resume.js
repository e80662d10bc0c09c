// @ts-check
/** @import { Place, Store } from "../types.js" */
import { placeIn } from "../store/returning.js";
import { keep, kept } from "./keep.js";

const SESSION = "whygrad.session";
const PLACE = "whygrad.place";
const DEFAULT_LESSON = "L08";

/**
 * Where the page begins: a tab that is loaded again finds its session, and its place in it; one that
 * comes by an address opens what the address names.
 *
 * @returns {{ session: string | null, returning: Place | null, lesson: string }}
 */
export function resume() {
  const lesson = new URL(document.baseURI).searchParams.get("lesson") ?? DEFAULT_LESSON;
  if (!cameBack()) return { session: null, returning: null, lesson };
  const place = kept("sessionStorage", PLACE);
  return {
    session: kept("sessionStorage", SESSION),
    returning: place === null ? null : JSON.parse(place),
    lesson,
  };
}

/** Keeps the session and the place for when the tab is loaded again. @param {Store} store */
export function remember(store) {
  store.subscribe((state, before) => {
    const { session } = state.connection;
    const changed = state.document !== before.document || session !== before.connection.session;
    if (changed && state.document && session) keep("sessionStorage", SESSION, session);
  });
  addEventListener("pagehide", () => {
    keep("sessionStorage", PLACE, JSON.stringify(placeIn(store.state)));
  });
}

function cameBack() {
  const [navigation] = performance.getEntriesByType("navigation");
  const type = navigation instanceof PerformanceNavigationTiming ? navigation.type : "navigate";
  return type === "reload" || type === "back_forward";
}

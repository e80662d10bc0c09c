// @ts-check
/** @import { State } from "./types.js" */
import { besides, Socket } from "./socket.js";
import { createStore, EMPTY, reduce } from "./store.js";
import { language, ready, t } from "./strings/index.js";
import { LANGUAGES } from "./strings/language.js";
import { rememberDigits, savedDigits } from "./page/digits.js";
import { followLessons } from "./page/lessons.js";
import { rememberProgress, savedProgress } from "./page/progress.js";
import { remember, resume } from "./page/resume.js";
import { followTheme, savedTheme } from "./page/theme.js";
import { mount as mountGraph } from "./views/graph.js";
import { listen as listenForKeys } from "./views/keys.js";
import { mount as mountLesson } from "./views/lesson.js";
import { mount as mountNarration } from "./views/narration.js";
import { mount as mountNetwork } from "./views/network.js";
import { mount as mountPanels } from "./views/panels.js";
import { mount as mountPredict } from "./views/predict.js";
import { mount as mountTimeline } from "./views/timeline.js";
import { mount as mountTopbar } from "./views/topbar.js";
import { mount as mountValues } from "./views/values.js";

document.documentElement.lang = LANGUAGES[language].tag;
await ready;

const { session, returning, lesson } = resume();
const store = createStore(reduce, {
  ...EMPTY,
  connection: { ...EMPTY.connection, session },
  returning,
  theme: savedTheme(),
  digits: savedDigits(),
  progress: savedProgress(),
});

for (const region of document.querySelectorAll("[data-label]")) {
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", t(/** @type {HTMLElement} */ (region).dataset.label ?? ""));
}

followTheme(store);
rememberDigits(store);
rememberProgress(store);
mountPanels(store);
mountTopbar(root("topbar"), store);
mountNarration(root("narration"), store);
mountNetwork(root("network"), store);
mountValues(root("values"), store);
mountLesson(root("lesson"), store);
mountTimeline(root("timeline"), store);
mountGraph(root("graph"), store);
mountPredict(root("predict"), store);
listenForKeys(store);
remember(store);
followLessons(store);
whenDrawn(async () => {
  document.documentElement.dataset.ready = "true";
  const { mountLater } = await import("./later.js");
  mountLater(root, store);
});

let begun = false;
const socket = new Socket({
  store,
  address: besides(document.baseURI),
  onSession(known) {
    if (!begun && !known) store.dispatch({ type: "ask.lesson", id: lesson });
    begun = true;
  },
});
addEventListener("online", () => socket.retry());
socket.start();

/** @param {string} id */
function root(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** Calls once the first run is on the screen. @param {() => void} then */
function whenDrawn(then) {
  const graph = root("graph");
  const drawn = (/** @type {State} */ state) => state.run && graph.dataset.drawn === "true";
  const stop = store.subscribe(check);
  graph.addEventListener("whygrad:drawn", check);

  function check() {
    if (!drawn(store.state)) return;
    stop();
    graph.removeEventListener("whygrad:drawn", check);
    then();
  }
}

// @ts-check
/** @import { State, Store } from "../types.js" */
import { icon } from "../icons.js";
import { t } from "../strings/index.js";

/** @type {(keyof State["folded"])[]} */
const PANELS = ["network", "values", "lesson", "inspector"];

/** Where a panel is beside the graph, its arrow points to where it goes. */
const ARROWS = /** @type {const} */ ({
  network: { open: "down", folded: "right" },
  values: { open: "down", folded: "right" },
  lesson: { open: "right", folded: "left" },
  inspector: { open: "right", folded: "left" },
});

/**
 * The titles of the panels beside the graph; a title folds its panel away and brings it back.
 *
 * @param {Store} store
 */
export function mount(store) {
  for (const panel of PANELS) mountPanel(panel, store);
}

/** @param {keyof State["folded"]} panel @param {Store} store */
function mountPanel(panel, store) {
  const section = /** @type {HTMLElement} */ (document.getElementById(`${panel}-panel`));
  const button = /** @type {HTMLElement} */ (section.querySelector(".panel__fold"));
  const body = /** @type {HTMLElement} */ (document.getElementById(panel));
  const title = t(`region.${panel}`);
  button.setAttribute("aria-controls", panel);

  /** @param {boolean} folded */
  function draw(folded) {
    section.classList.toggle("panel--folded", folded);
    foldColumn(/** @type {HTMLElement} */ (section.parentElement));
    body.hidden = folded;
    button.setAttribute("aria-expanded", String(!folded));
    button.title = t(folded ? "panel.unfold" : "panel.fold", { panel: title });
    const name = document.createElement("span");
    name.textContent = title;
    button.replaceChildren(icon(ARROWS[panel][folded ? "folded" : "open"]), name);
  }

  button.addEventListener("click", () => {
    store.dispatch({ type: "ui.fold", panel, folded: !store.state.folded[panel] });
  });
  store.subscribe((state, before) => {
    if (state.folded[panel] !== before.folded[panel]) draw(state.folded[panel]);
  });
  draw(store.state.folded[panel]);
}

/** A column with nothing open is a strip. @param {HTMLElement} column */
function foldColumn(column) {
  const folded = [...column.children].every((panel) => panel.matches(".panel--folded"));
  column.classList.toggle("column--folded", folded);
}

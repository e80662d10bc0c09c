// @ts-check
/** @import { Scene } from "./scene.js" */
import { h } from "../dom.js";
import { t } from "../strings/index.js";
import { levelControl } from "./level.js";
import { s } from "./svg.js";

const NEARER = 1.25;

/** Drawn in a square of 16. */
const MARKS = {
  out: "M3 8H13",
  in: "M3 8H13M8 3V13",
  fit: "M2.5 6V2.5H6M10 2.5H13.5V6M13.5 10V13.5H10M6 13.5H2.5V10",
  follow: "M8 1.5V5M8 11V14.5M1.5 8H5M11 8H14.5M8 5A3 3 0 0 1 8 11A3 3 0 0 1 8 5",
};

/**
 * The level at which the graph is seen, and the buttons for the view.
 *
 * @param {Scene} scene
 */
export function createTools(scene) {
  return h(
    "div",
    { class: "graph__tools", role: "group", "aria-label": t("graph.tools") },
    levelControl(scene.store).element,
    tool("out", t("graph.zoom_out"), "-", () => scene.camera.zoom(1 / NEARER)),
    tool("in", t("graph.zoom_in"), "+", () => scene.camera.zoom(NEARER)),
    tool("fit", t("graph.fit"), "F", () => scene.fit()),
    followTool(scene),
  );
}

/** The button that makes the view go with the steps; where it shows everything there is none. @param {Scene} scene */
function followTool(scene) {
  const button = tool("follow", t("graph.follow"), "C", () => scene.follow());
  scene.onSeen = () => {
    const { follows, needed } = scene.viewpoint;
    if (button.hidden === needed) button.hidden = !needed;
    if (button.ariaPressed !== String(follows)) button.ariaPressed = String(follows);
  };
  return button;
}

/**
 * @param {keyof typeof MARKS} mark
 * @param {string} name
 * @param {string} key
 * @param {() => void} act
 */
function tool(mark, name, key, act) {
  const button = h(
    "button",
    {
      type: "button",
      class: "graph__tool",
      "aria-label": name,
      title: t("graph.tool", { name, key }),
      "aria-keyshortcuts": key,
    },
    s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: MARKS[mark] })),
  );
  button.addEventListener("click", act);
  return button;
}

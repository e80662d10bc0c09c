// @ts-check
/** @import { Store } from "../types.js" */
/** @import { Scene } from "./scene.js" */
/** @import { Target } from "./pointing.js" */
import { highlightOf, selectionOf, targetOf } from "./pointing.js";
import { nodeFrom } from "./steps.js";
import { numberAt } from "./tip.js";

const NEARER = 1.25;

/**
 * What a person does with the drawing: clicks, pointing, keys.
 *
 * @param {Scene} scene
 * @param {HTMLElement} root
 * @param {Store} store
 */
export function attachControls(scene, root, store) {
  const { stage } = scene;
  /** @param {Element} element */
  const edgeKey = (element) => {
    for (const [key, edge] of scene.drawing?.still.edges ?? []) if (edge === element) return key;
    return null;
  };
  /** @param {Event} event */
  const target = (event) => targetOf(event.target, edgeKey);

  // A click leaves the keys to the steps: only Tab leads them to the nodes.
  stage.addEventListener("mousedown", (event) => {
    event.preventDefault();
    stage.focus({ preventScroll: true });
  });
  stage.addEventListener("click", (event) => {
    const found = target(event);
    if (!found) store.dispatch({ type: "ui.select", selection: null });
    else act(found, numberAt(scene, event));
  });
  stage.addEventListener("pointerover", (event) => {
    const found = target(event);
    const element = /** @type {Element} */ (event.target);
    const light = found && highlightOf(found, element, (key) => scene.graph?.edges.get(key));
    const { hover } = store.state;
    if (light?.kind === hover?.kind && light?.node === hover?.node && light?.slot === hover?.slot) {
      return;
    }
    store.dispatch({ type: "ui.hover", highlight: light });
  });
  stage.addEventListener("pointerleave", () => {
    if (store.state.hover) store.dispatch({ type: "ui.hover", highlight: null });
  });
  stage.addEventListener("focusin", (event) => {
    const found = target(event);
    if (found && event.target instanceof Element && event.target.matches("[data-node]")) {
      scene.makeCurrent(found.id);
    }
  });
  root.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (onFold(event) || onNode(event) || onView(event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });

  /**
   * The box of a layer opens it; what explains a layer, and takes room for it, its card opens.
   *
   * @param {Target} found
   * @param {ReturnType<typeof numberAt>} cell
   */
  function act(found, cell) {
    if (found.what === "expand" || found.what === "collapse") return fold(found.id);
    if (found.what !== "edge") scene.makeCurrent(found.id);
    if (found.what === "layer") fold(found.id);
    else store.dispatch({ type: "ui.select", selection: selectionOf(found, cell) });
  }

  /** Opens a layer, or closes the one it is. @param {string} id */
  function fold(id) {
    const layer = scene.graph?.layers.get(id);
    if (!layer || !scene.drawing) return;
    const { layout } = scene.drawing.sheet;
    const rect = layer.expanded ? layout.groups[id] : layout.nodes[id].glyph;
    if (rect) {
      const seen = scene.camera.toStage(rect);
      scene.viewpoint.held = {
        id,
        at: { x: seen.x + seen.width / 2, y: seen.y + seen.height / 2 },
      };
    }
    store.dispatch({ type: "ask.expand", layer: id, expanded: !layer.expanded });
  }

  /** The buttons that open and close a layer are drawn, and no browser presses them. @param {KeyboardEvent} event */
  function onFold(event) {
    const found = event.key === "Enter" || event.key === " " ? target(event) : null;
    if (found?.what !== "expand" && found?.what !== "collapse") return false;
    fold(found.id);
    return true;
  }

  /** @param {KeyboardEvent} event */
  function onNode(event) {
    const element = event.target instanceof Element ? event.target.closest("[data-node]") : null;
    const id = element?.getAttribute("data-node");
    const { graph, drawing } = scene;
    if (!id || !graph || !drawing) return false;
    const next = nodeFrom(graph, drawing.sheet.layout, id, event.key);
    if (next !== null) scene.focusNode(next);
    else if (event.key === "Enter" || event.key === " ") {
      store.dispatch({ type: "ui.select", selection: { kind: "node", id } });
    } else if (event.key.toLowerCase() === "e") fold(graph.nodes.get(id)?.group ?? id);
    else return event.key.startsWith("Arrow");
    return true;
  }

  /** @param {string} key */
  function onView(key) {
    if (key === "+" || key === "=") scene.camera.zoom(NEARER);
    else if (key === "-") scene.camera.zoom(1 / NEARER);
    else if (key === "0" || key.toLowerCase() === "f") scene.fit();
    else if (key.toLowerCase() === "c") scene.follow();
    else return false;
    return true;
  }
}

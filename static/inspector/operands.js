// @ts-check
/** @import { Highlight, State, Store } from "../types.js" */
import { sameHighlight } from "./names.js";

/**
 * Lights operands, in formulas and at their matrices: what the pointer or the focus is on, else
 * what is pinned. With the keyboard they are reached at their matrices, whose names are buttons: a
 * formula is one thing to a screen reader, with nothing to press inside.
 */
export class Operands {
  /**
   * @param {HTMLElement} root  everything that can be pointed at lies in it
   * @param {Store} store
   */
  constructor(root, store) {
    this.store = store;
    this.root = root;
    /** @type {Map<Element, Highlight>} */
    this.known = new Map();
    root.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "touch") this.hover(this.at(event.target));
    });
    root.addEventListener("pointerleave", () => this.hover(null));
    root.addEventListener("focusin", (event) => this.hover(this.at(event.target)));
    root.addEventListener("focusout", () => this.hover(null));
    root.addEventListener("click", (event) => this.pin(event.target));
  }

  /**
   * @param {Element} element
   * @param {Highlight} highlight
   */
  add(element, highlight) {
    this.known.set(element, highlight);
  }

  /** Forgets all of them: others are drawn now. */
  clear() {
    this.known.clear();
  }

  /** @param {State} state */
  light({ hover, pinned }) {
    for (const [element, highlight] of this.known) {
      const lit = sameHighlight(hover ?? pinned, highlight);
      element.classList.toggle("lit", lit);
      if (lit) element.setAttribute("data-lit", highlight.kind);
      else element.removeAttribute("data-lit");
      const button = element.querySelector("button");
      button?.setAttribute("aria-pressed", String(sameHighlight(pinned, highlight)));
    }
  }

  /** @param {EventTarget | null} target */
  at(target) {
    let element = target instanceof Element ? target : null;
    while (element && element !== this.root) {
      const highlight = this.known.get(element);
      if (highlight) return highlight;
      element = element.parentElement;
    }
    return null;
  }

  /** @param {Highlight | null} highlight */
  hover(highlight) {
    const { hover } = this.store.state;
    if (highlight ? sameHighlight(hover, highlight) : hover === null) return;
    this.store.dispatch({ type: "ui.hover", highlight });
  }

  /** A click on a number that can be selected is for that number. @param {EventTarget | null} target */
  pin(target) {
    if (!(target instanceof Element) || target.closest(".matrix--picks [role=grid]")) return;
    const highlight = this.at(target);
    if (!highlight) return;
    const again = sameHighlight(this.store.state.pinned, highlight);
    this.store.dispatch({ type: "ui.pin", highlight: again ? null : highlight });
  }
}

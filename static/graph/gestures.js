// @ts-check
/** @import { Point } from "../layout/types.js" */

/** A pointer that moved less far than this has clicked. */
const SLACK = 4;
const WHEEL = 0.0022;

/**
 * Dragging, two fingers, the wheel, as panning and zooming.
 *
 * @param {HTMLElement} stage
 * @param {{ pan: (dx: number, dy: number) => void, zoom: (by: number, at: Point) => void }} moves
 */
export function attachGestures(stage, { pan, zoom }) {
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  /** @type {Point | null} */
  let start = null;
  let dragging = false;

  stage.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    pointers.set(event.pointerId, pointOf(event));
    if (pointers.size === 1) {
      start = pointOf(event);
      dragging = false;
    }
  });
  stage.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !start) return;
    const now = pointOf(event);
    if (!dragging) {
      if (pointers.size === 1 && Math.hypot(now.x - start.x, now.y - start.y) < SLACK) return;
      dragging = true;
      for (const id of pointers.keys()) stage.setPointerCapture(id);
      stage.classList.add("graph__stage--dragging");
    }
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    pointers.set(event.pointerId, now);
    if (others.length === 0) pan(now.x - before.x, now.y - before.y);
    else pinch(others[0], before, now);
  });
  for (const type of /** @type {const} */ (["pointerup", "pointercancel"])) {
    stage.addEventListener(type, (event) => {
      pointers.delete(event.pointerId);
      if (pointers.size > 0) return;
      start = null;
      stage.classList.remove("graph__stage--dragging");
      // The click that ends a drag comes right behind it.
      if (dragging) setTimeout(() => dragging = false);
    });
  }
  stage.addEventListener("click", (event) => {
    if (!dragging) return;
    event.stopPropagation();
    event.preventDefault();
  }, { capture: true });
  stage.addEventListener("wheel", (event) => {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? stage.clientHeight : 1;
    if (event.ctrlKey || event.metaKey) {
      zoom(
        Math.exp(-event.deltaY * unit * WHEEL * (Math.abs(event.deltaY) < 50 ? 4 : 1)),
        pointOf(event),
      );
    } else if (event.shiftKey && event.deltaX === 0) pan(-event.deltaY * unit, 0);
    else pan(-event.deltaX * unit, -event.deltaY * unit);
  }, { passive: false });

  /** @param {Point} other @param {Point} before @param {Point} now */
  function pinch(other, before, now) {
    const apart = Math.hypot(before.x - other.x, before.y - other.y);
    const wider = Math.hypot(now.x - other.x, now.y - other.y);
    const middle = { x: (other.x + now.x) / 2, y: (other.y + now.y) / 2 };
    pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    if (apart > 0) zoom(wider / apart, middle);
  }

  /** @param {MouseEvent} event @returns {Point} */
  function pointOf({ clientX, clientY }) {
    const { left, top } = stage.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }
}

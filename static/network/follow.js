// @ts-check
/** @import { Column } from "./column.js" */

/**
 * Keeps one line of many in view, all of which are of one height. To ask the page where it is would
 * cost a layout at each step, so sizes are heard when they change, and no question is asked.
 *
 * @param {HTMLElement} scroller
 * @param {Column} column
 */
export function keepInView(scroller, { element, lines }) {
  const seen = { top: 0, height: 0 };
  const line = { first: 0, height: 0 };
  let followed = -1;

  const sizes = new ResizeObserver((entries) => {
    const measured = line.height > 0;
    for (const { target, contentRect: { top, height } } of entries) {
      if (target === scroller) seen.height = height;
      else {
        line.first = top;
        line.height = height / Math.max(1, lines.length);
      }
    }
    if (!measured) reveal();
  });
  sizes.observe(scroller);
  sizes.observe(element);
  scroller.addEventListener("scroll", () => seen.top = scroller.scrollTop, { passive: true });

  function reveal() {
    if (followed < 0 || line.height === 0) return;
    const top = line.first + followed * line.height;
    const bottom = top + line.height;
    if (top >= seen.top && bottom <= seen.top + seen.height) return;
    const to = top < seen.top ? top - line.first : bottom + line.first - seen.height;
    requestAnimationFrame(() => scroller.scrollTop = to);
  }

  return {
    /** @param {number} at  of the line, from 0; the same again leaves where a person has scrolled to */
    follow(at) {
      if (at === followed) return;
      followed = at;
      reveal();
    },
  };
}

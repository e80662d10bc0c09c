// @ts-check

/** Type sizes on the stage, in pixels: as large as there is room for, and never too small to read. */
const LARGEST = 26;
const SMALLEST = 16;

/** All side by side, all over each other, or the lines of a picture beside each other. */
const WAYS = ["wide", "tall", "row"];

/**
 * Lays the content of the stage out in the way, and gives it the largest type, at which all of it
 * is seen.
 *
 * @param {HTMLElement} content  everything in it is in em
 * @param {HTMLElement} body
 */
export function fit(content, body) {
  const room = roomIn(body);
  if (room.width <= 0 || room.height <= 0) return;
  let [best, most] = ["", 0];
  content.style.fontSize = `${LARGEST}px`;
  for (const way of WAYS) {
    content.dataset.way = way;
    const size = Math.min(LARGEST, Math.floor(LARGEST * partOf(content, room)));
    if (size > most) [best, most] = [way, size];
    if (most === LARGEST) return;
  }
  content.dataset.way = best;
  let size = Math.max(SMALLEST, most);
  content.style.fontSize = `${size}px`;
  while (size > SMALLEST && partOf(content, room) < 1) content.style.fontSize = `${--size}px`;
}

/** @param {HTMLElement} body */
function roomIn(body) {
  const style = getComputedStyle(body);
  return {
    width: body.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    height: body.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom),
  };
}

/** How much of the content there is room for; 1 and more: all. @param {HTMLElement} content @param {{ width: number, height: number }} room */
function partOf(content, { width, height }) {
  return Math.min(width / content.offsetWidth, height / content.offsetHeight);
}

// @ts-check

/** Type sizes on the stage, in pixels: as large as there is room for, and never too small to read. */
const LARGEST = 26;
const SMALLEST = 16;

/**
 * Gives the content of the stage the largest type at which all of it is seen.
 *
 * @param {HTMLElement} content  everything in it is in em
 * @param {HTMLElement} body
 */
export function fit(content, body) {
  const style = getComputedStyle(body);
  const room = {
    width: body.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
    height: body.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom),
  };
  if (room.width <= 0 || room.height <= 0) return;
  let size = LARGEST;
  for (let tries = 0; tries < 3 && size >= SMALLEST; tries++) {
    content.style.fontSize = `${size}px`;
    const part = Math.min(
      room.width / content.offsetWidth,
      room.height / content.offsetHeight,
    );
    if (part >= 1) return;
    size = Math.max(SMALLEST, Math.min(size - 1, Math.floor(size * part)));
    if (content.style.fontSize === `${SMALLEST}px`) return;
  }
  content.style.fontSize = `${size}px`;
}

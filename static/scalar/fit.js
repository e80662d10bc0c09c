// @ts-check
/** The smallest and the largest scale of a drawing; where it is still too large, it scrolls. */
const SCALE = { least: 0.62, most: 1.5 };

/**
 * Keeps a drawing as large as its frame allows; gives the way to stop.
 *
 * @param {HTMLElement} frame
 * @param {HTMLElement} drawing  as large as its style says
 */
export function fit(frame, drawing) {
  const [width, height] = [parseFloat(drawing.style.width), parseFloat(drawing.style.height)];
  const box = document.createElement("div");
  box.className = "scalar__box";
  drawing.replaceWith(box);
  box.append(drawing);
  const observer = new ResizeObserver(() => {
    const room = Math.min(frame.clientWidth / width, frame.clientHeight / height);
    const scale = Math.max(SCALE.least, Math.min(SCALE.most, room));
    drawing.style.transform = `scale(${scale})`;
    box.style.width = `${width * scale}px`;
    box.style.height = `${height * scale}px`;
  });
  observer.observe(frame);
  return () => observer.disconnect();
}

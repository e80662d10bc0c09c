// @ts-check

const SVG = "http://www.w3.org/2000/svg";

/** Drawn in a square of 24, in the color of the text. */
const PATHS = {
  first: "M5 5h2.8v14H5zM18.2 4.2l2.1 2.1-5.7 5.7 5.7 5.7-2.1 2.1L10.4 12z",
  previous: "M15.2 4.2 17.3 6.3 11.6 12l5.7 5.7-2.1 2.1L7.4 12z",
  play: "M8 4.5v15L20 12z",
  pause: "M7 5h4v14H7zM13.5 5h4v14h-4z",
  next: "M8.8 4.2 6.7 6.3 12.4 12l-5.7 5.7 2.1 2.1L16.6 12z",
  last: "M16.2 5H19v14h-2.8zM5.8 4.2 3.7 6.3 9.4 12l-5.7 5.7 2.1 2.1L13.6 12z",
  undo: "M8.5 4.5 3 10l5.5 5.5v-4.2h6.2a3.3 3.3 0 0 1 0 6.6H9v2.6h5.7a5.9 5.9 0 0 0 0-11.8H8.5z",
  redo:
    "M15.5 4.5 21 10l-5.5 5.5v-4.2H9.3a3.3 3.3 0 0 0 0 6.6H15v2.6H9.3a5.9 5.9 0 0 1 0-11.8h6.2z",
  system: "M3 5h18v12H3zm2 2v8h14V7zM8 19h8v2H8z",
  light:
    "M12 7.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM11 2h2v3.5h-2zm0 16.5h2V22h-2zM2 11h3.5v2H2zm16.5 0H22v2h-3.5zM4.2 5.6l1.4-1.4 2.5 2.5-1.4 1.4zm11.7 11.7 1.4-1.4 2.5 2.5-1.4 1.4zM18.4 4.2l1.4 1.4-2.5 2.5-1.4-1.4zM6.7 15.9l1.4 1.4-2.5 2.5-1.4-1.4z",
  dark: "M14.5 2.5a9.7 9.7 0 1 0 7 13.8A8.3 8.3 0 0 1 14.5 2.5z",
  down: "M5 8.5h14L12 16.5z",
  right: "M8.5 5v14l8-7z",
  left: "M15.5 5v14l-8-7z",
  check: "M9.5 18.5 3 12l2.1-2.1 4.4 4.4L18.9 4.9 21 7z",
  cross:
    "M6.4 4.3 12 9.9l5.6-5.6 2.1 2.1-5.6 5.6 5.6 5.6-2.1 2.1-5.6-5.6-5.6 5.6-2.1-2.1 5.6-5.6-5.6-5.6z",
  opened: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zm0 2a6 6 0 1 0 0 12 6 6 0 0 0 0-12z",
  warning: "M12 2.5 1.5 21h21zM11 9h2v6.5h-2zm0 8h2v2h-2z",
};

/**
 * A small picture that says nothing to a screen reader: the button it is on has the name.
 *
 * @param {keyof typeof PATHS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  path.setAttribute("fill-rule", "evenodd");
  svg.append(path);
  return svg;
}

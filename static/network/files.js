// @ts-check
/** @import { DocumentJson } from "../types.js" */
/** @import { ErrorBody } from "../wire.js" */
import { t } from "../strings/index.js";

/**
 * A document as a person would write it: a row of numbers on a line.
 *
 * @param {DocumentJson} document
 */
export function documentText(document) {
  return `${indented(document, "")}\n`;
}

/**
 * @param {unknown} value
 * @param {string} indent
 * @returns {string}
 */
function indented(value, indent) {
  const inner = `${indent}  `;
  if (Array.isArray(value) && value.some(Array.isArray)) {
    const rows = value.map((row) => inner + indented(row, inner));
    return `[\n${rows.join(",\n")}\n${indent}]`;
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return flat(value);
  const entries = Object.entries(value).map(([key, inside]) =>
    `${inner}${JSON.stringify(key)}: ${indented(inside, inner)}`
  );
  return entries.length > 0 ? `{\n${entries.join(",\n")}\n${indent}}` : "{}";
}

/** @param {unknown} value */
function flat(value) {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[${value.map((item) => JSON.stringify(item)).join(", ")}]`;
}

/**
 * A name for the file of a document: its title without what a file system may refuse.
 *
 * @param {string} title
 */
export function fileName(title) {
  const plain = title.replace(/[\p{Cc}<>:"/\\|?*\s]+/gu, " ").replace(/^[. ]+|[. ]+$/g, "");
  return `${plain.slice(0, 100) || "network"}.whygrad.json`;
}

/**
 * The document that a text is, or what is wrong with it.
 *
 * @param {string} text
 * @returns {{ document: Record<string, unknown> } | { error: ErrorBody }}
 */
export function readDocument(text) {
  try {
    const document = JSON.parse(text);
    if (document !== null && typeof document === "object" && !Array.isArray(document)) {
      return { document };
    }
    const message = t("network.notObject");
    return { error: { code: "document.not_object", message, params: {} } };
  } catch (problem) {
    const place = placeIn(text, String(problem));
    const message = place ? t("network.notJsonAt", place) : t("network.notJson");
    return { error: { code: "document.not_json", message, params: {} } };
  }
}

/**
 * Where a text stops being JSON, as far as the browser's own words tell.
 *
 * @param {string} text
 * @param {string} said
 */
function placeIn(text, said) {
  const place = /line (\d+) column (\d+)/.exec(said);
  if (place) return { line: Number(place[1]), column: Number(place[2]) };
  const position = /position (\d+)/.exec(said);
  if (!position) return null;
  const lines = text.slice(0, Number(position[1])).split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

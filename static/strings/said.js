// @ts-check
/** @import { ErrorBody, Notice } from "../wire.js" */
import { shapeText } from "../numbers.js";
import { has, pieces, t } from "./index.js";

/** What is wrong, in the page's language. @param {ErrorBody} error */
export function errorText(error) {
  return said(`error.${error.code}`, error);
}

/** Something worth saying, in the page's language. @param {Notice} notice */
export function noticeText(notice) {
  return said(`notice.${notice.code}`, notice);
}

/**
 * The text of a key; the server's own sentence where there is none, or where it lacks a parameter.
 *
 * @param {string} key
 * @param {{ message: string, params: Record<string, unknown> }} from
 */
function said(key, { message, params }) {
  const needs = has(key)
    ? pieces(key).flatMap((piece) => "param" in piece ? [piece.param] : [])
    : null;
  if (!needs?.every((name) => Object.hasOwn(params, name))) return message;
  return t(key, Object.fromEntries(needs.map((name) => [name, paramText(name, params[name])])));
}

/**
 * A parameter in words: an index as [0, 1], any other list as a shape, (2, 3); what is words itself
 * comes as their code.
 *
 * @param {string} name
 * @param {unknown} value
 */
function paramText(name, value) {
  if (Array.isArray(value)) return name === "index" ? `[${value.join(", ")}]` : shapeText(value);
  return isWord(value) ? t(`word.${value.word}`, value.params) : String(value);
}

/**
 * @param {unknown} value
 * @returns {value is { word: string, params: Record<string, string | number> }}
 */
function isWord(value) {
  return typeof value === "object" && value !== null && "word" in value &&
    has(`word.${value.word}`);
}

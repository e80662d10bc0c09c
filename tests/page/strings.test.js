// @ts-check
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import en from "../../static/strings/en.js";
import core from "../../static/strings/en/core.js";
import explain from "../../static/strings/en/explain.js";
import graph from "../../static/strings/en/graph.js";
import grid from "../../static/strings/en/grid.js";
import inspector from "../../static/strings/en/inspector.js";
import lessons from "../../static/strings/en/lessons.js";
import shell from "../../static/strings/en/shell.js";
import { has, pieces, t } from "../../static/strings/index.js";

const STATIC = new URL("../../static/", import.meta.url).pathname;
const KEYS = Object.keys(en);

/** The page's own files, but the strings. */
const sources = readdirSync(STATIC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(js|html)$/.test(name) && !name.startsWith("strings/"))
  .map((name) => ({ name, text: readFileSync(join(STATIC, name), "utf8") }));

/** All matches of the first group, with the file they are in. @param {RegExp} pattern */
function found(pattern) {
  return sources.flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ name, key: match[1] }))
  );
}

test("every key that is asked for is there", () => {
  const asked = [
    ...found(/\b(?:t|say|pieces|has)\(\s*"([^"]+)"/g),
    ...found(/data-label="([^"]+)"/g),
  ];
  assert.ok(asked.length > 50);
  for (const { name, key } of asked) assert.ok(has(key), `${name}: no text of the key ${key}`);
});

test("every key that is put together has texts", () => {
  for (const { name, key } of found(/\b(?:t|say|pieces|has)\(\s*`([\w.]+)\$\{/g)) {
    assert.ok(KEYS.some((known) => known.startsWith(key)), `${name}: no text of a key ${key}...`);
  }
});

test("every text is used, but for what Python has to say", () => {
  const literals = new Set(found(/["'`]([\w.]+)["'`]/g).map(({ key }) => key));
  const beginnings = found(/`([\w.]+\.)\$\{/g).map(({ key }) => key);
  const unused = KEYS.filter((key) =>
    !Object.hasOwn(core, key) && !literals.has(key) &&
    !beginnings.some((beginning) => key.startsWith(beginning))
  );
  assert.deepEqual(unused, []);
});

test("no key is in two files", () => {
  const all = [core, explain, graph, grid, inspector, lessons, shell].flatMap((area) =>
    Object.keys(area)
  );
  assert.equal(new Set(all).size, all.length);
});

test("a text takes its parameters, and says which one it lacks", () => {
  assert.equal(t("timeline.count", { step: 3, total: 14 }), "step 3 / 14");
  assert.throws(() => t("timeline.count", { step: 3 }), /timeline\.count needs total/);
  assert.throws(() => t("no.such.key"), /no text of the key no\.such\.key/);
});

test("a text comes in pieces, for parameters with a look of their own", () => {
  assert.deepEqual(pieces("timeline.count"), [
    { text: "step " },
    { param: "step" },
    { text: " / " },
    { param: "total" },
  ]);
});

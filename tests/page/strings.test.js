// @ts-check
/** @import { Language } from "../../static/strings/language.js" */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { has, pieces, speak, t } from "../../static/strings/index.js";
import { languageOf, LANGUAGES } from "../../static/strings/language.js";

const STATIC = new URL("../../static/", import.meta.url).pathname;
const OTHERS = /** @type {const} */ (["zh", "ja"]);

/** @typedef {Record<string, string>} Texts */

/** The texts of each area, as its file has them. @type {Record<Language, Record<string, Texts>>} */
const areas = { en: {}, zh: {}, ja: {} };
/** The one table of each language. @type {Record<Language, Texts>} */
const tables = { en: {}, zh: {}, ja: {} };
for (const language of /** @type {Language[]} */ (Object.keys(LANGUAGES))) {
  tables[language] = (await import(`../../static/strings/${language}.js`)).default;
  for (const file of readdirSync(join(STATIC, "strings", language))) {
    const { default: texts } = await import(`../../static/strings/${language}/${file}`);
    areas[language][file] = texts;
  }
}
const KEYS = Object.keys(tables.en);

/** The page's own files, but the strings. */
const sources = readdirSync(STATIC, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(js|html)$/.test(name) && !name.startsWith("strings/"))
  .map((name) => ({ name, text: readFileSync(join(STATIC, name), "utf8") }));
const said = readFileSync(join(STATIC, "strings/said.js"), "utf8");

/** All matches of the first group, with the file they are in. @param {RegExp} pattern */
function found(pattern) {
  return [...sources, { name: "strings/said.js", text: said }].flatMap(({ name, text }) =>
    [...text.matchAll(pattern)].map((match) => ({ name, key: match[1] }))
  );
}

/** @param {string} text */
const params = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();

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

test("every text is used", () => {
  const literals = new Set(found(/["'`]([\w.]+)["'`]/g).map(({ key }) => key));
  const beginnings = found(/`([\w.]+\.)\$\{/g).map(({ key }) => key);
  const unused = KEYS.filter((key) =>
    !literals.has(key) && !beginnings.some((beginning) => key.startsWith(beginning))
  );
  assert.deepEqual(unused, []);
});

test("no key is in two files, and the table of a language has all of its files", () => {
  for (const [language, files] of Object.entries(areas)) {
    const keys = Object.values(files).flatMap((area) => Object.keys(area));
    assert.equal(new Set(keys).size, keys.length, `${language}: a key is in two files`);
    const table = tables[/** @type {Language} */ (language)];
    assert.deepEqual(Object.keys(table).sort(), keys.sort(), `${language}.js lacks a file`);
  }
});

test("the languages have the same keys in the same files, with the same parameters", () => {
  for (const language of OTHERS) {
    assert.deepEqual(Object.keys(areas[language]).sort(), Object.keys(areas.en).sort());
    for (const [file, english] of Object.entries(areas.en)) {
      const theirs = areas[language][file];
      const where = `${language}/${file}`;
      assert.deepEqual(Object.keys(theirs).sort(), Object.keys(english).sort(), where);
      for (const [key, text] of Object.entries(english)) {
        assert.deepEqual(params(theirs[key]), params(text), `${where}: ${key}`);
      }
    }
  }
});

/** What stays as it is in any language: names of ops, of keys on a keyboard, and of code. */
const NAMES =
  /\b(?:whygrad|Affine|Softmax|Sigmoid|ReLU|softmax|Home|End|Ctrl|Shift|Enter|Tab|Esc|Backspace)\b/g;

/** A text of another language that is English still. @param {string} text */
function isEnglish(text) {
  const own = text.replace(/\{\w+\}|\w+=\w+/g, "").replace(NAMES, "");
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(own) &&
    /[A-Za-z]{3}/.test(own);
}

/** Words that would mislead, and punctuation of another language after a character. */
const WRONG = {
  zh: [/消息/, /微调/, /梯度累积/, /您/, /\p{Script=Han}[,.;:?!](?!\w)/u, /[ぁ-んァ-ヶ]/],
  ja: [
    /メッセージ/,
    /勾配累積/,
    /畳み込む/,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,.;:?!](?!\w)/u,
  ],
};

/** A space typed where the style sheet makes one: beside a Latin letter, a number or a parameter. */
const SPACED = /[\u3040-\u30ff\u3400-\u9fff] [A-Za-z{]|[A-Za-z}] [\u3040-\u30ff\u3400-\u9fff]/u;

test("no English sentence is left in another language, and none of its punctuation", () => {
  assert.ok(isEnglish("The sum so far is {total}.") && isEnglish("Step {step}"));
  assert.ok(!isEnglish("{name} = {number}") && !isEnglish("Affine") && !isEnglish("共{total}步"));
  for (const language of OTHERS) {
    for (const [key, text] of Object.entries(tables[language])) {
      assert.ok(!isEnglish(text), `${language}: ${key} is English: ${text}`);
      assert.doesNotMatch(text, SPACED, `${language}: ${key}: ${text}`);
      for (const wrong of WRONG[language]) {
        assert.doesNotMatch(text, wrong, `${language}: ${key}: ${text}`);
      }
    }
  }
});

/** The arguments of a call whose bracket opens before `from`, each as its text. @param {string} code @param {number} from */
function argumentsOf(code, from) {
  const found = [""];
  for (let at = from, depth = 0; at < code.length; at++) {
    const [literal] = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)/.exec(
      code.slice(at),
    ) ?? [code[at]];
    if (literal.length === 1) {
      depth += "([{".includes(literal) ? 1 : ")]}".includes(literal) ? -1 : 0;
    }
    if (depth < 0) return found;
    if (depth === 0 && literal === ",") found.push("");
    else found[found.length - 1] += depth > 0 && literal.length > 1 ? '""' : literal;
    at += literal.length - 1;
  }
  return found;
}

/** Literals with words that a call of h() or s() has as children. @param {string} source */
function wordsIn(source) {
  const code = source.replace(/^ *\/\/.*$/gm, "");
  return [...code.matchAll(/\b[hs]\(\s*(?=["'])/g)].flatMap((call) =>
    argumentsOf(code, call.index + call[0].length).slice(2).flatMap((child) =>
      (child.replace(/[!=]==\s*"[^"]*"/g, "").match(/"[^"]*"|'[^']*'|`[^`]*`/g) ?? []).filter((
        literal,
      ) => /\p{L}{2}/u.test(literal.replace(/\$\{[^}]*\}/g, "")))
    )
  );
}

test("no child of an element is a literal: every word comes from the strings", () => {
  assert.deepEqual(wordsIn('h("p", { class: "a" }, "Hello", t("x"), a ? "bc" : `${n} times`)'), [
    '"Hello"',
    '"bc"',
    "`${n} times`",
  ]);
  for (const { name, text } of sources) assert.deepEqual(wordsIn(text), [], name);
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

test("the page speaks the language that it is told to", async () => {
  await speak("zh");
  assert.equal(t("timeline.count", { step: 3, total: 14 }), "第3步 / 共14步");
  await speak("ja");
  assert.equal(t("timeline.play"), "再生");
  await speak("en");
  assert.equal(t("timeline.play"), "Play");
});

test("the language is the one that was chosen, else the first that the browser prefers", () => {
  assert.equal(languageOf("ja", ["zh-CN", "en"]), "ja");
  assert.equal(languageOf(null, ["fr", "zh-Hans-CN", "en-US"]), "zh");
  assert.equal(languageOf(null, ["JA-jp"]), "ja");
  assert.equal(languageOf("tlh", ["de"]), "en");
  assert.equal(languageOf(null, []), "en");
});

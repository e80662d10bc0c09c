// @ts-check
import assert from "node:assert/strict";
import test from "node:test";
import { documentText, fileName, readDocument } from "../../static/network/files.js";
import { tokensOf } from "../../static/network/lines.js";

test("a document is saved with a row of numbers on a line", () => {
  const document = {
    format: 1,
    title: "Mine",
    program: "y = x @ W",
    values: { x: [1, -0.5], W: [[1, 2], [3, 4]], b: 2 },
    roles: {},
  };
  const text = documentText(document);
  assert.deepEqual(JSON.parse(text), document);
  assert.match(text, /"x": \[1, -0\.5\],\n/);
  assert.match(text, /"W": \[\n {6}\[1, 2\],\n {6}\[3, 4\]\n {4}\]/);
});

test("a file is named by the title, without what file systems refuse", () => {
  assert.equal(fileName("Two-layer net"), "Two-layer net.whygrad.json");
  assert.equal(fileName('a/b\\c: "d"?'), "a b c d.whygrad.json");
  assert.equal(fileName("../.."), "network.whygrad.json");
  assert.equal(fileName(""), "network.whygrad.json");
});

test("text that is no document says so", () => {
  assert.deepEqual(readDocument('{"format": 1}'), { document: { format: 1 } });
  for (const [text, code] of [["{", "document.not_json"], ["[1]", "document.not_object"]]) {
    const read = readDocument(text);
    assert.ok("error" in read);
    assert.equal(read.error.code, code);
  }
});

test("text that is no JSON says where", () => {
  const read = readDocument('{"format": 1,\n "program" "y"}');
  assert.ok("error" in read);
  assert.equal(read.error.message, "This is no JSON: it breaks at line 2, column 12.");
});

test("a line falls into pieces that are the line again", () => {
  const lines = [
    "A1 = Affine(X, W1, b1)",
    "y = -x**2 + 1e-7 # note",
    "  π = .5 * 3.",
    "a ? 1x",
    "",
  ];
  for (const line of lines) {
    assert.equal(tokensOf(line).map((token) => token.text).join(""), line);
  }
  const kinds = tokensOf("A = Relu(x1) * 0.5").filter((token) => token.kind !== "space");
  assert.deepEqual(kinds.map(({ kind, text }) => `${kind}:${text}`), [
    "name:A",
    "sign:=",
    "call:Relu",
    "sign:(",
    "name:x1",
    "sign:)",
    "sign:*",
    "number:0.5",
  ]);
});

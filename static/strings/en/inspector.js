// @ts-check
/** The words of the regions "Inspector" and "Network". */
export default {
  "inspector.invitation":
    "Step forward, or click a node or a wire: what it computes, and from what, stands here.",
  "inspector.follow": "Follow the steps",
  "inspector.open": "Open {layer} to its operations",
  "inspector.close": "Close {layer} {id}",
  "inspector.pending": "not computed yet",
  "inspector.matrix": "{name}, shape {shape}",

  "inspector.title.input": "{name}: an input",
  "inspector.title.parameter": "{name}: a parameter",
  "inspector.title.target": "{name}: the target",
  "inspector.title.value": "{name}: the value {op} makes",
  "inspector.title.loss": "{name}: the loss",
  "inspector.title.message": "Message from {sender} to {target}: {gradient}",
  "inspector.title.wire": "Wire from {target} to {sender}",

  "inspector.fact.op": "op {op}",
  "inspector.fact.shape": "shape {shape}",
  "inspector.fact.line": "line {line}",
  "inspector.fact.group": "part of {layer} {id}",
  "inspector.fact.output": "the output",
  "inspector.fact.road": "message {number} of {of}",

  "inspector.valueAndGradient": "Value and gradient",
  "inspector.targetTakesNone": "A target takes no gradient.",
  "inspector.noPath": "No path leads from here to the loss, so no gradient comes back.",
  "inspector.noMessage": "No gradient comes back along this wire.",
  "inspector.road": "{number} of {of}: from {sender}",
  "inspector.sumAt": "The sum at {name}",
  "inspector.sumAwaited": "None of {of} messages has come yet.",
  "inspector.sumSoFar": "The sum so far: {count} of {of} messages.",
  "inspector.sumOfAll": "The sum of all {of} messages.",
  "inspector.keeps": "Keeps for the way back",

  "inspector.code": "Pass",
  "inspector.codeOf": "Code of {title}",
  "inspector.code.forward": "forward",
  "inspector.code.backward": "backward",

  "inspector.word.otherwise": "otherwise",
  "inspector.word.theFirst": "(the first)",
  "inspector.word.copies": "copies",

  "network.program": "Program",
  "network.line": "Inspect line {line}",
  "network.untitled": "Untitled network",
  "network.problemAt": "Line {line}: {message}",
  "network.open": "Open a document",
  "network.save": "Save",
  "network.chooseFile": "A file that ends in .whygrad.json",
  "network.paste": "Or its text, pasted",
  "network.openThis": "Open",
  "network.cancel": "Cancel",
  "network.notJson": "This is no JSON: {reason}",
  "network.notObject": "A document is a JSON object, in braces.",
};

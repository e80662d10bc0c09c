// @ts-check
// Made by `python -m server.words` from the records of the operations (backprop_core/ops/) and
// the sentences of complaints (backprop_core/errors.py, server/errors.py): change those, not this.

/** What the core and the server say, in English. */
export default {
  "error.array.unknown": "array: it was let go, or never was: run {token}, number {n}",
  "error.attribute.axis": "{op}: axis {axis} is out of range: the value has shape {shape}",
  "error.attribute.axis_twice": "{op}: an axis is named twice: axis={axis}",
  "error.attribute.kind": "{op}: {name} must be {expected}: got {got}",
  "error.attribute.missing": "{op}: {name} is missing: {signature}",
  "error.attribute.unknown": "{op}: there is no {name}: {signature}",
  "error.command.not_json": "command: expected JSON: {reason}",
  "error.command.not_text": "command: expected a text frame, got a binary one",
  "error.command.shape": "command: {where}: {reason}",
  "error.command.too_large": "command: at most {limit} characters, got {got}",
  "error.document.and_lesson": "document.open: expected a document or a lesson, got {got}",
  "error.document.format": "document: format must be {newest} or older: got {got}",
  "error.document.format_kind": "document: format must be a whole number: got {got}",
  "error.document.kind": "document: {key} must be {expected}: got {got}",
  "error.document.missing": "document: {key} is missing",
  "error.document.nesting": "document: at most {limit} levels of nesting in {key}",
  "error.document.not_json": "document: expected JSON: {reason}",
  "error.document.not_object": "document: expected an object: got {got}",
  "error.document.unknown_key": "document: there is no key '{key}': expected one of {expected}",
  "error.expand.not_names": "expand: expected a list of layer names",
  "error.expand.unknown_layer":
    "expand: '{name}' is no layer of this program: its layers are {layers}",
  "error.explain.target": "{name}: a target takes no gradient",
  "error.explain.terms": "explain: at most {limit} terms in one answer: got {got}",
  "error.explain.unknown_edge": "{edge}: no message travels along such an edge",
  "error.explain.unknown_node": "{name}: there is no such value in this network",
  "error.http.method": "address: {method} is not for {path}",
  "error.http.refused": "address: {reason}",
  "error.http.unknown": "address: there is nothing at {path}",
  "error.index.out_of_range": "{name}: there is no element {index}: the shape is {shape}",
  "error.labels.not_leaf": "{op}: labels must be a leaf, with values of its own: got {name}",
  "error.labels.not_whole": "{op}: labels must be whole numbers: {name}{index} is {got}",
  "error.labels.out_of_range": "{op}: labels must be 0 to {most}: {name}{index} is {got}",
  "error.leaf.no_value": "{name}: a leaf needs a value: the document gives none",
  "error.lesson.unknown": "lesson: there is none called '{id}'",
  "error.limit.bytes": "document: at most {limit} bytes: got {got}",
  "error.limit.characters": "{subject}: at most {limit} characters: got {got}",
  "error.limit.dimensions": "{name}: at most {limit} dimensions: got {got}",
  "error.limit.elements": "{name}: at most {limit} elements in one array: {shape} has {got}",
  "error.limit.nesting": "program: at most {limit} levels of nesting in one expression",
  "error.limit.ops": "program: at most {limit} operations: got more",
  "error.limit.recorded": "program: at most {limit} recorded elements in a run: this one has {got}",
  "error.literal.not_finite": "literal: must be finite: {got}",
  "error.nudge.not_finite": "{name}: the moved number must be finite: {name}{index} would be {got}",
  "error.nudge.step": "nudge: the step must be a finite number other than 0: got {got}",
  "error.nudge.too_small": "{name}: a step of {by} does not move {name}{index}, which is {value}",
  "error.program.assigned_twice":
    "{name}: a name is assigned once: it was assigned on line {first}",
  "error.program.empty": "program: expected at least one assignment",
  "error.program.kind":
    "program: {got} is not part of the language: write assignments of operations",
  "error.program.no_input": "{op}: at least one input must be a name: got literals only",
  "error.program.no_operation": "{name}: an assignment needs an operation: got a {got} alone",
  "error.program.own_name": "{name}: is used before it is assigned",
  "error.program.syntax": "program: {reason}",
  "error.program.target": "program: one name must stand on the left of '=': got {got}",
  "error.program.unknown_op": "{op}: there is no such operation or layer{hint}",
  "error.program.wrong_arguments": "{op}: takes {expected}: got {got}: {signature}",
  "error.request.missing": "request: {key} is missing",
  "error.request.not_json": "request: expected JSON: {reason}",
  "error.request.not_object": "request: expected a JSON object",
  "error.request.shape": "request: {where}: {reason}",
  "error.request.too_large": "request: at most {limit} bytes",
  "error.request.too_slow": "request: all of it must be there within {limit} seconds",
  "error.roles.kind": "roles: {name} must be input, parameter or target: got {got}",
  "error.roles.unknown": "roles: '{name}' is no leaf of this program",
  "error.server.busy": "server: too many runs are waiting; try again in a moment",
  "error.server.failed": "server: this should not have happened; the server's log says more",
  "error.server.stopping": "server: it is being stopped",
  "error.session.empty": "session: no document is open yet",
  "error.shape.bias": "{op}: b must have one number an output: W is {W}, b is {b}",
  "error.shape.broadcast": "{op}: shapes do not broadcast: left {left}, right {right}",
  "error.shape.broadcast_to": "{op}: {shape} cannot be broadcast to {to}",
  "error.shape.channels": "{op}: x must have as many channels as W: x {x}, W {W}",
  "error.shape.dimensions": "{op}: {name} must have {expected} dimensions: got {shape}",
  "error.shape.feature_sizes": "{op}: {name} must have one number a feature: x {x}, {name} {got}",
  "error.shape.features": "{op}: x must have as many features as W has rows: x {x}, W {W}",
  "error.shape.inner_sizes": "{op}: inner sizes differ: left {left}, right {right}",
  "error.shape.reshape": "{op}: {shape} has {size} elements: they do not fill {to}",
  "error.shape.reshape_unknown": "{op}: at most one size may be -1: got {to}",
  "error.shape.sizes": "{op}: sizes must be whole numbers from 1: got {to}",
  "error.shape.target": "{op}: t must be one-hot of x's shape {x}, or labels {labels}: got {t}",
  "error.shape.target_same": "{op}: t must have the shape of y: y {y}, t {t}",
  "error.shape.transpose": "{op}: axes must name each of the {count} axes once: got {axes}",
  "error.shape.window": "{op}: a window of {window} does not fit into {x} with pad {pad}",
  "error.upstream.shape":
    "upstream: must be a number or have the output's shape {output}: got {got}",
  "error.value.empty": "{name}: an array must have at least one number",
  "error.value.not_finite": "{name}: numbers must be finite: {name}{index} is {got}",
  "error.value.not_number": "{name}: expected a number or a nested list of numbers: got {got}",
  "error.value.ragged": "{name}: rows of one array must be of one length: got {first} and {other}",
  "error.value.too_large": "{name}: a number is too large for float64",
  "error.value.unknown_leaf": "{name}: there is no such leaf: the leaves are {leaves}",
  "error.value.unused": "{name}: a value must be used: the program has no leaf of that name",
  "notice.backward.not_finite":
    "the message to {target}{index} is {value}: {op} makes no finite one of {cause}",
  "notice.backward.sum_not_finite":
    "the gradient of {target}{index} is {value}: its messages add up to more than a float64 holds",
  "notice.forward.not_finite": "{node}{index} is {value}: {op} of {cause} has no finite result",
  "notice.target.row_sum":
    "{name}: row {row} sums to {sum}, not 1: there the gradient is ({sum} · y − t) / N",
  "op.Affine.doc": "Weighs the features of each sample and adds a bias: x W + b.",
  "op.BatchNormalization.doc":
    "Gives each feature mean 0 and standard deviation 1 over the batch, then scales by gamma and moves by beta. Every sample feels every other; going back, too. x is (N, D), as in training.",
  "op.Convolution.doc":
    "Slides each filter over the image and adds up the products, plus a bias. One weight is used in every window, so its gradient adds up over all of them.",
  "op.CrossEntropyError.doc":
    "How surprised y is by the target: minus the logarithm of the right class's number, as a mean over the samples.",
  "op.Dropout.doc":
    "Makes numbers 0 by chance; the seed decides which. Going back, the same ones get 0. As in the textbook, what is kept is not scaled up in training.",
  "op.Gelu.doc":
    "A smooth switch: about x for large numbers, about 0 for negative ones. This is its form by tanh, which stays within 0.0005 of the exact one.",
  "op.LayerNormalization.doc":
    "Gives each sample mean 0 and standard deviation 1 over its features, then scales by gamma and moves by beta. Samples do not mix.",
  "op.LeakyRelu.doc":
    "Lets positive numbers through, and of the others a small part. At 0 the gradient is the slope of that part.",
  "op.MaxPooling.doc":
    "Keeps the largest number of each window. Going back, that one alone gets what arrived; a tie goes to the first. Padding is with zeros, which count.",
  "op.Relu.doc":
    "Lets positive numbers through and makes the others 0. The switch set going forward decides what gets through going back.",
  "op.Sigmoid.doc": "Squeezes each number between 0 and 1. Its output is enough for the way back.",
  "op.Softmax.doc":
    "Makes each row positive numbers that add up to 1. Every output of a row depends on every input of it.",
  "op.SoftmaxWithLoss.doc":
    "Softmax and cross entropy in one. Going back it is what softmax said less what was right, over the number of samples.",
  "op.Softplus.doc":
    "A Relu without its corner: the logarithm of 1 plus the exponential. Its derivative is the sigmoid.",
  "op.SumSquaredError.doc": "Half the sum of the squared differences, as a mean over the samples.",
  "op.Tanh.doc": "Squeezes each number between -1 and 1. Its output is enough for the way back.",
  "op.abs.doc": "The absolute value; at 0 its gradient is 0.",
  "op.add.doc": "Adds element by element. Going back it copies: each input gets what arrived.",
  "op.broadcast_to.doc":
    "Copies along new or stretched axes. Going back, the copies' gradients add up.",
  "op.cos.doc": "The cosine.",
  "op.div.doc": "Divides element by element.",
  "op.dot.doc": "The matrix product: a row of a times a column of b, added up, for each cell.",
  "op.dropout_mask.doc":
    "Draws which numbers stay, 1, and which are dropped, 0. It depends on the shape and the seed alone, so nothing goes back.",
  "op.exp.doc": "The exponential function, which is its own derivative.",
  "op.im2col.doc":
    "Each window of an image as a row, with zeros around the image. Going back, what a number got in all the windows that it lies in adds up.",
  "op.log.doc": "The natural logarithm.",
  "op.max.doc":
    "The largest over axes. Going back, the largest alone gets what arrived; a tie goes to the first.",
  "op.maximum.doc":
    "The larger of two, element by element. Going back, only the larger gets what arrived; a tie goes to the first.",
  "op.mean.doc": "The mean over axes. Going back, each of n elements gets 1/n of what arrived.",
  "op.mul.doc":
    "Multiplies element by element. Going back, each input gets what arrived times the other input.",
  "op.neg.doc": "Turns the sign.",
  "op.one_hot.doc":
    "Labels as rows with a 1 at the label and 0 elsewhere. Labels take no gradient.",
  "op.pow.doc": "Raises a to the power b, element by element.",
  "op.reshape.doc": "The same elements, row after row, in another shape.",
  "op.shift.doc":
    "Moves each row by its maximum, so that no exponential overflows. Softmax of the row stays what it was: it moves all and changes nothing, so the gradient passes through.",
  "op.sin.doc": "The sine.",
  "op.sqrt.doc": "The square root.",
  "op.sub.doc":
    "Subtracts element by element. Going back, b gets what arrived with its sign turned.",
  "op.sum.doc": "Adds up over axes. Going back, each element that was added gets what arrived.",
  "op.tanh.doc": "The hyperbolic tangent; its output is enough for the way back.",
  "op.transpose.doc": "Rows become columns; with axes, they are put in that order.",
};

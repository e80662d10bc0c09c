// @ts-check
/** The words of the puzzle: which product is this message? */
export default {
  "region.puzzle": "Which product",
  "puzzle.ask": "Which product?",
  "puzzle.title": "Which product is {gradient}?",
  "puzzle.title_siblings": "The messages of {op}",
  "puzzle.tabs": "The puzzle and the siblings",
  "puzzle.tab.product": "Which product?",
  "puzzle.tab.siblings": "Siblings",
  "puzzle.sides": "The gradient that is asked for",
  "puzzle.given": "What is given",
  "puzzle.candidates": "Products",
  "puzzle.question":
    "{target} has the shape of {name}: {shape}. Pick the product that you believe in; then each shows what it gives.",
  "puzzle.row": "A vector on the left of a product stands as a row: a sample is a row.",
  "puzzle.undefined": "Not defined: the inner sizes {a} and {b} differ.",
  "puzzle.misfit": "Gives {got}, not {shape}.",
  "puzzle.fits": "Fits: {shape}.",
  "puzzle.one":
    "One product alone has the shape {shape}. That leaves no choice, and yet gives no reason: a nudge does.",
  "puzzle.several":
    "{count} products have the shape {shape}. The shape cannot decide between them. A nudge can.",
  "puzzle.nudge": "Nudge {cell}",
  "puzzle.measured":
    "Nudge {cell} by {by}: {loss} goes from {before} to {after}. {change} / {step} = {slope}.",
  "puzzle.slope":
    "{cell} was nudged up and down by very little: the slope of {loss} there is {slope}.",
  "puzzle.local":
    "There is no server to try it on. By the local derivatives, to first order, the slope of {loss} along {cell} is {slope}.",
  "puzzle.elsewhere": "{cell} is used elsewhere too; of that slope, {rest} comes by those uses.",
  "puzzle.stands": "{cell}: {number}, the slope",
  "puzzle.crossed": "{cell}: {number}, not the slope",
  "puzzle.same": "{one} has the same numbers as {other} here, and so it stands beside it.",
  "puzzle.left": "{count} products stand so far. Another cell tells them apart.",
  "puzzle.covered": "Some of these numbers are to be predicted first.",
  "puzzle.not_finite": "Numbers that are not finite tell no product from another.",
  "puzzle.inverse":
    "{T} has the rows of {W} as its columns. {I} is something else: it undoes {W}, and {W} · {I} has 1 on its diagonal and 0 elsewhere.",

  "puzzle.is.left.true":
    "{product}: one number of {X} goes by its own row of {W} into {Y}. This product takes that row, each number times what its {Y} is worth, and adds over the outputs.",
  "puzzle.is.left.column":
    "This is {product}: it reads a column of {W} where the row was used. A column says what makes one number of {Y}; the row says what one number of {X} touches.",
  "puzzle.is.left.mixes":
    "This is {product}: it adds over the rows of {dY}. Those are the samples, and a number of {X} touches its own sample alone.",
  "puzzle.is.left.mixes_turned":
    "This is {product}: it adds over the rows of {dY}. Those are the samples, and a number of {X} touches its own sample alone.",
  "puzzle.is.left.sibling": "This is {product}, and that is {dW}: it adds over the samples.",
  "puzzle.is.left.inverse":
    "This is {product}: it leads back from {Y} to {X}, as solving an equation does. A gradient asks how far the loss moves with {X}; nothing is undone for that.",
  "puzzle.is.right.true":
    "{product}: one number of {W} is used once for each sample, times that sample's number of {X}. This product takes each use times what its {Y} is worth, and adds over the samples.",
  "puzzle.is.right.row":
    "This is {product}: it reads a row of {X}, one sample, where a column was used: one input of all samples.",
  "puzzle.is.right.outputs":
    "This is {product}: it adds over the outputs. A number of {W} goes to one output alone; it is the samples that use it again.",
  "puzzle.is.right.outputs_turned":
    "This is {product}: it adds over the outputs. A number of {W} goes to one output alone; it is the samples that use it again.",
  "puzzle.is.right.sibling": "This is {product}, and that is {dX}: it adds over the outputs.",
  "puzzle.is.right.inverse":
    "This is {product}: it leads back from {Y} to {W}, as solving an equation does. A gradient asks how far the loss moves with {W}; nothing is undone for that.",

  "puzzle.siblings":
    "Each message adds over the index that the number it belongs to does not have: that index is gone afterwards.",
  "puzzle.gone.j":
    "Adds over the outputs: {index} is gone. One number was used for {count} of them.",
  "puzzle.gone.n":
    "Adds over the samples: {index} is gone. One number was used for {count} of them.",
  "puzzle.gone_none": "One sample: each number was used once, and nothing is added.",
  "puzzle.cell_of": "Cell of {name}, axis",
};

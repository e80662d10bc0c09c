// @ts-check
/** The words of the stage on which one cell explains itself. */
export default {
  "region.explain": "Explanation",
  "explain.close": "Back to the graph",
  "explain.trail": "How you came here",
  "explain.tabs": "Two ways to ask",
  "explain.tab.goes": "Where it goes",
  "explain.tab.from": "Where it comes from",
  "explain.of": "The number that is explained",
  "explain.beats": "Four beats",
  "explain.beat.1": "1 where it goes",
  "explain.beat.2": "2 what each is worth",
  "explain.beat.3": "3 add",
  "explain.beat.4": "4 all cells at once",
  "explain.play": "Play",
  "explain.stop": "Stop",
  "explain.nudge": "Nudge by",
  "explain.gone": "{name} takes part in nothing that reaches {loss}.",
  "explain.waiting": "The numbers are on their way.",
  "explain.moves":
    "Move {name} by {by}: {op} moves each of these by the step times its local derivative.",
  "explain.worth_head": "worth",
  "explain.worth": "One step in each of these is worth so much in {loss}: its upstream gradient.",
  "explain.add":
    "One product for each cell that {name} touches; they add. To first order, {loss} moves by the sum.",
  "explain.roads":
    "{name} is used {count} times: each use is a road of its own, and the roads add up.",
  "explain.moves_by": "{loss} moves by",
  "explain.rest": "{count} more terms",
  "explain.given": "{name} is given: nothing was computed to make it.",
  "explain.fed": "The backward pass begins here: this gradient is fed in.",
  "explain.target": "A target takes no gradient.",
  "explain.no_path": "No path leads from here to {loss}, so no gradient comes back.",
  "explain.road": "by {op}",
  "explain.shape": "One slope for each cell of {name}: that is why the gradient has its shape.",

  "explain.combine.maximum": "The largest of these.",
  "explain.combine.quotient": "The first divided by the second.",
  "explain.combine.power": "The first to the power of the second.",
  "explain.combine.exp": "The exponential of this.",
  "explain.combine.log": "The natural logarithm of this.",
  "explain.combine.sqrt": "The square root of this.",
  "explain.combine.tanh": "The hyperbolic tangent of this.",
  "explain.combine.sin": "The sine of this.",
  "explain.combine.cos": "The cosine of this.",
  "explain.combine.abs": "The size of this, without its sign.",
  "explain.combine.sigmoid": "1 over 1 plus the exponential of minus this.",
  "explain.combine.softmax":
    "The exponential of its own number over the sum of the exponentials of all of these.",

  "explain.whole.right":
    "The row of {W} just read says how far each {y} moves when one {x} moves. It becomes a column; the next row follows.",
  "explain.whole.right_batch":
    "Each row of {W} just read becomes a column. A row of the result uses its own sample alone: samples do not mix.",
  "explain.whole.left":
    "The column of {W} that was read, one number a sample, becomes a row. Each sample gives one outer product; they add up over the samples.",
  "explain.whole.outer": "Each number of {W} meets each slope of {y} once: an outer product.",
  "explain.whole.switch":
    "The switch that was set on the way forward lets a slope through (1) or stops it (0).",
  "explain.whole.output": "The local derivative is made of the output {y} alone: it is enough.",
  "explain.whole.softmax_loss":
    "The road through the sum delivers y, the straight road delivers −t. The loss was divided by the number of samples, so each slope is too.",
  "explain.whole.softmax":
    "Every output of a row depends on every input of it: a column of the Jacobian for each cell.",
  "explain.whole.copies":
    "One cell of {x} was used {count} times: it was copied forward, so what comes back is added.",
  "explain.whole.copied": "Adding forward is copying back: each cell gets what arrived.",
  "explain.whole.copy": "Each cell moves one cell, one to one: it gets what arrived.",
  "explain.whole.mean": "The division by {N} was made on the way forward: each slope carries it.",
  "explain.whole.other": "Each cell moves at the rate of the other factor.",
  "explain.whole.each": "Each cell moves one cell: what arrived there, times the local derivative.",
};

// @ts-check
/** The words of the stage on which one cell explains itself. */
export default {
  "region.explain": "Explanation",
  "explain.close": "Back to the graph",
  "explain.trail": "How you came here",
  "explain.tabs": "Ways to ask",
  "explain.tab.goes": "Where it goes",
  "explain.tab.from": "Where it comes from",
  "explain.beats": "Four beats",
  "explain.beat.1": "1 where it goes",
  "explain.beat.2": "2 what each is worth",
  "explain.beat.3": "3 add",
  "explain.beat.4": "4 all cells at once",
  "explain.play": "Play",
  "explain.stop": "Stop",
  "explain.next": "Next: {beat}",
  "explain.again": "Show it again",
  "explain.nudge": "Nudge by",
  "explain.gone": "{name} takes part in nothing that reaches {loss}.",
  "explain.waiting": "The numbers are on their way.",
  "explain.failed": "The numbers could not be fetched. Choose the cell again to try once more.",
  "explain.moves":
    "Move {name} by {by}: {op} moves each of these by the step times its local derivative.",
  "explain.worth_head": "what each is worth",
  "explain.worth_none": "no path",
  "explain.worth": "One step in each of these is worth so much in {loss}: its upstream gradient.",
  "explain.add":
    "One product for each cell that {name} touches; they add. To first order, {loss} moves by the sum.",
  "explain.roads":
    "{name} is used {count} times: each use is a road of its own, and the roads add up.",
  "explain.roads_choice": "The roads on which gradient comes back",
  "explain.road_to": "by {op} from {y}",
  "explain.roads_sum": "the roads add up",
  "explain.moves_by": "{loss} moves by",
  "explain.rest": "{count} more terms",
  "explain.given": "{name} is given: nothing was computed to make it.",
  "explain.fed": "The backward pass begins here: this gradient is fed in.",
  "explain.target": "A target takes no gradient.",
  "explain.no_path": "No path leads from here to {loss}, so no gradient comes back.",
  "explain.made": "{op} made it: these {count} terms, added.",
  "explain.made.one": "{op} made it of this.",
  "explain.products":
    "{name} moves {count} cells of {y}. Each sends one product, what it is worth in {loss} times how far it moves; they add.",
  "explain.products.one":
    "{name} moves one cell of {y}: what that is worth in {loss}, times how far it moves.",
  "explain.road_sum": "this road",
  "explain.road": "by {op}",
  "explain.wire.value": "wire {name} → {op}",
  "explain.wire.gradient": "wire {op} → {name}, on the way back",
  "explain.read.row": "row {at}: how far each {y} moves when {name} moves",
  "explain.read.column": "column {at}: how far each {y} moves when {name} moves",
  "explain.pass.forward": "forward",
  "explain.pass.backward": "back",
  "explain.large": "Too large to draw cell by cell: the formula says it for all of them.",
  "explain.shape": "One slope for each cell of {name}: that is why the gradient has its shape.",

  "explain.combine.maximum": "The largest of these.",
  "explain.combine.quotient": "The first divided by the second.",
  "explain.combine.power": "The first to the power of the second.",
  "explain.combine.exp": "The exponential of this.",
  "explain.combine.log": "The natural logarithm of this.",
  "explain.combine.sqrt": "The square root of this.",
  "explain.combine.gelu": "This times how much of a normal distribution lies below it.",
  "explain.combine.softplus": "The natural logarithm of 1 plus the exponential of this.",
  "explain.combine.tanh": "The hyperbolic tangent of this.",
  "explain.combine.sin": "The sine of this.",
  "explain.combine.cos": "The cosine of this.",
  "explain.combine.abs": "The size of this, without its sign.",
  "explain.combine.sigmoid": "1 over 1 plus the exponential of minus this.",
  "explain.combine.softmax":
    "The exponential of its own number over the sum of the exponentials of all of these.",

  "explain.say.row":
    "Row {row} of {W} was read: how far each {y} moves when {x}[{row}] moves. It becomes column {row}.",
  "explain.say.row_batch":
    "Row {row} of {W}: how far each {y} of a sample moves when its {x}[·,{row}] moves. It becomes column {row}.",
  "explain.say.column":
    "Column {row} is what {x}[{row}] touches: each slope of {y} times how far it moves, added.",
  "explain.say.sample": "Row {row} of {y} alone makes row {row} of {x}: samples do not mix.",
  "explain.say.outer":
    "Sample {row}: each number of {X}[{row}] meets each slope of {y}[{row}] once, an outer product.",
  "explain.say.outer_sum":
    "One {W} served every sample, so what the {count} samples send is added.",
  "explain.say.stand":
    "The same for all at once: row {row} of {X}, sample {row}, becomes column {row}.",
  "explain.say.stand_vector": "{X} stands up as a column.",
  "explain.say.stand_slopes": "The slopes of {y} stand up as a column.",
  "explain.say.outer_row": "Row {row} of {W}: one number times the whole row.",
  "explain.say.turn_column":
    "Column {row} of {W} was read: how far each {y} moves when {cell} moves. It becomes row {row}.",
  "explain.say.row_dot":
    "Row {row} is what {cell} touches: each slope of {y} times how far it moves, added.",
  "explain.say.copied": "Forward, {x} was copied: use {number} of {count}.",
  "explain.say.added": "Back, what arrived at its {count} copies is added.",
  "explain.say.jacobian": "Column {column}: how far each output moves when input {column} moves.",
  "explain.say.jacobian_back":
    "The slopes of {y} times column {column}, added: the slope of input {column}.",
  "explain.say.sum_road": "The road through the sum delivers {one}.",
  "explain.say.straight_road": "The straight road delivers −{other}.",
  "explain.say.both_roads": "They meet and add up: {one} − {other}.",
  "explain.say.rest": "And {rest}, which was a factor on the way forward.",
  "explain.say.road": "Road {number} of {count}: by {op} from {y}.",
  "explain.say.roads_sum": "The {count} roads meet at {x} and add up.",

  "explain.whole.right":
    "Row i of {W} said how far each {y} moves when {x}[i] moves; read for all cells, the rows stand as columns: {W}ᵀ.",
  "explain.whole.right_batch":
    "The rows of {W} stand as columns: {W}ᵀ. Each row of the result uses its own sample alone: samples do not mix.",
  "explain.whole.column":
    "Column j of {W} said how far each {y} moves when {x}[j] moves; read for all cells, the columns stand as rows: {W}ᵀ.",
  "explain.whole.left":
    "One outer product a sample, added: that is {X}ᵀ on the left, its columns the samples. The index that vanished is the sample.",
  "explain.whole.outer": "Each number of {X} meets each slope of {y} once: an outer product.",
  "explain.whole.switch":
    "The switch was set on the way forward. It lets a slope through (1) or stops it (0).",
  "explain.whole.output":
    "The local derivative is made of the output {y} alone: the output is enough, {x} need not be kept.",
  "explain.whole.difference":
    "The road through the sum delivers {one}, the straight road delivers −{other}: together {one} − {other}.",
  "explain.whole.difference_mean":
    "The road through the sum delivers {one}, the straight road −{other}. The factor {rest} is from the way forward, where {y} was divided: each slope is, too.",
  "explain.whole.jacobian":
    "Each of these outputs depends on each of these inputs: the Jacobian has a column for each input.",
  "explain.whole.copies":
    "One {x} was used {count} times: copied forward, so what comes back is added.",
  "explain.whole.copied":
    "Adding forward is copying back: each of the {count} cells that were added gets what arrived.",
  "explain.whole.copy": "Each cell moves one cell, one to one: it gets what arrived.",
  "explain.whole.mean":
    "The division was made on the way forward, by {y}: {factor} of each cell went in, so {factor} of what arrived comes back to each.",
  "explain.whole.divided":
    "{y} is where the factor {factor} comes from: what was divided on the way forward is divided on the way back.",
  "explain.whole.constant":
    "Each cell moves one cell, by {factor} of its own step: it gets {factor} of what arrived.",
  "explain.whole.other": "Each cell moves at the rate of the other factor.",
  "explain.whole.each": "Each cell moves one cell: what arrived there, times the local derivative.",
  "explain.whole.read":
    "For each cell of {x}: the slope of each {y} that it reaches, times what is read beside it, added.",
  "explain.whole.roads":
    "{x} went {count} ways, so its gradient is what comes back by all of them, added.",
};

// @ts-check
/** The words of predicting before seeing: the questions, and what is said of the answers. */
export default {
  "region.predict": "Predict",
  "predict.previous": "Previous question",
  "predict.next": "Next question",
  "predict.count": "{at} of {of}",
  "predict.ask.number": "What is {name}?",
  "predict.ask.choose": "Which one is it?",
  "predict.ask.which": "Which of these is {name}?",
  "predict.ask.pick": "Which cells of {name}? Pick them.",
  "predict.ask.operands": "Which cells is {name} made of? Pick them.",
  "predict.check": "Check",
  "predict.hint": "Where to look",
  "predict.vote": "Vote",
  "predict.reveal": "Reveal",
  "predict.revealAll": "Reveal all",
  "predict.explain": "Why?",
  "predict.on": "Next question",
  "predict.close": "Done",
  "predict.options": "Show the choices",
  "predict.kind": "How it is answered",
  "predict.kind.number": "a number",
  "predict.kind.pick": "the cells it is made of",
  "predict.kind.choice": "a choice",
  "predict.list": "Write all of it as one array",
  "predict.fields": "A field for each number",
  "predict.right": "Right.",
  "predict.shown": "Revealed.",
  "predict.menu": "What to do with this cell",
  "predict.menu.explain": "Explain {name}",
  "predict.cover": "Cover {name}",
  "predict.coverAll": "Cover all of {name}",
  "predict.keys": "Predict, and vote in a room",
  "predict.key.menu": "Shift F10",
  "predict.does.menu": "the menu of a cell: explain it, or cover it",
  "predict.key.count": "1 2 3 4",
  "predict.does.count": "count a vote",
  "predict.key.undo": "Backspace",
  "predict.does.undo": "take the last vote back",
  "predict.key.reveal": "R",
  "predict.does.reveal": "reveal",
  "predict.waits": "{name} is covered. Predict it first; its explanation comes with the answer.",
  "predict.waits.hint":
    "{name} is still covered. These are the numbers it is made of: look at them where they stand.",
  "predict.waits.go": "Predict it",
  "predict.uncount": "Undo a vote",
  "predict.vote.reveal": "Reveal (R)",
  "predict.vote.end": "End the vote",
  "predict.vote.options": "Options: a click, or the keys 1 to 4, count a vote",
  "predict.vote.count": "{count} votes",
  "predict.vote.one": "{count} vote",
  "predict.vote.right": "right",
  "predict.vote.wrong": "wrong",
  "predict.vote.result": "{letter}: {answer}, {words}, votes: {count}",
  "predict.unread.empty": "Type a number: -0.5, 1/3 or ln 2.",
  "predict.unread.all": "Fill in all {count} numbers.",
  "predict.unread.choose": "Choose one of the options.",
  "predict.unread.pick": "Pick at least one cell: here, or where it is drawn.",
  "predict.unread.given": "This number is given: it is made of no others.",
  "predict.unread.list": "Write an array such as [5, 7, 9] or [[1, 2], [3, 4]].",
  "predict.unread.waiting": "The numbers are still on their way. Try again in a moment.",
  "predict.far.near": "Very near. Type it with more digits.",
  "predict.far.sign": "It has the other sign.",
  "predict.far.not_small":
    "Too far from it. Which of the local derivatives let anything through at all?",
  "predict.far.much_larger": "Far too large: more than five times as large as it is.",
  "predict.far.much_smaller": "Far too small: less than a fifth of what it is.",
  "predict.far.larger": "Too large. Which products does it add up, and with which sign?",
  "predict.far.smaller": "Too small. Which products does it add up, and with which sign?",
  "predict.far.other": "That does not fit what happens here. Nudge the number, and see what moves.",
  "predict.pick.there": "pick its cells in the graph or in a panel",
  "predict.pick.extra": "You also took {cells}: changing that would change nothing here.",
  "predict.pick.missing": "What you took is right; {count} more belong to it.",
  "predict.pick.turned":
    "You read a column of {name} where its row is read, or a row where a column is.",
  "predict.pick.no_upstream":
    "You took the local derivatives alone; each also counts with what arrives, its upstream gradient.",
  "predict.pick.no_local": "You took what arrives alone; each also counts with a local derivative.",
  "predict.shape.transposed":
    "Shape {got}: that is the transpose. {name} has the shape {wanted}, one slope a cell.",
  "predict.shape.unsummed":
    "Shape {got} is that of {consumer}: you passed on what arrived and did not add up the uses of each number of {name}, which has the shape {wanted}.",
  "predict.shape.other": "Shape {got}, but {name} has the shape {wanted}: one slope a cell.",
  "predict.did.sign": "That is the number with its sign turned round.",
  "predict.did.one_road":
    "You kept the road by {road} alone. There are {count} roads, and a nudge travels down all of them: they add.",
  "predict.did.mean_roads":
    "You took the mean of the {count} roads. Roads add; they are not averaged.",
  "predict.did.one_copy":
    "That is {term} alone, one use (one sample's row). {cell} is used {count} times, so {count} numbers add up.",
  "predict.did.one_term":
    "That is one product alone, {term}. {cell} takes part in {count} of them, and they add.",
  "predict.did.missing_term": "You left out one product: {term}.",
  "predict.did.mean_terms":
    "You took the mean of the {count} products. They add; nothing here divides by {count}.",
  "predict.did.other_axis":
    "You added along the other axis: that is one number for each sample, not for each output.",
  "predict.did.no_upstream":
    "That is the local derivative alone. You forgot to multiply by what arrives from the right, {upstream}.",
  "predict.did.own_value":
    "You multiplied by {name} itself. A product changes at the rate of the other factor.",
  "predict.did.own_alone":
    "That is {name} itself. How fast a product changes is told by the other factor, times what arrives.",
  "predict.did.no_local":
    "You passed on what arrives as it is. {op} has a local derivative to multiply by.",
  "predict.did.turned":
    "You read {operand} the other way round: its transpose, a column where the row belongs.",
  "predict.did.sibling":
    "That is the gradient of {name}: each input gets what belongs to the other one.",
  "predict.did.split":
    "You shared it out among the {count} inputs of {op}. Raising any of them by 1 raises the result by a full 1.",
  "predict.did.no_mask":
    "You forgot the mask: where a ReLU was closed on the way forward, nothing comes back.",
  "predict.did.no_n": "You forgot to divide by the batch: the loss is a mean over {count}.",
  "predict.did.twice_n": "You divided by the batch of {count} twice. Once is enough: in the loss.",
  "predict.did.classes":
    "You divided by the number of classes. The mean is over the samples, {count} of them.",
  "predict.did.only_y": "You forgot the target: that comes from y, not from y − t.",
  "predict.did.only_t": "You forgot y: that comes from −t alone, the straight road.",
  "predict.did.diagonal":
    "You looked at each output's own input alone. Every output depends on every input: they share one sum.",
  "predict.did.passed_by": "You passed {op} ({node}) by without its local derivative.",
  "predict.did.transposed": "That is {cell}: you read the array transposed.",
  "predict.did.neighbour": "That is the number of {cell}, another cell.",
  "predict.did.the_value": "That is the value of {name}, not its gradient.",
  "predict.did.inverse": "That is the quotient upside down.",
  "predict.did.input_itself": "That is {term} itself: the op does something to it.",
  "predict.did.one_factor": "That is one factor alone, {factor}.",
  "predict.did.added_factors": "You added where numbers are multiplied.",
  "predict.did.missing_part": "You left out {term}.",
  "predict.did.one_part": "That is {term} alone. There are more terms, and they add.",
  "predict.choice.L07.0":
    "0 is what the layer says. The central difference asks both sides of the kink, and takes the mean of their slopes.",
  "predict.choice.L07.2":
    "1 is the slope to the right alone. The central difference asks both sides of the kink, and takes the mean of their slopes.",
  "predict.choice.L15.0":
    "The outputs share one sum: when exp(a[0]) grows, every output is divided by more.",
  "predict.choice.L15.2": "The outputs add up to 1: when one goes up, the others must go down.",
  "predict.choice.L16.0":
    "Cross-entropy would push so. Squared error still has the slope y(1 − y), which is nearly 0 at y = 0.99.",
  "predict.choice.L18.0":
    "With N = C the shapes fit: NumPy broadcasts the labels over the columns, and no error comes.",
  "predict.choice.L18.1":
    "The labels were broadcast over the columns. The rows of a true gradient add up to 0; do these?",
  "predict.choice.L20.1": "y belongs to the outputs; the rows of dW go by input.",
  "predict.choice.L20.2":
    "How far the output moves with W[i,j] is told by the other factor, not by W itself.",
  "predict.choice.L24.0":
    "A smaller step cuts the curve's error, but the rounding of the difference grows as 1/h.",
};

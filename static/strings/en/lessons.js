// @ts-check
// Made by `python -m server.words` from backprop_core/lessons/: change the lessons, not this.

/** What the lessons say, in English. */
export default {
  "track.A": "Scalars",
  "track.B": "Element-wise",
  "track.C": "Affine",
  "track.D": "Softmax",
  "track.E": "Networks",
  "track.F": "Bug lab",
  "track.G": "Extensions",
  "lesson.L01.title": "Two apples and tax",
  "lesson.L01.question":
    "The price is 220. If one apple costs 1 yen more, how much more do you pay? Predict, then predict the two other numbers.",
  "lesson.L01.look":
    "Open the cell of apple and play its four beats. Then do the same for num and for tax: which number does the multiply node read each time?",
  "lesson.L01.misconception":
    "A multiply node hands each input its own value back (instead of the other input).",
  "lesson.L01.answer":
    "apple 2.2, num 110, tax 200: a multiply node sends back upstream times the OTHER input.",
  "lesson.L01.wrong.0.error": "own value instead of the other",
  "lesson.L01.wrong.0":
    "You multiplied by the input itself; a product changes at the rate of the OTHER factor.",
  "lesson.L01.wrong.1.error": "local gradient only (upstream dropped)",
  "lesson.L01.wrong.1": "You forgot to multiply by what arrives from the right (1.1).",
  "lesson.L02.title": "Two fruits: where the add node copies",
  "lesson.L02.question":
    "The gradient 1.1 reaches the + node. What goes to the apple branch and what to the orange branch?",
  "lesson.L02.look":
    "At the + node: one more yen on the apple branch, how much more is the sum? And one more yen on the orange branch? Then step on, and watch what leaves the node by each of its two wires.",
  "lesson.L02.misconception":
    "An add node shares its gradient out between its inputs (half each, or in proportion 200:450).",
  "lesson.L02.answer":
    "1.1 to both. Then apple 2.2, apple_num 110, orange 3.3, orange_num 165, tax 650.",
  "lesson.L02.wrong.0.error": "split in half",
  "lesson.L02.wrong.0": "Raising either input by 1 raises the sum by a full 1, not 0.5.",
  "lesson.L02.wrong.1.error": "split in proportion",
  "lesson.L02.wrong.1": "The add node does not look at the sizes of its inputs.",
  "lesson.L03.title": "The node needs only what is near it",
  "lesson.L03.question":
    "A multiply node holds 10 and 5 and receives 1.3. You know nothing else of the network. Can you already say what it sends back?",
  "lesson.L03.look":
    "Look at what the multiply node keeps from the way forward, and at what comes in from the right. Open x, then y: does anything else take part?",
  "lesson.L03.misconception": "To send anything back a node must know the whole network.",
  "lesson.L03.answer":
    "Yes: 1.3*5 = 6.5 to x and 1.3*10 = 13 to y. (An add node 10 + 5 would send 1.3 and 1.3 and need not remember its inputs.)",
  "lesson.L03.wrong.0.error": "swapped",
  "lesson.L03.wrong.0": "Each side gets the other value.",
  "lesson.L04.title": "One variable, two roads",
  "lesson.L04.question":
    "x = 2 goes into both p = xy and s = x + y. f = 30. Nudge x by 0.01: roughly what is f? Which single number sums up both roads?",
  "lesson.L04.look":
    "Open x and count the roads that leave it. Nudge it, and watch f. Then step on until x is reached, and watch its slots fill.",
  "lesson.L04.misconception":
    "When a value feeds two nodes the second gradient replaces the first (grad = instead of grad +=).",
  "lesson.L04.answer":
    "df/dx = 15 (through p) + 6 (through s) = 21; df/dy = 10 + 6 = 16. f(2.01) = 30.2103, i.e. 30 + 0.01*21 and a little.",
  "lesson.L04.wrong.0.error": "last write wins (road through s, then road through p)",
  "lesson.L04.wrong.0": "You kept one road. The nudge travels down both, so the effects add.",
  "lesson.L04.wrong.1.error": "averaged",
  "lesson.L04.wrong.1": "Roads add; they are not averaged.",
  "lesson.L04.wrong.2.error": "the other road wins",
  "lesson.L04.wrong.2": "You kept one road. The nudge travels down both, so the effects add.",
  "lesson.L05.title": "Sigmoid taken apart",
  "lesson.L05.question":
    "At x = ln 3 the four nodes hold -ln 3, 1/3, 4/3, 3/4. Send 1 in from the right: what leaves each node on the way back?",
  "lesson.L05.look":
    "Step back from y, one node at a time, and watch the second number of each gradient. Ask at each node whether its local derivative is made of its input or of its output.",
  "lesson.L05.misconception":
    "The backward rule uses the input x (or forgets upstream); y(1-y) is a formula to be memorised.",
  "lesson.L05.answer":
    "x = ln 3: 1 -> -9/16 -> -9/16 -> -3/16 -> 3/16 = 3/4 * 1/4. At x = 0: 1 -> -1/4 -> -1/4 -> -1/4 -> 1/4 = 1/2 * 1/2. What comes out is y(1 - y) each time.",
  "lesson.L05.wrong.0.error": "exp node multiplied by its input",
  "lesson.L05.wrong.0":
    "The exp node multiplies by its OUTPUT (e), because exp is its own derivative.",
  "lesson.L05.wrong.1.error": "x(1-x)",
  "lesson.L05.wrong.1": "Use the output y, not x.",
  "lesson.L06.title": "ReLU: a switch set on the way forward",
  "lesson.L06.question":
    "Before the reveal: which of the four upstream numbers get through, and what did ReLU have to remember?",
  "lesson.L06.look":
    "Compare the signs of x with the signs of what comes back from the right: which of the two set the switch? The inspector shows what Relu keeps.",
  "lesson.L06.misconception": "The mask comes from the sign of the incoming gradient.",
  "lesson.L06.answer":
    "[[10,0],[0,-40]]: the switch was set on the way forward by the sign of x (the sign of y tells the same); the sign and size of what comes back play no part.",
  "lesson.L06.wrong.0.error": "mask from the upstream gradient",
  "lesson.L06.wrong.0":
    "You let through what is positive on the way back. The switch was set on the way forward.",
  "lesson.L06.wrong.1.error": "no mask",
  "lesson.L06.wrong.1":
    "Where x was negative, y stays 0 when x moves a little: nothing comes back there.",
  "lesson.L06.wrong.2.error": "multiplied by x",
  "lesson.L06.wrong.2": "The slope on the open side is 1, not x.",
  "lesson.L07.title": "Exactly zero: which side?",
  "lesson.L07.question":
    "At x = 0 the layer says 0. What will the central difference (f(x+h) - f(x-h)) / 2h say there? And with h = 1e-4 at x = 0.00003?",
  "lesson.L07.look":
    "Nudge x[0] up, then down, by the same small amount. Then nudge x[1], once by 0.0001 and once by 0.00001, and compare the slopes with the gradient.",
  "lesson.L07.misconception":
    "If numerical and analytic gradients differ, the backward code must be wrong.",
  "lesson.L07.answer":
    "Numeric 0.5 at 0; numeric 0.65 at 0.00003 with h = 1e-4 (analytic 1). The step crossed the kink; with h = 1e-5 the second one agrees again.",
  "lesson.L07.wrong.0.error": "slope 1 at zero",
  "lesson.L07.wrong.0":
    "A convention too (x >= 0 counts as open); the book's Relu layer and PyTorch use 0, the book's own relu_grad function uses 1.",
  "lesson.L07.ask.1.option.0": "0",
  "lesson.L07.ask.1.option.1": "0.5",
  "lesson.L07.ask.1.option.2": "1",
  "lesson.L08.title": "Why W transposed: follow one nudge",
  "lesson.L08.question":
    "Raise only x[0] by 0.1. Which y move, and by how much each? Now add up what that does to L = 1*y[0] + 2*y[1] - 1*y[2]. Which ROW of W did you read?",
  "lesson.L08.look":
    "Open x[0] and play its four beats: which y move, what each of them is worth, what adds up, and which numbers of W were read on the way.",
  "lesson.L08.misconception": "dL/dx = dL/dy W^T holds because the shapes match.",
  "lesson.L08.answer":
    'y moves by 0.1 * (1, 2, 3): row 0 of W. L moves by 0.1 * (1*1 + 2*2 + 3*(-1)) = 0.2, so dL/dx[0] = 2; row 1 gives 8 for x[1]. "Row of W, times dL/dy, added up", done for every row, IS dL/dy · W transposed. dW = outer(x, dL/dy), db = dL/dy.',
  "lesson.L08.wrong.0.error": "upstream dropped",
  "lesson.L08.wrong.0":
    "You added the row of W as it is; each y counts with its own upstream gradient.",
  "lesson.L08.wrong.1.error": "a column of W",
  "lesson.L08.wrong.1":
    'A column answers "what makes y[0]"; the row answers "what does x[0] touch".',
  "lesson.L08.wrong.2.error": "dW as outer(dy, x)",
  "lesson.L08.wrong.2": "That is dW transposed: entry [i,j] must pair x[i] with dy[j].",
  "lesson.L08.ask.2.option.0": "row 0 of W",
  "lesson.L08.ask.2.option.1": "column 0 of W",
  "lesson.L27.title": "One sample, square W: two candidates, one truth",
  "lesson.L27.question":
    "W is square, so both rows and columns of W have the right length. Is dL/dx = (5, 11) or (7, 10)? Raise x[0] by 0.1 and see which y move, and by how much.",
  "lesson.L27.look":
    "Nudge x[0], and read off how far y[0] and y[1] move. Find those two numbers in W: do they stand in a row or in a column?",
  "lesson.L27.misconception": "With one sample the shapes leave no choice.",
  "lesson.L27.answer":
    "y moves by 0.1 * (1, 2), row 0 of W, so L = 1*y[0] + 2*y[1] moves by 0.1 * (1*1 + 2*2) = 0.5: dL/dx = (5, 11), rows of W. (7, 10) reads columns.",
  "lesson.L27.wrong.0.error": "columns of W",
  "lesson.L27.wrong.0":
    'A column answers "what makes y[0]"; the row answers "what does x[0] touch".',
  "lesson.L11.title": "Four samples: X transposed on the left",
  "lesson.L11.question":
    "Work out outer(x, dy) for each of the four samples. What must you do with the four tables to get dW? And do the samples touch each other anywhere in dX?",
  "lesson.L11.look":
    "Open W[0,0] and see which samples used it. Then open X[0,0] and look for cells that belong to other samples.",
  "lesson.L11.misconception":
    "X^T is put on the left only to make shapes fit; the sum over samples goes unnoticed.",
  "lesson.L11.answer":
    "dW = the sum of the four tables = [[-2,3,2],[0,3,5]] = X transposed · dL/dY; db = [2,2,1], the sum of the rows; dX has each row on its own: samples do not mix.",
  "lesson.L11.wrong.0.error": "only the last sample",
  "lesson.L11.wrong.0": "You overwrote the others; W was used by every row.",
  "lesson.L11.wrong.1.error": "mean of the tables",
  "lesson.L11.wrong.1": "Divide by N once, in the loss.",
  "lesson.L11.wrong.2.error": "mean of the rows",
  "lesson.L11.wrong.2": "Divide by N once, in the loss.",
  "lesson.L10.title": "One bias, many samples",
  "lesson.L10.question":
    "B[0] = 1 was used in two rows. Raise B[0] by 0.1: which entries of Y move? So which upstream numbers count for B[0]?",
  "lesson.L10.look":
    "Open B[0] and look at the cells of Y that light up. What is each of them worth to L?",
  "lesson.L10.misconception": "db is dout itself, or its mean, or its sum along the wrong axis.",
  "lesson.L10.answer":
    "db = [5,7,9]: the two rows' numbers add, because one stored number was used twice (a branch, drawn as broadcasting).",
  "lesson.L10.wrong.0.error": "mean over rows",
  "lesson.L10.wrong.0": "The batch average lives in the loss; dividing here as well divides twice.",
  "lesson.L10.wrong.1.error": "axis=1",
  "lesson.L10.wrong.1": "That has one number per sample; B has one per output column.",
  "lesson.L10.wrong.2.error": "dout as is",
  "lesson.L10.wrong.2": "Shape (2,3), but B has shape (3,).",
  "lesson.L13.title": "Copy forward, add back; add forward, copy back",
  "lesson.L13.question": 'NumPy silently copied x into three rows. What is the backward of "copy"?',
  "lesson.L13.look":
    "Open x[0]: at how many places of R does it stand, and what is each place worth?",
  "lesson.L13.misconception": "Broadcasting has no backward step of its own.",
  "lesson.L13.answer":
    "[9,12]: add the copies up. The mirror case: summing 3 rows forward sends the same gradient to all 3 rows.",
  "lesson.L13.wrong.0.error": "mean",
  "lesson.L13.wrong.0": "Copies add.",
  "lesson.L13.wrong.1.error": "first row only",
  "lesson.L13.wrong.1": "All three copies matter.",
  "lesson.L09.title": "When every shape matches",
  "lesson.L09.question":
    "Here eight products of G, W and their transposes have the right shape for dL/dX. Without a formula sheet, how would you find the true one? Guess, then nudge X[0,1] by 0.1 (nudging X[0,0] decides nothing: two candidates agree there).",
  "lesson.L09.look":
    "Nudge X[0,1] by 0.1, see how far L moves, and keep only the products whose entry [0,1] agrees. Then do the same at W[1,0].",
  "lesson.L09.misconception":
    "The shapes match, so the formula is proved (true at best when the number of samples, inputs and outputs all differ).",
  "lesson.L09.answer":
    "dL/dX = G · W transposed = [[1,3],[0,2]]; dL/dW = X transposed · G = [[1,0],[4,-1]]. Nudging X[0,1] gives 3, where the others say 2, -2, -3; nudging W[1,0] gives 4, where the others say 2, 2, 0.",
  "lesson.L09.wrong.0.error": "G W",
  "lesson.L09.wrong.0": "Reads a column of W: what feeds a y, not what an x touches.",
  "lesson.L09.wrong.1.error": "W G",
  "lesson.L09.wrong.1": "Mixes the samples: row 0 of the answer depends on sample 1.",
  "lesson.L09.wrong.2.error": "W transposed · G",
  "lesson.L09.wrong.2": "Mixes the samples: row 0 of the answer depends on sample 1.",
  "lesson.L09.wrong.3.error": "G · W inverse",
  "lesson.L09.wrong.3":
    "Transposed is not inverse: going back is not undoing, it is asking what each x touched.",
  "lesson.L09.wrong.4.error": "dW: X G",
  "lesson.L09.wrong.4":
    "Pairs outputs with samples; entry [i,j] of dW must pair input i with output j, over all samples.",
  "lesson.L09.wrong.5.error": "dW: G X",
  "lesson.L09.wrong.5":
    "Pairs outputs with samples; entry [i,j] of dW must pair input i with output j, over all samples.",
  "lesson.L09.wrong.6.error": "dW: G · X transposed",
  "lesson.L09.wrong.6": "Pairs samples with samples: inputs and outputs are gone from it.",
  "lesson.L09.ask.0.option.0": "G · W transposed",
  "lesson.L09.ask.0.option.1": "G · W",
  "lesson.L09.ask.0.option.2": "W · G",
  "lesson.L09.ask.0.option.3": "W transposed · G",
  "lesson.L09.ask.0.option.4": "G · W inverse",
  "lesson.L12.title": "Same layer, written sideways",
  "lesson.L12.question":
    "This is L08 with each sample as a column and the weight stored (out, in), the way PyTorch stores nn.Linear's weight (its samples stay rows). Predict dL/dx and dL/dV before you reveal; where did the transpose go?",
  "lesson.L12.look":
    "Put it beside lesson L08: the same numbers, laid on their side. Open x[0,0] and see whether a row or a column of V is read.",
  "lesson.L12.misconception":
    'Books disagree: one says dL/dY W^T, another W^T dL/dY, so one must be wrong; PyTorch "transposes for no reason".',
  "lesson.L12.answer":
    "dL/dx = V^T dL/dy = (2,8) as in L08; dL/dV = dL/dy x^T is the transpose of L08's dW. The numbers are the same, the order flips with the convention.",
  "lesson.L12.wrong.0.error": "the row formula copied: dL/dy · V transposed",
  "lesson.L12.wrong.0":
    "(3,1) times (2,3) does not multiply: you mixed the conventions. Keep one, and ask what each x touches.",
  "lesson.L12.ask.0.option.0": "V transposed · dL/dy",
  "lesson.L12.ask.0.option.1": "dL/dy · V transposed",
  "lesson.L14.title": "Appendix A with numbers you can do by hand",
  "lesson.L14.question":
    "exps are 3, 2, 5 and their sum is 10, so y = (0.3,0.2,0.5). Only class 2 is right. Push 1 back from L: what reaches each exp node by the straight road, and what by the road through the sum?",
  "lesson.L14.look":
    "Step back from L and stop at e, where two messages arrive. Note what each of them brings, times exp, before they are added.",
  "lesson.L14.misconception":
    'y - t is a lucky formula; "I will look up the derivation when I need it".',
  "lesson.L14.answer":
    "dL/dy = (0,-5,0). At e two roads meet. The straight road brings (0,-0.5,0); the road through the sum S brings 0.1 to each. Times exp (3,2,5): the straight road delivers (0,-1,0), which is exactly -t; the road through the sum delivers (0.3,0.2,0.5), which is exactly y (it is y times the sum of t, and t sums to 1). Together: y - t = (0.3,-0.8,0.5).",
  "lesson.L14.wrong.0.error": "straight road only",
  "lesson.L14.wrong.0": "You forgot that every e also goes into the sum S.",
  "lesson.L14.wrong.1.error": "sum road only",
  "lesson.L14.wrong.1": "You forgot the straight road: that is y, not y - t.",
  "lesson.L14.wrong.2.error": "1 subtracted from every class",
  "lesson.L14.wrong.2": "t is 0 for the wrong classes, so log sends nothing back there.",
  "lesson.L15.title": "Softmax is not element-wise",
  "lesson.L15.question":
    "Raise only a[0]. All three outputs change: which go up, which down? Could a rule that looks at y[0] alone be right?",
  "lesson.L15.look":
    "Nudge a[0] and watch all three outputs, not y[0] alone. Then look at the Jacobian as a matrix: which of its entries does the gradient of a[0] use?",
  "lesson.L15.misconception": "Softmax backward is y(1-y) for each output, as with sigmoid.",
  "lesson.L15.answer":
    "y[0] goes up (0.21), y[1] and y[2] go down (-0.06, -0.15): they share one sum. The Jacobian is [[0.21,-0.06,-0.15],[-0.06,0.16,-0.10],[-0.15,-0.10,0.25]] (rows and columns add to 0); times (0,-5,0) it gives (0.3,-0.8,0.5).",
  "lesson.L15.wrong.0.error": "diagonal only",
  "lesson.L15.wrong.0": "You used the diagonal and dropped the off-diagonal -y_i y_j.",
  "lesson.L15.ask.0.option.0": "only y[0] moves",
  "lesson.L15.ask.0.option.1": "y[0] up, the others down",
  "lesson.L15.ask.0.option.2": "all up",
  "lesson.L17.title": "Where the 1/N comes from",
  "lesson.L17.question":
    "The losses of the two rows are ln 5 = 1.609 and ln 2 = 0.693. Which operation of the FORWARD pass makes each gradient half of y - t?",
  "lesson.L17.look":
    "The loss is opened into its operations. Step back from L, and compare each gradient with the one it would be for a single row.",
  "lesson.L17.misconception":
    "Dividing by the batch size in backward is a trick for stability and can be left out or put in Affine.",
  "lesson.L17.answer":
    "The mean over the two rows: L = (ln 5 + ln 2) / 2 = 1.1513, so each row counts half: (y - t)/2 = [[0.15,-0.4,0.25],[0.125,0.125,-0.25]]. With a sum instead of a mean: twice that. Feed each sample twice: the mean loss stays, each row counts a quarter, and a weight that the rows share gets the same gradient as before.",
  "lesson.L17.wrong.0.error": "no division",
  "lesson.L17.wrong.0": "Right for a SUM loss; but you reported the mean.",
  "lesson.L17.wrong.1.error": "divided twice",
  "lesson.L17.wrong.1": "Once is enough.",
  "lesson.L17.wrong.2.error": "divided by classes",
  "lesson.L17.wrong.2": "N is the number of rows.",
  "lesson.L18.title": "Targets: the silent broadcast",
  "lesson.L18.question":
    "A hand-copied layer computes (y - t)/N with t = [1,2,0] (labels, not one-hot). N = C = 3. Error, or numbers? What must every row of a true dL/da add up to?",
  "lesson.L18.look":
    "Look at the shapes of X and of t, and add up a row of the true gradient. What does NumPy do with (3, 3) minus (3,)?",
  "lesson.L18.misconception": "If backward runs without an error the gradient is right.",
  "lesson.L18.answer":
    "Numbers, all wrong: NumPy broadcasts the labels over the columns. Every true row sums to 0; here every row sums to (1 - 3)/3 = -0.667. With N = 2 the same code raises ValueError.",
  "lesson.L18.wrong.0.error": "label broadcast",
  "lesson.L18.wrong.0": "Rows do not sum to 0: make t one-hot, or subtract 1 at [arange(N), t].",
  "lesson.L18.ask.0.option.0": "an error",
  "lesson.L18.ask.0.option.1": "numbers, and right",
  "lesson.L18.ask.0.option.2": "numbers, and wrong",
  "lesson.L16.title": "Why the loss and the last layer come in pairs",
  "lesson.L16.question":
    "The output says 0.99, the truth is 0: badly wrong. Will squared error push hard or softly on z?",
  "lesson.L16.look":
    "Open z[0] and see how far y moves when z moves. Then step back from L, and see which factor decides the size of the gradient.",
  "lesson.L16.misconception": "y - t comes out of any loss.",
  "lesson.L16.answer":
    "Softly: 0.99*0.99*0.01 = 0.009801. Cross-entropy with the same sigmoid pushes 0.99, 101 times harder: -log cancels the slope y(1-y). Identity + 0.5(y-t)^2 is the other pair that gives y - t.",
  "lesson.L16.wrong.0.error": "y-t",
  "lesson.L16.wrong.0":
    "That is the cross-entropy answer; with squared error the slope y(1-y) stays.",
  "lesson.L16.ask.0.option.0": "hard, close to 1",
  "lesson.L16.ask.0.option.1": "softly, close to 0.01",
  "lesson.L19.title": "The whole of chapter 5 on one page: four samples, 2-3-2",
  "lesson.L19.question":
    "Hidden unit 1 is closed for samples 0, 2 and 3. Which samples can move column 1 of W1 at all? Then: after one step of gradient descent with rate 0.1, about what is the loss?",
  "lesson.L19.look":
    "Look at column 1 of A1 and of Z1: for which samples is the unit open? Then open W1[0,1], and see which of its products are not zero.",
  "lesson.L19.misconception":
    "Layers can be computed one at a time but not chained; the order backward and what is handed on are unclear (a forgotten `return dx` breaks the layer before).",
  "lesson.L19.answer":
    "Only sample 1 (its A1[1,1] = 1 is open): dW1[:,1] = x of sample 1 times what came back to it. y rows: 1/3,2/3 | 2/3,1/3 | 1/5,4/5 | 1/3,2/3; L = (3 ln 1.5 + ln 5)/4 = 0.7065. A first guess for the new loss is L - 0.1 * (sum of the squares of all gradients) = 0.6432; the step really gives 0.6505.",
  "lesson.L19.wrong.0.error": "mask forgotten",
  "lesson.L19.wrong.0": "What came back went through closed ReLUs.",
  "lesson.L19.wrong.1.error": "backward returned None: TypeError in the NEXT layer",
  "lesson.L19.wrong.1":
    "The layer before the crash forgot to return dx; the one in the traceback is innocent.",
  "lesson.L20.title": "Chapter 4 said it numerically; now see why",
  "lesson.L20.question":
    "The book printed dW = [[0.219,0.144,-0.363],[0.329,0.215,-0.544]] from nudging. Each row is the same vector times something: what?",
  "lesson.L20.look":
    "Open W[0,0], then W[1,0] below it. Which factor is the same in both, and which one differs?",
  "lesson.L20.misconception": "Numerical gradient and backprop are two different gradients.",
  "lesson.L20.answer":
    "dW = outer(x, y - t): rows are 0.6 and 0.9 times (0.365,0.239,-0.605). Loss 0.928069.",
  "lesson.L20.wrong.0.error": "rows equal",
  "lesson.L20.wrong.0": "Row i is scaled by x_i.",
  "lesson.L20.ask.0.option.0": "x[i]",
  "lesson.L20.ask.0.option.1": "y[i]",
  "lesson.L20.ask.0.option.2": "W[i]",
  "lesson.L22.title": "A unit that can never come back",
  "lesson.L22.question": "Loss is 1.5 and every upstream number is -1. What is dW?",
  "lesson.L22.look":
    "Look at A and Z, sample by sample. Then step on, and see what gets past Relu. Afterwards set W to 0.1 and look again.",
  "lesson.L22.misconception": "Loss is large, so the gradient must be large.",
  "lesson.L22.answer":
    "dW = 0 and db = 0: every sample is on the closed side, so no step of any size changes anything. With W = +0.1 instead every sample is open: L = 0.97, dW = -4.6, db = -2.4.",
  "lesson.L22.wrong.0.error": "mask ignored",
  "lesson.L22.wrong.0": "Nothing passes a closed ReLU.",
  "lesson.L21.title": "Four sigmoids in a row",
  "lesson.L21.question":
    "Every sigmoid sits at its steepest point. What fraction of the gradient is left after four layers? How large would the weights have to be for it to survive?",
  "lesson.L21.look":
    "Step back through the four sigmoids, and compare the gradient behind each with the one before it. Then change the weights, and the constant in the program, and look again.",
  "lesson.L21.misconception":
    "Gradients vanish because learning rates are small; the sigmoid at its steepest is harmless.",
  "lesson.L21.answer":
    "(1/4)^4 = 0.00390625. With w = 4, b = -2: 4*0.25 = 1 per layer, gradient 1; with w = 8, b = -4: 2^4 = 16 (explodes). ReLU with w = 1: 1.",
  "lesson.L21.wrong.0.error": "one factor",
  "lesson.L21.wrong.0": "One quarter per layer, four layers.",
  "lesson.L21.wrong.1.error": "added",
  "lesson.L21.wrong.1": "Factors along one road multiply; roads add.",
  "lesson.digits.title": "Four handwritten digits",
  "lesson.digits.question":
    "Four images of 8 by 8 pixels go in at once. One of them is read wrongly: which, and where does its gradient push?",
  "lesson.digits.look":
    "Find the largest score in each row of A2, and compare its column with the label in t. Then look at the gradient of A2, row by row: where is it large, and with which sign?",
  "lesson.digits.misconception":
    "The gradient only says how wrong the network is, not which way to go.",
  "lesson.digits.answer":
    "Image 1: its label is 5, but its largest score is that of 9. In its row of dL/dA2 the 5 has about -0.25 and the 9 about +0.23: a step against the gradient raises the score of 5 and lowers that of 9. The other rows are smaller by far: those images are read rightly.",
  "lesson.digits.ask.0.option.0": "image 0",
  "lesson.digits.ask.0.option.1": "image 1",
  "lesson.digits.ask.0.option.2": "image 2",
  "lesson.digits.ask.0.option.3": "image 3",
  "lesson.L23.title": "The gradient that was edited in passing",
  "lesson.L23.question":
    "The book's ReLU writes zeros INTO the array it received. The + node gave the same array to both roads. What arrives at x?",
  "lesson.L23.look":
    "x goes two ways: through Relu, and straight to s. Step on, and see what each road brings to x.",
  "lesson.L23.misconception": "dout[mask] = 0 only changes the ReLU's own result.",
  "lesson.L23.answer":
    "True: [20,20] (through relu [10,0], through the skip [10,20]). With the shared array zeroed in place: [20,0]. Harmless in the book's straight chain, wrong at every branch.",
  "lesson.L23.wrong.0.error": "array shared and zeroed",
  "lesson.L23.wrong.0": "Copy before you write: dx = dout.copy() or np.where.",
  "lesson.L24.title": "How close is close enough?",
  "lesson.L24.question":
    "True slope 12. Rank h = 1e-1, 1e-4, 1e-8, 1e-12 by how close the central difference comes.",
  "lesson.L24.look":
    "Open x and nudge it by 0.1, by 0.0001, by 1e-8 and by 1e-12. How far is each slope from the gradient?",
  "lesson.L24.misconception":
    "Smaller h is always better; any fixed absolute difference decides pass or fail.",
  "lesson.L24.answer":
    "Closest first: 1e-4 (error about 1e-8), then 1e-8 (rounding has begun), then 1e-12 (rounding rules), then 1e-1 (error 0.01 = h squared); see the table for the figures on one machine. Compare by relative error; float32 is far worse.",
  "lesson.L24.wrong.0.error": "forward difference at h=1e-4",
  "lesson.L24.wrong.0": "One-sided: error grows with h, not h^2.",
  "lesson.L24.ask.0.option.0": "smaller is always better",
  "lesson.L24.ask.0.option.1":
    "best in the middle: truncation falls as h squared, rounding grows as 1/h",
  "lesson.L25.title": "Batch norm: every sample feels every other",
  "lesson.L25.question":
    "Upstream is non-zero for sample 0 only. Which samples get a gradient, and what does the column add up to?",
  "lesson.L25.look":
    "Move x[0,0]. What happens to the mean of its column, to the standard deviation, and to y of the three other samples?",
  "lesson.L25.misconception":
    "Only sample 0 has an upstream gradient, so only sample 0 gets one back.",
  "lesson.L25.answer":
    "All four: dx = [3,-2,-2,1], which adds up to 0: sample 0 moves the mean and the standard deviation that every sample is measured by.",
  "lesson.L25.notes":
    "With N=1 every gradient through batch norm is 0, so the book's ch06/batch_norm_gradient_check.py (x_train[:1]) checks nothing; beta then sits exactly on the ReLU kink (numeric 0.5*upstream vs 0).",
  "lesson.L25.wrong.0.error": "gamma over the standard deviation only",
  "lesson.L25.wrong.0":
    "The mean and the standard deviation depend on x too, and every sample feeds them.",
  "lesson.L26.title": "Convolution: one weight used at four places",
  "lesson.L26.question":
    "W[0,0] of the filter multiplies four different pixels. Which four, and what is its gradient?",
  "lesson.L26.look":
    "Open W[0,0,0,0] and follow the filter over its four places. Which pixel does this weight meet at each of them?",
  "lesson.L26.misconception": "The gradient of a shared weight is that of one position.",
  "lesson.L26.answer":
    "1+2+4+5 = 12; dW=[[12,16],[24,28]], db=4; dx=[[1,1,0],[1,0,-1],[0,-1,-1]]: overlaps add.",
  "lesson.L26.wrong.0.error": "one position",
  "lesson.L26.wrong.0": "Add over all four windows.",
};

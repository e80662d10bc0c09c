// @ts-check
/** The words of the nudge: a number moved by hand, and what follows. */
export default {
  "nudge.tab": "Nudge",
  "nudge.step": "Move {cell} by",
  "nudge.slider": "How far {cell} is moved",
  "nudge.keep": "Keep",
  "nudge.keep_title": "Make {cell} {value} in the document; Undo takes it back",
  "nudge.zero": "A step of 0 moves nothing: give one that moves {cell}.",
  "nudge.away":
    "The connection is lost, so this is the step before; the answer comes when it is back.",
  "nudge.matrix": "{name} {shape} after the nudge",
  "nudge.still": "Nothing moves in: {names}.",
  "nudge.left_out": "{count} more values on the way are not shown.",
  "nudge.largest": "The {shown} that move farthest, of {count} that move, of {size} in all.",
  "nudge.all": "{count} of {size} move.",
  "nudge.slope_label": "The slope and the gradient",
  "nudge.slope": "slope",
  "nudge.gradient": "gradient",
  "nudge.covered":
    "{cell} is to be predicted first; once it is revealed, this says how far {loss} moves.",
  "nudge.more": "More",
  "nudge.central": "central difference",
  "nudge.gradient_long": "gradient",
  "nudge.relative_error": "relative error",
  "nudge.doubt": "Rounding and curvature may put the central difference off by {doubt}.",

  "nudge.verdict.agrees": "The slope and the gradient agree.",
  "nudge.verdict.kink":
    "A kink: {cell} stands where {what}. {loss} has one slope on either side, and the gradient is that of one of them.",
  "nudge.verdict.crosses_kink":
    "A kink lies on this step: on it {what}, and {loss} goes on with another slope. Try a smaller step.",
  "nudge.verdict.step_too_large":
    "The step is too large: {loss} is curved on the way. Over a small step the two agree.",
  "nudge.verdict.step_too_small":
    "The step is too small: so small a change of {loss} is lost in rounding. Try a larger step.",
  "nudge.verdict.differs":
    "The gradient is wrong: a central difference, as exact as numbers allow, says otherwise.",
  "nudge.verdict.not_finite": "There is nothing to compare: {loss} or its slope is not finite.",
  "nudge.kink.relu": "the ReLU {node} switches at 0",
  "nudge.kink.abs": "the absolute value {node} turns round at 0",
  "nudge.kink.max": "a tie of the maximum {node} is decided",
  "nudge.kink.other": "{node} switches",

  "nudge.plot.loading": "The plot is on its way.",
  "nudge.plot.failed": "The plot could not be loaded.",
  "nudge.plot.nothing": "There is nothing to plot: {loss} or its gradient is not finite.",
  "nudge.plot.label":
    "{loss} along {cell}: its tangent has the gradient {gradient}, the secant of the nudge the slope {slope}.",
  "nudge.plot.x": "{cell}",
  "nudge.plot.y": "{loss}",
  "nudge.plot.tangent": "tangent (gradient)",
  "nudge.plot.secant": "secant (slope)",
};

"""The records of softmax and of the losses: rows of classes, and how wrong they are."""

from __future__ import annotations

import math
from collections.abc import Mapping

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import (
    Cell,
    IndexMap,
    Number,
    Partial,
    Same,
    Shape,
    Term,
    cell,
    function,
    letters,
)
from backprop_core.layer_op import LayerOp, closed, rows
from backprop_core.op import Attribute, BadSample, Sample, always, check_dimensions, register


def _softmax_shape(x: Shape) -> Shape:
    check_dimensions("Softmax", "x", x, 1, math.inf, "one_or_more")
    return x


def _softmax_partials(x: Shape) -> IndexMap:
    *lead, j, k = letters(len(x) + 1)
    out = cell("out", x, [*lead, j])
    other = cell("out", x, [*lead, k])
    X = cell("x", x, [*lead, k])
    return IndexMap(
        labels=dict(zip([*lead, j, k], (*x, x[-1]), strict=True)),
        out=out,
        combine="softmax",
        terms=(Term((X,), over=(k,)),),
        partials={"x": Partial(X, (out, Same(j, k) - other))},
    )


SOFTMAX = register(
    LayerOp(
        name="Softmax",
        slots=("x",),
        symbol="Softmax",
        doc="Makes each row positive numbers that add up to 1. Every output of a row depends on "
        "every input of it.",
        shape=_softmax_shape,
        form=always(
            closed(
                layers.Softmax,
                ("x",),
                _softmax_partials,
                r"\v{out}_{k} = \frac{\exp(\v{x}_{k})}{\sum_{j} \exp(\v{x}_{j})}",
                {"x": r"\d{x} = \v{out} \odot (\d{out} - \sum \d{out} \odot \v{out})"},
                {"out": lambda layer: layer.out},
            )
        ),
        samples=(Sample(((3,),)), Sample(((2, 3),)), Sample(((2, 2, 3),))),
        bad_samples=(BadSample(((),), "shape.dimensions"),),
        keeps=("out",),
        cls=layers.Softmax,
        definition=lambda x: "a = shift(x)\ne = exp(a)\nout = e / sum(e, axis=-1, keepdims=True)",
    )
)


def _target(op: str, slot: str, x: Shape, t: Shape) -> Shape:
    check_dimensions(op, slot, x, 1, 2, "one_or_two")
    if t not in (x, x[:-1]):
        raise error("shape.target", op=op, x=x, labels=x[:-1], t=t)
    return ()


def _hot(x: Shape, t: Shape) -> str:
    """The line that makes labels one-hot; none where t is one-hot."""
    return "" if t == x else f"hot = one_hot(t, {x[-1]})\n"


def _mean(x: Shape) -> str:
    return f" / {x[0]}" if len(x) > 1 else ""


def _cells(slot: str, x: Shape) -> tuple[list[str], Mapping[str, int], Cell]:
    names = letters(len(x))
    return names, dict(zip(names, x, strict=True)), cell(slot, x, names)


def _entropy_partials(y: Shape, t: Shape, eps: float) -> IndexMap:
    names, labels, Y = _cells("y", y)
    hot = Cell("kept.t", Y.strides)
    inside = Y + eps if eps else Y
    scale = Number(-1.0 / rows(y))
    return IndexMap(
        labels=labels,
        out=Cell("out", {}),
        combine="sum",
        terms=(Term((scale, hot, function("log", inside)), over=tuple(names)),),
        partials={"y": Partial(Y, (scale, hot / inside))},
    )


def _entropy_definition(y: Shape, t: Shape, eps: float) -> str:
    hot = _hot(y, t)
    inside = f"y + {eps!r}" if eps else "y"
    return f"{hot}log_y = log({inside})\nout = -sum({'hot' if hot else 't'} * log_y){_mean(y)}"


CROSS_ENTROPY_ERROR = register(
    LayerOp(
        name="CrossEntropyError",
        slots=("y", "t"),
        symbol="Cross entropy",
        doc="How surprised y is by the target: minus the logarithm of the right class's number, "
        "as a mean over the samples.",
        shape=lambda y, t, eps=0.0: _target("CrossEntropyError", "y", y, t),
        form=always(
            closed(
                layers.CrossEntropyError,
                ("y",),
                _entropy_partials,
                r"\v{out} = -\frac{1}{N} \sum \k{t} \odot \ln(\v{y})",
                {"y": r"\d{y} = -\frac{\d{out}}{N} \odot \frac{\k{t}}{\v{y}}"},
                {"t": lambda layer: layer.t},
            )
        ),
        attributes=(Attribute("eps", "number", default=0.0),),
        samples=(
            Sample(((2, 3), (2, 3))),
            Sample(((3,), (3,))),
            Sample(((2, 3), (2,))),
            Sample(((3,), ()), {"eps": 1e-7}),
        ),
        bad_samples=(
            BadSample(((2, 3), (3,)), "shape.target"),
            BadSample(((2, 3, 2), (2,)), "shape.dimensions"),
        ),
        domains={"y": "positive", "t": "one-hot"},
        keeps=("t",),
        cls=layers.CrossEntropyError,
        definition=_entropy_definition,
    )
)


def _loss_partials(x: Shape, t: Shape) -> IndexMap:
    names, labels, X = _cells("x", x)
    y, hot, log_y = (Cell(f"kept.{name}", X.strides) for name in ("y", "t", "ln y"))
    return IndexMap(
        labels=labels,
        out=Cell("out", {}),
        combine="sum",
        terms=(Term((Number(-1.0 / rows(x)), hot, log_y), over=tuple(names)),),
        partials={"x": Partial(X, (y - hot, Number(1.0 / rows(x))))},
    )


def _loss_definition(x: Shape, t: Shape) -> str:
    hot = _hot(x, t)
    return (
        f"{hot}a = shift(x)\n"
        "e = exp(a)\n"
        "S = sum(e, axis=-1, keepdims=True)\n"
        "log_y = a - log(S)\n"
        f"out = -sum({'hot' if hot else 't'} * log_y){_mean(x)}"
    )


SOFTMAX_WITH_LOSS = register(
    LayerOp(
        name="SoftmaxWithLoss",
        slots=("x", "t"),
        symbol="Softmax-Loss",
        doc="Softmax and cross entropy in one. Going back it is what softmax said less what was "
        "right, over the number of samples.",
        shape=lambda x, t: _target("SoftmaxWithLoss", "x", x, t),
        form=always(
            closed(
                layers.SoftmaxWithLoss,
                ("x",),
                _loss_partials,
                r"\v{out} = -\frac{1}{N} \sum \k{t} \odot \ln(\operatorname{softmax}(\v{x}))",
                {"x": r"\d{x} = \frac{\d{out}}{N} (\k{y} - \k{t})"},
                {
                    "y": lambda layer: layer.mass * layer.y,  # what comes by the road of the sum
                    "t": lambda layer: layer.t,
                    "ln y": lambda layer: layer.log_y,
                },
            )
        ),
        samples=(
            Sample(((2, 3), (2, 3))),
            Sample(((3,), (3,))),
            Sample(((2, 3), (2,))),
            Sample(((3,), ())),
        ),
        bad_samples=(
            BadSample(((2, 3), (3,)), "shape.target"),
            BadSample(((2, 3, 2), (2, 3, 2)), "shape.dimensions"),
        ),
        domains={"t": "one-hot"},
        keeps=("y", "t"),
        cls=layers.SoftmaxWithLoss,
        definition=_loss_definition,
    )
)


def _squared_shape(y: Shape, t: Shape) -> Shape:
    if y != t:
        raise error("shape.target_same", op="SumSquaredError", y=y, t=t)
    return ()


def _squared_partials(y: Shape, t: Shape) -> IndexMap:
    names, labels, Y = _cells("y", y)
    target = Cell("t", Y.strides)
    return IndexMap(
        labels=labels,
        out=Cell("out", {}),
        combine="sum",
        terms=(Term((Number(0.5 / rows(y)), (Y - target) ** 2), over=tuple(names)),),
        partials={"y": Partial(Y, (Y - target, Number(1.0 / rows(y))))},
    )


SUM_SQUARED_ERROR = register(
    LayerOp(
        name="SumSquaredError",
        slots=("y", "t"),
        symbol="Squared error",
        doc="Half the sum of the squared differences, as a mean over the samples.",
        shape=_squared_shape,
        form=always(
            closed(
                layers.SumSquaredError,
                ("y",),
                _squared_partials,
                r"\v{out} = \frac{1}{2 N} \sum (\v{y} - \v{t})^2",
                {"y": r"\d{y} = \frac{\d{out}}{N} (\v{y} - \v{t})"},
                {},
            )
        ),
        samples=(Sample(((2, 3), (2, 3))), Sample(((3,), (3,))), Sample(((), ()))),
        bad_samples=(BadSample(((2, 3), (2,)), "shape.target_same"),),
        cls=layers.SumSquaredError,
        definition=lambda y, t: f"d = y - t\nout = 0.5 * sum(d**2){_mean(y)}",
    )
)

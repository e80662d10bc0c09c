"""The record of the layer that weighs features and adds a bias."""

from __future__ import annotations

import math
from typing import Any

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import IndexMap, Partial, Shape, Term, cell
from backprop_core.layer_op import LayerOp, closed
from backprop_core.op import BadSample, Sample, check_dimensions, register


def _affine_shape(x: Shape, W: Shape, b: Shape) -> Shape:
    check_dimensions("Affine", "W", W, 2, 2, "two")
    check_dimensions("Affine", "x", x, 1, math.inf, "one_or_more")
    features = math.prod(x[1:]) if len(x) > 1 else x[0]
    if features != W[0]:
        raise error("shape.features", op="Affine", x=x, W=W)
    if b != W[1:]:
        raise error("shape.bias", op="Affine", W=W, b=b)
    return (*x[:1], W[1]) if len(x) > 1 else (W[1],)


def _affine_partials(x: Shape, W: Shape, b: Shape) -> IndexMap:
    batch = len(x) > 1
    flat = (x[0], W[0]) if batch else x
    row = ["i"] if batch else []
    X = cell("x", flat, [*row, "j"])
    weight, bias = cell("W", W, ["j", "k"]), cell("b", b, ["k"])
    return IndexMap(
        labels={**({"i": x[0]} if batch else {}), "j": W[0], "k": W[1]},
        out=cell("out", (*flat[:-1], W[1]), [*row, "k"]),
        combine="sum",
        terms=(Term((X, weight), over=("j",)), Term((bias,))),
        partials={
            "x": Partial(X, (weight,)),
            "W": Partial(weight, (X,)),
            "b": Partial(bias, ()),
        },
    )


def _affine_definition(x: Shape, W: Shape, b: Shape) -> str:
    if len(x) < 3:
        return "out = dot(x, W) + b"
    return f"flat = reshape(x, ({x[0]}, {W[0]}))\nout = dot(flat, W) + b"


def _affine_form(dW: str, db: str) -> Any:
    return closed(
        layers.Affine,
        ("x", "W", "b"),
        _affine_partials,
        r"\v{out} = \v{x} \cdot \v{W} + \v{b}",
        {"x": r"\d{x} = \d{out} \cdot \v{W}^{\mathsf T}", "W": dW, "b": db},
        {"x": lambda layer: layer.x},
    )


AFFINE_FORMS = {
    False: _affine_form(r"\d{W} = \v{x} \otimes \d{out}", r"\d{b} = \d{out}"),
    True: _affine_form(
        r"\d{W} = \v{x}^{\mathsf T} \cdot \d{out}", r"\d{b} = \sum_{\text{samples}} \d{out}"
    ),
}

AFFINE = register(
    LayerOp(
        name="Affine",
        slots=("x", "W", "b"),
        symbol="Affine",
        doc="Weighs the features of each sample and adds a bias: x W + b.",
        shape=_affine_shape,
        form=lambda x, W, b: AFFINE_FORMS[len(x) > 1],
        samples=(
            Sample(((4, 2), (2, 3), (3,))),
            Sample(((2,), (2, 3), (3,))),
            Sample(((1, 3), (3, 1), (1,))),
            Sample(((2, 2, 3), (6, 2), (2,))),
        ),
        bad_samples=(
            BadSample(((4, 3), (2, 3), (3,)), "shape.features"),
            BadSample(((4, 2), (2, 3), (2,)), "shape.bias"),
            BadSample(((4, 2), (2,), (2,)), "shape.dimensions"),
            BadSample(((), (2, 3), (3,)), "shape.dimensions"),
        ),
        keeps=("x",),
        cls=layers.Affine,
        held=("W", "b"),
        definition=_affine_definition,
        passes_on=True,
    )
)

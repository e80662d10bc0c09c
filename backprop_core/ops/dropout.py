"""Dropout, and the mask that stands in its definition."""

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core import layers
from backprop_core.errors import error
from backprop_core.index_map import Array, Cell, IndexMap, Shape, Term, cell, letters
from backprop_core.layer_op import LayerOp, closed
from backprop_core.op import Attribute, BadSample, Form, Op, Sample, always, register
from backprop_core.ops.maps import elementwise_map
from backprop_core.words import Word

ATTRIBUTES = (
    Attribute("ratio", "number", default=0.5),
    Attribute("seed", "whole", default=0),
)
SAMPLES = (
    Sample(((4,),)),
    Sample(((),), {"ratio": 0.0}),
    Sample(((2, 3),), {"ratio": 0.25, "seed": 7}),
)
BAD = (
    BadSample(((3,),), "attribute.kind", {"ratio": 1.5}),
    BadSample(((3,),), "attribute.kind", {"seed": -1}),
)


def _shape(op: str) -> Any:
    def shape(x: Shape, ratio: float = 0.5, seed: int = 0) -> Shape:
        if not 0 <= ratio <= 1:
            expected = Word("expected.from_to", least=0, most=1)
            raise error("attribute.kind", op=op, name="ratio", expected=expected, got=ratio)
        if seed < 0:
            expected = Word("expected.whole_from", least=0)
            raise error("attribute.kind", op=op, name="seed", expected=expected, got=seed)
        return x

    return shape


def drawn(shape: Shape, ratio: float, seed: int) -> Array:
    """1 where a number stays, 0 where it is dropped: the same places for the same seed."""
    stays: Array = (np.random.default_rng(seed).random(shape) > ratio).astype(np.float64)
    return stays


def _mask_partials(x: Shape, **_: Any) -> IndexMap:
    names = letters(len(x))
    out = cell("out", x, names)
    return IndexMap(
        labels=dict(zip(names, x, strict=True)),
        out=out,
        combine="sum",
        terms=(Term((Cell("kept.stays", out.strides),)),),
        partials={},
    )


DROPOUT_MASK = register(
    Op(
        name="dropout_mask",
        slots=("x",),
        symbol="mask",
        doc="Draws which numbers stay, 1, and which are dropped, 0. It depends on the shape and "
        "the seed alone, so nothing goes back.",
        shape=_shape("dropout_mask"),
        form=always(
            Form(
                forward=lambda x, ratio, seed: drawn(np.shape(x), ratio, seed),
                vjp={},
                partials=_mask_partials,
                formula=r"\v{out} = \operatorname{mask}(\v{x})",
                messages={},
                kept={"stays": lambda out, x, ratio, seed: out},
            )
        ),
        attributes=ATTRIBUTES,
        samples=SAMPLES,
        bad_samples=BAD,
        internal=True,
    )
)


def _partials(x: Shape, ratio: float, seed: int) -> IndexMap:
    found = elementwise_map(
        ("x",),
        "sum",
        lambda x: (Term((x, Cell("kept.mask", x.strides))),),
        {"x": lambda out, x: (Cell("kept.mask", x.strides),)},
    )
    return found(x)


DROPOUT = register(
    LayerOp(
        name="Dropout",
        slots=("x",),
        symbol="Dropout",
        doc="Makes numbers 0 by chance; the seed decides which. Going back, the same ones get 0. "
        "As in the textbook, what is kept is not scaled up in training.",
        shape=_shape("Dropout"),
        form=always(
            closed(
                layers.Dropout,
                ("x",),
                _partials,
                r"\v{out} = \v{x} \odot \k{mask}",
                {"x": r"\d{x} = \d{out} \odot \k{mask}"},
                {"mask": lambda layer: np.asarray(layer.mask, dtype=np.float64)},
            )
        ),
        attributes=ATTRIBUTES,
        samples=SAMPLES,
        bad_samples=BAD,
        keeps=("mask",),
        cls=layers.Dropout,
        definition=lambda x, ratio, seed: (
            f"mask = dropout_mask(x, ratio={ratio!r}, seed={seed!r})\nout = x * mask"
        ),
    )
)

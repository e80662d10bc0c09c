"""Operations that move elements and change none: reshape, transpose, broadcast_to, one_hot."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from backprop_core.errors import WhygradError, error
from backprop_core.index_map import Cell, IndexMap, Shape, Term, cell, letters
from backprop_core.op import Attribute, BadSample, Form, Op, Sample, always, broadcast, register
from backprop_core.ops.maps import relabelled_map


def _sizes(op: str, to: tuple[int, ...], least: int) -> None:
    if any(size < least or size == 0 for size in to):
        raise error("shape.sizes", op=op, to=to)


def _reshape_shape(a: Shape, shape: tuple[int, ...]) -> Shape:
    _sizes("reshape", shape, least=-1)
    size, unknown = math.prod(a), shape.count(-1)
    if unknown > 1:
        raise error("shape.reshape_unknown", op="reshape", to=shape)
    known = math.prod(n for n in shape if n != -1)
    if (size % known) if unknown else (size != known):
        raise error("shape.reshape", op="reshape", shape=a, size=size, to=shape)
    return tuple(size // known if n == -1 else n for n in shape)


def _reshape_partials(a: Shape, **_: Any) -> IndexMap:
    # Both are read row after row: one label runs through the flat data of both.
    label = {"i": math.prod(a)}
    return relabelled_map("a", Cell("out", {"i": 1}), Cell("a", {"i": 1}), label)


RESHAPE = register(
    Op(
        name="reshape",
        slots=("a",),
        symbol="reshape",
        doc="The same elements, row after row, in another shape.",
        shape=_reshape_shape,
        form=always(
            Form(
                forward=lambda a, shape: np.reshape(a, shape),
                vjp={
                    "a": lambda dout, out, a, shape: np.reshape(dout, a.shape),
                },
                partials=_reshape_partials,
                formula=r"\v{out} = \operatorname{reshape}(\v{a})",
                messages={"a": r"\d{a} = \operatorname{reshape}(\d{out})"},
            )
        ),
        attributes=(Attribute("shape", "shape", required=True),),
        samples=(
            Sample(((2, 3),), {"shape": (3, 2)}),
            Sample(((2, 3),), {"shape": (-1,)}),
            Sample(((),), {"shape": (1, 1)}),
        ),
        bad_samples=(
            BadSample(((2, 3),), "shape.reshape", {"shape": (4, 2)}),
            BadSample(((2, 3),), "shape.reshape_unknown", {"shape": (-1, -1)}),
            BadSample(((2, 3),), "shape.sizes", {"shape": (0, 6)}),
        ),
        many=lambda shapes, wide, shape: (
            lambda a: a.reshape(len(a), *_reshape_shape(shapes[0], shape))
        ),
    )
)


def _order(a: Shape, axes: tuple[int, ...] | None) -> tuple[int, ...]:
    if axes is None:
        return tuple(reversed(range(len(a))))
    found = tuple(n % len(a) if a and -len(a) <= n < len(a) else -1 for n in axes)
    if sorted(found) != list(range(len(a))):
        raise error("shape.transpose", op="transpose", count=len(a), axes=axes)
    return found


def _transpose_shape(a: Shape, axes: tuple[int, ...] | None = None) -> Shape:
    return tuple(a[n] for n in _order(a, axes))


def _transpose_partials(a: Shape, axes: tuple[int, ...] | None = None) -> IndexMap:
    names = letters(len(a))
    order = _order(a, axes)
    out = cell("out", tuple(a[n] for n in order), [names[n] for n in order])
    labels = dict(zip(names, a, strict=True))
    return relabelled_map("a", out, cell("a", a, names), labels)


TRANSPOSE = register(
    Op(
        name="transpose",
        slots=("a",),
        symbol="T",
        doc="Rows become columns; with axes, they are put in that order.",
        shape=_transpose_shape,
        form=always(
            Form(
                forward=lambda a, axes: np.transpose(a, axes),
                vjp={
                    "a": lambda dout, out, a, axes: np.transpose(
                        dout, axes and np.argsort(np.mod(axes, a.ndim))
                    ),
                },
                partials=_transpose_partials,
                formula=r"\v{out} = \v{a}^{\mathsf T}",
                messages={"a": r"\d{a} = \d{out}^{\mathsf T}"},
            )
        ),
        attributes=(Attribute("axes", "axes"),),
        samples=(
            Sample(((2, 3),)),
            Sample(((3,),)),
            Sample(((2, 3, 4),), {"axes": (1, 2, 0)}),
            Sample(((2, 3, 4),), {"axes": (-1, 0, 1)}),
        ),
        bad_samples=(
            BadSample(((2, 3),), "shape.transpose", {"axes": (0, 0)}),
            BadSample(((2, 3),), "shape.transpose", {"axes": (0, 1, 2)}),
        ),
        many=lambda shapes, wide, axes: (
            lambda a: a.transpose(0, *(n + 1 for n in _order(shapes[0], axes)))
        ),
    )
)


def _broadcast_shape(a: Shape, shape: tuple[int, ...]) -> Shape:
    _sizes("broadcast_to", shape, least=1)
    try:
        fits = len(a) <= len(shape) and broadcast("", a, shape) == shape
    except WhygradError:
        fits = False
    if not fits:
        raise error("shape.broadcast_to", op="broadcast_to", shape=a, to=shape)
    return shape


def _broadcast_partials(a: Shape, shape: tuple[int, ...]) -> IndexMap:
    names = letters(len(shape))
    x = cell("a", a, names[len(shape) - len(a) :])
    labels = dict(zip(names, shape, strict=True))
    return relabelled_map("a", cell("out", shape, names), x, labels)


def _broadcast_many(shapes: tuple[Shape], wide: tuple[bool], shape: Shape) -> Callable[..., Any]:
    """Every copy stretched to the shape, its new axes behind that of the copies."""
    new = [1] * (len(shape) - len(shapes[0]))
    return lambda a: np.broadcast_to(a.reshape(len(a), *new, *shapes[0]), (len(a), *shape))


BROADCAST_TO = register(
    Op(
        name="broadcast_to",
        slots=("a",),
        symbol="copy",
        doc="Copies along new or stretched axes. Going back, the copies' gradients add up.",
        shape=_broadcast_shape,
        form=always(
            Form(
                forward=lambda a, shape: np.broadcast_to(a, shape),
                vjp={
                    # The engine undoes every broadcast, by adding over the axes that were copied.
                    "a": lambda dout, out, a, shape: dout,
                },
                partials=_broadcast_partials,
                formula=r"\v{out} = \operatorname{copy}(\v{a})",
                messages={"a": r"\d{a} = \sum_{\text{copies}} \d{out}"},
                broadcasts=True,
            )
        ),
        attributes=(Attribute("shape", "shape", required=True),),
        samples=(
            Sample(((2,),), {"shape": (3, 2)}),
            Sample(((2, 1),), {"shape": (2, 3)}),
            Sample(((),), {"shape": (2,)}),
        ),
        bad_samples=(
            BadSample(((2,),), "shape.broadcast_to", {"shape": (2, 3)}),
            BadSample(((2, 2),), "shape.broadcast_to", {"shape": (2,)}),
        ),
        many=_broadcast_many,
    )
)


def _one_hot_partials(t: Shape, classes: int) -> IndexMap:
    names = letters(len(t) + 1)
    shape = (*t, classes)
    out = cell("out", shape, names)
    return IndexMap(
        labels=dict(zip(names, shape, strict=True)),
        out=out,
        combine="sum",
        terms=(Term((Cell("kept.hot", out.strides),)),),
        partials={},
    )


ONE_HOT = register(
    Op(
        name="one_hot",
        slots=("t",),
        symbol="one-hot",
        doc="Labels as rows with a 1 at the label and 0 elsewhere. Labels take no gradient.",
        shape=lambda t, classes: (*t, classes),
        form=always(
            Form(
                forward=lambda t, classes: np.eye(classes)[np.asarray(t, dtype=np.intp)],
                vjp={},
                partials=_one_hot_partials,
                formula=r"\v{out} = \operatorname{onehot}(\v{t})",
                messages={},
                kept={"hot": lambda out, t, classes: out},
            )
        ),
        attributes=(Attribute("classes", "whole", required=True),),
        samples=(Sample(((3,),), {"classes": 4}), Sample(((),), {"classes": 3})),
        domains={"t": "labels"},
        internal=True,
    )
)

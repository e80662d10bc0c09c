"""Operations that make many elements one: sum, mean and max over axes."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from backprop_core.index_map import (
    Array,
    Cell,
    Combine,
    Expr,
    IndexMap,
    Number,
    Partial,
    Shape,
    Term,
    cell,
    letters,
)
from backprop_core.op import (
    Attribute,
    BadSample,
    Form,
    Op,
    Sample,
    always,
    axes_of,
    check_dimensions,
    register,
)

AXIS = Attribute("axis", "axis")
KEEPDIMS = Attribute("keepdims", "flag", default=False)

SAMPLES = (
    Sample(((2, 3),)),
    Sample(((2, 3),), {"axis": 0}),
    Sample(((2, 3),), {"axis": -1, "keepdims": True}),
    Sample(((2, 3, 2),), {"axis": (0, 2)}),
    Sample(((3,),)),
    Sample(((),)),
)
BAD = (
    BadSample(((2, 3),), "attribute.axis", {"axis": 2}),
    BadSample(((2, 3),), "attribute.axis_twice", {"axis": (0, -2)}),
)


def _shape(op: str) -> Callable[..., Shape]:
    def shape(a: Shape, axis: Any = None, keepdims: bool = False) -> Shape:
        gone = axes_of(op, axis, a)
        if keepdims:
            return tuple(1 if n in gone else size for n, size in enumerate(a))
        return tuple(size for n, size in enumerate(a) if n not in gone)

    return shape


def spread(dout: Array, a: Array, axis: Any, keepdims: bool) -> Array:
    """What arrived at a reduced value, copied back to the shape of what was reduced."""
    if not keepdims and axis is not None:
        dout = np.expand_dims(dout, axis)
    return np.broadcast_to(dout, a.shape)


def count(a: Shape, axis: Any) -> int:
    """How many elements each mean is of."""
    return math.prod(a[n] for n in axes_of("mean", axis, a))


def winner(a: Array, axis: Any) -> Array:
    """1 at the first largest element along the axes, 0 elsewhere."""
    gone = axes_of("max", axis, a.shape)
    kept = tuple(n for n in range(a.ndim) if n not in gone)
    rows = a.transpose(*kept, *gone).reshape(math.prod(a.shape[n] for n in kept), -1)
    found = np.zeros(rows.shape)
    found[np.arange(len(rows)), rows.argmax(axis=1)] = 1.0
    order = np.argsort((*kept, *gone))
    return found.reshape([a.shape[n] for n in (*kept, *gone)]).transpose(order)


def _partials(
    op: str, combine: Combine, local: Callable[[Cell, Shape, Any], tuple[Expr, ...]]
) -> Callable[..., IndexMap]:
    """`local(a, shape, axis)` gives the factors of the local derivative."""

    def partials(a: Shape, axis: Any = None, keepdims: bool = False) -> IndexMap:
        gone = axes_of(op, axis, a)
        names = letters(len(a))
        kept = [None if n in gone else name for n, name in enumerate(names)]
        y_labels = kept if keepdims else [name for name in kept if name is not None]
        x = cell("a", a, names)
        over = tuple(names[n] for n in gone)
        factors = local(x, a, axis)
        scale = tuple(factor for factor in factors if isinstance(factor, Number))
        return IndexMap(
            labels=dict(zip(names, a, strict=True)),
            out=cell("out", _shape(op)(a, axis, keepdims), y_labels),
            combine=combine,
            terms=(Term((*scale, x), over=over),),
            partials={"a": Partial(x, factors)},
        )

    return partials


def _many(reduce: Callable[..., Any]) -> Callable[..., Callable[..., Any]]:
    """Every copy reduced over the same axes."""

    def many(shapes: tuple[Shape], wide: tuple[bool], axis: Any, keepdims: bool) -> Any:
        axes = tuple(n + 1 for n in axes_of("", axis, shapes[0]))
        return lambda a: reduce(a, axis=axes, keepdims=keepdims)

    return many


SUM = register(
    Op(
        name="sum",
        slots=("a",),
        symbol="sum",
        doc="Adds up over axes. Going back, each element that was added gets what arrived.",
        shape=_shape("sum"),
        form=always(
            Form(
                forward=lambda a, axis, keepdims: np.sum(a, axis=axis, keepdims=keepdims),
                vjp={
                    "a": lambda dout, out, a, axis, keepdims: spread(dout, a, axis, keepdims),
                },
                partials=_partials("sum", "sum", lambda x, a, axis: ()),
                formula=r"\v{out} = \sum \v{a}",
                messages={"a": r"\d{a} = \operatorname{copy}(\d{out})"},
            )
        ),
        attributes=(AXIS, KEEPDIMS),
        samples=SAMPLES,
        bad_samples=BAD,
        many=_many(np.sum),
    )
)

MEAN = register(
    Op(
        name="mean",
        slots=("a",),
        symbol="mean",
        doc="The mean over axes. Going back, each of n elements gets 1/n of what arrived.",
        shape=_shape("mean"),
        form=always(
            Form(
                forward=lambda a, axis, keepdims: np.mean(a, axis=axis, keepdims=keepdims),
                vjp={
                    "a": lambda dout, out, a, axis, keepdims: (
                        spread(dout, a, axis, keepdims) / count(a.shape, axis)
                    ),
                },
                partials=_partials(
                    "mean", "sum", lambda x, a, axis: (Number(1.0 / count(a, axis)),)
                ),
                formula=r"\v{out} = \frac{1}{n} \sum \v{a}",
                messages={"a": r"\d{a} = \frac{1}{n} \operatorname{copy}(\d{out})"},
            )
        ),
        attributes=(AXIS, KEEPDIMS),
        samples=SAMPLES,
        bad_samples=BAD,
        many=_many(np.mean),
    )
)

MAX = register(
    Op(
        name="max",
        slots=("a",),
        symbol="max",
        doc="The largest over axes. Going back, the largest alone gets what arrived; a tie goes "
        "to the first.",
        shape=_shape("max"),
        form=always(
            Form(
                forward=lambda a, axis, keepdims: np.max(a, axis=axis, keepdims=keepdims),
                vjp={
                    "a": lambda dout, out, a, axis, keepdims: np.where(
                        winner(a, axis) > 0, spread(dout, a, axis, keepdims), 0.0
                    ),
                },
                partials=_partials(
                    "max", "maximum", lambda x, a, axis: (Cell("kept.winner", x.strides),)
                ),
                formula=r"\v{out} = \max \v{a}",
                messages={
                    "a": r"\d{a} = \begin{cases} \d{out} & \v{a} = \v{out} \;"
                    r"\text{(the first)} \\ 0 & \text{otherwise} \end{cases}",
                },
                kept={"winner": lambda out, a, axis, keepdims: winner(a, axis)},
            )
        ),
        switch=lambda a, axis, keepdims: winner(a, axis),
        attributes=(AXIS, KEEPDIMS),
        samples=SAMPLES,
        bad_samples=BAD,
        many=_many(np.max),
    )
)


def _shift_partials(a: Shape, **_: Any) -> IndexMap:
    names = letters(len(a))
    x, out = cell("a", a, names), cell("out", a, names)
    top = Cell("kept.top", cell("top", (*a[:-1], 1), [*names[:-1], None]).strides)
    return IndexMap(
        labels=dict(zip(names, a, strict=True)),
        out=out,
        combine="sum",
        terms=(Term((x,)), Term((Number(-1.0), top))),
        partials={"a": Partial(x, ())},
    )


def _shift_shape(a: Shape) -> Shape:
    check_dimensions("shift", "a", a, 1, math.inf, "one_or_more")
    return a


SHIFT = register(
    Op(
        name="shift",
        slots=("a",),
        symbol="shift",
        doc="Moves each row by its maximum, so that no exponential overflows. Softmax of the row "
        "stays what it was: it moves all and changes nothing, so the gradient passes through.",
        shape=_shift_shape,
        form=always(
            Form(
                forward=lambda a: a - np.max(a, axis=-1, keepdims=True),
                vjp={
                    "a": lambda dout, out, a: dout,
                },
                partials=_shift_partials,
                formula=r"\v{out} = \v{a} - \max \v{a}",
                messages={"a": r"\d{a} = \d{out}"},
                kept={"top": lambda out, a: np.max(a, axis=-1, keepdims=True)},
            )
        ),
        samples=(Sample(((3,),)), Sample(((2, 3),))),
        bad_samples=(BadSample(((),), "shape.dimensions"),),
        internal=True,
        many=lambda shapes, wide: lambda a: a - a.max(axis=-1, keepdims=True),
    )
)

"""The product of matrices and vectors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from backprop_core.errors import error
from backprop_core.index_map import IndexMap, Partial, Shape, Term, cell
from backprop_core.op import BadSample, Form, Op, Sample, check_dimensions, register

# The labels of each input's axes, by their number: i rows of a, k columns of b, j what is summed.
LEFT = {1: "j", 2: "ij"}
RIGHT = {1: "j", 2: "jk"}


def _shape(a: Shape, b: Shape) -> Shape:
    for name, shape in (("a", a), ("b", b)):
        check_dimensions("dot", name, shape, 1, 2, "one_or_two")
    if a[-1] != b[0]:
        raise error("shape.inner_sizes", op="dot", left=a, right=b)
    return a[:-1] + b[1:]


def _partials(a: Shape, b: Shape, **_: Any) -> IndexMap:
    left, right = LEFT[len(a)], RIGHT[len(b)]
    cell_a, cell_b = cell("a", a, list(left)), cell("b", b, list(right))
    outer = left[:-1] + right[1:]
    return IndexMap(
        labels={**dict(zip(left, a, strict=True)), **dict(zip(right, b, strict=True))},
        out=cell("out", a[:-1] + b[1:], list(outer)),
        combine="sum",
        terms=(Term((cell_a, cell_b), over=("j",)),),
        partials={"a": Partial(cell_a, (cell_b,)), "b": Partial(cell_b, (cell_a,))},
    )


def _many(shapes: tuple[Shape, Shape], wide: tuple[bool, bool], **_: Any) -> Callable[..., Any]:
    """Every copy's product: of matrices, with a vector as a row on the left, a column right."""
    left, right = (len(shape) for shape in shapes)
    if wide == (True, False) and right == 2:
        return lambda a, b: (a.reshape(-1, a.shape[-1]) @ b).reshape(*a.shape[:-1], b.shape[1])
    row = (..., None, slice(None)) if left == 1 else ...
    column = (..., None) if right == 1 else ...
    dropped = (*[-2] * (left == 1), *[-1] * (right == 1))
    return lambda a, b: np.squeeze(a[row] @ b[column], axis=dropped)


FORMULA = r"\v{out} = \v{a} \cdot \v{b}"

FORMS = {
    (2, 2): Form(
        forward=lambda a, b: np.dot(a, b),
        vjp={
            "a": lambda dout, out, a, b: np.dot(dout, b.T),
            "b": lambda dout, out, a, b: np.dot(a.T, dout),
        },
        partials=_partials,
        formula=FORMULA,
        messages={
            "a": r"\d{a} = \d{out} \cdot \v{b}^{\mathsf T}",
            "b": r"\d{b} = \v{a}^{\mathsf T} \cdot \d{out}",
        },
    ),
    (1, 2): Form(
        forward=lambda a, b: np.dot(a, b),
        vjp={
            "a": lambda dout, out, a, b: np.dot(dout, b.T),
            "b": lambda dout, out, a, b: np.outer(a, dout),
        },
        partials=_partials,
        formula=FORMULA,
        messages={
            "a": r"\d{a} = \d{out} \cdot \v{b}^{\mathsf T}",
            "b": r"\d{b} = \v{a} \otimes \d{out}",
        },
    ),
    (2, 1): Form(
        forward=lambda a, b: np.dot(a, b),
        vjp={
            "a": lambda dout, out, a, b: np.outer(dout, b),
            "b": lambda dout, out, a, b: np.dot(a.T, dout),
        },
        partials=_partials,
        formula=FORMULA,
        messages={
            "a": r"\d{a} = \d{out} \otimes \v{b}",
            "b": r"\d{b} = \v{a}^{\mathsf T} \cdot \d{out}",
        },
    ),
    (1, 1): Form(
        forward=lambda a, b: np.dot(a, b),
        vjp={
            "a": lambda dout, out, a, b: dout * b,
            "b": lambda dout, out, a, b: dout * a,
        },
        partials=_partials,
        formula=FORMULA,
        messages={"a": r"\d{a} = \d{out} \, \v{b}", "b": r"\d{b} = \d{out} \, \v{a}"},
    ),
}

DOT = register(
    Op(
        name="dot",
        slots=("a", "b"),
        symbol="dot",
        doc="The matrix product: a row of a times a column of b, added up, for each cell.",
        shape=_shape,
        form=lambda a, b: FORMS[len(a), len(b)],
        samples=(
            Sample(((2, 3), (3, 4))),
            Sample(((3,), (3, 2))),
            Sample(((2, 3), (3,))),
            Sample(((3,), (3,))),
            Sample(((1, 1), (1, 1))),
        ),
        bad_samples=(
            BadSample(((2, 3), (4, 5)), "shape.inner_sizes"),
            BadSample(((3,), (2, 3)), "shape.inner_sizes"),
            BadSample(((), (3,)), "shape.dimensions"),
            BadSample(((2, 2), (2, 2, 2)), "shape.dimensions"),
        ),
        many=_many,
    )
)

"""Inputs for any op, drawn by its record: shapes that it takes, numbers in its domain."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import hypothesis.extra.numpy as hnp
import numpy as np
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from backprop_core.index_map import Array, Shape
from backprop_core.op import OPS, Form, Op

SIDE = 3
Shapes: TypeAlias = tuple[Shape, ...]

sides = st.integers(1, SIDE)


@dataclass(frozen=True)
class Case:
    """Inputs of some shapes and attributes for an op; the numbers come of a seed."""

    shapes: Shapes
    attributes: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0


def shapes(least: int = 0, most: int = 3) -> SearchStrategy[Shape]:
    """Shapes of so many dimensions, with sizes from 1."""
    return hnp.array_shapes(min_dims=least, max_dims=most, min_side=1, max_side=SIDE)


@st.composite
def cases(draw: DrawFn, op: Op) -> Case:
    """Cases for an op of the registry."""
    shapes, attributes = draw(_FAMILIES[op.name] if op.name in _FAMILIES else _family(op))
    return Case(shapes, op.attributes_of(attributes), draw(st.integers(0, 2**32 - 1)))


Family: TypeAlias = "SearchStrategy[tuple[Shapes, dict[str, Any]]]"


def _family(op: Op) -> Family:
    """The family that an op's record puts it into."""
    names = {attribute.name for attribute in op.attributes}
    if "one-hot" in op.domains.values():
        return targets(eps="eps" in names)
    if names == {"axis", "keepdims"}:
        return reductions()
    if len(op.slots) == 2:
        return hnp.mutually_broadcastable_shapes(
            num_shapes=2, max_dims=3, min_side=1, max_side=SIDE
        ).map(lambda found: (tuple(found.input_shapes), {}))
    assert len(op.slots) == 1, f"{op.name}: its shapes need a family of their own here"
    least = 0 if takes(op, ((),)) else 1
    return shapes(least).map(lambda shape: ((shape,), {}))


def takes(op: Op, shapes: Shapes) -> bool:
    """Whether one of an op's samples has these shapes."""
    return any(sample.shapes == shapes for sample in op.samples)


@st.composite
def reductions(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    shape = draw(shapes(most=4))
    count = len(shape)
    axes = st.integers(-count, count - 1) if count else st.nothing()
    several = st.lists(axes, unique_by=lambda n: n % count).map(tuple)
    axis = draw(st.one_of(st.none(), axes, several))
    return (shape,), {"axis": axis, "keepdims": draw(st.booleans())}


@st.composite
def targets(draw: DrawFn, *, eps: bool) -> tuple[Shapes, dict[str, Any]]:
    """One sample or a batch, with labels or one-hot rows."""
    shape = draw(shapes(1, 2))
    found = {"eps": draw(st.sampled_from([0.0, 1e-7, 0.5]))} if eps else {}
    return (shape, draw(st.sampled_from([shape, shape[:-1]]))), found


@st.composite
def matrices(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    inner = draw(sides)
    left = draw(st.sampled_from([(), (draw(sides),)]))
    right = draw(st.sampled_from([(), (draw(sides),)]))
    return ((*left, inner), (inner, *right)), {}


@st.composite
def reshapes(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    """To any order of the same sizes, some of them joined, with sizes of 1, one of them unknown."""
    shape = draw(shapes())
    sizes = [*shape, *[1] * draw(st.integers(0, 2))]
    to = list(draw(st.permutations(sizes)))
    joined, unknown = draw(st.booleans()), draw(st.booleans())
    if joined and len(to) > 1:
        to = [to[0] * to[1], *to[2:]]
    if unknown and to:
        to[draw(st.integers(0, len(to) - 1))] = -1
    return (shape,), {"shape": tuple(to)}


@st.composite
def transposes(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    shape = draw(shapes(most=4))
    count = len(shape)
    order = draw(st.permutations(range(count)))
    axes = tuple(n - count if draw(st.booleans()) else n for n in order)
    return (shape,), {"axes": draw(st.sampled_from([None, axes]))}


@st.composite
def broadcasts(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    to = draw(shapes(1))
    kept = to[draw(st.integers(0, len(to))) :]
    return (tuple(1 if draw(st.booleans()) else size for size in kept),), {"shape": to}


@st.composite
def affines(draw: DrawFn) -> tuple[Shapes, dict[str, Any]]:
    """One sample, a batch, or samples of more than one axis."""
    x, outputs = draw(shapes(1, 4)), draw(sides)
    features = math.prod(x[1:]) if len(x) > 1 else x[0]
    return (x, (features, outputs), (outputs,)), {}


def one_hots() -> Family:
    return st.tuples(shapes(most=2).map(lambda shape: (shape,)), sides.map(_classes))


def _classes(count: int) -> dict[str, Any]:
    return {"classes": count}


def twice() -> Family:
    return shapes().map(lambda shape: ((shape, shape), {}))


@st.composite
def attributed(draw: DrawFn, /, **choices: Any) -> tuple[Shapes, dict[str, Any]]:
    """One input of any shape, and attributes drawn from a strategy each."""
    return (draw(shapes()),), {name: draw(choice) for name, choice in choices.items()}


@st.composite
def normalized(draw: DrawFn, least: int, most: int) -> tuple[Shapes, dict[str, Any]]:
    x = draw(shapes(least, most))
    return (x, x[-1:], x[-1:]), {"eps": draw(st.sampled_from([1e-2, 0.5]))}


@st.composite
def windowed(draw: DrawFn, kind: str) -> tuple[Shapes, dict[str, Any]]:
    """Images with windows that fit: they overlap, touch or leave gaps, and lie over a rim."""
    n, c, height, width, stride = (draw(st.integers(1, 2)) for _ in range(5))
    pad = draw(st.integers(0, 1))
    sides = [draw(st.integers(max(1, size - 2 * pad), 3)) for size in (height, width)]
    x, found = (n, c, *sides), {"stride": stride, "pad": pad}
    if kind == "Convolution":
        filters = draw(st.integers(1, 2))
        return (x, (filters, c, height, width), (filters,)), found
    return (x,), {"height": height, "width": width, **found}


DROPPED = attributed(ratio=st.sampled_from([0.0, 0.25, 0.5, 1.0]), seed=st.integers(0, 2**32 - 1))

# Where the record does not tell which shapes go together.
_FAMILIES: dict[str, Family] = {
    "dot": matrices(),
    "reshape": reshapes(),
    "transpose": transposes(),
    "broadcast_to": broadcasts(),
    "one_hot": one_hots(),
    "Affine": affines(),
    "BatchNormalization": normalized(2, 2),
    "Convolution": windowed("Convolution"),
    "Dropout": DROPPED,
    "LayerNormalization": normalized(1, 3),
    "LeakyRelu": attributed(slope=st.sampled_from([-1.0, 0.0, 0.01, 0.5, 1.0])),
    "MaxPooling": windowed("MaxPooling"),
    "SumSquaredError": twice(),
    "dropout_mask": DROPPED,
    "im2col": windowed("im2col"),
}


# --- numbers ------------------------------------------------------------------------------------


def inputs_of(op: Op, case: Case) -> list[Array]:
    """Arrays for a case: in each slot's domain, and off the kinks.

    No two numbers are equal and none is 0, each by a clear distance, so that nothing is tied and
    no switch is about to turn.
    """
    random = np.random.default_rng(case.seed)
    count = sum(math.prod(shape) for shape in case.shapes)
    ranks = random.permutation(count) + random.uniform(-0.2, 0.2, count)
    signs = random.choice([-1.0, 1.0], count)
    numbers = signs * (0.3 + 1.7 * (ranks + 0.5) / count)
    found, at = [], 0
    for slot, shape in zip(op.slots, case.shapes, strict=True):
        size = math.prod(shape)
        own = numbers[at : at + size].reshape(shape)
        found.append(_in_domain(op, slot, own, case, random))
        at += size
    return found


def _in_domain(op: Op, slot: str, numbers: Array, case: Case, random: np.random.Generator) -> Array:
    domain = op.domains.get(slot, "real")
    if domain == "positive":
        return np.asarray(np.abs(numbers))
    if domain == "labels" or (domain == "one-hot" and numbers.shape != case.shapes[0]):
        classes = case.attributes.get("classes") or case.shapes[0][-1]
        return random.integers(0, classes, numbers.shape).astype(np.float64)
    if domain == "one-hot":
        return _rows(numbers.shape, random)
    return np.asarray(numbers)


def _rows(shape: Shape, random: np.random.Generator) -> Array:
    """One-hot rows, or rows of any weights: a gradient is right for those as well."""
    if random.random() < 0.5:
        return np.asarray(random.uniform(0.1, 1.0, shape))
    return np.asarray(np.eye(shape[-1])[random.integers(0, shape[-1], shape[:-1])])


def form_of(op: Op, case: Case) -> Form:
    """How the op runs for a case."""
    return op.form(*case.shapes)


ALL = sorted(OPS)

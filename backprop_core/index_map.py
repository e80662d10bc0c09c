"""Index maps: which cells of which recorded arrays make a cell, as data.

Every op says, for given shapes, how one cell of its value comes about and what one cell of an input
does to one cell of the value. Both are written over *labels*: names of indices that run from 0 to a
size, as i, j and k do in y[i,k] = sum over j of a[i,j] b[j,k]. A cell of an array is found at

    offset + sum of strides[label] * label

in its flat data, so that a page can follow a map with nothing but additions. Strides say all that
is needed: a stride of 0 is a broadcast, a permuted one a transpose, one label for two shapes a
reshape.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[np.float64]
Shape: TypeAlias = tuple[int, ...]
Labels: TypeAlias = Mapping[str, NDArray[np.intp]]
Arrays: TypeAlias = Mapping[str, Array]

# How the terms of a value combine: only a sum's terms add up to it.
Combine = Literal[
    "sum", "maximum", "quotient", "power", "exp", "log", "sqrt", "tanh", "sin", "cos", "abs",
    "sigmoid", "softmax", "gelu", "softplus",
]  # fmt: skip


class Expr:
    """A small expression over cells at given labels: the number that a factor stands for."""

    def value(self, arrays: Arrays, labels: Labels) -> Any:
        """Its value, or its values where labels are arrays of positions."""
        raise NotImplementedError

    def to_json(self) -> Any:
        """As data: a number, `{"of", "offset", "strides"}` for a cell, or `[name, ...parts]`."""
        raise NotImplementedError

    def __add__(self, other: Expr | float) -> Expr:
        return Apply("+", (self, as_expr(other)))

    def __sub__(self, other: Expr | float) -> Expr:
        return Apply("-", (self, as_expr(other)))

    def __rsub__(self, other: float) -> Expr:
        return Apply("-", (as_expr(other), self))

    def __mul__(self, other: Expr | float) -> Expr:
        return Apply("*", (self, as_expr(other)))

    def __truediv__(self, other: Expr | float) -> Expr:
        return Apply("/", (self, as_expr(other)))

    def __rtruediv__(self, other: float) -> Expr:
        return Apply("/", (as_expr(other), self))

    def __neg__(self) -> Expr:
        return Apply("neg", (self,))

    def __pow__(self, other: Expr | float) -> Expr:
        return Apply("pow", (self, as_expr(other)))


def as_expr(value: Expr | float) -> Expr:
    """The expression itself, or a number as one."""
    return value if isinstance(value, Expr) else Number(float(value))


@dataclass(frozen=True)
class Number(Expr):
    """A number that stands in the op itself."""

    number: float

    def value(self, arrays: Arrays, labels: Labels) -> Any:
        """The number."""
        return self.number

    def to_json(self) -> Any:
        """The number."""
        return self.number


@dataclass(frozen=True)
class Cell(Expr):
    """A cell of a recorded array: `of` is a slot, "out" for the op's own value, or "kept.NAME"."""

    of: str
    strides: Mapping[str, int]
    offset: int = 0

    def position(self, labels: Mapping[str, Any]) -> Any:
        """Where it lies in the flat data of its array."""
        return self.offset + sum(stride * labels[label] for label, stride in self.strides.items())

    def value(self, arrays: Arrays, labels: Labels) -> Any:
        """The number there, or the numbers."""
        return arrays[self.of].ravel()[self.position(labels)]

    def to_json(self) -> Any:
        """Its array, and where in it."""
        return {"of": self.of, "offset": self.offset, "strides": dict(self.strides)}


@dataclass(frozen=True)
class Same(Expr):
    """1 where two labels are the same, else 0."""

    left: str
    right: str

    def value(self, arrays: Arrays, labels: Labels) -> Any:
        """1.0 or 0.0."""
        return np.equal(labels[self.left], labels[self.right]).astype(np.float64)

    def to_json(self) -> Any:
        """The two labels."""
        return ["same", self.left, self.right]


_FUNCTIONS: Mapping[str, Any] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "neg": np.negative,
    "pow": np.power,
    "log": np.log,
    "cos": np.cos,
    "sin": np.sin,
    "sign": np.sign,
    ">": lambda a, b: np.greater(a, b).astype(np.float64),
    ">=": lambda a, b: np.greater_equal(a, b).astype(np.float64),
}


@dataclass(frozen=True)
class Apply(Expr):
    """A function of other expressions; the names are those of `_FUNCTIONS`."""

    function: str
    parts: tuple[Expr, ...]

    def value(self, arrays: Arrays, labels: Labels) -> Any:
        """What the function makes of its parts."""
        return _FUNCTIONS[self.function](*(part.value(arrays, labels) for part in self.parts))

    def to_json(self) -> Any:
        """The function's name, then its parts."""
        return [self.function, *(part.to_json() for part in self.parts)]


def function(name: str, *parts: Expr | float) -> Expr:
    """A function by name: "log", "cos", ">", ..."""
    return Apply(name, tuple(map(as_expr, parts)))


@dataclass(frozen=True)
class Term:
    """A product of factors, for each setting of the labels in `over`."""

    factors: tuple[Expr, ...]
    over: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As data."""
        return {"over": list(self.over), "factors": [factor.to_json() for factor in self.factors]}


@dataclass(frozen=True)
class Partial:
    """What one cell of an input does to one cell of the value: the product of the factors.

    The same labels find both cells; the terms of an input's cell are all settings of the labels
    that lead to it.
    """

    cell: Cell
    factors: tuple[Expr, ...]

    def to_json(self) -> dict[str, Any]:
        """As data."""
        return {
            "cell": self.cell.to_json(),
            "factors": [factor.to_json() for factor in self.factors],
        }


@dataclass(frozen=True)
class Within:
    """What labels must keep to: `0 <= offset + sum of strides[label] * label < size`.

    It holds for all that names each of its labels: a window over a padded image leads to a cell of
    the image only where it is not over the padding.
    """

    strides: Mapping[str, int]
    offset: int
    size: int

    def holds(self, labels: Labels) -> Any:
        """Whether it does, for each setting."""
        at = self.offset + sum(stride * labels[label] for label, stride in self.strides.items())
        return (at >= 0) & (at < self.size)

    def to_json(self) -> dict[str, Any]:
        """As data."""
        return {"strides": dict(self.strides), "offset": self.offset, "size": self.size}


@dataclass(frozen=True)
class IndexMap:
    """The index map of an op for given shapes.

    `labels` has the size of each label, `out` the cell of the value, `terms` what makes it and
    `combine` how; `partials` has one entry for each slot that gets a message. A slot whose cells
    each reach several cells of the value by different labels has its own entry for each of them.
    Settings of the labels that `within` rules out are none.
    """

    labels: Mapping[str, int]
    out: Cell
    combine: Combine
    terms: tuple[Term, ...]
    partials: Mapping[str, Partial]
    within: tuple[Within, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As data, for the wire."""
        return {
            "labels": dict(self.labels),
            "out": self.out.to_json(),
            "combine": self.combine,
            "terms": [term.to_json() for term in self.terms],
            "partials": {slot: part.to_json() for slot, part in self.partials.items()},
            "within": [bound.to_json() for bound in self.within],
        }

    def settings(self, cell: Cell, position: int, names: Iterable[str]) -> dict[str, Any]:
        """All settings of the labels `names` that lead a cell to a position, as columns.

        Labels that do not move the cell run over all their values.
        """
        names = list(names)
        fixed = solve({n: self.labels[n] for n in names if cell.strides.get(n)}, cell, position)
        free = [n for n in names if not cell.strides.get(n)]
        count = math.prod(self.labels[n] for n in free)
        grids = np.indices([self.labels[n] for n in free]).reshape(len(free), count)
        columns = dict(zip(free, grids, strict=True))
        solutions = list(fixed)
        found = {
            name: np.concatenate(
                [
                    columns[name] if name in columns else np.full(count, solution[name])
                    for solution in solutions
                ]
            )
            if solutions
            else np.zeros(0, np.intp)
            for name in names
        }
        for bound in self.within:
            if all(name in found for name in bound.strides):
                keep = bound.holds(found)
                found = {name: column[keep] for name, column in found.items()}
        return found

    def used(self, *expressions: Expr) -> list[str]:
        """The labels that any of these expressions names, in their order here."""
        seen = {label for expression in expressions for label in _labels_of(expression)}
        return [label for label in self.labels if label in seen]


def _labels_of(expression: Expr) -> Iterator[str]:
    if isinstance(expression, Cell):
        yield from expression.strides
    elif isinstance(expression, Same):
        yield from (expression.left, expression.right)
    elif isinstance(expression, Apply):
        for part in expression.parts:
            yield from _labels_of(part)


def cells_in(expression: Expr) -> Iterator[Cell]:
    """The cells that an expression reads."""
    if isinstance(expression, Cell):
        yield expression
    elif isinstance(expression, Apply):
        for part in expression.parts:
            yield from cells_in(part)


def solve(sizes: Mapping[str, int], cell: Cell, position: int) -> Iterator[dict[str, int]]:
    """Every setting of labels that leads a cell to a position, largest stride first."""
    names = sorted(sizes, key=lambda n: -cell.strides[n])
    reach = [0] * (len(names) + 1)  # how far the labels from here on can lead
    for at in range(len(names) - 1, -1, -1):
        reach[at] = reach[at + 1] + cell.strides[names[at]] * (sizes[names[at]] - 1)
    waiting: list[tuple[int, int, dict[str, int]]] = [(0, position - cell.offset, {})]
    while waiting:
        at, rest, setting = waiting.pop()
        if at == len(names):
            if rest == 0:
                yield setting
            continue
        name, stride = names[at], cell.strides[names[at]]
        low = max(0, -(-(rest - reach[at + 1]) // stride))
        high = min(sizes[name] - 1, rest // stride)
        waiting += [
            (at + 1, rest - stride * v, {**setting, name: v}) for v in range(high, low - 1, -1)
        ]


# --- building blocks ----------------------------------------------------------------------------

LETTERS = "ijklmnopq"


def strides(shape: Sequence[int]) -> tuple[int, ...]:
    """How far one step along each axis leads in the flat data, row after row."""
    return tuple(math.prod(shape[axis + 1 :]) for axis in range(len(shape)))


def letters(count: int) -> list[str]:
    """Labels for so many axes: i, j, k, ..."""
    if count <= len(LETTERS):
        return list(LETTERS[:count])
    return [f"i{n}" for n in range(count)]


def unraveled(flat: int, shape: Sequence[int]) -> tuple[int, ...]:
    """The index of a flat position: one number for each axis."""
    index = []
    for size in reversed(shape):
        flat, n = divmod(flat, size)
        index.append(n)
    return tuple(reversed(index))


def cell(of: str, shape: Shape, labels: Sequence[str | None]) -> Cell:
    """The cell of an array at one label an axis; None (or an axis of size 1) stays at 0."""
    steps = strides(shape)
    found: dict[str, int] = {}
    for label, step, size in zip(labels, steps, shape, strict=True):
        if label is not None and size > 1:
            found[label] = found.get(label, 0) + step
    return Cell(of, found)


def broadcast_cell(of: str, shape: Shape, labels: Sequence[str]) -> Cell:
    """The cell of an array that broadcasts to the shape that the labels span."""
    return cell(of, shape, labels[len(labels) - len(shape) :])

"""Shapes that fit: for leaves without a value, by trying what the ops of the program accept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from backprop_core.errors import WhygradError
from backprop_core.index_map import Shape
from backprop_core.program import Argument, Call, Program

MOST_LEAVES = 12
MOST_SIZES = 4  # that are tried along one axis
MOST_TRIED = 5_000  # shapes of calls that are looked at, in all


@dataclass(frozen=True)
class Missing:
    """A leaf without a value: the slot that it enters first, and a shape that fits, if any does."""

    name: str
    op: str
    slot: str
    shape: Shape | None

    def to_json(self) -> dict[str, Any]:
        """As it travels with a complaint."""
        shape = None if self.shape is None else list(self.shape)
        return {"name": self.name, "op": self.op, "slot": self.slot, "shape": shape}


def missing_leaves(program: Program, shapes: Mapping[str, Shape]) -> list[Missing]:
    """The leaves that have no shape yet, in the order of their first use; the first few of many."""
    names = [leaf for leaf in program.leaves if leaf not in shapes][:MOST_LEAVES]
    found = _Search(program, shapes).fit(names)
    uses = {name: _first_use(program, name) for name in names}
    return [
        Missing(name, call.op.name, call.op.slots[place], found.get(name))
        for name, (call, place) in uses.items()
    ]


def _first_use(program: Program, name: str) -> tuple[Call, int]:
    return next(
        (call, call.arguments.index(name)) for call in program.calls if name in call.arguments
    )


class _Search:
    """Tries shapes leaf by leaf, and goes back where what follows cannot be."""

    def __init__(self, program: Program, shapes: Mapping[str, Shape]) -> None:
        self._program = program
        self._given = dict(shapes)
        self._left = MOST_TRIED

    def fit(self, names: list[str]) -> dict[str, Shape]:
        """A shape for each name with which the whole program can be; none where none was found."""
        chosen: dict[str, Shape] = {}
        untried = [self._candidates(names[0], chosen)] if names else []
        while untried:
            name = names[len(untried) - 1]
            chosen.pop(name, None)
            shape = next(untried[-1], None)
            if shape is None:
                untried.pop()
                continue
            chosen[name] = shape
            if self._shapes(chosen) is None:
                continue
            if len(chosen) == len(names):
                return chosen
            untried.append(self._candidates(names[len(untried)], chosen))
        return {}

    def _candidates(self, name: str, chosen: Mapping[str, Shape]) -> Iterator[Shape]:
        """The likeliest shape first: a number where one will do, then sizes met beside the leaf."""
        call, place = _first_use(self._program, name)
        known = self._shapes(chosen) or {}
        beside = [_shape_of(argument, known) for argument in call.arguments if argument != name]
        elsewhere = [*self._given.values(), *chosen.values()]
        met = [size for shape in (*beside, *elsewhere) if shape for size in reversed(shape)]
        sizes = list(dict.fromkeys((*met, 1)))[:MOST_SIZES]
        for rank in _ranks(call, place, beside):
            yield from product(sizes, repeat=rank)

    def _shapes(self, chosen: Mapping[str, Shape]) -> dict[str, Shape] | None:
        """The shapes that can be known; None where one cannot be, or too much was tried."""
        known: dict[str, Shape] = {**self._given, **chosen}
        for call in self._program.calls:
            inputs = [_shape_of(argument, known) for argument in call.arguments]
            if any(shape is None for shape in inputs):
                continue
            self._left -= 1
            if self._left < 0:
                return None
            try:
                known[call.id] = call.op.shape(*inputs, **call.attributes)
            except WhygradError:
                return None
        return known


def _ranks(call: Call, place: int, beside: list[Shape | None]) -> Iterable[int]:
    """As many axes as what is beside has, fewest first; right of a product a matrix first."""
    if call.op.name == "dot" and place == 1:
        return (2, 1)
    return range(max(2, *(len(shape) for shape in beside if shape), 0) + 1)


def _shape_of(argument: Argument, known: Mapping[str, Shape]) -> Shape | None:
    return known.get(argument) if isinstance(argument, str) else ()

"""Ops on many copies of their inputs at once, the copies along a new first axis.

Inputs that are another in each copy are *wide*: they have that axis; the others are as they are. An
op on each element needs only to be lined up, and an op that knows more of itself says so in its
record (`Op.many`). A layer runs as the ops that it means, and what is left one copy at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import numpy as np

from backprop_core.index_map import Shape
from backprop_core.layer_op import LayerOp
from backprop_core.op import Form, Op
from backprop_core.program import parse_definition

Wide: TypeAlias = tuple[bool, ...]
Attributes: TypeAlias = tuple[tuple[str, Any], ...]
# rule(inputs, switches) gives the value of all copies, and adds to `switches` which way each number
# of a copy went where the op has a switch: arrays with the copies first.
Rule: TypeAlias = Callable[[Sequence[Any], list[Any]], Any]


@lru_cache(maxsize=1024)
def whole_rule(op: Op, shapes: tuple[Shape, ...], wide: Wide, attributes: Attributes) -> Rule:
    """How an op runs on copies of inputs of these shapes, at least one of which is wide."""
    form = op.form(*shapes)
    if is_elementwise(form):
        return _each(op, form, shapes, wide, dict(attributes))
    run = op.many(shapes, wide, **dict(attributes)) if op.many else None
    if run is not None:
        return _many(op, run, wide, dict(attributes))
    if isinstance(op, LayerOp):
        return _definition(op, shapes, wide, dict(attributes))
    return _one_by_one(op, form, wide, dict(attributes))


def is_elementwise(form: Form) -> bool:
    """Whether each element of the value comes of one element of each input."""
    return getattr(form.partials, "elementwise", False)


def _each(op: Op, form: Form, shapes: Sequence[Shape], wide: Wide, attributes: Any) -> Rule:
    dimensions = max(map(len, shapes))
    lined = [
        (-1, *[1] * (dimensions - len(shape)), *shape) if w and len(shape) < dimensions else None
        for shape, w in zip(shapes, wide, strict=True)
    ]

    def rule(inputs: Sequence[Any], switches: list[Any]) -> Any:
        given = [x.reshape(to) if to else x for x, to in zip(inputs, lined, strict=True)]
        if op.switch is not None:
            switches.append(op.switch(*given, **attributes))
        return op.evaluate(form, given, attributes)[0]

    return rule


def _many(op: Op, run: Callable[..., Any], wide: Wide, attributes: Any) -> Rule:
    def rule(inputs: Sequence[Any], switches: list[Any]) -> Any:
        if op.switch is not None:
            switch = op.switch
            own = _copies(inputs, wide)
            switches.append(np.array([switch(*copy, **attributes) for copy in own]))
        return run(*inputs)

    return rule


def _one_by_one(op: Op, form: Form, wide: Wide, attributes: Any) -> Rule:
    def value(inputs: Sequence[Any]) -> Any:
        own = _copies(inputs, wide)
        return np.array([op.evaluate(form, copy, attributes)[0] for copy in own])

    return _many(op, lambda *inputs: value(inputs), wide, attributes)


def _copies(inputs: Sequence[Any], wide: Wide) -> list[list[Any]]:
    count = next(len(x) for x, w in zip(inputs, wide, strict=True) if w)
    pairs = list(zip(inputs, wide, strict=True))
    return [[x[n] if w else x for x, w in pairs] for n in range(count)]


def _definition(op: LayerOp, shapes: Sequence[Shape], wide: Wide, attributes: Any) -> Rule:
    """A layer as the ops that it means."""
    definition = parse_definition(op.definition(*shapes, **attributes))
    known: dict[str, tuple[Shape, bool]] = dict(
        zip(op.slots, zip(shapes, wide, strict=True), strict=True)
    )
    calls: list[tuple[str, tuple[Any, ...], Rule]] = []
    for call in definition.calls:
        given = [known[a] if isinstance(a, str) else ((), False) for a in call.arguments]
        own = tuple(shape for shape, _ in given)
        moves = tuple(moves for _, moves in given)
        items = tuple(call.attributes.items())
        rule = whole_rule(call.op, own, moves, items) if any(moves) else _still(call.op, own, items)
        calls.append((call.id, tuple(call.arguments), rule))
        known[call.id] = (call.op.shape(*own, **call.attributes), any(moves))

    def run(inputs: Sequence[Any], switches: list[Any]) -> Any:
        values = dict(zip(op.slots, inputs, strict=True))
        for id, arguments, rule in calls:
            given = [values[a] if isinstance(a, str) else a for a in arguments]
            values[id] = rule(given, switches)
        return values[definition.output]

    return run


def _still(op: Op, shapes: tuple[Shape, ...], attributes: Attributes) -> Rule:
    """An op none of whose inputs is wide."""
    form = op.form(*shapes)
    return lambda inputs, switches: op.evaluate(form, inputs, dict(attributes))[0]

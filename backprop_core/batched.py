"""Many copies of a run at once, each with one number moved: only what that reaches is redone.

A value that moves is held in one of two ways. `Cells` has the few cells that move, of every copy;
`Whole` has the whole array of every copy, along a new first axis. What an op makes of cells its
index map says, as long as it is linear in them or works on each element by itself; for all else the
copies are made whole, and the op runs on all of them, or, where it has no such rule, one by one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop_core.graph import Graph
from backprop_core.index_map import Apply, Array, Cell, Expr, IndexMap, Shape
from backprop_core.layer_op import LayerOp
from backprop_core.node import Node
from backprop_core.op import Op, axes_of
from backprop_core.program import parse_definition
from backprop_core.roads import map_of
from backprop_core.run import Run


@dataclass(frozen=True)
class Cells:
    """The cells that move: `at[c, n]` is the flat position of the n-th of copy c, and its value."""

    at: Any
    values: Array


@dataclass(frozen=True)
class Whole:
    """The values of all copies, (copies, *shape)."""

    values: Array


Moved = Cells | Whole


class Copies:
    """Copies of a finished run in which one element of node `at` is moved, another in each.

    `flat[c]` is the element and `by[c]` how far. `changes` is how far the loss of each moves;
    `turned` is which copies of the first half have a switch otherwise than those of the second.
    """

    def __init__(self, graph: Graph, run: Run, at: int, flat: Any, by: Array) -> None:
        self._graph = graph
        self._run = run
        self._count = len(flat)
        self.turned = np.zeros(self._count // 2, dtype=bool)
        value = run.value(graph.nodes[at].id).ravel()[flat]
        moved: dict[int, Moved] = {at: Cells(flat[:, None], (value + by)[:, None])}
        with np.errstate(all="ignore"):
            for n in range(at + 1, len(graph.nodes)):
                if any(i.node in moved for i in graph.nodes[n].inputs):
                    moved[n] = self._made(graph.nodes[n], moved)
            self.changes = self._changes(moved.get(graph.output))

    def _made(self, node: Node, moved: Mapping[int, Moved]) -> Moved:
        entering = [None if i.node is None else moved.get(i.node) for i in node.inputs]
        cells = [m for m in entering if m is not None]
        if len(cells) == 1 and isinstance(cells[0], Cells):
            slot = entering.index(cells[0])
            found = self._each(node, slot, cells[0]) or self._linear(node, slot, cells[0])
            if found is not None:
                return found
        return self._all(node, [self._whole(node, k, m) for k, m in enumerate(entering)])

    def _each(self, node: Node, slot: int, cells: Cells) -> Moved | None:
        """What an op on each element makes of cells that are where they were."""
        assert node.op is not None
        assert node.form is not None
        index_map = map_of(self._graph, node)
        if not getattr(node.form.partials, "elementwise", False):
            return None
        if self._shape(node, slot) != node.shape:
            return None
        labels = decoded(index_map.out, index_map.labels, cells.at)
        inputs = list(self._run.inputs(node))
        for k, entering in enumerate(node.inputs):
            if entering.node is not None:
                own = index_map.partials[entering.slot].cell
                inputs[k] = inputs[k].ravel()[own.position(labels)]
        inputs[slot] = cells.values
        if node.op.switch is not None:
            self._note(node.op.switch(*inputs, **node.attributes))
        values, _ = node.op.evaluate(node.form, inputs, node.attributes)
        return Cells(cells.at, values)

    def _linear(self, node: Node, slot: int, cells: Cells) -> Moved | None:
        """What an op that is linear in a slot makes of cells: each reaches some, by a factor."""
        index_map = map_of(self._graph, node)
        partial = index_map.partials.get(node.inputs[slot].slot)
        if partial is None or not is_linear(index_map, node, slot):
            return None
        names = index_map.used(index_map.out, partial.cell, *partial.factors)
        free = [n for n in names if not partial.cell.strides.get(n)]
        if any(not index_map.out.strides.get(n) and index_map.labels[n] > 1 for n in free):
            return None
        before = self._run.value(self._node_in(node, slot)).ravel()[cells.at]
        labels: dict[str, Any] = dict(decoded(partial.cell, index_map.labels, cells.at[..., None]))
        sizes = [index_map.labels[n] for n in free]
        grids = np.indices(sizes).reshape(len(free), math.prod(sizes))
        labels |= dict(zip(free, grids, strict=True))
        arrays = self._run.map_arrays(node)
        delta = (cells.values - before)[..., None]
        for factor in partial.factors:
            delta = delta * factor.value(arrays, labels)
        shape = np.broadcast_shapes((*cells.at.shape, grids.shape[1]), delta.shape)
        reached = np.broadcast_to(index_map.out.position(labels), shape).reshape(self._count, -1)
        delta = np.broadcast_to(delta, shape).reshape(self._count, -1)
        out = self._run.value(node.id).ravel()
        if cells.at.shape[1] == 1:  # no two of them are the same
            return Cells(reached, out[reached] + delta)
        first = np.arange(self._count)[:, None] * out.size
        added = np.bincount((reached + first).ravel(), delta.ravel(), self._count * out.size)
        return Whole((added.reshape(self._count, out.size) + out).reshape(-1, *node.shape))

    def _all(self, node: Node, inputs: list[Any]) -> Moved:
        assert node.op is not None
        assert node.form is not None
        wide = [m is not None for m in inputs]
        given = [
            own if m is None else m for m, own in zip(inputs, self._run.inputs(node), strict=True)
        ]
        if node.op.switch is not None:
            self._note(run_all(_Switch(node.op), given, wide, node.attributes, self._count))
        return Whole(run_all(node.op, given, wide, node.attributes, self._count))

    def _whole(self, node: Node, slot: int, moved: Moved | None) -> Any:
        if not isinstance(moved, Cells):
            return None if moved is None else moved.values
        before = self._run.value(self._node_in(node, slot))
        copies = np.repeat(before.reshape(1, -1), self._count, axis=0)
        np.put_along_axis(copies, moved.at, moved.values, axis=1)
        return copies.reshape(-1, *before.shape)

    def _changes(self, output: Moved | None) -> Array:
        upstream = self._run.upstream.ravel()
        before = self._run.value(self._graph.nodes[self._graph.output].id).ravel()
        if output is None:
            return np.zeros(self._count)
        if isinstance(output, Cells):
            found = (upstream[output.at] * (output.values - before[output.at])).sum(axis=1)
        else:
            found = (output.values.reshape(self._count, -1) - before) @ upstream
        return np.asarray(found)

    def _note(self, switch: Any) -> None:
        """Notes where a switch stands otherwise in one half of the copies than in the other."""
        sides = np.asarray(switch)
        sides = np.broadcast_to(sides, (self._count, *sides.shape[1:])).reshape(self._count, -1)
        half = self._count // 2
        self.turned |= (sides[:half] != sides[half:]).any(axis=1)

    def _node_in(self, node: Node, slot: int) -> str:
        at = node.inputs[slot].node
        assert at is not None
        return self._graph.nodes[at].id

    def _shape(self, node: Node, slot: int) -> Shape:
        return self._graph.node(self._node_in(node, slot)).shape


def is_linear(index_map: IndexMap, node: Node, slot: int) -> bool:
    """Whether a value moves by the local derivative times the move, however large the move is."""
    name = node.inputs[slot].slot
    partial = index_map.partials[name]
    read = {cell.of for factor in partial.factors for cell in _cells(factor)}
    own = {"out", name}
    linear = index_map.combine == "sum" or (index_map.combine == "quotient" and slot == 0)
    sums = not any(name.startswith("kept.") for name in read) and not read & own
    cells = [partial.cell, index_map.out]
    return (
        linear
        and sums
        and not index_map.within
        and all(is_decodable(cell, index_map.labels) for cell in cells)
    )


def _cells(expression: Expr) -> list[Cell]:
    if isinstance(expression, Cell):
        return [expression]
    parts = expression.parts if isinstance(expression, Apply) else ()
    return [cell for part in parts for cell in _cells(part)]


def is_decodable(cell: Cell, sizes: Mapping[str, int]) -> bool:
    """Whether each position of a cell has one setting of its labels."""
    inner = 1
    for name in sorted(cell.strides, key=lambda n: cell.strides[n]):
        if cell.strides[name] < inner:
            return False
        inner = cell.strides[name] * sizes[name]
    return cell.offset == 0


def decoded(cell: Cell, sizes: Mapping[str, int], at: Any) -> dict[str, Any]:
    """The setting of a cell's labels at each position."""
    return {name: at // stride % sizes[name] for name, stride in cell.strides.items()}


# --- whole copies -------------------------------------------------------------------------------


class _Switch:
    """An op's switch, run as the op is."""

    def __init__(self, op: Op) -> None:
        self.op = op


def run_all(
    what: Op | _Switch, inputs: Sequence[Any], wide: Sequence[bool], attributes: Any, count: int
) -> Any:
    """An op on all copies at once: `wide` inputs have the axis of the copies first.

    The value has it too, also where nothing of it moves.
    """
    op = what.op if isinstance(what, _Switch) else what
    shapes = [np.shape(x)[1:] if w else np.shape(x) for x, w in zip(inputs, wide, strict=True)]
    form = op.form(*shapes)
    if getattr(form.partials, "elementwise", False):
        aligned = _aligned(inputs, wide, max(map(len, shapes)))
        if isinstance(what, _Switch):
            assert op.switch is not None
            return op.switch(*aligned, **attributes)
        return op.evaluate(form, aligned, attributes)[0]
    if what is op and wide[0]:
        if op.name in WHOLE:
            found = WHOLE[op.name](inputs, wide, shapes, attributes)
            if found is not None:
                return found
        if isinstance(op, LayerOp) and op.switch is None:
            return _definition(op, inputs, wide, shapes, attributes, count)
    copies = []
    for n in range(count):
        own = [x[n] if w else x for x, w in zip(inputs, wide, strict=True)]
        if isinstance(what, _Switch):
            assert op.switch is not None
            copies.append(op.switch(*own, **attributes))
        else:
            copies.append(op.evaluate(form, own, attributes)[0])
    return np.array(copies)


def _aligned(inputs: Sequence[Any], wide: Sequence[bool], dimensions: int) -> list[Any]:
    """Inputs that broadcast as they did, behind the axis of the copies."""
    return [
        x.reshape(len(x), *[1] * (dimensions - x.ndim + 1), *x.shape[1:]) if w else x
        for x, w in zip(inputs, wide, strict=True)
    ]


def _definition(
    op: LayerOp, inputs: Sequence[Any], wide: Sequence[bool], shapes: Sequence[Shape],
    attributes: Any, count: int,
) -> Any:  # fmt: skip
    """A layer as the ops that it means."""
    definition = parse_definition(op.definition(*shapes, **attributes))
    values: dict[str, tuple[Any, bool]] = dict(
        zip(op.slots, zip(inputs, wide, strict=True), strict=True)
    )
    for call in definition.calls:
        given = [values[a] if isinstance(a, str) else (a, False) for a in call.arguments]
        own, moves = [x for x, _ in given], [w for _, w in given]
        if any(moves):
            made = run_all(call.op, own, moves, call.attributes, count)
        else:
            form = call.op.form(*map(np.shape, own))
            made = call.op.evaluate(form, own, call.attributes)[0]
        values[call.id] = made, any(moves)
    return values[definition.output][0]


def _reduced(function: Callable[..., Any]) -> Callable[..., Any]:
    def rule(inputs: Any, wide: Any, shapes: Any, attributes: Any) -> Any:
        axes = tuple(n + 1 for n in axes_of("", attributes["axis"], shapes[0]))
        return function(inputs[0], axis=axes, keepdims=attributes["keepdims"])

    return rule


def _dot(inputs: Any, wide: Any, shapes: Any, attributes: Any) -> Any:
    a, b = inputs
    if wide[1] or len(shapes[1]) != 2:
        return None
    return (a.reshape(-1, a.shape[-1]) @ b).reshape(*a.shape[:-1], b.shape[1])


def _shift(inputs: Any, wide: Any, shapes: Any, attributes: Any) -> Any:
    return inputs[0] - inputs[0].max(axis=-1, keepdims=True)


def _reshape(inputs: Any, wide: Any, shapes: Any, attributes: Any) -> Any:
    empty = np.empty(shapes[0])  # which says what an unknown size is
    return inputs[0].reshape(len(inputs[0]), *empty.reshape(attributes["shape"]).shape)


# How an op runs on whole copies, its first input being wide; None where it does not.
WHOLE: Mapping[str, Callable[..., Any]] = {
    "sum": _reduced(np.sum),
    "mean": _reduced(np.mean),
    "max": _reduced(np.max),
    "dot": _dot,
    "shift": _shift,
    "reshape": _reshape,
}

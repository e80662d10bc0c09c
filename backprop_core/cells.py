"""The few cells of a value that move when one number before it does, in many copies at once.

What an op makes of them its index map says, as long as it is linear in them or works on each
element by itself. So a copy costs as much as it has cells that move, and not a whole array.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from backprop_core.graph import Graph
from backprop_core.index_map import (
    Array,
    Cell,
    IndexMap,
    Partial,
    Shape,
    cells_in,
    strides,
)
from backprop_core.node import Node
from backprop_core.roads import map_of
from backprop_core.run import Run
from backprop_core.whole import is_elementwise


@dataclass(frozen=True)
class Cells:
    """`values` (copies, ...) of cells at positions `sum of stride * at[stride]` in flat data.

    The coordinates broadcast to the values: one that is the same in all copies has length 1 there,
    one that is the same in all cells of a copy has length 1 in the other axes.
    """

    at: Mapping[int, Any]
    values: Array

    @property
    def position(self) -> Any:
        """Where they are, not yet broadcast to all copies and cells."""
        start = np.zeros([1] * self.values.ndim, dtype=np.intp)
        return start + sum(stride * at for stride, at in self.at.items())

    def labels(self, cell: Cell, sizes: Mapping[str, int]) -> dict[str, Any]:
        """The setting of a cell's labels at each of these cells."""
        if sorted(cell.strides.values()) == sorted(self.at):
            return {name: self.at[stride] for name, stride in cell.strides.items()}
        at = self.position
        return {name: at // stride % sizes[name] for name, stride in cell.strides.items()}

    def whole(self, before: Array) -> Array:
        """All copies of the array, where these cells moved: (copies, *shape)."""
        count, position = len(self.values), self.position
        if position.size == before.size and (position.ravel() == np.arange(before.size)).all():
            values = np.broadcast_to(self.values, (count, *position.shape[1:]))
            return values.reshape(count, *before.shape)
        copies = np.empty((count, before.size))
        copies[:] = before.ravel()
        rows = np.arange(count).reshape(count, *[1] * (self.values.ndim - 1))
        copies[rows, position] = self.values
        return copies.reshape(count, *before.shape)


def cells_at(shape: Shape, flat: Any, values: Array) -> Cells:
    """One cell of each copy: `flat[c]` is where it is in an array of this shape."""
    steps = [(step, size) for step, size in zip(strides(shape), shape, strict=True) if size > 1]
    return Cells({step: (flat // step % size)[:, None] for step, size in steps}, values[:, None])


def on_cells(
    graph: Graph, run: Run, node: Node, slot: int, cells: Cells, switches: list[Any]
) -> Cells | None:
    """What a node makes of cells that enter one slot; None where its map does not tell."""
    assert node.form is not None
    entering = node.inputs[slot].node
    assert entering is not None
    if is_elementwise(node.form) and graph.nodes[entering].shape == node.shape:
        return _each(graph, run, node, slot, cells, switches)
    index_map = map_of(graph, node)
    return _linear(run, node, slot, cells, index_map) if _is_linear(index_map, node, slot) else None


def _each(
    graph: Graph, run: Run, node: Node, slot: int, cells: Cells, switches: list[Any]
) -> Cells:
    """What an op on each element makes of cells, which stay where they are."""
    assert node.op is not None
    assert node.form is not None
    index_map = map_of(graph, node)
    inputs = list(run.inputs(node))
    if len(inputs) > 1:
        labels = cells.labels(index_map.out, index_map.labels)
        for k, entering in enumerate(node.inputs):
            if entering.node is not None and k != slot:
                own = index_map.partials[entering.slot].cell
                inputs[k] = inputs[k].ravel()[own.position(labels)]
    inputs[slot] = cells.values
    if node.op.switch is not None:
        switches.append(node.op.switch(*inputs, **node.attributes))
    values, _ = node.op.evaluate(node.form, inputs, node.attributes)
    return Cells(cells.at, values)


def _linear(run: Run, node: Node, slot: int, cells: Cells, index_map: IndexMap) -> Cells | None:
    """What an op that is linear in a slot makes of cells: each reaches some, by a factor."""
    out, partial = index_map.out, index_map.partials[node.inputs[slot].slot]
    free = _free(index_map, partial)
    if any(not out.strides.get(name) and index_map.labels[name] > 1 for name in free):
        return None
    inner = cells.values.ndim
    labels = {
        name: at.reshape(*at.shape, *[1] * len(free))
        for name, at in cells.labels(partial.cell, index_map.labels).items()
    }
    for k, name in enumerate(free):
        axis = [-1 if n == inner + k else 1 for n in range(inner + len(free))]
        labels[name] = np.arange(index_map.labels[name]).reshape(axis)
    summed = _axes(labels[name] for name in partial.cell.strides if not out.strides.get(name))
    kept = _axes(labels[name] for name in partial.cell.strides if out.strides.get(name))
    if summed & kept:
        return None
    delta = cells.values - run.inputs(node)[slot].ravel()[cells.position]
    delta = delta.reshape(*delta.shape, *[1] * len(free))
    delta = _weighed(delta, _factor(run, node, partial, labels), sorted(summed - {0}))
    first = tuple(0 if n in summed and n else slice(None) for n in range(inner + len(free)))
    at = {stride: labels[name][first] for name, stride in out.strides.items() if name in labels}
    start = np.zeros([1] * delta.ndim, dtype=np.intp)
    position = start + sum(stride * coordinate for stride, coordinate in at.items())
    return Cells(at, run.value(node.id).ravel()[position] + delta)


def _free(index_map: IndexMap, partial: Partial) -> list[str]:
    """The labels that the cell does not have: it reaches a cell of the value for each setting."""
    names = index_map.used(index_map.out, partial.cell, *partial.factors)
    return [name for name in names if not partial.cell.strides.get(name)]


def _axes(coordinates: Any) -> set[int]:
    """The axes along which any of these coordinates vary, but the first, of the copies."""
    return {n for at in coordinates for n, size in enumerate(at.shape) if size > 1 and n > 0}


def _factor(run: Run, node: Node, partial: Partial, labels: Mapping[str, Any]) -> Any:
    arrays = run.map_arrays(node)
    found = np.ones([1] * max((at.ndim for at in labels.values()), default=1))
    for factor in partial.factors:
        found = found * factor.value(arrays, labels)
    return found


def _weighed(delta: Any, factor: Any, axes: Sequence[int]) -> Any:
    """The moves times the factors, added up over the axes."""
    if not axes:
        return delta * factor
    sizes = [max(pair) for pair in zip(delta.shape, factor.shape, strict=True)]
    left = [n for n, size in enumerate(delta.shape) if size > 1]
    right = [n for n, size in enumerate(factor.shape) if size > 1]
    out = [n for n, size in enumerate(sizes) if size > 1 and n not in axes]
    # Of labels that are no axes of length 1, einsum makes a product of matrices where it can.
    made = np.einsum(delta.squeeze(), left, factor.squeeze(), right, out, optimize=True)
    return np.asarray(made).reshape([size for n, size in enumerate(sizes) if n not in axes])


def _is_linear(index_map: IndexMap, node: Node, slot: int) -> bool:
    """Whether a value moves by the local derivative times the move, however large the move is."""
    name = node.inputs[slot].slot
    partial = index_map.partials.get(name)
    if partial is None or index_map.within:
        return False
    read = {cell.of for factor in partial.factors for cell in cells_in(factor)}
    own = {"out", name}
    linear = index_map.combine == "sum" or (index_map.combine == "quotient" and slot == 0)
    sums = not any(name.startswith("kept.") for name in read) and not read & own
    cells = [partial.cell, index_map.out]
    return linear and sums and all(_is_decodable(cell, index_map.labels) for cell in cells)


def _is_decodable(cell: Cell, sizes: Mapping[str, int]) -> bool:
    """Whether each position of a cell has one setting of its labels."""
    inner = 1
    for name in sorted(cell.strides, key=lambda n: cell.strides[n]):
        if cell.strides[name] < inner:
            return False
        inner = cell.strides[name] * sizes[name]
    return cell.offset == 0

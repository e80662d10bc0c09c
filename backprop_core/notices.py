"""What is worth saying of a step or a document that is no error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, TypeAlias

import numpy as np

from backprop_core.errors import notice
from backprop_core.graph import Graph
from backprop_core.index_map import Array, Cell, Expr, IndexMap, cells_in
from backprop_core.messages import Message
from backprop_core.node import Node

Cells: TypeAlias = Iterable[tuple[Cell, Mapping[str, int]]]

CELLS_NAMED = 3
CELLS_SEARCHED = 100


def spelled(value: float) -> str:
    """A number as text, also where it is none."""
    if np.isnan(value):
        return "NaN"
    if np.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return f"{value:.6g}"


def at_text(index: Any) -> str:
    """An index as it stands behind a name: [0,1], nothing for a scalar."""
    index = [int(n) for n in index]
    return f"[{','.join(map(str, index))}]" if index else ""


def forward_notice(
    node: Node, value: Array, arrays: Mapping[str, Array], names: Mapping[str, str], graph: Graph
) -> dict[str, Any] | None:
    """Where a value is first not finite, and of which numbers it came.

    None where all that is not finite in it came of what was not finite before.
    """
    assert node.op is not None
    index_map = _map_of(node, graph)
    parts = [(index_map.out, term.factors) for term in index_map.terms]
    for flat in not_finite(value):
        cells = [found for cell, factors in parts for found in _at(index_map, cell, flat, factors)]
        if all(_known(cell, at, arrays, names) for cell, at in cells):
            return notice(
                "forward.not_finite",
                node=node.id,
                op=node.op.name,
                cause=_cause(cells, arrays, names),
                **_where(value, flat),
            )
    return None


def backward_notice(
    node: Node,
    message: Message,
    value: Array,
    arrays: Mapping[str, Array],
    names: Mapping[str, str],
    graph: Graph,
) -> dict[str, Any] | None:
    """Where a message is first not finite, and of which numbers it came.

    None where all that is not finite in it came of what was so before, or goes to a value that was.
    `arrays` and `names` have the upstream gradient too, as "dout".
    """
    assert node.op is not None
    index_map = _map_of(node, graph)
    partial = index_map.partials[message.slot]
    dout = Cell("dout", index_map.out.strides, index_map.out.offset)
    for flat in not_finite(value):
        cells = list(_at(index_map, partial.cell, flat, (dout, *partial.factors)))
        values = _at(index_map, partial.cell, flat, (index_map.out,))
        if all(_known(cell, at, arrays, names) for cell, at in chain(cells, values)):
            return notice(
                "backward.not_finite",
                target=graph.nodes[message.target].id,
                op=node.op.name,
                cause=_cause(cells, arrays, names),
                **_where(value, flat),
            )
    return None


def sum_notice(target: str, total: Array, parts: Sequence[Array]) -> dict[str, Any] | None:
    """Where messages that are finite add up to what is not; None where there is no such place."""
    for flat in not_finite(total):
        if all(np.isfinite(part.ravel()[flat]) for part in parts):
            return notice("backward.sum_not_finite", target=target, **_where(total, flat))
    return None


def not_finite(array: Array) -> list[int]:
    """The flat positions of the first numbers that are not finite."""
    found = np.flatnonzero(~np.isfinite(array.ravel()))[:CELLS_SEARCHED]
    return [int(flat) for flat in found]


def _where(array: Array, flat: int) -> dict[str, str]:
    index = at_text(np.unravel_index(flat, array.shape))
    return {"index": index, "value": spelled(float(array.ravel()[flat]))}


def _cause(cells: Cells, arrays: Mapping[str, Array], names: Mapping[str, str]) -> str:
    texts = dict.fromkeys(_cell_text(cell, at, arrays, names) for cell, at in cells)
    return ", ".join(list(texts)[:CELLS_NAMED])


def _known(
    cell: Cell, at: Mapping[str, int], arrays: Mapping[str, Array], names: Mapping[str, str]
) -> bool:
    """Whether an operand was finite before; what a layer keeps is known by all its inputs."""
    if cell.of in names:
        return bool(np.isfinite(arrays[cell.of].ravel()[cell.position(at)]))
    return all(np.isfinite(arrays[slot]).all() for slot in names)


def _map_of(node: Node, graph: Graph) -> IndexMap:
    assert node.form is not None
    shapes = [() if i.node is None else graph.nodes[i.node].shape for i in node.inputs]
    return node.form.partials(*shapes, **node.attributes)


def _at(
    index_map: IndexMap, made: Cell, flat: int, factors: Sequence[Expr]
) -> Iterator[tuple[Cell, dict[str, int]]]:
    """The cells of the factors that go into a cell, each with the setting of the labels there."""
    cells = [cell for factor in factors for cell in cells_in(factor)]
    columns = index_map.settings(made, flat, index_map.used(made, *factors))
    for row in range(len(next(iter(columns.values()), [0]))):
        setting = {label: int(column[row]) for label, column in columns.items()}
        yield from ((cell, setting) for cell in cells)


def _cell_text(
    cell: Cell, setting: Mapping[str, int], arrays: Mapping[str, Array], names: Mapping[str, str]
) -> str:
    array = arrays[cell.of]
    at = cell.position(setting)
    index = at_text(np.unravel_index(at, array.shape))
    name = names.get(cell.of, cell.of.removeprefix("kept."))
    number = spelled(float(array.ravel()[at]))
    return number if cell.of not in names and not array.ndim else f"{name}{index} = {number}"


def row_sum_notices(name: str, t: Array) -> list[dict[str, Any]]:
    """The first row of a one-hot target that does not sum to 1."""
    with np.errstate(over="ignore", invalid="ignore"):
        sums = t.sum(axis=-1)
    bad = np.flatnonzero(np.abs(np.ravel(sums) - 1.0) > 1e-9)
    if not bad.size:
        return []
    row = int(bad[0])
    total = spelled(float(np.ravel(sums)[row]))
    return [notice("target.row_sum", name=name, row=row, sum=total)]

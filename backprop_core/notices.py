"""What is worth saying of a step or a document that is no error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from backprop_core.errors import notice
from backprop_core.graph import Graph, Node
from backprop_core.index_map import Array, Cell

CELLS_NAMED = 3


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
) -> dict[str, Any]:
    """Where a value is first not finite, and of which numbers it came."""
    assert node.op is not None
    flat = int(np.flatnonzero(~np.isfinite(value.ravel()))[0])
    return notice(
        "forward.not_finite",
        node=node.id,
        index=at_text(np.unravel_index(flat, value.shape)),
        value=spelled(float(value.ravel()[flat])),
        op=node.op.name,
        cause=", ".join(_operands(node, flat, arrays, names, graph)),
    )


def _operands(
    node: Node, flat: int, arrays: Mapping[str, Array], names: Mapping[str, str], graph: Graph
) -> list[str]:
    """The cells that make a cell of a value, as `e[0] = 0`; the first few of them."""
    assert node.form is not None
    shapes = [() if i.node is None else graph.nodes[i.node].shape for i in node.inputs]
    index_map = node.form.partials(*shapes, **node.attributes)
    found: dict[str, None] = {}
    for term in index_map.terms:
        cells = [factor for factor in term.factors if isinstance(factor, Cell)]
        labels = index_map.used(index_map.out, *term.factors)
        columns = index_map.settings(index_map.out, flat, labels)
        for row in range(min(CELLS_NAMED, len(next(iter(columns.values()), [0])))):
            setting = {label: int(column[row]) for label, column in columns.items()}
            for cell in cells:
                if cell.of in names or cell.of in arrays:
                    found[_cell_text(cell, setting, arrays, names)] = None
    return list(found)[:CELLS_NAMED]


def _cell_text(
    cell: Cell, setting: Mapping[str, int], arrays: Mapping[str, Array], names: Mapping[str, str]
) -> str:
    array = arrays[cell.of]
    at = cell.position(setting)
    index = at_text(np.unravel_index(at, array.shape))
    name = names.get(cell.of, cell.of.removeprefix("kept."))
    number = spelled(float(array.ravel()[at]))
    return number if cell.of not in names and not array.ndim else f"{name}{index} = {number}"


def backward_notice(target: str, value: Array) -> dict[str, Any]:
    """Where a message is first not finite."""
    flat = int(np.flatnonzero(~np.isfinite(value.ravel()))[0])
    return notice(
        "backward.not_finite",
        target=target,
        index=at_text(np.unravel_index(flat, value.shape)) or "[]",
        value=spelled(float(value.ravel()[flat])),
    )


def row_sum_notices(name: str, t: Array) -> list[dict[str, Any]]:
    """The first row of a one-hot target that does not sum to 1."""
    sums = t.sum(axis=-1)
    bad = np.flatnonzero(np.abs(np.ravel(sums) - 1.0) > 1e-9)
    if not bad.size:
        return []
    row = int(bad[0])
    total = spelled(float(np.ravel(sums)[row]))
    return [notice("target.row_sum", name=name, row=row, sum=total)]

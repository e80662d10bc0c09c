"""What is worth saying of a step or a document that is no error."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from backprop_core.errors import notice
from backprop_core.graph import Graph, Node
from backprop_core.index_map import Array, Cell, cells_in

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
    for flat in np.flatnonzero(~np.isfinite(value.ravel()))[:CELLS_SEARCHED]:
        cells = list(_operands(node, int(flat), graph))
        if all(_known(cell, at, arrays, names) for cell, at in cells):
            texts = dict.fromkeys(_cell_text(cell, at, arrays, names) for cell, at in cells)
            return notice(
                "forward.not_finite",
                node=node.id,
                index=at_text(np.unravel_index(flat, value.shape)),
                value=spelled(float(value.ravel()[flat])),
                op=node.op.name,
                cause=", ".join(list(texts)[:CELLS_NAMED]),
            )
    return None


def _known(
    cell: Cell, at: Mapping[str, int], arrays: Mapping[str, Array], names: Mapping[str, str]
) -> bool:
    """Whether an operand was finite before; what a layer keeps is known by all its inputs."""
    if cell.of in names:
        return bool(np.isfinite(arrays[cell.of].ravel()[cell.position(at)]))
    return all(np.isfinite(arrays[slot]).all() for slot in names)


def _operands(node: Node, flat: int, graph: Graph) -> Iterator[tuple[Cell, dict[str, int]]]:
    """The cells that make a cell of a value, each with the setting of the labels that finds it."""
    assert node.form is not None
    shapes = [() if i.node is None else graph.nodes[i.node].shape for i in node.inputs]
    index_map = node.form.partials(*shapes, **node.attributes)
    for term in index_map.terms:
        cells = [cell for factor in term.factors for cell in cells_in(factor)]
        labels = index_map.used(index_map.out, *term.factors)
        columns = index_map.settings(index_map.out, flat, labels)
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
    with np.errstate(over="ignore", invalid="ignore"):
        sums = t.sum(axis=-1)
    bad = np.flatnonzero(np.abs(np.ravel(sums) - 1.0) > 1e-9)
    if not bad.size:
        return []
    row = int(bad[0])
    total = spelled(float(np.ravel(sums)[row]))
    return [notice("target.row_sum", name=name, row=row, sum=total)]

"""Index maps that whole families of ops share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from backprop_core.index_map import (
    Cell,
    Combine,
    Expr,
    IndexMap,
    Partial,
    Shape,
    Term,
    broadcast_cell,
    cell,
    letters,
)
from backprop_core.op import broadcast

Local = Callable[..., tuple[Expr, ...]]


def elementwise_map(
    slots: tuple[str, ...],
    combine: Combine,
    terms: Callable[..., tuple[Term, ...]],
    local: Mapping[str, Local],
) -> Callable[..., IndexMap]:
    """Each cell of the value comes of one cell of each input, broadcast as NumPy does it.

    `terms(*cells)` is what makes the cell, `local[slot](out, *cells)` the factors of the local
    derivative by that input.
    """

    def partials(*shapes: Shape, **_attributes: Any) -> IndexMap:
        shape = broadcast("", *shapes)
        names = letters(len(shape))
        out = cell("out", shape, names)
        cells = [broadcast_cell(slot, own, names) for slot, own in zip(slots, shapes, strict=True)]
        return IndexMap(
            labels=dict(zip(names, shape, strict=True)),
            out=out,
            combine=combine,
            terms=terms(*cells),
            partials={
                slot: Partial(cells[slots.index(slot)], rule(out, *cells))
                for slot, rule in local.items()
            },
        )

    partials.elementwise = True  # type: ignore[attr-defined]
    return partials


def unary_map(combine: Combine, local: Callable[[Cell, Cell], Expr]) -> Callable[..., IndexMap]:
    """A function of one cell; `local(out, a)` is its derivative."""
    return elementwise_map(
        ("a",), combine, lambda a: (Term((a,)),), {"a": lambda out, a: (local(out, a),)}
    )


def relabelled_map(of: str, out: Cell, x: Cell, labels: Mapping[str, int]) -> IndexMap:
    """Each cell of the value is a cell of the input, somewhere else."""
    return IndexMap(
        labels=labels, out=out, combine="sum", terms=(Term((x,)),), partials={of: Partial(x, ())}
    )

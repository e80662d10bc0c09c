"""Roads: the terms behind one element that came the same way, as columns of numbers.

A term is a product of factors, each a cell of an array that was recorded, or an expression of a few
such cells. Which cells they are, an op's index map says; what a factor is called is worked out only
for the terms that are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from backprop_core.graph import Graph
from backprop_core.index_map import Array, Cell, Expr, IndexMap, Number, Term, unraveled
from backprop_core.label import Names, label_of
from backprop_core.messages import Message
from backprop_core.node import Node
from backprop_core.op import message_formulas
from backprop_core.run import Run


@dataclass(frozen=True)
class Ref:
    """A cell that a factor reads: whose value, gradient or kept array, and where in it.

    What is kept is kept by the op of the road's terms.
    """

    of: Literal["value", "gradient", "kept"]
    name: str
    index: tuple[int, ...]


@dataclass(frozen=True)
class Factor:
    """One factor of one term: what it is called, its number, and its cell if it is one."""

    label: str
    value: float
    ref: Ref | None


@dataclass(frozen=True)
class Road:
    """All terms that came by one op, or that make a value in one way, as columns.

    `columns[k][n]` is factor k of term n, `products[n]` their product. `consumer` is the node whose
    op has these terms, `slot` where the element enters it; `reaches` are the flat positions in the
    value of `at` (the consumer, or where a message of it arrives) that each term goes through.
    `formula` is TeX for the whole array, as the op's record has it.
    """

    consumer: str
    slot: str | None
    columns: tuple[Array, ...]
    products: Array
    reaches: Any
    at: str
    formula: str | None
    _describe: Any

    def __len__(self) -> int:
        return len(self.products)

    def factors(self, n: int) -> list[Factor]:
        """The factors of term n, with their names."""
        found: list[Factor] = self._describe(self, n)
        return found


def term_road(graph: Graph, run: Run, node: Node, term: Term, flat: int) -> Road:
    """The cells that a term of an op multiplies into one cell of its value."""
    assert node.form is not None
    index_map = map_of(graph, node)
    labels = index_map.used(index_map.out, *term.factors)
    settings = index_map.settings(index_map.out, flat, labels)
    reading = _Reading(graph, run, node, term.factors, settings, labels)
    columns = reading.columns()
    count = len(columns[0])
    return Road(
        node.id, None, columns, multiplied(columns), np.full(count, flat), node.id,
        node.form.formula, reading.described,
    )  # fmt: skip


def message_road(graph: Graph, run: Run, message: Message, flat: int) -> Road:
    """Upstream times local derivative, for each cell of the consumer that the element reaches."""
    node = graph.nodes[message.source]
    reading, reaches = _through(graph, run, node, message.slot, flat)
    with np.errstate(all="ignore"):
        upstream = run.gradient(node.id).ravel()[reaches]
        columns = (upstream, *reading.columns())
        products = multiplied(columns)

    def describe(road: Road, n: int) -> list[Factor]:
        first = gradient_factor(graph, run, node, int(road.reaches[n]))
        return [first, *reading.described(road, n, skip=1)]

    formula = message_formulas_of(graph, node).get(message.slot)
    return Road(node.id, message.slot, columns, products, reaches, node.id, formula, describe)


def local_road(graph: Graph, run: Run, node: Node, slot: str, flat: int) -> Road:
    """The local derivative of each cell of a consumer that the element reaches."""
    reading, reaches = _through(graph, run, node, slot, flat, alone=True)
    columns = reading.columns()
    return Road(
        node.id, slot, columns, multiplied(columns), reaches, node.id, None, reading.described
    )


def sent_road(graph: Graph, run: Run, message: Message, flat: int) -> Road:
    """What a cell of a gradient gives to each cell of the message that it goes into."""
    node = graph.nodes[message.source]
    index_map = map_of(graph, node)
    partial = index_map.partials[message.slot]
    labels = index_map.used(index_map.out, partial.cell, *partial.factors)
    settings = index_map.settings(index_map.out, flat, labels)
    reading = _Reading(graph, run, node, partial.factors, settings, labels)
    reaches = _positions(partial.cell, settings, labels)
    with np.errstate(all="ignore"):
        upstream = run.gradient(node.id).ravel()[np.full(len(reaches), flat)]
        columns = (upstream, *reading.columns())
        products = multiplied(columns)
    first = gradient_factor(graph, run, node, flat)

    def describe(road: Road, n: int) -> list[Factor]:
        return [first, *reading.described(road, n, skip=1)]

    target = graph.nodes[message.target].id
    formula = message_formulas_of(graph, node).get(message.slot)
    return Road(node.id, message.slot, columns, products, reaches, target, formula, describe)


def upstream_road(graph: Graph, run: Run, node: Node, flat: int) -> Road:
    """The one term of the output's own gradient: what is fed in there."""
    factor = gradient_factor(graph, run, node, flat)
    column = np.array([factor.value])
    named = Factor(factor.label, factor.value, None)
    return Road(
        node.id, None, (column,), column, np.array([flat]), node.id, None, lambda road, n: [named]
    )


def loss_road(graph: Graph, run: Run, loss: str) -> Road:
    """The terms of a loss that is the sum of upstream times output."""
    node = graph.nodes[graph.output]
    columns = (run.upstream.ravel(), run.value(node.id).ravel())
    with np.errstate(all="ignore"):
        products = multiplied(columns)

    def describe(road: Road, n: int) -> list[Factor]:
        return [gradient_factor(graph, run, node, n), value_factor(run, node, n)]

    zeros = np.zeros(len(products), np.intp)
    return Road(loss, "a", columns, products, zeros, loss, None, describe)


def loss_local_road(graph: Graph, run: Run, loss: str, flat: int) -> Road:
    """How far such a loss moves with one cell of the output: by its upstream gradient."""
    factor = gradient_factor(graph, run, graph.nodes[graph.output], flat)
    column = np.array([factor.value])
    zeros = np.zeros(1, np.intp)
    return Road(loss, "a", (column,), column, zeros, loss, None, lambda road, n: [factor])


def gradient_factor(graph: Graph, run: Run, node: Node, flat: int) -> Factor:
    """A cell of a node's gradient."""
    loss = graph.loss_id or graph.nodes[graph.output].id
    label = Names({}, {}, loss).gradient(node.id, node.shape, flat)
    value = float(run.gradient(node.id).ravel()[flat])
    return Factor(label, value, Ref("gradient", node.id, unraveled(flat, node.shape)))


def value_factor(run: Run, node: Node, flat: int) -> Factor:
    """A cell of a node's value."""
    index = unraveled(flat, node.shape)
    label = node.id + (f"[{','.join(map(str, index))}]" if index else "")
    return Factor(label, float(run.value(node.id).ravel()[flat]), Ref("value", node.id, index))


# --- maps ---------------------------------------------------------------------------------------


def map_of(graph: Graph, node: Node) -> IndexMap:
    """The index map of a node, made once."""
    assert node.form is not None
    return _map(node.form, _shapes(graph, node), tuple(node.attributes.items()))


@lru_cache(maxsize=4096)
def _map(form: Any, shapes: tuple[Any, ...], attributes: tuple[tuple[str, Any], ...]) -> IndexMap:
    found: IndexMap = form.partials(*shapes, **dict(attributes))
    return found


def message_formulas_of(graph: Graph, node: Node) -> dict[str, str]:
    """The formula of each message that a node's op sends."""
    assert node.form is not None
    slots = (entering.slot for entering in node.inputs)
    return message_formulas(
        node.form, node.shape, dict(zip(slots, _shapes(graph, node), strict=True))
    )


def _shapes(graph: Graph, node: Node) -> tuple[Any, ...]:
    return tuple(() if i.node is None else graph.nodes[i.node].shape for i in node.inputs)


# --- columns ------------------------------------------------------------------------------------


def _through(
    graph: Graph, run: Run, node: Node, slot: str, flat: int, *, alone: bool = False
) -> tuple[_Reading, Any]:
    """The local derivatives at one cell of a slot, and which cells of the value they lead to."""
    index_map = map_of(graph, node)
    partial = index_map.partials[slot]
    labels = index_map.used(index_map.out, partial.cell, *partial.factors)
    settings = index_map.settings(partial.cell, flat, labels)
    factors = partial.factors or ((Number(1.0),) if alone else ())
    reading = _Reading(graph, run, node, factors, settings, labels)
    return reading, _positions(index_map.out, settings, labels)


class _Reading:
    """Factors of one op at many settings of its labels: their numbers, and what each is called."""

    def __init__(
        self, graph: Graph, run: Run, node: Node, factors: Sequence[Expr],
        settings: Mapping[str, Any], labels: Sequence[str],
    ) -> None:  # fmt: skip
        self._graph = graph
        self._node = node
        self._factors = factors
        self._settings = settings
        self._count = len(settings[labels[0]]) if labels else 1
        self._arrays = run.map_arrays(node)

    def columns(self) -> tuple[Array, ...]:
        """The numbers of each factor."""
        with np.errstate(all="ignore"):
            return tuple(
                np.broadcast_to(
                    np.asarray(factor.value(self._arrays, self._settings), dtype=np.float64),
                    (self._count,),
                )
                for factor in self._factors
            )

    def described(self, road: Road, n: int, skip: int = 0) -> list[Factor]:
        """The factors of term n; the first `skip` columns of the road are not ours."""
        setting = {label: int(column[n]) for label, column in self._settings.items()}
        names = self._names()
        return [
            Factor(
                label_of(factor, setting, names),
                float(road.columns[k][n]),
                _ref(factor, setting, names) if isinstance(factor, Cell) else None,
            )
            for k, factor in enumerate(self._factors, skip)
        ]

    def _names(self) -> Names:
        """What the arrays of the op's index map are called in this network."""
        graph, inputs = self._graph, self._node.inputs
        of = {i.slot: graph.nodes[i.node].id for i in inputs if i.node is not None}
        literals = {i.slot: i.literal for i in inputs if i.literal is not None}
        loss = graph.loss_id or graph.nodes[graph.output].id
        shapes = {name: array.shape for name, array in self._arrays.items()}
        return Names({"out": self._node.id, **of}, shapes, loss, literals)


def multiplied(columns: Sequence[Array]) -> Array:
    """The products of columns, term by term."""
    product = columns[0]
    with np.errstate(all="ignore"):
        for column in columns[1:]:
            product = product * column
    return product


def _positions(cell: Cell, settings: Mapping[str, Any], labels: Sequence[str]) -> Any:
    count = len(settings[labels[0]]) if labels else 1
    return np.broadcast_to(np.asarray(cell.position(settings), dtype=np.intp), (count,))


def _ref(cell: Cell, setting: Mapping[str, int], names: Names) -> Ref | None:
    if cell.of in names.literals:
        return None
    index = unraveled(int(cell.position(setting)), names.shapes[cell.of])
    if cell.of in names.of:
        return Ref("value", names.of[cell.of], index)
    return Ref("kept", cell.of.removeprefix("kept."), index)

"""Why this number: the terms behind one element of a value, a gradient or a message.

A term is a product of factors, each a cell of an array that was recorded, or an expression of a few
such cells. All terms of one road (one consumer, or one kind of term) come as columns of numbers;
what a factor is called is worked out only for the terms that are shown.

An element's own gradient is the sum, over all cells of later values that it reaches, of what that
cell is worth (its upstream gradient) times how far it moves (its local derivative): the chain rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np

from backprop_core.errors import error
from backprop_core.graph import Graph, Message, Node
from backprop_core.index_map import Array, Cell, Expr, IndexMap, Number, Term
from backprop_core.label import Names, label_of
from backprop_core.run import Run

Of = Literal["value", "gradient", "message"]
Direction = Literal["from", "to"]


@dataclass(frozen=True)
class Ref:
    """A cell that a factor reads: whose value, gradient or kept array, and where in it."""

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
    """All terms that came by one consumer, or that make a value in one way, as columns.

    `columns[k][n]` is factor k of term n, `products[n]` their product. `consumer` is the node whose
    op has these terms, `slot` where the element enters it; `reaches` are the flat positions in the
    consumer's value that each term goes through.
    """

    consumer: str
    slot: str | None
    columns: tuple[Array, ...]
    products: Array
    reaches: Any
    _describe: Any

    def __len__(self) -> int:
        return len(self.products)

    def factors(self, n: int) -> list[Factor]:
        """The factors of term n, with their names."""
        found: list[Factor] = self._describe(self, n)
        return found


@dataclass(frozen=True)
class Explanation:
    """The terms behind one number. A sum's add up to it; others combine as `combine` says."""

    value: float
    combine: str
    roads: tuple[Road, ...]
    formula: str | None

    @property
    def sum(self) -> float:
        """The terms added up; for terms that are no sum, the value itself."""
        if self.combine != "sum":
            return self.value
        with np.errstate(all="ignore"):
            return float(sum((road.products.sum() for road in self.roads), np.float64(0.0)))

    def __len__(self) -> int:
        return sum(map(len, self.roads))

    def terms(self) -> Iterator[tuple[Road, int]]:
        """Every term, road after road."""
        return ((road, n) for road in self.roads for n in range(len(road)))


def explain(
    graph: Graph,
    run: Run,
    *,
    of: Of,
    name: str,
    index: Sequence[int],
    direction: Direction = "from",
    slot: str | None = None,
) -> Explanation:
    """Why one element is what it is ("from"), or which later cells it moves, and how far ("to").

    `name` is a node, or for a message the edge it travels, `TARGET>SOURCE` in the order of the
    forward wire; `slot` tells two edges of the same ends apart. WhygradError where there is no such
    node, edge or element, or where a target's gradient is asked for.
    """
    if of == "message":
        message = _message_of(graph, name, slot)
        node = graph.nodes[message.target]
        flat = _position(node, index)
        return _message_explained(graph, run, message, flat)
    if name not in graph.place:
        raise error("explain.unknown_node", name=name)
    node = graph.node(name)
    flat = _position(node, index)
    if direction == "to":
        return _goes_to(graph, run, node, flat)
    if of == "value":
        return _value_explained(graph, run, node, flat)
    if node.role == "target":
        raise error("explain.target", name=name)
    return _gradient_explained(graph, run, node, flat)


def _position(node: Node, index: Sequence[int]) -> int:
    at = tuple(index)
    if len(at) != len(node.shape) or not all(
        0 <= n < size for n, size in zip(at, node.shape, strict=True)
    ):
        raise error("index.out_of_range", name=node.id, index=list(at), shape=node.shape)
    return int(np.ravel_multi_index(at, node.shape)) if at else 0


def _message_of(graph: Graph, edge: str, slot: str | None) -> Message:
    for message in graph.messages:
        ends = f"{graph.nodes[message.target].id}>{graph.nodes[message.source].id}"
        if ends == edge and slot in (None, message.slot):
            return message
    raise error("explain.unknown_edge", edge=edge)


# --- values -------------------------------------------------------------------------------------


def _value_explained(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    value = float(run.value(node.id).ravel()[flat])
    if node.op is None:
        return Explanation(value, "given", (), None)
    assert node.form is not None
    index_map = map_of(graph, node)
    arrays = run.map_arrays(node)
    names = _names(graph, node, arrays)
    roads = tuple(
        _term_road(node, index_map, term, arrays, names, flat) for term in index_map.terms
    )
    return Explanation(value, index_map.combine, roads, node.form.formula)


def _term_road(
    node: Node, index_map: IndexMap, term: Term, arrays: Mapping[str, Array], names: Names,
    flat: int,
) -> Road:  # fmt: skip
    labels = index_map.used(index_map.out, *term.factors)
    settings = index_map.settings(index_map.out, flat, labels)
    factors = list(term.factors)
    with np.errstate(all="ignore"):
        columns = _columns(factors, arrays, settings, labels)
        products = _multiplied(columns)

    def describe(road: Road, n: int) -> list[Factor]:
        return _described(road, n, factors, settings, names)

    return Road(node.id, None, columns, products, np.full(len(products), flat), describe)


# --- gradients ----------------------------------------------------------------------------------


def _gradient_explained(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    value = float(run.gradient(node.id).ravel()[flat])
    at = graph.place[node.id]
    if at == graph.output:
        return Explanation(value, "sum", (_upstream_road(graph, node, value, flat),), None)
    roads = tuple(
        _message_road(graph, run, message, flat)
        for message in graph.messages
        if message.target == at
    )
    return Explanation(value, "sum", roads, None)


def _upstream_road(graph: Graph, node: Node, value: float, flat: int) -> Road:
    label = Names({}, {}, graph.loss_id or node.id).gradient(node.id, node.shape, flat)
    factor = Factor(label, value, None)
    column = np.array([value])
    return Road(node.id, None, (column,), column, np.array([flat]), lambda road, n: [factor])


def _message_explained(graph: Graph, run: Run, message: Message, flat: int) -> Explanation:
    source = graph.nodes[message.source]
    assert source.form is not None
    value = float(run.message(message).ravel()[flat])
    formula = source.form.messages.get(message.slot)
    return Explanation(value, "sum", (_message_road(graph, run, message, flat),), formula)


def _message_road(graph: Graph, run: Run, message: Message, flat: int) -> Road:
    """Upstream times local derivative, for each cell of the consumer that the element reaches."""
    node = graph.nodes[message.source]
    partial, index_map = map_of(graph, node).partials[message.slot], map_of(graph, node)
    labels = index_map.used(index_map.out, partial.cell, *partial.factors)
    settings = index_map.settings(partial.cell, flat, labels)
    reaches = _positions(index_map.out, settings, labels)
    arrays = run.map_arrays(node)
    names = _names(graph, node, arrays)
    factors: list[Expr] = list(partial.factors)
    with np.errstate(all="ignore"):
        upstream = run.gradient(node.id).ravel()[reaches]
        columns = (upstream, *_columns(factors, arrays, settings, labels))
        products = _multiplied(columns)

    def describe(road: Road, n: int) -> list[Factor]:
        at = int(road.reaches[n])
        first = Factor(
            names.gradient(node.id, node.shape, at),
            float(road.columns[0][n]),
            Ref("gradient", node.id, _index(at, node.shape)),
        )
        rest = _described(road, n, factors, settings, names, skip=1)
        return [first, *rest]

    return Road(node.id, message.slot, columns, products, reaches, describe)


# --- where it goes ------------------------------------------------------------------------------


def _goes_to(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    """For each consumer, every cell of it that the element reaches, with the local derivative."""
    at = graph.place[node.id]
    value = float(run.value(node.id).ravel()[flat])
    roads = []
    for consumer in graph.nodes:
        for entering in consumer.inputs:
            if entering.node != at or consumer.form is None:
                continue
            if entering.slot in consumer.form.vjp:
                roads.append(_local_road(graph, run, consumer, entering.slot, flat))
    return Explanation(value, "to", tuple(roads), None)


def _local_road(graph: Graph, run: Run, node: Node, slot: str, flat: int) -> Road:
    index_map = map_of(graph, node)
    partial = index_map.partials[slot]
    labels = index_map.used(index_map.out, partial.cell, *partial.factors)
    settings = index_map.settings(partial.cell, flat, labels)
    arrays = run.map_arrays(node)
    names = _names(graph, node, arrays)
    factors: list[Expr] = list(partial.factors) or [Number(1.0)]
    with np.errstate(all="ignore"):
        columns = _columns(factors, arrays, settings, labels)
        products = _multiplied(columns)

    def describe(road: Road, n: int) -> list[Factor]:
        return _described(road, n, factors, settings, names)

    reaches = _positions(index_map.out, settings, labels)
    return Road(node.id, slot, columns, products, reaches, describe)


# --- columns ------------------------------------------------------------------------------------


def map_of(graph: Graph, node: Node) -> IndexMap:
    """The index map of a node, made once."""
    shapes = tuple(() if i.node is None else graph.nodes[i.node].shape for i in node.inputs)
    assert node.form is not None
    return _map(node.form, shapes, tuple(node.attributes.items()))


@lru_cache(maxsize=4096)
def _map(form: Any, shapes: tuple[Any, ...], attributes: tuple[tuple[str, Any], ...]) -> IndexMap:
    found: IndexMap = form.partials(*shapes, **dict(attributes))
    return found


def _names(graph: Graph, node: Node, arrays: Mapping[str, Array]) -> Names:
    """What the arrays of a node's index map are called in this network."""
    of = {i.slot: graph.nodes[i.node].id for i in node.inputs if i.node is not None}
    literals = {i.slot: i.literal for i in node.inputs if i.literal is not None}
    loss = graph.loss_id or graph.nodes[graph.output].id
    shapes = {name: array.shape for name, array in arrays.items()}
    return Names({"out": node.id, **of}, shapes, loss, literals)


def _positions(cell: Cell, settings: Mapping[str, Any], labels: Sequence[str]) -> Any:
    count = len(settings[labels[0]]) if labels else 1
    return np.broadcast_to(np.asarray(cell.position(settings), dtype=np.intp), (count,))


def _columns(
    factors: Sequence[Expr],
    arrays: Mapping[str, Array],
    settings: Mapping[str, Any],
    labels: Sequence[str],
) -> tuple[Array, ...]:
    count = len(settings[labels[0]]) if labels else 1
    return tuple(
        np.broadcast_to(np.asarray(factor.value(arrays, settings), dtype=np.float64), (count,))
        for factor in factors
    )


def _multiplied(columns: Sequence[Array]) -> Array:
    product = columns[0]
    for column in columns[1:]:
        product = product * column
    return product


def _described(
    road: Road,
    n: int,
    factors: Sequence[Expr],
    settings: Mapping[str, Any],
    names: Names,
    skip: int = 0,
) -> list[Factor]:
    setting = {label: int(column[n]) for label, column in settings.items()}
    found = []
    for k, factor in enumerate(factors):
        ref = _ref(factor, setting, names) if isinstance(factor, Cell) else None
        label = label_of(factor, setting, names)
        found.append(Factor(label, float(road.columns[k + skip][n]), ref))
    return found


def _ref(cell: Cell, setting: Mapping[str, int], names: Names) -> Ref | None:
    if cell.of in names.literals:
        return None
    at = int(cell.position(setting))
    if cell.of in names.of:
        return Ref("value", names.of[cell.of], _index(at, names.shapes[cell.of]))
    return Ref("kept", cell.of.removeprefix("kept."), _index(at, names.shapes[cell.of]))


def _index(flat: int, shape: Sequence[int]) -> tuple[int, ...]:
    return tuple(int(n) for n in np.unravel_index(flat, shape)) if shape else ()

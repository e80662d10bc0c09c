"""Why this number: the terms behind one element of a value, a gradient or a message.

An element's own gradient is the sum, over all cells of later values that it reaches, of what that
cell is worth (its upstream gradient) times how far it moves (its local derivative): the chain rule.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from backprop_core.errors import error
from backprop_core.graph import Graph
from backprop_core.index_map import Array
from backprop_core.messages import Message
from backprop_core.node import Node
from backprop_core.roads import (
    Factor,
    Ref,
    Road,
    local_road,
    loss_local_road,
    loss_road,
    map_of,
    message_road,
    sent_road,
    term_road,
    upstream_road,
)
from backprop_core.run import Run
from backprop_core.values import flat_position

__all__ = ["Direction", "Explanation", "Factor", "Of", "Ref", "Road", "explain"]

Of = Literal["value", "gradient", "message"]
Direction = Literal["from", "to"]


@dataclass(frozen=True)
class Explanation:
    """The terms behind one number. A sum's add up to it; others combine as `combine` says.

    `combine` is "given" for a leaf, which has no terms, and "to" for where an element goes.
    `formula` is TeX for the whole array, where one formula says it.
    """

    value: float
    combine: str
    roads: tuple[Road, ...]
    formula: str | None

    @property
    def sum(self) -> float:
        """The terms added up, rounded once; for terms that are no sum, the value itself."""
        return self.value if self.combine != "sum" else exact_sum([r.products for r in self.roads])

    def __len__(self) -> int:
        return sum(map(len, self.roads))

    def terms(self) -> Iterator[tuple[Road, int]]:
        """Every term, road after road."""
        return ((road, n) for road in self.roads for n in range(len(road)))


def exact_sum(columns: Sequence[Array]) -> float:
    """All numbers of some columns added up with one rounding; NaN or infinite as they say."""
    try:
        return math.fsum(number for column in columns for number in column.tolist())
    except (OverflowError, ValueError):  # too large on the way, or infinities of both signs
        with np.errstate(all="ignore"):
            return float(sum((column.sum() for column in columns), np.float64(0.0)))


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
    """Why one element is what it is ("from"), or where it goes ("to"), in a run that is finished.

    A value goes to the later cells that it moves, each as far as its local derivative says; a
    gradient goes, times local derivatives, into the messages that its op sends.

    `name` is a node, or for a message the edge it travels, `TARGET>SOURCE` in the order of the
    forward wire; `slot` tells two edges of the same ends apart. WhygradError where there is no such
    node, edge or element, or where a target's gradient is asked for.
    """
    if of == "message":
        message = _message_of(graph, name, slot)
        target = graph.nodes[message.target]
        flat = flat_position(target.id, target.shape, index)
        if direction == "to":  # it is added to what its target's gradient is made of
            return _gradient_goes_to(graph, run, target, flat)
        return _message_explained(graph, run, message, flat)
    if name == graph.loss_id:
        flat_position(name, (), index)
        return _loss_explained(graph, run, name, of, direction)
    if name not in graph.place:
        raise error("explain.unknown_node", name=name)
    node = graph.node(name)
    flat = flat_position(name, node.shape, index)
    if of == "gradient" and node.role == "target":
        raise error("explain.target", name=name)
    if of == "value":
        found = _value_goes_to if direction == "to" else _value_explained
    else:
        found = _gradient_goes_to if direction == "to" else _gradient_explained
    return found(graph, run, node, flat)


def _message_of(graph: Graph, edge: str, slot: str | None) -> Message:
    for message in graph.messages:
        ends = f"{graph.nodes[message.target].id}>{graph.nodes[message.source].id}"
        if ends == edge and slot in (None, message.slot):
            return message
    raise error("explain.unknown_edge", edge=edge)


def _value_explained(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    value = float(run.value(node.id).ravel()[flat])
    if node.form is None:
        return Explanation(value, "given", (), None)
    index_map = map_of(graph, node)
    roads = tuple(term_road(graph, run, node, term, flat) for term in index_map.terms)
    return Explanation(value, index_map.combine, roads, node.form.formula)


def _gradient_explained(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    value = float(run.gradient(node.id).ravel()[flat])
    at = graph.place[node.id]
    if at == graph.output:
        return Explanation(value, "sum", (upstream_road(graph, run, node, flat),), None)
    roads = tuple(
        message_road(graph, run, message, flat)
        for message in graph.messages
        if message.target == at
    )
    formula = roads[0].formula if len(roads) == 1 else None
    return Explanation(value, "sum", roads, formula)


def _message_explained(graph: Graph, run: Run, message: Message, flat: int) -> Explanation:
    value = float(run.message(message).ravel()[flat])
    road = message_road(graph, run, message, flat)
    return Explanation(value, "sum", (road,), road.formula)


def _value_goes_to(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    """For each consumer, every cell of it that the element reaches, with the local derivative."""
    at = graph.place[node.id]
    roads = [
        local_road(graph, run, consumer, entering.slot, flat)
        for consumer in graph.nodes
        for entering in consumer.inputs
        if entering.node == at and consumer.form and entering.slot in consumer.form.vjp
    ]
    if at == graph.output and graph.loss_id:
        roads.append(loss_local_road(graph, run, graph.loss_id, flat))
    return Explanation(float(run.value(node.id).ravel()[flat]), "to", tuple(roads), None)


def _gradient_goes_to(graph: Graph, run: Run, node: Node, flat: int) -> Explanation:
    at = graph.place[node.id]
    roads = tuple(
        sent_road(graph, run, message, flat) for message in graph.messages if message.source == at
    )
    return Explanation(float(run.gradient(node.id).ravel()[flat]), "to", roads, None)


def _loss_explained(graph: Graph, run: Run, loss: str, of: Of, direction: Direction) -> Explanation:
    """The loss that is drawn where the output is no scalar: the sum of upstream times output."""
    if of == "gradient":
        return Explanation(1.0, "given" if direction == "from" else "to", (), None)
    if direction == "to":
        return Explanation(run.loss, "to", (), None)
    return Explanation(run.loss, "sum", (loss_road(graph, run, loss),), None)

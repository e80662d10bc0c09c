"""Which messages a backward pass sends, and in which order: known from the graph alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from backprop_core.node import Input, Node


@dataclass(frozen=True)
class Message:
    """A gradient that one op will send along one edge: the i-th of n that reach its target."""

    source: int
    target: int
    slot: str
    number: int
    of: int


def takes_message(nodes: Sequence[Node], entering: Input) -> bool:
    """Whether a message goes back along a wire: not to a literal, nor to a target."""
    if entering.node is None or not entering.gradient:
        return False
    return nodes[entering.node].role != "target"


def path_to(nodes: Sequence[Node], output: int) -> tuple[bool, ...]:
    """Of each node, whether a gradient reaches it from the output."""
    path = [False] * len(nodes)
    path[output] = True
    for at in range(len(nodes) - 1, -1, -1):
        node = nodes[at]
        if path[at]:
            for entering in node.inputs:
                if takes_message(nodes, entering):
                    path[entering.node or 0] = True
    return tuple(path)


def messages_of(nodes: Sequence[Node], path: Sequence[bool]) -> tuple[Message, ...]:
    """All messages in the order they travel: ops in reverse, each to its parameters first."""
    order = [
        (at, entering)
        for at in range(len(nodes) - 1, -1, -1)
        if path[at]
        for entering in _in_turn(nodes, nodes[at])
        if takes_message(nodes, entering)
    ]
    of = Counter(entering.node for _, entering in order)
    seen: Counter[int | None] = Counter()
    found = []
    for source, entering in order:
        seen[entering.node] += 1
        found.append(
            Message(
                source=source,
                target=entering.node or 0,
                slot=entering.slot,
                number=seen[entering.node],
                of=of[entering.node],
            )
        )
    return tuple(found)


def _in_turn(nodes: Sequence[Node], node: Node) -> list[Input]:
    """What enters an op in the order in which messages go out, of equals the last slot first."""
    last_first = tuple(reversed(node.inputs))
    return sorted(last_first, key=lambda entering: _rank(nodes, entering))


def _rank(nodes: Sequence[Node], entering: Input) -> int:
    """Parameters come first, then other leaves, then what leads on to the left."""
    if entering.node is None:
        return 0
    node = nodes[entering.node]
    return 2 if node.kind != "leaf" else 0 if node.role == "parameter" else 1

"""The simplest recorder there is, to compare with: nodes in a list, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.fused import Gradients
from benchmarks.workloads import Array, Workload


class Node:
    """A value, what it was made of, and the messages that it sends there."""

    __slots__ = ("back", "gradient", "inputs", "messages", "value")

    def __init__(
        self, value: Any, inputs: tuple[Node, ...] = (), back: Callable[[Any], Any] | None = None
    ) -> None:
        self.value, self.inputs, self.back = value, inputs, back
        self.gradient: Any = None
        self.messages: tuple[Any, ...] = ()


def taped_pass(work: Workload) -> list[Node]:
    """Forward and back, with every value, message and gradient kept on the tape."""
    leaves = [Node(work.X), *map(Node, work.parameters.values())]
    tape = list(leaves)
    h = leaves[0]
    for k in range(len(work.layers)):
        W, b = leaves[2 * k + 1 : 2 * k + 3]
        tape.append(_dot(h, W))
        tape.append(_add(tape[-1], b))
        if k < len(work.layers) - 1:
            tape.append(_relu(tape[-1]))
        h = tape[-1]
    tape.append(_softmax_with_loss(h, work))
    tape[-1].gradient = 1.0
    for node in reversed(tape):
        if node.back is None:
            continue
        node.messages = node.back(node.gradient)
        for target, message in zip(node.inputs, node.messages, strict=True):
            before = target.gradient
            target.gradient = message if before is None else before + message
    return tape


def gradients_of(tape: list[Node], work: Workload) -> Gradients:
    """What a tape holds of what a pass is for."""
    names = ["X", *work.parameters]
    found: dict[str, Array] = {name: tape[at].gradient for at, name in enumerate(names)}
    return Gradients(float(tape[-1].value), found, found.pop("X"))


def _dot(x: Node, W: Node) -> Node:
    return Node(
        np.dot(x.value, W.value),
        (x, W),
        lambda dout: (np.dot(dout, W.value.T), np.dot(x.value.T, dout)),
    )


def _add(x: Node, b: Node) -> Node:
    return Node(x.value + b.value, (x, b), lambda dout: (dout, dout.sum(axis=0)))


def _relu(x: Node) -> Node:
    return Node(np.maximum(x.value, 0), (x,), lambda dout: (dout * (x.value > 0),))


def _softmax_with_loss(x: Node, work: Workload) -> Node:
    batch = len(work.X)
    chosen = (np.arange(batch), work.labels)
    e = np.exp(x.value - x.value.max(axis=1, keepdims=True))
    y = e / e.sum(axis=1, keepdims=True)

    def back(dout: float) -> tuple[Array]:
        dx = y.copy()
        dx[chosen] -= 1
        return (dx * (dout / batch),)

    return Node(-np.log(y[chosen]).sum() / batch, (x,), back)

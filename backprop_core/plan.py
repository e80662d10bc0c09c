"""A graph worked out once into what each run has to do: a function for each op and each message.

Shapes, the order, which axes a broadcast adds up over, and which slot is whose are all known from
the graph, so a run only calls NumPy. The functions close over places in the run's lists:

    v   the value of each node        s   what a layer's object keeps, of each layer
    g   the gradient of each node, as far as it has arrived
    m   each message                  t   the sum at its target after it
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from backprop_core.code import rule_text
from backprop_core.graph import Graph, Message, Node
from backprop_core.layer_op import LayerOp
from backprop_core.op import undone_axes

List: TypeAlias = list[Any]
DoForward: TypeAlias = Callable[[List, List], None]
DoBackward: TypeAlias = Callable[[List, List, List, List, List], None]


@dataclass(frozen=True)
class Plan:
    """What a run does, in order: `forward[k]` is node `made[k]`, `backward[k]` is message k."""

    made: tuple[int, ...]
    forward: tuple[DoForward, ...]
    backward: tuple[DoBackward, ...]


def make_plan(graph: Graph) -> Plan:
    """The plan of a graph."""
    made = tuple(at for at, node in enumerate(graph.nodes) if node.op is not None)
    return Plan(
        made=made,
        forward=tuple(_forward(at, graph.nodes[at]) for at in made),
        backward=tuple(_backward(graph, k, message) for k, message in enumerate(graph.messages)),
    )


# --- forward ------------------------------------------------------------------------------------


def _forward(at: int, node: Node) -> DoForward:
    assert node.op is not None
    assert node.form is not None
    if isinstance(node.op, LayerOp):
        return _layer_forward(at, node, node.op)
    rule = partial(node.form.forward, **node.attributes) if node.attributes else node.form.forward
    places = [entering.node for entering in node.inputs]
    literals = [entering.literal for entering in node.inputs]
    if len(places) == 1:
        return _unary(at, rule, places[0] or 0)
    if len(places) == 2:
        return _binary(at, rule, places, literals)
    raise TypeError(f"{node.op.name}: an op has one input or two, got {len(places)}")


def _unary(at: int, rule: Callable[..., Any], a: int) -> DoForward:
    def do(v: List, s: List) -> None:
        v[at] = rule(v[a])

    return do


def _binary(
    at: int, rule: Callable[..., Any], places: Sequence[int | None], literals: Sequence[Any]
) -> DoForward:
    (a, b), (left, right) = places, literals
    if a is None:

        def with_left(v: List, s: List) -> None:
            v[at] = rule(left, v[b])

        return with_left
    if b is None:

        def with_right(v: List, s: List) -> None:
            v[at] = rule(v[a], right)

        return with_right

    def do(v: List, s: List) -> None:
        v[at] = rule(v[a], v[b])

    return do


def _layer_forward(at: int, node: Node, op: LayerOp) -> DoForward:
    make, attributes = op.cls, dict(node.attributes)
    of = {i.slot: (i.node, i.literal) for i in node.inputs}
    held, called = [of[slot] for slot in op.held], [of[slot] for slot in op.called]
    if all(place is not None for place, _ in (*held, *called)):
        held_at, called_at = [p or 0 for p, _ in held], [p or 0 for p, _ in called]

        def do(v: List, s: List) -> None:
            s[at] = layer = make(*[v[p] for p in held_at], **attributes)
            v[at] = layer.forward(*[v[p] for p in called_at])

        return do

    def with_literals(v: List, s: List) -> None:
        s[at] = layer = make(*[x if p is None else v[p] for p, x in held], **attributes)
        v[at] = layer.forward(*[x if p is None else v[p] for p, x in called])

    return with_literals


# --- backward -----------------------------------------------------------------------------------


def _backward(graph: Graph, k: int, message: Message) -> DoBackward:
    compute = _message(graph, k, message)
    target = message.target
    if message.of == 1:

        def alone(v: List, s: List, g: List, m: List, t: List) -> None:
            m[k] = g[target] = compute(v, s, g)

        return alone
    if message.number == 1:

        def first(v: List, s: List, g: List, m: List, t: List) -> None:
            m[k] = t[k] = g[target] = compute(v, s, g)

        return first

    def further(v: List, s: List, g: List, m: List, t: List) -> None:
        m[k] = sent = compute(v, s, g)
        t[k] = g[target] = g[target] + sent

    return further


def _message(graph: Graph, k: int, message: Message) -> Callable[[List, List, List], Any]:
    """The message as it arrives, with a broadcast of its input undone."""
    node, to = graph.nodes[message.source], graph.nodes[message.target].shape
    assert node.op is not None
    assert node.form is not None
    if isinstance(node.op, LayerOp):
        first = k == 0 or graph.messages[k - 1].source != message.source
        return _layer_message(message.source, node.op, message.slot, runs=first)
    rule = _rule(message.source, node, message.slot)
    axes = undone_axes(node.shape, to) if node.form.broadcasts else ()
    if not axes:
        return rule
    kept = len(node.shape) == len(to)
    if kept or len(axes) == len(node.shape) - len(to):
        add = partial(np.add.reduce, axis=axes if len(axes) > 1 else axes[0], keepdims=kept)
        return lambda v, s, g: add(rule(v, s, g))
    return lambda v, s, g: np.add.reduce(rule(v, s, g), axis=axes).reshape(to)


def _rule(at: int, node: Node, slot: str) -> Callable[[List, List, List], Any]:
    assert node.form is not None
    rule = node.form.vjp[slot]
    if rule_text(rule) == "dout":  # what arrived goes on as it is
        return lambda v, s, g: g[at]
    if node.attributes:
        rule = partial(rule, **node.attributes)
    places = [entering.node for entering in node.inputs]
    literals = [entering.literal for entering in node.inputs]
    if len(places) == 1:
        a = places[0] or 0
        return lambda v, s, g: rule(g[at], v[at], v[a])
    (a_, b_), (left, right) = places, literals
    if a_ is None:
        return lambda v, s, g: rule(g[at], v[at], left, v[b_])
    if b_ is None:
        return lambda v, s, g: rule(g[at], v[at], v[a_], right)
    return lambda v, s, g: rule(g[at], v[at], v[a_], v[b_])


def _layer_message(
    at: int, op: LayerOp, slot: str, *, runs: bool
) -> Callable[[List, List, List], Any]:
    """A layer's `backward` runs once, with its first message; the others read what it left."""
    is_data = slot == op.called[0]
    name = f"d{slot}"

    def run(v: List, s: List, g: List) -> Any:
        layer = s[at]
        layer.dx = layer.backward(g[at])
        return layer.dx if is_data else getattr(layer, name)

    if runs:
        return run
    return (lambda v, s, g: s[at].dx) if is_data else (lambda v, s, g: getattr(s[at], name))

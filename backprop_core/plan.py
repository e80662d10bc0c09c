"""A graph worked out once into what each run has to do: a function for each op and each message.

Shapes, the order, which axes a broadcast adds up over, and which slot is whose are all known from
the graph, so a run only calls NumPy. The functions work on a run's lists:

    v   the value of each node        s   the object of each layer
    g   the gradient of each node, as far as it has arrived
    m   each message                  t   the sum at its target after it
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from backprop_core.graph import Graph
from backprop_core.index_map import Shape
from backprop_core.layer_op import LayerOp
from backprop_core.messages import Message
from backprop_core.node import Node
from backprop_core.op import undone_axes
from backprop_core.room import Room, large
from backprop_core.template import DoBackward, DoForward, fill, rule_expression

ALONE = "m[k] = g[to] = {0}"
FIRST = "m[k] = t[k] = g[to] = {0}"
FURTHER = "m[k] = sent = {0}; t[k] = g[to] = g[to] + sent"
UNDONE = "add({0}, axes, None, None, kept)"


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


def _names(node: Node) -> dict[str, object]:
    """What the names in a rule of a node stand for: places of inputs, literals, attributes."""
    places = {f"{i.slot}_": i.literal if i.node is None else i.node for i in node.inputs}
    return {**places, **{f"{name}_": value for name, value in node.attributes.items()}}


def _input(node: Node, slot: str) -> str:
    """How code reads what enters a slot."""
    literal = any(i.slot == slot and i.node is None for i in node.inputs)
    return f"{slot}_" if literal else f"v[{slot}_]"


def _reads(node: Node) -> dict[str, str]:
    """How code reads each name in a rule of a node."""
    inputs = {i.slot: _input(node, i.slot) for i in node.inputs}
    return {**inputs, **{name: f"{name}_" for name in node.attributes}}


def _forward(at: int, node: Node) -> DoForward:
    assert node.op is not None
    assert node.form is not None
    if isinstance(node.op, LayerOp):
        return _layer_forward(at, node, node.op)
    into, room = _room(node.shape)
    expression = rule_expression(node.form.forward, tuple(_reads(node).items()), into)
    return fill("v, s", "v[at] = {0}", (expression,), at=at, **room, **_names(node))


def _room(shape: Shape) -> tuple[str | None, dict[str, object]]:
    """The code by which a rule gets memory for a result of this shape, and the names in it."""
    return ("room_()", {"room_": Room(shape)}) if large(shape) else (None, {})


def _layer_forward(at: int, node: Node, op: LayerOp) -> DoForward:
    held = [_input(node, slot) for slot in op.held]
    given = [*held, *(f"{name}={name}_" for name in node.attributes)]
    called = ", ".join(_input(node, slot) for slot in op.called)
    text = f"s[at] = layer = make({', '.join(given)}); v[at] = forward(layer, {called})"
    # Everything a run records is an array of floats, and need not be made one again; a literal is.
    forward = getattr(op.cls.forward, "of_arrays", op.cls.forward)  # type: ignore[attr-defined]
    names = _names(node) | {
        f"{i.slot}_": np.float64(i.literal) for i in node.inputs if i.literal is not None
    }
    return fill("v, s", text, (), at=at, make=op.cls, forward=forward, **names)


def _backward(graph: Graph, k: int, message: Message) -> DoBackward:
    node = graph.nodes[message.source]
    first = k == 0 or graph.messages[k - 1].source != message.source
    text = ALONE if message.of == 1 else FIRST if message.number == 1 else FURTHER
    names: dict[str, object] = {"k": k, "to": message.target, "at": message.source}
    assert node.form is not None
    if isinstance(node.op, LayerOp):
        read = "s[at].dx" if message.slot == node.op.called[0] else f"s[at].d{message.slot}"
        # A layer's `backward` runs once, with its first message; the others read what it left.
        runs = "s[at].dx = s[at].backward(g[at]); " if first else ""
        return fill("v, s, g, m, t", runs + text, (read,), **names)
    reads = {**_reads(node), "dout": "g[at]", "out": "v[at]"}
    to = graph.nodes[message.target].shape
    axes = undone_axes(node.shape, to) if node.form.broadcasts else ()
    into, room = _room(to) if not axes else (None, {})
    names |= room
    expression = rule_expression(node.form.vjp[message.slot], tuple(reads.items()), into)
    if axes:
        kept = len(node.shape) == len(to)
        names |= {"add": np.add.reduce, "axes": axes if len(axes) > 1 else axes[0], "kept": kept}
        text = text.replace("{0}", UNDONE)
        if not kept and len(axes) != len(node.shape) - len(to):
            names["shape"] = to
            text = text.replace(UNDONE, f"{UNDONE}.reshape(shape)")
    return fill("v, s, g, m, t", text, (expression,), **names, **_names(node))

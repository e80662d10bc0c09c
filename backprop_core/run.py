"""One forward and backward pass: generators of frozen steps over a recording.

Pausing is not asking for the next step. The recording holds each array once, as it was made; a step
is a view of it, made when it is read, and can be read again at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from backprop_core.graph import Graph
from backprop_core.index_map import Array, Shape
from backprop_core.messages import Message
from backprop_core.node import Node
from backprop_core.notices import backward_notice, forward_notice, sum_notice
from backprop_core.plan import Plan


@dataclass(frozen=True)
class ForwardStep:
    """One op or collapsed layer ran: `value` is what it made."""

    seq: int
    node: str
    value: Array
    notice: Mapping[str, Any] | None
    type: Literal["node.forward"] = "node.forward"

    @property
    def shape(self) -> Shape:
        """The shape of the value."""
        return self.value.shape


@dataclass(frozen=True)
class BackwardStep:
    """One message: `source` sent `value` along `edge` to `target`, whose sum is now `total`.

    It is the `message`-th of `of` that reach the target.
    """

    seq: int
    source: str
    target: str
    slot: str
    edge: str
    value: Array
    total: Array
    message: int
    of: int
    notice: Mapping[str, Any] | None
    type: Literal["edge.backward"] = "edge.backward"

    @property
    def shape(self) -> Shape:
        """The shape of the message, which is that of the target's value."""
        return self.value.shape


Step = ForwardStep | BackwardStep


def as_recorded(array: Any) -> Array:
    """An array of the recording as it is handed out: read-only."""
    view: Array = np.asarray(array, np.float64).view()
    view.setflags(write=False)
    return view


class Run:
    """One pass over a graph; what it has made so far can be read while it goes on."""

    def __init__(
        self, graph: Graph, plan: Plan, leaves: Mapping[str, Array], upstream: Array
    ) -> None:
        count = len(graph.nodes)
        self._graph = graph
        self._plan = plan
        self._v: list[Any] = [leaves[leaf] for leaf in graph.leaves]
        self._v += [None] * (count - len(self._v))
        self._s: list[Any] = [None] * count
        self._g: list[Any] = [None] * count
        self._g[graph.output] = upstream
        self._m: list[Any] = [None] * len(graph.messages)
        self._t: dict[int, Any] = {}
        self._done = 0  # steps made
        self.upstream = upstream

    @property
    def total(self) -> int:
        """How many steps it has."""
        return len(self._plan.forward) + len(self._plan.backward)

    def finish(self) -> Run:
        """Makes all steps that are left, at once."""
        v, s, g, m, t = self._v, self._s, self._g, self._m, self._t
        forward = len(self._plan.forward)
        with np.errstate(all="ignore"):
            for make in self._plan.forward[self._done :]:
                make(v, s)
            for send in self._plan.backward[max(0, self._done - forward) :]:
                send(v, s, g, m, t)
        self._done = self.total
        return self

    def steps(self) -> Iterator[Step]:
        """All steps in order, each made when it is asked for."""
        for k in range(self.total):
            if k >= self._done:
                self._make(k)
            yield self.step(k + 1)

    def step(self, seq: int) -> Step:
        """Step `seq`, from 1, which must have been made."""
        if not 1 <= seq <= self._done:
            raise IndexError(f"step: 1 to {self._done} have been made: got {seq}")
        forward = len(self._plan.forward)
        if seq <= forward:
            return self._forward_step(seq, self._plan.made[seq - 1])
        return self._backward_step(seq, seq - forward - 1)

    def value(self, id: str) -> Array:
        """The value of a node, which must have been made."""
        return as_recorded(self._v[self._graph.place[id]])

    def at(self, place: int) -> Any:
        """The value of a node by its place, as it was made: whoever reads it must not change it."""
        return self._v[place]

    def gradient(self, id: str) -> Array:
        """The gradient of a node as far as it has arrived: zeros where no message came."""
        at = self._graph.place[id]
        if at == self._graph.output or self._g[at] is not None:
            return as_recorded(self._g[at])
        return as_recorded(np.zeros(self._graph.nodes[at].shape))

    def message(self, message: Message) -> Array:
        """A message of the graph, which must have been sent."""
        return as_recorded(self._m[self._graph.messages.index(message)])

    def kept(self, id: str) -> Mapping[str, Array]:
        """What a node's index map reads besides inputs and value, a layer's keepsakes among it.

        `Op.keeps` names those that are what the layer keeps for the way back.
        """
        node = self._graph.node(id)
        if node.form is None or not node.form.kept:
            return {}
        arrays = self.map_arrays(node)
        return {name: arrays[f"kept.{name}"] for name in node.form.kept}

    def map_arrays(self, node: Node) -> dict[str, Array]:
        """The arrays that a node's index map names: its slots, "out", and what it keeps."""
        assert node.op is not None
        assert node.form is not None
        at = self._graph.place[node.id]
        inputs = self.inputs(node)
        with np.errstate(all="ignore"):
            kept = node.op.kept(node.form, self._v[at], self._s[at], inputs, node.attributes)
        arrays = {i.slot: x for i, x in zip(node.inputs, inputs, strict=True)}
        arrays |= {"out": self._v[at], **{f"kept.{name}": x for name, x in kept.items()}}
        return {name: as_recorded(array) for name, array in arrays.items()}

    @property
    def loss(self) -> float:
        """The sum of upstream times output, which is the output itself for a scalar by default."""
        with np.errstate(all="ignore"):
            return float(np.sum(self.upstream * self._v[self._graph.output]))

    def inputs(self, node: Node) -> list[Any]:
        """What enters a node's slots: arrays, and literals as they are."""
        return [i.literal if i.node is None else self._v[i.node] for i in node.inputs]

    def moved(self, id: str, flat: int, by: float) -> Run:
        """The forward pass with one element of one value moved: what comes after it runs again.

        Its backward pass is not made; everything before shares the arrays of this run.
        """
        at = self._graph.place[id]
        other = Run.__new__(Run)
        other.__dict__.update(self.__dict__)
        other._v, other._s = list(self._v), list(self._s)
        value = np.array(self._v[at], dtype=np.float64, order="C")  # it may be a view: x.T
        value.reshape(-1)[flat] += by
        other._v[at] = value
        touched = {at}
        with np.errstate(all="ignore"):
            for make, made in zip(self._plan.forward, self._plan.made, strict=True):
                if any(i.node in touched for i in self._graph.nodes[made].inputs):
                    touched.add(made)
                    make(other._v, other._s)
        return other

    def since(self, before: Run) -> dict[str, Array]:
        """The values that are others than in a run of the same graph, by node."""
        pairs = zip(self._graph.nodes, self._v, before._v, strict=True)
        return {node.id: as_recorded(new) for node, new, old in pairs if new is not old}

    def recorded(self) -> list[Array]:
        """Every array it holds, each once: values, messages and sums, many of which are one."""
        held = {id(array): array for array in (*self._v, *self._m, *self._t.values())}
        return [as_recorded(array) for array in held.values() if array is not None]

    def _make(self, k: int) -> None:
        forward = len(self._plan.forward)
        with np.errstate(all="ignore"):
            if k < forward:
                self._plan.forward[k](self._v, self._s)
            else:
                self._plan.backward[k - forward](self._v, self._s, self._g, self._m, self._t)
        self._done = k + 1

    def _forward_step(self, seq: int, at: int) -> ForwardStep:
        node = self._graph.nodes[at]
        value = as_recorded(self._v[at])
        notice = None
        if not np.isfinite(value).all():
            names = self._slot_names(node)
            notice = forward_notice(node, value, self.map_arrays(node), names, self._graph)
        return ForwardStep(seq=seq, node=node.id, value=value, notice=notice)

    def _backward_step(self, seq: int, k: int) -> BackwardStep:
        message: Message = self._graph.messages[k]
        nodes = self._graph.nodes
        source, target = nodes[message.source].id, nodes[message.target].id
        value = as_recorded(self._m[k])
        total = as_recorded(self._t[k]) if message.of > 1 else value
        return BackwardStep(
            seq=seq,
            source=source,
            target=target,
            slot=message.slot,
            edge=f"{target}>{source}",
            value=value,
            total=total,
            message=message.number,
            of=message.of,
            notice=None if np.isfinite(total).all() else self._message_notice(k, value, total),
        )

    def _message_notice(self, k: int, value: Array, total: Array) -> dict[str, Any] | None:
        """What is worth saying of a message, or a sum of some, that is not finite."""
        message, nodes = self._graph.messages[k], self._graph.nodes
        node = nodes[message.source]
        if not np.isfinite(value).all():
            loss = self._graph.loss_id or nodes[self._graph.output].id
            names = self._slot_names(node) | {"out": node.id, "dout": f"d{loss}/d{node.id}"}
            arrays = {**self.map_arrays(node), "dout": self.gradient(node.id)}
            return backward_notice(node, message, value, arrays, names, self._graph)
        before = [
            as_recorded(self._m[n])
            for n in range(k)
            if self._graph.messages[n].target == message.target
        ]
        return sum_notice(nodes[message.target].id, total, [*before, value])

    def _slot_names(self, node: Node) -> dict[str, str]:
        """What enters each slot, by id; literals do not."""
        return {i.slot: self._graph.nodes[i.node].id for i in node.inputs if i.node is not None}

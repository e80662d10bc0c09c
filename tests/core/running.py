"""Documents run in one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from backprop_core import Document, Network, Run
from backprop_core.index_map import Array
from backprop_core.op import Op
from backprop_core.run import BackwardStep, ForwardStep


def document(program: str, values: Mapping[str, Any] | None = None, **more: Any) -> Document:
    """A document of the newest format."""
    return Document.from_json(
        {"format": 1, "program": program, "values": dict(values or {}), **more}
    )


@dataclass(frozen=True)
class Ran:
    """A finished run with its network."""

    network: Network
    run: Run

    def value(self, name: str) -> Array:
        return self.run.value(name)

    def gradient(self, name: str) -> Array:
        return self.run.gradient(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The leaves and the assigned names."""
        return (*self.network.graph.leaves, *self.network.graph.named)

    @property
    def ids(self) -> list[str]:
        """The ids of all nodes, in their order."""
        return [node.id for node in self.network.graph.nodes]

    @property
    def forward(self) -> list[ForwardStep]:
        return [step for step in self.run.steps() if isinstance(step, ForwardStep)]

    @property
    def backward(self) -> list[BackwardStep]:
        return [step for step in self.run.steps() if isinstance(step, BackwardStep)]


def ran(program: str, values: Mapping[str, Any], expand: Iterable[str] = (), **more: Any) -> Ran:
    """A document's run, finished."""
    return ran_document(document(program, values, **more), expand)


def ran_document(document: Document, expand: Iterable[str] = ()) -> Ran:
    """A document's run, finished."""
    network = Network.build(document, expand)
    return Ran(network, network.run(document).finish())


def call_of(op: Op, attributes: Mapping[str, Any]) -> str:
    """A line that calls an op with inputs named as its slots."""
    named = [f"{name}={value!r}" for name, value in attributes.items()]
    return f"out = {op.name}({', '.join([*op.slots, *named])})"

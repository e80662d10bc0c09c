"""A document's network: its graph and its plan, worked out once, for any number of runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from backprop_core.document import Document, Role, frozen
from backprop_core.errors import error
from backprop_core.fitting import missing_leaves
from backprop_core.graph import Graph, build_graph
from backprop_core.graph_json import graph_to_json
from backprop_core.index_map import Array, Shape
from backprop_core.limits import Limits
from backprop_core.notices import row_sum_notices
from backprop_core.plan import Plan, make_plan
from backprop_core.program import Program, parse
from backprop_core.run import Run
from backprop_core.targets import check_labels


@dataclass(frozen=True, eq=False)
class Network:
    """What all documents of one program, and of leaves of the same shapes, share."""

    program: Program
    graph: Graph
    plan: Plan
    shapes: Mapping[str, Shape]
    roles: Mapping[str, Role]
    # Labels that were found to be some: no run looks at the same array twice.
    _checked: dict[str, Array] = field(default_factory=dict, repr=False)

    @classmethod
    def build(
        cls, document: Document, expand: Iterable[str] = (), limits: Limits | None = None
    ) -> Network:
        """The network of a document, with the layers in `expand` run as their definitions.

        WhygradError where the program is not of the language, shapes do not fit, a leaf has no
        value or a value no leaf, or a limit is passed.
        """
        limits = limits or Limits()
        program = parse(document.program, limits)
        shapes = _shapes(program, document)
        graph = build_graph(program, shapes, document.roles, tuple(expand), limits)
        _check_recorded(graph, limits)
        network = cls(program, graph, make_plan(graph), shapes, dict(document.roles))
        network.upstream_of(document)
        return network

    @property
    def forward(self) -> int:
        """How many forward steps a run has."""
        return len(self.plan.forward)

    @property
    def backward(self) -> int:
        """How many messages a run has."""
        return len(self.plan.backward)

    @cached_property
    def graph_json(self) -> dict[str, Any]:
        """The graph as it travels."""
        return graph_to_json(self.graph)

    def fits(self, document: Document) -> bool:
        """Whether a document is of this program, these shapes and these roles."""
        return (
            document.program == self.program.text
            and dict(document.roles) == self.roles
            and {name: array.shape for name, array in document.values.items()} == self.shapes
        )

    def upstream_of(self, document: Document) -> Array:
        """The gradient that a document feeds into the output, in the output's shape."""
        shape = self.graph.output_shape
        given = document.upstream
        if given is None:
            return self._ones
        if given.shape == shape:
            return given
        if given.shape != ():
            raise error("upstream.shape", output=shape, got=given.shape)
        return frozen(np.full(shape, given))

    @cached_property
    def _ones(self) -> Array:
        return frozen(np.ones(self.graph.output_shape))

    def run(self, document: Document) -> Run:
        """A run of a document that fits; WhygradError where its labels are none."""
        for labels in self.graph.labels:
            given = document.values[labels.leaf]
            if self._checked.get(labels.leaf) is not given:
                check_labels(labels.op, labels.leaf, given, labels.classes)
                self._checked[labels.leaf] = given
        return Run(self.graph, self.plan, document.values, self.upstream_of(document))

    def warnings(self, document: Document) -> list[dict[str, Any]]:
        """What is worth saying of the values of a document."""
        return [
            warning
            for name in self.graph.one_hot
            for warning in row_sum_notices(name, document.values[name])
        ]


def _shapes(program: Program, document: Document) -> dict[str, Shape]:
    for leaf in program.leaves:
        if leaf not in document.values:
            shapes = {name: array.shape for name, array in document.values.items()}
            missing = [one.to_json() for one in missing_leaves(program, shapes)]
            complaint = error("leaf.no_value", name=leaf, missing=missing)
            raise complaint.at(*program.uses[leaf])
    for name in document.values:
        if name not in program.leaves:
            raise error("value.unused", name=name)
    return {name: array.shape for name, array in document.values.items()}


def _check_recorded(graph: Graph, limits: Limits) -> None:
    sizes = [int(np.prod(node.shape, dtype=object)) for node in graph.nodes]
    got = sum(sizes) + sum(
        sizes[message.target] * (2 if message.of > 1 else 1) for message in graph.messages
    )
    if got > limits.recorded:
        raise error("limit.recorded", limit=limits.recorded, got=got)

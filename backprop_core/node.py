"""The nodes of a graph: a value and what makes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from backprop_core.code import Code
from backprop_core.document import Role
from backprop_core.index_map import Shape
from backprop_core.op import Form, Op


@dataclass(frozen=True)
class Input:
    """What enters a slot: the value of a node by its place in the graph, or a literal.

    `gradient` is whether a message may go back from there: a target takes none.
    """

    slot: str
    node: int | None
    literal: float | None = None
    gradient: bool = True


@dataclass(frozen=True)
class Lit:
    """Which lines of a node's code run: going forward, and for the message to each slot."""

    forward: tuple[int, ...]
    backward: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Node:
    """A value and what makes it. Leaves have a role, the others an op with its inputs."""

    id: str
    kind: Literal["leaf", "op", "layer"]
    shape: Shape
    role: Role | None = None
    op: Op | None = None
    form: Form | None = None
    inputs: tuple[Input, ...] = ()
    attributes: Mapping[str, Any] = field(default_factory=dict)
    line: int | None = None
    group: str | None = None
    code: Code | None = None
    lit: Lit | None = None

"""Every gradient of a document, compared with central differences, many elements at a time."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from backprop_core.batched import Copies
from backprop_core.graph import Graph
from backprop_core.index_map import Array, unraveled
from backprop_core.network import Network
from backprop_core.numeric import BEST_STEP, ROUNDING
from backprop_core.run import Run

COPIES_BYTES = 64 << 20  # of all arrays of all copies that are made at once
MOST_COPIES = 4096
AGREES = 1e-4

Verdict = Literal["agrees", "differs", "kink", "not_finite"]


@dataclass(frozen=True)
class Checked:
    """How the gradient of one node stands the check.

    `worst` is the largest relative error, `index` where. Elements at a kink, where the slope is
    another on either side, have none.
    """

    name: str
    count: int
    kinks: int
    worst: float
    index: tuple[int, ...]
    verdict: Verdict


@dataclass
class Progress:
    """How far a check is: elements checked of all, the worst error so far, and nodes done."""

    total: int
    checked: int = 0
    worst: float = 0.0
    nodes: list[Checked] = field(default_factory=list)


def check_gradients(
    network: Network, run: Run, names: Sequence[str] | None = None
) -> Iterator[Progress]:
    """Checks all leaves but targets (or the nodes `names`) in a run that is finished.

    It is a generator, which shows how far it is and is stopped by not going on; what it yields
    is one object that grows.
    """
    graph = network.graph
    wanted = names if names is not None else checkable(graph)
    progress = Progress(sum(math.prod(graph.node(name).shape) for name in wanted))
    for name in wanted:
        node = _Node(graph, run, name)
        for count in node.parts():
            progress.checked += count
            progress.worst = max(progress.worst, node.worst)
            if progress.checked < progress.total and not node.done:
                yield progress
        progress.nodes.append(node.result())
        yield progress


def checkable(graph: Graph) -> list[str]:
    """The leaves that take a gradient."""
    return [leaf for leaf in graph.leaves if graph.node(leaf).role != "target"]


class _Node:
    """One node's check, a chunk of its elements at a time."""

    def __init__(self, graph: Graph, run: Run, name: str) -> None:
        self._graph = graph
        self._run = run
        self._at = graph.place[name]
        self._name = name
        self._value = run.value(name).ravel()
        self._gradient = run.gradient(name).ravel()
        self._errors: Array = np.zeros(len(self._value))
        self._kinks = np.zeros(len(self._value), dtype=bool)
        self._wrong = np.zeros(len(self._value), dtype=bool)
        self.done = False
        self.worst = 0.0

    def parts(self) -> Iterator[int]:
        """Checks a chunk each time; how many elements it had."""
        size = self._chunk()
        for start in range(0, len(self._value), size):
            part = np.arange(start, min(start + size, len(self._value)))
            self._check(part)
            self.worst = max(self.worst, float(np.nan_to_num(self._errors[part], nan=np.inf).max()))
            self.done = bool(part[-1] == len(self._value) - 1)
            yield len(part)

    def _chunk(self) -> int:
        after = [math.prod(node.shape) for node in self._graph.nodes[self._at + 1 :] if node.op]
        each = 2 * 8 * max(1, max(after, default=1)) * 4
        return int(np.clip(COPIES_BYTES // each, 1, MOST_COPIES))

    def _check(self, part: np.ndarray) -> None:
        h = BEST_STEP * np.maximum(1.0, np.abs(self._value[part]))
        both = np.concatenate([part, part])
        copies = Copies(self._graph, self._run, self._at, both, np.concatenate([h, -h]))
        ends = self._value[part] + h, self._value[part] - h
        with np.errstate(all="ignore"):
            change = copies.changes[: len(part)] - copies.changes[len(part) :]
            central = change / (ends[0] - ends[1])
            gradient = self._gradient[part]
            apart = np.abs(central - gradient)
            noise = 64 * ROUNDING * max(abs(self._run.loss), 1.0) / h
            # What is smaller than the rounding of the losses is no error to speak of.
            size = np.maximum(np.maximum(np.abs(central), np.abs(gradient)), noise / AGREES)
            errors = apart / size
            wrong = ~(errors <= AGREES)
        errors = np.where(copies.turned, 0.0, errors)
        self._errors[part], self._kinks[part] = errors, copies.turned
        self._wrong[part] = wrong & ~copies.turned

    def result(self) -> Checked:
        """What was found."""
        worst = int(np.argmax(np.nan_to_num(self._errors, nan=np.inf)))
        shape = self._graph.nodes[self._at].shape
        finite = np.isfinite(self._errors).all() and np.isfinite(self._gradient).all()
        verdict: Verdict = "agrees"
        if not finite:
            verdict = "not_finite"
        elif self._wrong.any():
            verdict = "differs"
        elif self._kinks.all():
            verdict = "kink"
        kinks = int(self._kinks.sum())
        error = float(self._errors[worst])
        index = unraveled(worst, shape)
        return Checked(self._name, len(self._value), kinks, error, index, verdict)

"""Every gradient of a document, compared with central differences, many elements at a time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Literal

import numpy as np

from backprop_core.copies import Copies, Move
from backprop_core.graph import Graph
from backprop_core.index_map import Array, unraveled
from backprop_core.network import Network
from backprop_core.numeric import BEST_STEP, ROUNDING
from backprop_core.run import Run

COPIES_BYTES = 1 << 20  # of the largest array of all copies that are made at once, as caches like
FIRST_COPIES = 16  # elements in the first lot of a node, which tells how large its copies are
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
    wanted = tuple(names) if names is not None else tuple(checkable(graph))
    check = _Check(graph, run, wanted)
    for _ in check.lots():
        yield check.progress


def checkable(graph: Graph) -> list[str]:
    """The leaves that take a gradient."""
    return [leaf for leaf in graph.leaves if graph.node(leaf).role != "target"]


class _Check:
    """The check of some nodes, whose elements stand one node after the other in its arrays."""

    def __init__(self, graph: Graph, run: Run, names: Sequence[str]) -> None:
        self._graph = graph
        self._run = run
        self._names = names
        self._places = [graph.place[name] for name in names]
        sizes = [math.prod(graph.nodes[at].shape) for at in self._places]
        self._starts = list(accumulate(sizes, initial=0))
        self._value = _in_a_row(run.at(at) for at in self._places)
        self._gradient = _in_a_row(run.gradient(name) for name in names)
        self._loss = run.loss
        total = self._starts[-1]
        self._errors: Array = np.zeros(total)
        self._kinks = np.zeros(total, dtype=bool)
        self.progress = Progress(total)

    def lots(self) -> Iterator[None]:
        """Checks a lot of elements each time: all of them where they are few, else of one node."""
        every = range(len(self._names))
        if self._is_small():
            if every:
                self._check(every, 0, self.progress.total)
                self._report(every)
            yield
            return
        for n, (start, stop) in enumerate(pairwise(self._starts)):
            at, size = start, FIRST_COPIES
            while at < stop:
                largest = self._check([n], at, min(at + size, stop))
                at, size = at + size, max(1, COPIES_BYTES // (2 * 8 * largest))
                if at < stop:
                    yield
            self._report([n])
            yield

    def _is_small(self) -> bool:
        largest = max((math.prod(node.shape) for node in self._graph.nodes), default=1)
        return self.progress.total * largest * 2 * 8 <= COPIES_BYTES

    def _check(self, which: Iterable[int], start: int, stop: int) -> int:
        """Checks the elements of some nodes between two places; what a copy's largest value has."""
        value, gradient = self._value[start:stop], self._gradient[start:stop]
        h = BEST_STEP * np.maximum(1.0, np.abs(value))
        ends = np.array([value + h, value - h])
        moves = []
        for n in which:
            first, last = max(start, self._starts[n]), min(stop, self._starts[n + 1])
            own = slice(first - start, last - start)
            moves.append(Move(self._places[n], first - self._starts[n], ends[:, own]))
        copies = Copies(self._graph, self._run, moves)
        with np.errstate(all="ignore"):
            central = (copies.changes[0] - copies.changes[1]) / (ends[0] - ends[1])
            # What is smaller than the rounding of the losses is no error to speak of.
            noise = 64 * ROUNDING / AGREES * max(abs(self._loss), 1.0) / h
            size = np.maximum(np.maximum(np.abs(central), np.abs(gradient)), noise)
            errors = np.abs(central - gradient) / size
        errors[copies.turned] = 0.0
        self._errors[start:stop], self._kinks[start:stop] = errors, copies.turned
        self.progress.checked += stop - start
        worst = float(errors.max())
        self.progress.worst = max(self.progress.worst, math.inf if math.isnan(worst) else worst)
        return copies.largest

    def _report(self, which: Sequence[int]) -> None:
        """Tells what was found of nodes that follow each other."""
        start, stop = self._starts[which[0]], self._starts[which[-1] + 1]
        errors = self._errors[start:stop]
        finite = np.isfinite(errors) & np.isfinite(self._gradient[start:stop])
        flags = np.array([~finite, errors > AGREES, self._kinks[start:stop]], dtype=np.intp)
        starts = [self._starts[n] - start for n in which]
        for n, counts in zip(which, np.add.reduceat(flags, starts, axis=1).T.tolist(), strict=True):
            errors = self._errors[self._starts[n] : self._starts[n + 1]]
            worst = int(errors.argmax())  # which takes what is no number for the largest
            index = unraveled(worst, self._graph.nodes[self._places[n]].shape)
            verdict = _verdict(len(errors), *counts)
            name, kinks = self._names[n], counts[2]
            self.progress.nodes.append(
                Checked(name, len(errors), kinks, float(errors[worst]), index, verdict)
            )


def _verdict(count: int, not_finite: int, wrong: int, kinks: int) -> Verdict:
    if not_finite:
        return "not_finite"
    if wrong:
        return "differs"
    return "kink" if kinks == count else "agrees"


def _in_a_row(arrays: Iterable[Array]) -> Array:
    """The elements of all of them, one after the other."""
    return np.concatenate([np.zeros(0), *(array.ravel() for array in arrays)])

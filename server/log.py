"""The events of one run, encoded once, made in slices and read by any number of pages."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from time import monotonic
from typing import cast

from backprop_core import BackwardStep, ForwardStep, Run
from server.arrays import Array, RunArrays, number
from server.edits import Opened
from server.errors import complaint, told
from server.wire import (
    CommandRefused,
    EdgeBackward,
    Event,
    Graph,
    NodeForward,
    Notice,
    RunFinished,
    RunStarted,
    encode,
)

logger = logging.getLogger(__name__)


class Log:
    """One run of an open document: `advance` adds to `frames` until `finished`.

    `advance` runs in a worker thread and is the only writer; readers keep an index into `frames`.
    """

    def __init__(self, number: int, opened: Opened, run: Run, arrays: RunArrays) -> None:
        self.number = number
        self.network = opened.network
        self.arrays = arrays
        self.frames: list[bytes] = []
        self.bytes = 0
        self.finished = False
        self.superseded = False
        self.with_graph: bytes | None = None
        self._document = opened.document
        self._whole: Run | None = None
        self._started = self._start(opened, run)
        self._made = self._frames(run)

    def started(self) -> bytes:
        """`run.started`, for a reader who knows the graph from the run before."""
        return encode(self._started)

    def draw(self) -> bytes:
        """`run.started` with the graph, which is then at hand as `with_graph`."""
        if self.with_graph is None:
            graph = cast(Graph, self.network.graph_json)
            self.with_graph = encode(replace(self._started, graph=graph))
            self.bytes += len(self.with_graph)
        return self.with_graph

    def whole(self) -> Run:
        """The run, finished, beside the one whose events are being made; kept once it was asked."""
        if self._whole is None:
            self._whole = self.network.run(self._document).finish()
        return self._whole

    def advance(self, seconds: float) -> None:
        """Makes events until there are no more, the time is up, or a newer run took over."""
        until = monotonic() + seconds
        for frame in self._made:
            self.bytes += len(frame)
            self.frames.append(frame)
            if self.superseded or monotonic() > until:
                return
        self.arrays.settle()
        self.finished = True

    def _start(self, opened: Opened, run: Run) -> RunStarted:
        document, network = opened.document, opened.network
        return RunStarted(
            run=self.number,
            seq=0,
            graph=None,
            leaves={name: self.arrays.put(array) for name, array in document.values.items()},
            upstream=self.arrays.put(run.upstream),
            forward=network.forward,
            backward=network.backward,
            warnings=[cast(Notice, warning) for warning in network.warnings(document)],
            expand=list(opened.expand),
        )

    def _frames(self, run: Run) -> Iterator[bytes]:
        try:
            for event in self._events(run):
                yield encode(event)
        except Exception:
            logger.exception("run %d broke", self.number)
            yield encode(CommandRefused(id=None, error=told(complaint("server.failed"))))

    def _events(self, run: Run) -> Iterator[Event]:
        for step in run.steps():
            if isinstance(step, ForwardStep):
                yield self._forward(step, run.kept(step.node))
            else:
                yield self._backward(step)
        yield RunFinished(run=self.number, seq=run.total + 1, loss=number(run.loss))

    def _forward(self, step: ForwardStep, kept: Mapping[str, Array]) -> NodeForward:
        return NodeForward(
            run=self.number,
            seq=step.seq,
            node=step.node,
            value=self.arrays.put(step.value),
            kept={name: self.arrays.put(array) for name, array in kept.items()},
            notice=cast(Notice | None, step.notice),
        )

    def _backward(self, step: BackwardStep) -> EdgeBackward:
        return EdgeBackward(
            run=self.number,
            seq=step.seq,
            source=step.source,
            target=step.target,
            slot=step.slot,
            edge=step.edge,
            value=self.arrays.put(step.value),
            total=None if step.message == 1 else self.arrays.put(step.total),
            message=step.message,
            of=step.of,
            notice=cast(Notice | None, step.notice),
        )

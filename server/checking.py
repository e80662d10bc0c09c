"""The check of all gradients that a page asked for, made in slices beside its other commands."""

from __future__ import annotations

import logging
from asyncio import Event as Signal
from collections.abc import Iterator
from time import monotonic

from backprop_core import WhygradError
from backprop_core.check import Checked, Progress, check_gradients
from server.arrays import number
from server.errors import complaint, told
from server.follower import Follower
from server.log import Log
from server.wire import (
    CommandRefused,
    GradientsCheck,
    GradientsChecked,
    GradientsProgress,
    WireChecked,
)

logger = logging.getLogger(__name__)
SLICE = 0.01  # seconds a check keeps its thread before others have a turn


class Checks:
    """The checks of one page, of which one is under way at most: the newest."""

    def __init__(self, follower: Follower) -> None:
        self._follower = follower
        self._stop = Signal()

    def stop(self) -> None:
        """Tells the check under way to stop; it says what it has found."""
        self._stop.set()

    def newest(self) -> Signal:
        """Stops the check under way; the signal that will stop the next one."""
        self.stop()
        self._stop = Signal()
        return self._stop

    async def run(self, command: GradientsCheck, stop: Signal) -> None:
        """Makes a check to its end, until it is stopped, or until a newer run begins."""
        session = self._follower.session
        try:
            log = await session.current()
            steps = _steps(log)
            while session.log is log:
                progress, over = await session.beside(lambda: _advanced(steps))
                if over or stop.is_set():
                    await self._follower.answer(_end(command, log, progress, over), log.number)
                    return
                await self._follower.answer(_progress(command, log, progress), log.number)
        except WhygradError as error:
            await self._follower.answer(CommandRefused(id=command.id, error=told(error)))
        except Exception:
            logger.exception("%s broke", command.type)
            failed = complaint("server.failed")
            await self._follower.answer(CommandRefused(id=command.id, error=told(failed)))


def _steps(log: Log) -> Iterator[Progress]:
    yield from check_gradients(log.network, log.whole())


def _advanced(steps: Iterator[Progress]) -> tuple[Progress, bool]:
    """How far the check is after a slice, and whether it is over."""
    until = monotonic() + SLICE
    progress = Progress(0)
    for progress in steps:
        if progress.checked == progress.total:
            return progress, True
        if monotonic() > until:
            return progress, False
    return progress, True


def _progress(command: GradientsCheck, log: Log, found: Progress) -> GradientsProgress:
    return GradientsProgress(
        id=command.id,
        run=log.number,
        checked=found.checked,
        total=found.total,
        worst=number(found.worst),
    )


def _end(command: GradientsCheck, log: Log, found: Progress, over: bool) -> GradientsChecked:
    return GradientsChecked(
        id=command.id,
        run=log.number,
        checked=found.checked,
        total=found.total,
        stopped=not over,
        nodes=[_node(node) for node in found.nodes],
    )


def _node(node: Checked) -> WireChecked:
    return {
        "name": node.name,
        "count": node.count,
        "kinks": node.kinks,
        "worst": number(node.worst),
        "index": list(node.index),
        "verdict": node.verdict,
    }

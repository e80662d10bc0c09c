"""One reader of a session: its own answers, then a cursor over the log of the current run."""

from __future__ import annotations

from asyncio import Event as Signal
from collections import deque
from typing import TYPE_CHECKING

from server.edits import Opened
from server.log import Log
from server.wire import DocumentOpened, Event, encode

if TYPE_CHECKING:
    from server.session import Session


class Follower:
    """What one page has been sent.

    It holds no events of its own, so that a page that reads slowly costs nothing, and a run that
    was superseded is simply not read any further.
    """

    def __init__(self, session: Session, most_replies: int) -> None:
        self.session = session
        self.wake = Signal()
        self._most = most_replies
        self._replies: deque[tuple[int | None, bytes]] = deque()
        self._room = Signal()
        self._room.set()
        self._over = False
        self._text: object = None
        self._network: object = None
        self._log: Log | None = None
        self._at = 0

    def typed(self, opened: Opened, *, after: Opened | None) -> None:
        """Notes that the page has this document from typing it into the one before."""
        if after and self._text is after.text:
            self._text = opened.text

    async def answer(self, event: Event, run: int | None = None) -> None:
        """Queues an answer for this reader alone; waits while it has too many to read.

        One about a run comes after that run's start, and not at all once a newer run began.
        """
        await self._room.wait()
        self._replies.append((run, encode(event)))
        if len(self._replies) >= self._most:
            self._room.clear()
        self.wake.set()

    async def next(self) -> bytes | None:
        """The next frame for this reader: an answer, the document, or what the run has made.

        None when the session is closed.
        """
        while not self._over:
            self.wake.clear()
            if (frame := await self._ready()) is not None:
                return frame
            await self.wake.wait()
        return None

    def end(self) -> None:
        """Has no more frames."""
        self._over = True
        self.wake.set()

    async def _ready(self) -> bytes | None:
        if self._replies and self._replies[0][0] is None:
            return self._reply()
        opened, log = self.session.opened, self.session.log
        if opened and self._text is not opened.text:
            self._text = opened.text
            return await self.session.work(lambda: _document(opened))
        if log and self._log is not log:
            return await self._turn_to(log)
        while self._replies:
            run, _ = self._replies[0]
            frame = self._reply()
            if run is None or (log and run == log.number):
                return frame
        if log and self._at < len(log.frames):
            self._at += 1
            return log.frames[self._at - 1]
        return None

    def _reply(self) -> bytes:
        self._room.set()
        return self._replies.popleft()[1]

    async def _turn_to(self, log: Log) -> bytes:
        known, self._network = self._network, log.network
        self._log, self._at = log, 0
        if known is log.network:
            return log.started()
        if log.with_graph is None:
            return await self.session.work(log.draw)
        return log.with_graph


def _document(opened: Opened) -> bytes:
    return encode(
        DocumentOpened(
            document=opened.document.to_json(),
            expand=list(opened.expand),
            lesson=opened.lesson,
            step=opened.step,
        )
    )

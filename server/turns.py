"""Turns for what is asked over HTTP: a few at once, and so many bytes of answers at hand."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeAlias

from anyio import CancelScope, CapacityLimiter
from anyio.to_thread import run_sync
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from backprop_core import Limits
from server.errors import complaint
from server.settings import Settings

PIECE = 1 << 20  # bytes

# The answer to a body, within limits, broken off when it is told that the server is being stopped.
Job: TypeAlias = Callable[[bytes, Limits, Callable[[], bool]], bytes]


class Turns:
    """What is asked over HTTP: a few at once, some waiting, the others told to come again."""

    def __init__(self, settings: Settings) -> None:
        self._limits = settings.limits
        self._most = settings.runs_at_once + settings.runs_waiting
        self._most_bytes = settings.answer_bytes
        self._threads = CapacityLimiter(settings.runs_at_once)
        self._stopping = Event()
        self._asked: set[CancelScope] = set()
        self.sending = 0  # bytes of the answers that their readers do not have yet

    @property
    def asked(self) -> int:
        """How many run or wait."""
        return len(self._asked)

    async def run(self, job: Job, text: bytes) -> bytes:
        """A job's answer to a document; `server.busy` when there is too much to do or to send."""
        if self._stopping.is_set():
            raise complaint("server.stopping")
        if self.asked >= self._most or self.sending >= self._most_bytes:
            raise complaint("server.busy")
        with CancelScope() as scope:
            self._asked.add(scope)
            try:
                return await run_sync(
                    lambda: job(text, self._limits, self._stopping.is_set),
                    limiter=self._threads,
                    abandon_on_cancel=True,
                )
            finally:
                self._asked.remove(scope)
        raise complaint("server.stopping")

    def answer(self, text: bytes) -> Response:
        """The response with that answer, which counts until it is sent or its reader has gone."""
        if self.sending and self.sending + len(text) > self._most_bytes:
            raise complaint("server.busy")
        return _Answer(self, text)

    def stop(self) -> None:
        """Answers all who wait that the server is being stopped."""
        self._stopping.set()
        for scope in self._asked:
            scope.cancel()


class _Answer(Response):
    def __init__(self, turns: Turns, text: bytes) -> None:
        super().__init__(text, media_type="application/json")
        self._turns = turns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it in pieces, each once the one before it is on its way."""
        size = len(self.body)
        self._turns.sending += size
        try:
            start = {"status": self.status_code, "headers": self.raw_headers}
            await send({"type": "http.response.start", **start})
            for at in range(0, size, PIECE):
                piece, more = self.body[at : at + PIECE], at + PIECE < size
                await send({"type": "http.response.body", "body": piece, "more_body": more})
        finally:
            self._turns.sending -= size

"""What uvicorn leaves open: connections that say nothing, and those that say too much at once."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

FIRST_REQUEST_SECONDS = 20.0
CLOSE_SECONDS = 1.0
PIECE = 4096  # bytes; as many small frames are read in some milliseconds


class Http(HttpToolsProtocol):
    """HTTP, hung up on where no request came in time."""

    first_request_seconds = FIRST_REQUEST_SECONDS

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begins to wait for the first request."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._deadline = self.loop.call_later(self.first_request_seconds, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Waits no longer."""
        self._deadline.cancel()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        upgraded = self.transport.get_protocol() is not self
        if self.cycle is None and not upgraded:
            self.transport.abort()


class WebSocket(WebSocketsSansIOProtocol):
    """A WebSocket, read a piece at a time: others have their turn between the frames of a flood.

    What was read and not yet looked at waits here, with no more read from the network, until the
    application has taken the messages before it.
    """

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.close_timeout = CLOSE_SECONDS
        self._pieces: deque[bytes] = deque()
        self._feeding = False

    def data_received(self, data: bytes) -> None:
        """Takes what came from the network."""
        self._pieces += (data[at : at + PIECE] for at in range(0, len(data), PIECE))
        if not self._feeding:
            self._feed()

    async def receive(self) -> Any:
        """The next message for the application."""
        message = await super().receive()
        if self._pieces:
            self._feed_soon()
        return message

    def handle_ping(self) -> None:
        """Answers a ping, unless its sender reads no answers: they would fill the memory."""
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()

    def _feed_soon(self) -> None:
        if self.transport.is_closing():
            return
        self.transport.pause_reading()
        if not self._feeding:
            self._feeding = True
            self.loop.call_soon(self._feed)

    def _feed(self) -> None:
        """Has the next piece looked at, unless messages wait to be taken."""
        self._feeding = False
        if self.read_paused:
            return
        super().data_received(self._pieces.popleft())
        if self._pieces:
            self._feed_soon()
        else:
            self._read_on()

    def _read_on(self) -> None:
        if not self.read_paused and not self.transport.is_closing():
            self.transport.resume_reading()

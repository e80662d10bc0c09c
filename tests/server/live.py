"""A real server on a free port, and a page that talks to it and checks every frame it is sent."""

from __future__ import annotations

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI
from websockets.sync.client import ClientConnection, connect

from server.app import create_app
from server.serving import Server, configured, listen
from server.settings import Settings
from server.wire import EVENT

SECONDS = 30.0  # until something has hung
MULTIPLY = {"format": 1, "program": "a = x * y\nb = a + x", "values": {"x": [1, 2], "y": [3, 4]}}


def chain(length: int, width: int = 2) -> dict[str, Any]:
    """A document of so many additions, one after the other."""
    lines = ["a0 = x + y", *(f"a{n} = a{n - 1} + y" for n in range(1, length))]
    values = {"x": [1.0] * width, "y": [0.5] * width}
    return {"format": 1, "program": "\n".join(lines), "values": values}


class Page:
    """What a browser's page does, by hand; every frame must be one that the wire knows."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.session = ""
        self._sent = 0

    def receive(self) -> dict[str, Any]:
        """The next event."""
        text = self.socket.recv(SECONDS)
        EVENT.validate_json(text)
        event: dict[str, Any] = json.loads(text)
        return event

    def until(self, kind: str, **fields: Any) -> list[dict[str, Any]]:
        """All events up to the first of that type and with these fields."""
        events = [self.receive()]
        while events[-1]["type"] != kind or any(events[-1][k] != v for k, v in fields.items()):
            events.append(self.receive())
        return events

    def send(self, kind: str, **fields: Any) -> str:
        """Sends a command; its id."""
        self._sent += 1
        id = f"c{self._sent}"
        self.socket.send(json.dumps({"type": kind, "id": id, **fields}))
        return id

    def ask(self, kind: str, **fields: Any) -> dict[str, Any]:
        """Sends a command and gives its answer, whatever comes in between."""
        id = self.send(kind, **fields)
        while (event := self.receive()).get("id") != id:
            pass
        return event

    def open(self, document: dict[str, Any]) -> list[dict[str, Any]]:
        """Opens a document; all events of its run."""
        run = self.ask("document.open", document=document)["run"]
        return self.until("run.finished", run=run)


class Live:
    """A server that listens."""

    def __init__(self, port: int, app: FastAPI | None = None) -> None:
        self.port = port
        self.app = app
        self.http = f"http://127.0.0.1:{port}"
        self.ws = f"ws://127.0.0.1:{port}/ws"

    def followers(self) -> int:
        """How many pages the server counts."""
        assert self.app
        count: int = self.app.state.sessions.followers()
        return count

    def waiting(self) -> int:
        """How many runs were asked for over HTTP and are not answered."""
        assert self.app
        count: int = self.app.state.turns.asked
        return count

    @contextmanager
    def page(self, session: str = "", **options: Any) -> Iterator[Page]:
        """A page that has been told its session."""
        address = f"{self.ws}?session={session}" if session else self.ws
        with connect(address, max_size=None, compression=None, **options) as socket:
            page = Page(socket)
            page.session = page.receive()["session"]
            yield page


@contextmanager
def serving(settings: Settings | None = None) -> Iterator[Live]:
    """A server in a thread, as the command would run it."""
    settings = settings or Settings()
    listening = listen("127.0.0.1", 0)
    app = create_app(settings)
    server = Server(app, configured(app, settings))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    until = time.monotonic() + SECONDS
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    try:
        yield Live(listening.getsockname()[1], app)
    finally:
        server.should_exit = True
        thread.join(SECONDS)


def until(true: Callable[[], bool]) -> None:
    """Waits for something to be so."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


def stalled(live: Live, session: str = "") -> socket.socket:
    """A socket that says hello as a WebSocket, and then reads nothing."""
    opened = socket.socket()
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    opened.connect(("127.0.0.1", live.port))
    opened.sendall(
        f"GET /ws?session={session} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n".encode()
    )
    opened.recv(12)
    return opened


def text_frame(text: str) -> bytes:
    """A masked text frame (the mask is zero)."""
    payload = text.encode()
    return b"\x81\xff" + struct.pack(">Q", len(payload)) + b"\0\0\0\0" + payload

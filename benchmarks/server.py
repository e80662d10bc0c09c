"""An edit over the WebSocket of a server in a process of its own, to the last frame of its run."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from statistics import median
from typing import Any

import orjson
from websockets.sync.client import ClientConnection, connect

from benchmarks.figure import Figure
from benchmarks.sampling import Job
from tests.browser.serve import served

LESSON = "L19-two-layer"
LEAF, INDEX = "W1", [0, 0]
EDITS = 200


class Client:
    """A page without a picture."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._sent = 0

    def ask(self, kind: str, last: str, **fields: Any) -> dict[str, Any]:
        """Sends a command, and reads up to an event of the type `last`, which it gives."""
        self._sent += 1
        self._socket.send(orjson.dumps({"type": kind, "id": str(self._sent), **fields}), text=True)
        return self.until(last)

    def until(self, last: str) -> dict[str, Any]:
        """Reads up to an event of this type, which it gives; RuntimeError if we are refused."""
        while True:
            event: dict[str, Any] = orjson.loads(self._socket.recv(timeout=10))
            if event["type"] == "command.refused":
                raise RuntimeError(event["error"]["message"])
            if event["type"] == last:
                return event

    def edit(self, value: float) -> float:
        """Puts a number into a cell of the lesson; the loss it leads to."""
        edit = {"name": LEAF, "index": INDEX, "value": value}
        return float(self.ask("value.edit", "run.finished", **edit)["loss"])


def figures(quick: bool) -> Iterator[Figure]:
    """The median of an edit beside that of a ping, one of each in turn."""
    edits, pings = [], []
    with opened_lesson() as client:
        for n in range(5 if quick else EDITS):
            pings.append(_seconds(partial(client.ask, "ping", "pong")))
            edits.append(_seconds(partial(client.edit, n / 1000)))
    ping = f"a ping to its pong: {median(pings) * 1e3:.2f} ms"
    yield Figure("L19, an edit to the last frame of its run", median(edits) * 1e3, "ms", None, ping)


@contextmanager
def opened_lesson() -> Iterator[Client]:
    """A client that has the lesson open, on a server of its own."""
    with served() as server:
        address = server.address.replace("http", "ws", 1) + "ws"
        with connect(address, max_size=None, compression=None) as socket:
            client = Client(socket)
            client.until("session.opened")
            client.ask("document.open", "run.finished", lesson=LESSON)
            yield client


def _seconds(job: Job) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start

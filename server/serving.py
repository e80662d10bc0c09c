"""Serving from the command line: a port that is free, a browser, and an end at once."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import sys
import webbrowser
from contextlib import suppress
from threading import Thread, current_thread
from threading import enumerate as threads

import uvicorn
from fastapi import FastAPI

from server.app import create_app, stop
from server.protocols import Http, WebSocket
from server.settings import Settings

PORTS_TRIED = 50
STALLED_MS = 15_000
GOODBYE_SECONDS = 0.2


def serve(settings: Settings, *, browser: bool) -> int:
    """Serves until it is interrupted; gives 2 where no port could be bound."""
    try:
        listening = listen(settings.host, settings.port)
    except OSError as error:
        print(
            f"whygrad: cannot listen on {settings.host}:{settings.port}: {error}", file=sys.stderr
        )
        return 2
    port = listening.getsockname()[1]
    if settings.port not in (0, port):
        print(f"port {settings.port} is in use: taking {port}")
    address = page_address(settings.host, port)
    app = create_app(settings)
    server = Server(app, configured(app, settings), address, browser=browser)
    with suppress(KeyboardInterrupt):
        server.run(sockets=[listening])
    if any(not thread.daemon for thread in threads() if thread is not current_thread()):
        os._exit(0)  # in the midst of a large document, it would hold up the end
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to the port, or to the next one that is free; OSError if none is."""
    last = min(port + PORTS_TRIED, 65535) if port else 0
    while True:
        try:
            return _bound(host, port)
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port >= last:
                raise
            port += 1


def _bound(host: str, port: int) -> socket.socket:
    family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    listening = socket.socket(family, kind)
    try:
        if os.name == "posix":  # on Windows it would share a port that is in use
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # a reader that stalls outlives ping timeouts
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, STALLED_MS)
        listening.bind(address)
        listening.listen(2048)
    except OSError:
        listening.close()
        raise
    return listening


class Server(uvicorn.Server):
    """Says its address once it serves, and ends at once when it is told to."""

    def __init__(
        self, app: FastAPI, config: uvicorn.Config, address: str = "", *, browser: bool = False
    ) -> None:
        super().__init__(config)
        self._app = app
        self._address = address
        self._browser = browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to serve."""
        await super().startup(sockets)
        if self._address:
            print(f"whygrad is at {self._address} (Ctrl-C ends it)", flush=True)
        if self._browser and _has_display():
            Thread(target=webbrowser.open, args=(self._address,), daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stops every run, says goodbye, and waits for nobody who does not listen."""
        stop(self._app)
        asyncio.get_running_loop().call_later(GOODBYE_SECONDS, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def configured(app: FastAPI, settings: Settings) -> uvicorn.Config:
    """How the application is served."""
    return uvicorn.Config(
        app,
        log_level="warning",
        http=Http,
        ws=WebSocket,
        # Compression costs seconds on large frames and saves next to nothing on numbers.
        ws_per_message_deflate=False,
        # Up to here a frame that is too large is answered; beyond, the socket is closed.
        ws_max_size=2 * settings.frame_bytes,
        ws_ping_interval=settings.ping_seconds,
        ws_ping_timeout=settings.ping_seconds,
        # A large document in the midst of being read would hold up the end.
        timeout_graceful_shutdown=1,
    )


def page_address(host: str, port: int) -> str:
    """Where a browser on this machine finds the page."""
    name = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}.get(host, host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def _has_display() -> bool:
    # Without one, webbrowser would start a text browser in this terminal.
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )

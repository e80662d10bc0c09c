"""What a page must never do: complain in its console, break, or ask another origin."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response, WebSocket

# What the browser drops because the page itself has moved on.
ABORTED = "net::ERR_ABORTED"
LOCAL = {"data", "blob", "about"}


class Watch:
    """Notes the troubles of one page, from its first request on."""

    def __init__(self, page: Page, origin: str) -> None:
        self._host = urlsplit(origin).netloc
        self._allowed: list[re.Pattern[str]] = []
        self._troubles: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note(f"error: {error.message}\n{error.stack}"))
        page.on("request", lambda request: self._origin(request.url))
        page.on("websocket", self._socket)
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)

    def allow(self, pattern: str) -> None:
        """Takes troubles that match for what this test is about."""
        self._allowed.append(re.compile(pattern))

    @property
    def troubles(self) -> list[str]:
        """All that was noted and is not allowed."""
        return [text for text in self._troubles if not any(p.search(text) for p in self._allowed)]

    def _note(self, text: str) -> None:
        self._troubles.append(text)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self._note(f"console {message.type}: {message.text} ({message.location['url']})")

    def _origin(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in LOCAL and parts.netloc != self._host:
            self._note(f"request to another origin: {url}")

    def _socket(self, socket: WebSocket) -> None:
        self._origin(socket.url)
        socket.on("socketerror", lambda error: self._note(f"socket error: {error}"))

    def _failed(self, request: Request) -> None:
        if request.failure != ABORTED:
            self._note(f"request failed: {request.url}: {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._note(f"answered {response.status}: {response.url}")

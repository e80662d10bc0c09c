"""The application: the page, the HTTP endpoints and the WebSocket, with their headers."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from backprop_core import WhygradError
from server import __version__, routes, stream
from server.arrays import Shelf
from server.errors import answer, complaint
from server.session import Sessions
from server.settings import Settings
from server.turns import Turns

logger = logging.getLogger(__name__)

HEADERS = {
    # Plotly writes style elements, and draws its pictures from data: and blob: addresses.
    "Content-Security-Policy": (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


def create_app(settings: Settings | None = None) -> FastAPI:
    """A server with its own sessions; settings as given, or the defaults."""
    settings = settings or Settings()
    # FastAPI's own /docs fetches from elsewhere: ours is at /api.
    app = FastAPI(
        title="whygrad",
        version=__version__,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.shelf = Shelf(settings.array_bytes)
    app.state.sessions = Sessions(settings, app.state.shelf)
    app.state.turns = Turns(settings)
    app.include_router(stream.router)
    app.include_router(routes.router)
    app.add_exception_handler(WhygradError, _refuse)
    app.add_exception_handler(HTTPException, _refuse_address)
    app.add_exception_handler(RequestValidationError, _refuse_request)
    app.add_middleware(Outside)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    stop(app)


def stop(app: FastAPI) -> None:
    """Ends every run under way, of the pages and over HTTP."""
    app.state.turns.stop()
    app.state.sessions.close()


class Outside:
    """Puts the same headers on every answer, and makes one of what nobody expected."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = False

        async def headed(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            await self._app(scope, receive, headed)
        except Exception:
            logger.exception("%s %s broke", scope["method"], scope["path"])
            if started:
                raise
            await answer(complaint("server.failed"))(scope, receive, headed)


async def _refuse(_: Request, error: Exception) -> Response:
    return answer(error if isinstance(error, WhygradError) else complaint("server.failed"))


async def _refuse_address(request: Request, error: Exception) -> Response:
    code = error.status_code if isinstance(error, HTTPException) else 500
    path = request.url.path
    if code == 404:
        return answer(complaint("http.unknown", path=path))
    if code == 405:
        return answer(complaint("http.method", method=request.method, path=path))
    return answer(complaint("http.refused", reason=str(error)))


async def _refuse_request(_: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, RequestValidationError) else {}
    where = ".".join(str(part) for part in first.get("loc", ()))
    return answer(complaint("request.shape", where=where, reason=first.get("msg", "")))

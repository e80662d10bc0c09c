"""What the server itself complains about; all that concerns a document is in backprop_core."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.responses import Response

from backprop_core import WhygradError
from backprop_core.words import Word
from server.wire import ErrorBody

MOST_EXACT = 2**53 - 1  # of the whole numbers that a browser tells from their neighbours

# code: the status over HTTP, the sentence
COMPLAINTS = {
    "array.unknown": (404, "array: it was let go, or never was: run {token}, number {n}"),
    "command.not_json": (400, "command: expected JSON: {reason}"),
    "command.not_text": (400, "command: expected a text frame, got a binary one"),
    "command.shape": (400, "command: {where}: {reason}"),
    "command.too_large": (413, "command: at most {limit} characters, got {got}"),
    "document.and_lesson": (422, "document.open: expected a document or a lesson, got {got}"),
    "explain.terms": (422, "explain: at most {limit} terms in one answer: got {got}"),
    "expand.not_names": (422, "expand: expected a list of layer names"),
    "http.method": (405, "address: {method} is not for {path}"),
    "http.refused": (400, "address: {reason}"),
    "http.unknown": (404, "address: there is nothing at {path}"),
    "request.missing": (422, "request: {key} is missing"),
    "request.not_json": (400, "request: expected JSON: {reason}"),
    "request.not_object": (422, "request: expected a JSON object"),
    "request.shape": (422, "request: {where}: {reason}"),
    "request.too_large": (413, "request: at most {limit} bytes"),
    "request.too_slow": (408, "request: all of it must be there within {limit} seconds"),
    "server.busy": (503, "server: too many runs are waiting; try again in a moment"),
    "server.failed": (500, "server: this should not have happened; the server's log says more"),
    "server.stopping": (503, "server: it is being stopped"),
    "session.empty": (409, "session: no document is open yet"),
}
# those of the core that are no 422
ELSEWHERE = {"document.not_json": 400, "lesson.unknown": 404, "limit.bytes": 413}


class ServerError(WhygradError):
    """A complaint of the server's own."""

    @property
    def message(self) -> str:
        """The English sentence."""
        return COMPLAINTS[self.code][1].format(**self.params)


def complaint(code: str, **params: Any) -> ServerError:
    """The complaint of that code, to raise or to send."""
    return ServerError(code, params)


def status(error: WhygradError) -> int:
    """The HTTP status that says it; 422 for whatever is wrong in a document."""
    if error.code in COMPLAINTS:
        return COMPLAINTS[error.code][0]
    return ELSEWHERE.get(error.code, 422)


def told(error: WhygradError) -> ErrorBody:
    """The complaint as it travels, its parameters such as JSON can carry."""
    body: ErrorBody = {
        "code": error.code,
        "message": error.message,
        "params": {name: _plain(value) for name, value in error.params.items()},
    }
    if error.line is not None:
        body["line"] = error.line
    if error.column is not None:
        body["column"] = error.column
    return body


def _plain(value: Any) -> Any:
    """A parameter as it is, or spelled: a browser rounds whole numbers from 2**53 on."""
    if isinstance(value, Word):
        return value.to_json()
    if isinstance(value, int) and abs(value) > MOST_EXACT:
        return str(value)
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def answer(error: WhygradError) -> Response:
    """The response that says it."""
    body = orjson.dumps({"error": told(error)})
    code = status(error)
    headers = {"Retry-After": "1"} if code == 503 else None
    return Response(body, code, headers, media_type="application/json")

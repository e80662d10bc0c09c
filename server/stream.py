"""The WebSocket: commands in, events out, and nobody able to hold up the others."""

from __future__ import annotations

from contextlib import suppress
from time import monotonic
from urllib.parse import urlsplit

import orjson
from anyio import create_task_group, sleep
from anyio.abc import TaskGroup
from anyio.to_thread import run_sync
from fastapi import APIRouter, WebSocket, WebSocketDisconnect
from pydantic import ValidationError
from starlette.datastructures import Headers
from starlette.types import Message

from backprop_core import WhygradError
from server.checking import Checks
from server.edits import Edit
from server.errors import complaint, told
from server.follower import Follower
from server.questions import Question
from server.session import Sessions
from server.settings import Settings
from server.wire import (
    COMMAND,
    Command,
    CommandRefused,
    ElementExplain,
    ElementExplained,
    ElementNudge,
    ElementNudged,
    Event,
    GradientsCheck,
    GradientsStop,
    Ping,
    Pong,
    SessionOpened,
)

POLICY_VIOLATION, TRY_AGAIN_LATER = 1008, 1013
LARGE = 1 << 16

router = APIRouter()


@router.websocket("/ws")
async def stream(socket: WebSocket, session: str | None = None) -> None:
    """Serves one page, from its first frame (`session.opened`) until it goes."""
    settings: Settings = socket.app.state.settings
    sessions: Sessions = socket.app.state.sessions
    if not origin_allowed(socket.headers, settings.allowed_origins):
        await socket.close(POLICY_VIOLATION)
        return
    await socket.accept()
    if sessions.followers() >= settings.connections:
        await socket.close(TRY_AGAIN_LATER)
        return
    found, known = sessions.find(session)
    follower = found.join()
    wanted = False
    try:
        await follower.answer(SessionOpened(session=found.id, known=known))
        async with create_task_group() as tasks:
            tasks.start_soon(_write, socket, follower, tasks)
            wanted = await _read(socket, follower, tasks, settings)
            tasks.cancel_scope.cancel()
    finally:
        found.leave(follower)
        sessions.trim()
    if not wanted:
        with suppress(WebSocketDisconnect, RuntimeError):  # it may have gone meanwhile
            await socket.close(POLICY_VIOLATION)


def origin_allowed(headers: Headers, allowed: tuple[str, ...]) -> bool:
    """Whether a page of this origin may connect: ours, one that was allowed, or a script."""
    origin = headers.get("origin")
    if origin is None or origin in allowed:
        return True
    try:
        host = urlsplit(origin).netloc
    except ValueError:
        return False
    return bool(host) and host.lower() == headers.get("host", "").lower()


async def _write(socket: WebSocket, follower: Follower, tasks: TaskGroup) -> None:
    """Sends what there is, one frame at a time: a page that does not read waits here alone."""
    with suppress(WebSocketDisconnect, WhygradError):  # it went, or the server is being stopped
        while (frame := await follower.next()) is not None:
            await socket.send_text(frame.decode())
    tasks.cancel_scope.cancel()


async def _read(
    socket: WebSocket, follower: Follower, tasks: TaskGroup, settings: Settings
) -> bool:
    """Obeys commands until the page goes; false where it sent too much that cannot be read."""
    pace = Pace(settings.commands_per_second, settings.command_burst)
    checks = Checks(follower)
    bad = 0
    while (frame := await socket.receive())["type"] == "websocket.receive":
        await pace.wait()
        answer: Event | None
        try:
            command = await _understand(frame, settings.frame_bytes)
            if isinstance(command, GradientsCheck):
                answer = None
                tasks.start_soon(checks.run, command, checks.newest())
            elif isinstance(command, GradientsStop):
                answer = None
                checks.stop()
            else:
                answer = await _answer(command, follower)
            bad = 0
        except Unreadable as refusal:
            answer = CommandRefused(id=refusal.id, error=told(refusal.complaint))
            bad += 1
        if bad >= settings.bad_frames:
            return False
        if answer is not None:
            about = answer.run if isinstance(answer, ElementExplained | ElementNudged) else None
            await follower.answer(answer, about)
    return True


async def _answer(command: Edit | Question | Ping, follower: Follower) -> Event | None:
    if isinstance(command, Ping):
        return Pong(id=command.id)
    if isinstance(command, ElementExplain | ElementNudge):
        return await follower.session.ask(command)
    return await follower.session.obey(command, follower)


async def _understand(frame: Message, most: int) -> Command:
    text = frame.get("text")
    if text is None:
        raise Unreadable(complaint("command.not_text"))
    if len(text) > most:
        raise Unreadable(complaint("command.too_large", limit=most, got=len(text)))
    # Reading megabytes takes tens of milliseconds, in which no other page would be served.
    return await run_sync(understand, text) if len(text) > LARGE else understand(text)


class Unreadable(Exception):
    """A frame that is no command, with its id if it has one."""

    def __init__(self, complaint: WhygradError, id: str | None = None) -> None:
        super().__init__(complaint.message)
        self.complaint = complaint
        self.id = id


def understand(text: str) -> Command:
    """The command that a frame holds; Unreadable where it holds none."""
    try:
        fields = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Unreadable(complaint("command.not_json", reason=str(error))) from None
    try:
        return COMMAND.validate_python(fields)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the frame"
        id = fields.get("id") if isinstance(fields, dict) else None
        raise Unreadable(
            complaint("command.shape", where=where, reason=first["msg"]),
            id[:100] if isinstance(id, str) else None,
        ) from None


class Pace:
    """Lets a burst of frames through, then one at a time: who floods us waits in its own queue."""

    def __init__(self, per_second: int, burst: int) -> None:
        self._gap = 1 / per_second
        self._credit = burst * self._gap
        self._next = monotonic() - self._credit

    async def wait(self) -> None:
        """Returns when the next frame may be read."""
        now = monotonic()
        self._next = max(self._next, now - self._credit) + self._gap
        if self._next > now:
            await sleep(self._next - now)

"""Open documents: each under a random id, tied to no socket, followed by any number of pages."""

from __future__ import annotations

import logging
import secrets
from asyncio import Lock, Task, create_task
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import TypeVar

from anyio import CancelScope, CapacityLimiter
from anyio.to_thread import run_sync

from backprop_core import WhygradError
from server.arrays import RunArrays, Shelf
from server.edits import Edit, Opened, apply
from server.errors import complaint, told
from server.follower import Follower
from server.log import Log
from server.questions import Answer, Question, answered
from server.settings import Settings
from server.wire import CommandDone, CommandRefused, ProgramEdit

T = TypeVar("T")
logger = logging.getLogger(__name__)


class Session:
    """One open document, its current run, and who follows it; edits are obeyed one at a time."""

    def __init__(self, settings: Settings, shelf: Shelf, threads: CapacityLimiter) -> None:
        self.id = secrets.token_urlsafe(18)
        self.opened: Opened | None = None
        self.log: Log | None = None
        self.followers: set[Follower] = set()
        self._settings = settings
        self._shelf = shelf
        self._threads = threads
        self._core = Lock()
        self._job: CancelScope | None = None
        self._slice = settings.slice_ms / 1000
        self._runs = 0
        self._arrays: deque[RunArrays] = deque()
        self._questions: set[CancelScope] = set()
        self._driver: Task[None] | None = None

    def join(self) -> Follower:
        """A new reader, who is sent all there is from the start."""
        follower = Follower(self, self._settings.replies)
        self.followers.add(follower)
        self._drive_on()
        return follower

    def leave(self, follower: Follower) -> None:
        """Forgets a reader; when none is left, a run under way pauses."""
        self.followers.discard(follower)

    async def obey(self, edit: Edit, sender: Follower) -> CommandDone | CommandRefused:
        """Carries out an edit: a new run for all followers, or a refusal that changes nothing."""
        async with self._core:
            try:
                opened, log = await self._on_thread(lambda: self._draft(edit))
            except WhygradError as error:
                return CommandRefused(id=edit.id, error=told(error))
            except Exception:
                logger.exception("%s broke", edit.type)
                return CommandRefused(id=edit.id, error=told(complaint("server.failed")))
            if isinstance(edit, ProgramEdit):
                sender.typed(opened, after=self.opened)
            self._supersede(opened, log)
        return CommandDone(id=edit.id, run=log.number)

    async def ask(self, question: Question) -> Answer | CommandRefused | None:
        """Answers a question about the current run, beside its stream; None if a newer run began.

        It works on a run of its own, and so waits for no slice of the stream.
        """
        try:
            log = await self.current()
            found = await self.beside(lambda: answered(question, log))
        except WhygradError as error:
            return CommandRefused(id=question.id, error=told(error))
        except Exception:
            logger.exception("%s broke", question.type)
            return CommandRefused(id=question.id, error=told(complaint("server.failed")))
        return found if self.log is log else None

    async def current(self) -> Log:
        """The current run, begun again if it was let go; `session.empty` if there is none."""
        return self.log or await self._begin_again()

    async def beside(self, job: Callable[[], T]) -> T:
        """Does a job on a thread, whatever else is under way in this session."""
        with CancelScope() as scope:
            self._questions.add(scope)
            try:
                return await run_sync(job, limiter=self._threads, abandon_on_cancel=True)
            finally:
                self._questions.discard(scope)
        raise complaint("server.stopping")

    async def work(self, job: Callable[[], T]) -> T:
        """Does a job on a thread, with this session's part of the core for itself."""
        async with self._core:
            return await self._on_thread(job)

    def rest(self) -> None:
        """Lets go of the run; the document stays, and runs anew when somebody comes."""
        while self._arrays:
            self._shelf.drop(self._arrays.popleft())
        if self.log:
            self.log.superseded = True
        self.log = None

    def close(self) -> None:
        """Ends what is under way, and lets its followers go."""
        self.rest()
        if self._driver:
            self._driver.cancel()
        if self._job:
            self._job.cancel()
        for scope in self._questions:
            scope.cancel()
        for follower in self.followers:
            follower.end()

    def _draft(self, edit: Edit | None) -> tuple[Opened, Log]:
        """The document after an edit and its run, a small one whole: one turn on a thread."""
        opened = apply(edit, self.opened, self._settings.limits) if edit else self.opened
        if opened is None:
            raise complaint("session.empty")
        run = opened.network.run(opened.document)
        arrays = self._shelf.start(self._arrays[-1] if self._arrays else None)
        log = Log(self._runs + 1, opened, run, arrays)
        if self.opened is None or opened.network is not self.opened.network:
            log.draw()
        log.advance(self._slice)
        return opened, log

    def _supersede(self, opened: Opened, log: Log) -> None:
        if self.log:
            self.log.superseded = True
            self.log.arrays.settle()
        self.opened, self.log, self._runs = opened, log, log.number
        self._arrays.append(log.arrays)
        while len(self._arrays) > self._settings.array_runs:
            self._shelf.drop(self._arrays.popleft())
        self._drive_on()

    def _drive_on(self) -> None:
        for follower in self.followers:
            follower.wake.set()
        if self._driver is None or self._driver.done():
            self._driver = create_task(self._drive())

    async def _drive(self) -> None:
        while self.followers and self.opened:
            log = self.log or await self._begin_again()
            if log.finished:
                return
            await self.work(lambda log=log: log.advance(self._slice))  # type: ignore[misc]
            for follower in self.followers:
                follower.wake.set()

    async def _begin_again(self) -> Log:
        async with self._core:
            if self.log:
                return self.log
            opened, log = await self._on_thread(lambda: self._draft(None))
            self._supersede(opened, log)
        return log

    async def _on_thread(self, job: Callable[[], T]) -> T:
        """Does a job to its end, also where who asked for it has gone; `close` alone breaks it off.

        There is one at a time: whoever comes here holds `_core`.
        """
        with CancelScope(shield=True) as self._job:
            return await run_sync(job, limiter=self._threads, abandon_on_cancel=True)
        raise complaint("server.stopping")


class Sessions:
    """All open documents; what nobody follows goes when there are too many, oldest first."""

    def __init__(self, settings: Settings, shelf: Shelf) -> None:
        self._settings = settings
        self._shelf = shelf
        self._threads = CapacityLimiter(settings.threads)
        self._open: OrderedDict[str, Session] = OrderedDict()

    def find(self, id: str | None) -> tuple[Session, bool]:
        """The session of that id and true, or a new one and false."""
        known = self._open.get(id or "")
        session = known or Session(self._settings, self._shelf, self._threads)
        self._open[session.id] = session
        self._open.move_to_end(session.id)
        self._make_room()
        return session, known is not None

    def trim(self) -> None:
        """Lets sessions that nobody follows rest, while their logs are more than we may keep."""
        idle = [s for s in self._open.values() if not s.followers and s.log]
        spare = sum(s.log.bytes for s in idle if s.log) - self._settings.log_bytes
        for session in idle:
            if spare <= 0 or not session.log:
                return
            spare -= session.log.bytes
            session.rest()

    def followers(self) -> int:
        """How many pages are connected."""
        return sum(len(session.followers) for session in self._open.values())

    def close(self) -> None:
        """Ends all runs under way."""
        for session in self._open.values():
            session.close()

    def _make_room(self) -> None:
        newest = next(reversed(self._open))
        idle = [k for k, s in self._open.items() if not s.followers and k != newest]
        for id in idle[: max(0, len(self._open) - self._settings.sessions)]:
            self._open.pop(id).close()

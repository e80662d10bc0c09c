from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Coroutine
from typing import Any

import pytest
from anyio import create_task_group

from server.arrays import Shelf
from server.edits import apply
from server.follower import Follower
from server.session import Session, Sessions
from server.settings import Settings
from server.wire import (
    CommandDone,
    CommandRefused,
    DocumentOpen,
    Pong,
    ProgramEdit,
    ValueEdit,
)
from tests.server.live import MULTIPLY, SECONDS, chain

PAUSE = 0.05


def _sessions(**settings: Any) -> Sessions:
    asked = Settings(**settings)
    return Sessions(asked, Shelf(asked.array_bytes))


def _run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, SECONDS))


async def _open(session: Session, sender: Follower, document: dict[str, Any]) -> int:
    answer = await session.obey(
        DocumentOpen(type="document.open", id="1", document=document), sender
    )
    assert isinstance(answer, CommandDone)
    assert answer.run
    return answer.run


def _edit(value: float, name: str = "x") -> ValueEdit:
    return ValueEdit(type="value.edit", id="2", name=name, index=[0], value=value)


async def _until(follower: Follower, kind: str) -> list[dict[str, Any]]:
    events = [await _next(follower)]
    while events[-1]["type"] != kind:
        events.append(await _next(follower))
    return events


async def _next(follower: Follower) -> Any:
    frame = await follower.next()
    assert frame is not None
    return json.loads(frame)


async def _finished(session: Session) -> None:
    while not (session.log and session.log.finished):
        await asyncio.sleep(0.001)


def test_a_follower_is_sent_the_document_and_then_the_run_in_order() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        follower = session.join()
        await _open(session, follower, MULTIPLY)
        events = await _until(follower, "run.finished")
        kinds = [event["type"] for event in events]
        assert kinds[:3] == ["document.opened", "run.started", "node.forward"]
        assert [event["seq"] for event in events[1:]] == list(range(len(events) - 1))
        forward, backward = events[1]["forward"], events[1]["backward"]
        assert (kinds.count("node.forward"), kinds.count("edge.backward")) == (forward, backward)

    _run(story())


def test_a_page_that_joins_later_is_sent_the_same_and_the_graph_too() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        first = session.join()
        await _open(session, first, MULTIPLY)
        await _until(first, "run.finished")
        await session.obey(_edit(5), first)
        seen = await _until(first, "run.finished")
        joined = await _until(session.join(), "run.finished")
        assert seen[0]["graph"] is None
        assert joined[0]["document"]["values"]["x"] == [5, 2]
        assert joined[1].pop("graph") is not None
        assert joined[1:] == [{k: v for k, v in seen[0].items() if k != "graph"}, *seen[1:]]

    _run(story())


def test_a_page_that_joins_in_the_middle_of_a_run_is_sent_all_of_it_in_order() -> None:
    async def story() -> None:
        session, _ = _sessions(slice_ms=1).find(None)
        first = session.join()
        await _open(session, first, chain(3000))
        begun = await _until(first, "node.forward")
        assert session.log
        assert not session.log.finished
        joined = await _until(session.join(), "run.finished")
        seen = [*begun, *await _until(first, "run.finished")]
        assert joined == seen
        assert [event["seq"] for event in joined[1:]] == list(range(9002))

    _run(story())


def test_two_pages_that_edit_at_once_end_with_the_same_numbers() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        pages = [session.join(), session.join()]
        await _open(session, pages[0], MULTIPLY)
        edits = [
            (_edit(n, name), page)
            for n, (name, page) in enumerate(zip("xyxy", pages * 2, strict=True))
        ]
        answers = await asyncio.gather(*(session.obey(edit, page) for edit, page in edits))
        assert [answer.run for answer in answers if isinstance(answer, CommandDone)] == [2, 3, 4, 5]
        ends = [(await _until(page, "run.finished"))[-1] for page in pages]
        assert ends[0] == ends[1]
        assert session.opened
        values = session.opened.document.values
        assert (values["x"][0], values["y"][0]) == (2, 3)

    _run(story())


def test_an_edit_whose_sender_goes_meanwhile_is_carried_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inside, gone = threading.Event(), threading.Event()

    def slow(*arguments: Any) -> Any:
        inside.set()
        gone.wait(SECONDS)
        return apply(*arguments)

    async def story() -> None:
        session, _ = _sessions().find(None)
        sender, other = session.join(), session.join()
        await _open(session, sender, MULTIPLY)
        await _until(other, "run.finished")
        monkeypatch.setattr("server.session.apply", slow)
        async with create_task_group() as tasks:
            tasks.start_soon(session.obey, _edit(5), sender)
            await asyncio.to_thread(inside.wait, SECONDS)
            tasks.cancel_scope.cancel()
            gone.set()
        events = await _until(other, "run.finished")
        assert events[0]["leaves"]["x"]["data"] == [5, 2]

    _run(story())


def test_the_newest_document_wins_and_nothing_stale_is_sent_after_it() -> None:
    async def story() -> None:
        session, _ = _sessions(slice_ms=1).find(None)
        follower = session.join()
        await _open(session, follower, chain(3000))
        await _until(follower, "node.forward")
        old = session.log
        for value in (2.0, 3.0, 4.0):
            answer = await session.obey(_edit(value), follower)
        assert isinstance(answer, CommandDone)
        events = await _until(follower, "run.finished")
        assert {event["run"] for event in events} == {answer.run}
        assert events[0]["leaves"]["x"]["data"][0] == 4.0
        assert old
        assert not old.finished
        assert len(old.frames) < 9000

    _run(story())


def test_a_graph_that_a_page_missed_is_sent_with_the_next_run() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        follower = session.join()
        await _open(session, follower, MULTIPLY)
        await _until(follower, "run.finished")
        await _open(session, follower, chain(5))
        await session.obey(_edit(9), follower)
        events = await _until(follower, "run.started")
        assert events[0]["document"]["values"]["x"] == [9, 1]
        nodes = [node["id"] for node in events[1]["graph"]["nodes"]]
        assert nodes == ["x", "y", "a0", "a1", "a2", "a3", "a4", "L"]

    _run(story())


def test_a_refused_edit_changes_nothing_and_only_its_sender_hears_of_it() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        follower = session.join()
        await _open(session, follower, MULTIPLY)
        await _until(follower, "run.finished")
        opened, log = session.opened, session.log
        wrong = ProgramEdit(type="program.edit", id="3", program="a = x *")
        answer = await session.obey(wrong, follower)
        assert isinstance(answer, CommandRefused)
        assert answer.id == "3"
        assert (session.opened, session.log) == (opened, log)
        await follower.answer(answer)
        assert (await _next(follower))["type"] == "command.refused"

    _run(story())


def test_an_edit_of_nothing_is_refused() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        answer = await session.obey(_edit(1), session.join())
        assert isinstance(answer, CommandRefused)
        assert answer.error["code"] == "session.empty"

    _run(story())


def test_a_program_edit_tells_the_other_pages_the_document_but_not_the_one_it_came_from() -> None:
    async def story() -> None:
        session, _ = _sessions().find(None)
        one, other = session.join(), session.join()
        await _open(session, one, MULTIPLY)
        for follower in (one, other):
            await _until(follower, "run.finished")
        edit = ProgramEdit(type="program.edit", id="2", program="c = x * y")
        await session.obey(edit, one)
        mine, theirs = await _until(one, "run.finished"), await _until(other, "run.finished")
        assert mine[0]["type"] == "run.started"
        assert theirs[0]["document"]["program"] == "c = x * y"
        assert mine == theirs[1:]

    _run(story())


def test_a_run_pauses_while_nobody_follows_and_goes_on_when_someone_does() -> None:
    async def story() -> None:
        session, _ = _sessions(slice_ms=1).find(None)
        follower = session.join()
        await _open(session, follower, chain(3000))
        session.leave(follower)
        await asyncio.sleep(PAUSE)
        assert session.log
        made = len(session.log.frames)
        await asyncio.sleep(PAUSE)
        assert len(session.log.frames) == made < 9000
        events = await _until(session.join(), "run.finished")
        assert len(events) == 9003

    _run(story())


def test_a_reader_with_too_many_answers_to_read_makes_its_commands_wait() -> None:
    async def story() -> None:
        session, _ = _sessions(replies=3).find(None)
        follower = session.join()
        for n in range(3):
            await follower.answer(Pong(id=str(n)))
        fourth = asyncio.create_task(follower.answer(Pong(id="3")))
        await asyncio.sleep(0)
        assert not fourth.done()
        read = [(await _next(follower))["id"] for _ in range(4)]
        assert read == ["0", "1", "2", "3"]
        await fourth

    _run(story())


def test_a_session_is_found_by_its_id_and_by_nothing_else() -> None:
    async def story() -> None:
        sessions = _sessions()
        session, known = sessions.find(None)
        assert not known
        assert sessions.find(session.id) == (session, True)
        other, known = sessions.find("no such")
        assert not known
        assert other.id not in {session.id, "no such"}

    _run(story())


def test_the_least_recently_used_session_goes_unless_somebody_follows_it() -> None:
    async def story() -> None:
        sessions = _sessions(sessions=3)
        followed, idle, used = (sessions.find(None)[0] for _ in range(3))
        followed.join()
        sessions.find(used.id)
        sessions.find(None)
        assert sessions.find(followed.id)[1]
        assert sessions.find(used.id)[1]
        assert not sessions.find(idle.id)[1]

    _run(story())


def test_a_session_that_rests_runs_anew_when_somebody_comes() -> None:
    async def story() -> None:
        sessions = _sessions(log_bytes=1)
        session, _ = sessions.find(None)
        follower = session.join()
        await _open(session, follower, MULTIPLY)
        await _until(follower, "run.finished")
        sessions.trim()
        assert session.log
        session.leave(follower)
        sessions.trim()
        assert session.log is None
        events = await _until(session.join(), "run.finished")
        assert events[0]["document"]["program"] == MULTIPLY["program"]
        assert events[-1]["run"] == 2

    _run(story())


def test_the_arrays_of_the_newest_runs_only_can_be_fetched() -> None:
    async def story() -> None:
        settings = Settings(array_runs=2)
        shelf = Shelf(settings.array_bytes)
        session, _ = Sessions(settings, shelf).find(None)
        follower = session.join()
        await _open(session, follower, chain(2, width=300))
        addresses = []
        for value in (1.5, 2.5, 3.5):
            await session.obey(_edit(value), follower)
            started = (await _until(follower, "run.started"))[-1]
            addresses.append(started["leaves"]["x"]["href"].split("/")[2:])
            kept = started["leaves"]["y"]["href"].split("/")[2:]
        await _finished(session)
        found = [shelf.find(token, int(n)) is not None for token, n in addresses]
        assert found == [False, True, True]
        assert shelf.find(kept[0], int(kept[1])) is not None

    _run(story())

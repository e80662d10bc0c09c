from __future__ import annotations

import json
import socket
import struct
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.datastructures import Headers
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from server.protocols import Http
from server.settings import Settings
from server.stream import Unreadable, origin_allowed, understand
from tests.server.live import MULTIPLY, SECONDS, Live, chain, serving, stalled, text_frame, until

LIMITS = Settings(
    frame_bytes=200_000, connections=20, bad_frames=5, commands_per_second=1000, command_burst=50
)


@pytest.fixture(scope="module")
def live() -> Iterator[Live]:
    with serving(LIMITS) as server:
        yield server


def _runs(events: list[dict[str, Any]]) -> set[int]:
    return {event["run"] for event in events}


def test_the_first_frame_names_the_session_and_a_page_that_comes_back_finds_it(live: Live) -> None:
    with live.page() as page:
        page.open(MULTIPLY)
        page.ask("value.edit", name="x", index=[1], value=7.5)
    with connect(f"{live.ws}?session={page.session}") as back:
        assert json.loads(back.recv()) == {
            "type": "session.opened", "session": page.session, "known": True,
        }  # fmt: skip
        opened = json.loads(back.recv())
        assert opened["document"]["values"]["x"] == [1, 7.5]
        assert json.loads(back.recv())["run"] == 2


def test_after_an_edit_is_done_no_event_of_an_older_run_is_sent(live: Live) -> None:
    with live.page() as page:
        page.send("document.open", document=chain(2000))
        page.until("node.forward")
        answer = page.ask("value.edit", name="x", index=[0], value=3)
        assert _runs(page.until("run.finished")) == {answer["run"]}


def test_of_many_edits_in_one_breath_the_last_is_what_stands(live: Live) -> None:
    with live.page() as page:
        page.open(MULTIPLY)
        ids = [page.send("value.edit", name="x", index=[0], value=n) for n in range(100)]
        done: list[str] = []
        while len(done) < len(ids):
            event = page.receive()
            done += [event["id"]] if event["type"] == "command.done" else []
        assert done == ids
        last = [e for e in page.until("run.finished", run=101) if e["type"] == "run.started"]
        assert last[-1]["leaves"]["x"]["data"] == [99.0, 2.0]


def test_two_pages_of_one_session_see_the_same_run(live: Live) -> None:
    with live.page() as one, live.page(one.session) as other:
        assert one.open(MULTIPLY)[-1] == other.until("run.finished")[-1]
        run = other.ask("value.edit", name="y", index=[0], value=0)["run"]
        assert one.until("run.finished", run=run)[-1]["loss"] == 0 + 8 + 3


def test_a_refusal_goes_to_its_sender_alone_and_the_run_stays(live: Live) -> None:
    with live.page() as one, live.page(one.session) as other:
        one.open(MULTIPLY)
        other.until("run.finished")
        refused = one.ask("program.edit", program="a = x * y\nb = a + +")
        assert refused["type"] == "command.refused"
        assert refused["error"]["line"] == 2
        assert other.ask("ping")["type"] == "pong"


@pytest.mark.parametrize(
    ("frame", "code", "id"),
    [
        ("", "command.not_json", None),
        ("{", "command.not_json", None),
        ('{"type": "ping", "id": "1", "value": NaN}', "command.not_json", None),
        ("[" * 100_000, "command.not_json", None),
        ("[]", "command.shape", None),
        ('{"type": "no.such", "id": "7"}', "command.shape", "7"),
        ('{"type": "ping", "id": 7}', "command.shape", None),
        (b"\x00\x01", "command.not_text", None),
        (" " * 200_001, "command.too_large", None),
        ('{"type":"document.open","id":"8","lesson":"L999"}', "lesson.unknown", "8"),
        ('{"type":"document.open","id":"8"}', "document.and_lesson", "8"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_garbage_is_refused_and_the_next_command_served(
    live: Live, frame: str | bytes, code: str, id: str | None
) -> None:
    with live.page() as page:
        page.socket.send(frame)
        refused = page.receive()
        assert (refused["type"], refused["error"]["code"], refused["id"]) == (
            "command.refused", code, id,
        )  # fmt: skip
        assert page.ask("ping")["type"] == "pong"


def test_nothing_but_garbage_closes_the_socket(live: Live) -> None:
    with live.page() as page:
        for _ in range(LIMITS.bad_frames - 1):
            page.socket.send("garbage")
            page.receive()
        page.socket.send("garbage")
        with pytest.raises(ConnectionClosed) as closed:
            page.receive()
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1008


def test_a_huge_frame_closes_its_socket_and_no_other(live: Live) -> None:
    with live.page() as page, live.page() as other:
        page.socket.send(" " * (3 * LIMITS.frame_bytes))
        with pytest.raises(ConnectionClosed):
            page.receive()
        assert other.ask("ping")["type"] == "pong"


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://[", ""]
)
def test_a_page_of_another_origin_is_not_let_in(live: Live, origin: str) -> None:
    with pytest.raises(InvalidStatus) as refused, connect(live.ws, origin=Origin(origin)):
        pass
    assert refused.value.response.status_code == 403


def test_our_own_page_and_the_origins_that_were_named_are_let_in(live: Live) -> None:
    with connect(live.ws, origin=Origin(live.http)) as socket:
        assert "session.opened" in str(socket.recv())
    named = Headers({"origin": "https://school.example", "host": "inner:8000"})
    assert origin_allowed(named, ("https://school.example",))
    assert not origin_allowed(named, ())


def test_more_pages_than_may_connect_are_told_to_come_again(live: Live) -> None:
    with ExitStack() as pages:
        first = pages.enter_context(live.page())
        for _ in range(LIMITS.connections - 1):
            pages.enter_context(live.page())
        with connect(live.ws) as refused, pytest.raises(ConnectionClosed) as closed:
            refused.recv(SECONDS)
        assert closed.value.rcvd
        assert closed.value.rcvd.code == 1013
        assert first.ask("ping")["type"] == "pong"


def test_a_flood_waits_in_its_own_queue_and_all_of_it_is_answered() -> None:
    slow = Settings(commands_per_second=200, command_burst=10)
    with serving(slow) as live, live.page() as flood, live.page() as other:
        ids = [flood.send("ping") for _ in range(110)]
        assert other.ask("ping")["type"] == "pong"
        started = time.monotonic()
        answers = [flood.receive()["id"] for _ in range(110)]
        assert time.monotonic() - started > 0.2  # it was not there when the other was answered
        assert answers == ids


def test_a_flood_from_who_reads_no_answers_is_read_no_further(live: Live) -> None:
    ping = text_frame(json.dumps({"type": "ping", "id": "x" * 90}))
    with stalled(live) as flood:
        assert _taken(flood, ping * 500, most=30_000_000) < 20_000_000
        with live.page() as other:
            assert other.ask("ping")["type"] == "pong"


def test_pings_of_who_reads_no_pongs_are_answered_no_further(live: Live) -> None:
    ping = b"\x89\xe4" + b"\0\0\0\0" + b"p" * 100
    with stalled(live) as flood:
        assert _taken(flood, ping * 500, most=30_000_000) >= 30_000_000
        assert _left(flood) < 10_000_000


def test_others_are_served_between_the_small_frames_of_a_flood(live: Live) -> None:
    with live.page() as other, stalled(live) as flood:
        flood.settimeout(1)
        with suppress(OSError):  # it is hung up on
            flood.sendall(b"\x81\x81\0\0\0\0z" * 300_000)
        asked = time.monotonic()
        assert other.ask("ping")["type"] == "pong"
        assert time.monotonic() - asked < 1


def test_a_reader_that_stalls_holds_up_nobody(live: Live) -> None:
    with live.page() as page, stalled(live, page.session) as reader:
        size = sum(len(str(event)) for event in page.open(chain(800, width=200)))
        for value in range(3):
            run = page.ask("value.edit", name="x", index=[0], value=value)["run"]
            page.until("run.finished", run=run)
        # Four runs were made. It is sent the last, after what lay in the system's own buffers.
        assert _left(reader) < 3 * size


def test_a_page_that_vanishes_in_mid_run_is_forgotten_and_its_session_is_not(live: Live) -> None:
    with live.page() as page:
        session = page.session
    until(lambda: live.followers() == 0)
    with stalled(live, session) as gone:
        opened = {"type": "document.open", "id": "1", "document": chain(1000)}
        gone.sendall(text_frame(json.dumps(opened)))
        until(lambda: live.followers() == 1)
        gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    until(lambda: live.followers() == 0)
    with live.page(session) as back:
        assert back.session == session


def test_a_page_that_answers_no_ping_is_hung_up_on() -> None:
    with serving(Settings(ping_seconds=1)) as live, live.page() as alive, stalled(live):
        until(lambda: live.followers() == 2)
        until(lambda: live.followers() == 1)
        assert alive.ask("ping")["type"] == "pong"


@pytest.mark.parametrize("said", [b"", b"GET /ws HTT", b"POST /api/runs HTTP/1.1\r\nHost: x\r\n"])
def test_a_connection_on_which_no_request_comes_is_hung_up_on(
    said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Http, "first_request_seconds", 0.2)
    with serving() as live, live.page() as page:
        with socket.create_connection(("127.0.0.1", live.port), SECONDS) as silent:
            silent.sendall(said)
            with suppress(ConnectionResetError):
                assert silent.recv(100) == b""
        assert page.ask("ping")["type"] == "pong"


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    head = b"POST /api/runs HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"
    with serving(Settings(body_seconds=1)) as live:
        with socket.create_connection(("127.0.0.1", live.port), SECONDS) as slow:
            slow.sendall(head)
            assert slow.recv(12) == b"HTTP/1.1 408"


def test_answers_that_nobody_reads_make_others_come_again() -> None:
    body = json.dumps(chain(100, width=20_000)).encode()
    head = f"POST /api/runs HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with serving(Settings(answer_bytes=1_000_000)) as live:
        with socket.create_connection(("127.0.0.1", live.port), SECONDS) as slow:
            slow.sendall(head + body)
            assert slow.recv(12) == b"HTTP/1.1 200"  # and some 40 MB that it does not read
            busy = httpx.post(f"{live.http}/api/runs", json=MULTIPLY)
            assert (busy.status_code, busy.json()["error"]["code"]) == (503, "server.busy")
        until(lambda: httpx.post(f"{live.http}/api/runs", json=MULTIPLY).status_code == 200)


def _taken(flood: socket.socket, frames: bytes, most: int) -> int:
    """How many bytes are taken from who sends without end and reads nothing."""
    flood.settimeout(1)
    taken = 0
    with suppress(TimeoutError):
        while taken < most:
            taken += flood.send(frames)
    return taken


def _left(reader: socket.socket) -> int:
    """How many bytes there are to read in the end, for who has read nothing so far."""
    reader.settimeout(0.5)
    left = 0
    with suppress(TimeoutError):
        while part := reader.recv(1 << 20):
            left += len(part)
    return left


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
KINDS = ["document.open", "value.edit", "program.edit", "layer.expand", "ping"]
COMMANDS = st.fixed_dictionaries(
    {"type": st.sampled_from(KINDS), "id": st.text(max_size=5) | JSON},
    optional={
        "document": JSON,
        "lesson": st.sampled_from(["L08", "L19", ""]) | JSON,
        "expand": st.lists(st.text(max_size=3)) | JSON,
        "name": st.sampled_from(["x", "W", None]) | JSON,
        "index": st.lists(st.integers(-2, 3), max_size=3) | JSON,
        "value": st.floats() | JSON,
        "program": st.text() | JSON,
        "layer": st.text() | JSON,
        "expanded": st.booleans() | JSON,
    },
)


@settings(max_examples=150, deadline=None)
@given(st.text() | JSON.map(json.dumps) | COMMANDS.map(json.dumps))
def test_any_text_is_a_command_or_a_complaint(text: str) -> None:
    try:
        answer: str = understand(text).type
    except Unreadable as error:
        answer = error.complaint.code
    assert answer in {*KINDS, "command.not_json", "command.shape"}


@settings(max_examples=60, deadline=None)
@given(frames=st.lists(COMMANDS.map(json.dumps), min_size=1, max_size=4))
def test_any_frames_are_answered_one_by_one(live: Live, frames: list[str]) -> None:
    with live.page() as page:
        for frame in frames:
            page.socket.send(frame)
        answers = 0
        while answers < len(frames):
            event = page.receive()
            answers += event["type"] in {"command.done", "command.refused", "pong"}
            assert event.get("error", {}).get("code") != "server.failed"

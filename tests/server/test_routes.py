from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from server import routes
from server.app import HEADERS, create_app
from server.settings import Settings
from tests.server.live import MULTIPLY, chain


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app(Settings(body_bytes=100_000))) as client:
        yield client


def _code(answer: Any) -> str:
    assert 400 <= answer.status_code < 500, answer.text
    return str(answer.json()["error"]["code"])


def test_a_run_has_the_graph_every_step_and_all_arrays_whole(client: TestClient) -> None:
    answer = client.post("/api/runs", json=MULTIPLY).json()
    assert answer.keys() == {"graph", "steps", "values", "gradients", "loss", "warnings"}
    assert answer["values"] == {"x": [1, 2], "y": [3, 4], "a": [3, 8], "b": [4, 10]}
    assert answer["gradients"] == {"x": [4, 5], "y": [1, 2], "a": [1, 1], "b": [1, 1]}
    assert answer["loss"] == 14
    assert [step["seq"] for step in answer["steps"]] == list(range(1, 7))
    last = next(step for step in answer["steps"] if step.get("edge") == "x>a")
    assert (last["source"], last["target"], last["message"], last["of"]) == ("a", "x", 2, 2)
    assert (last["value"], last["total"], last["shape"]) == ([3, 4], [4, 5], [2])


def test_a_large_array_is_whole_over_http(client: TestClient) -> None:
    answer = client.post("/api/runs", json=chain(2, width=1000)).json()
    assert len(answer["values"]["a1"]) == 1000
    assert len(answer["steps"][0]["value"]) == 1000


def test_a_number_that_is_not_finite_is_spelled_and_its_step_says_why(client: TestClient) -> None:
    values = {"x": [1e308, 2], "y": [10, 1]}
    answer = client.post("/api/runs", json={**MULTIPLY, "values": values}).json()
    assert answer["values"]["a"] == ["Infinity", 2]
    assert answer["loss"] == "Infinity"
    assert "notice" in answer["steps"][0]
    assert "null" not in json.dumps(answer["steps"])


@pytest.mark.parametrize(
    ("body", "code", "status"),
    [
        (b"", "request.not_json", 400),
        (b"{", "request.not_json", 400),
        (b"\xff", "request.not_json", 400),
        (b'{"values": NaN}', "request.not_json", 400),
        (b"[" * 90_000, "request.not_json", 400),
        (b"[]", "request.not_object", 422),
        (b'{"expand": "y"}', "expand.not_names", 422),
        (b" " * 100_001, "request.too_large", 413),
    ],
    ids=["empty", "brace", "bytes", "nan", "deep", "list", "expand", "large"],
)
def test_what_is_no_document_is_refused(
    client: TestClient, body: bytes, code: str, status: int
) -> None:
    answer = client.post("/api/runs", content=body)
    assert (_code(answer), answer.status_code) == (code, status)


def test_a_body_that_never_ends_is_refused_before_it_is_all_there(client: TestClient) -> None:
    sent = []

    def endless() -> Iterator[bytes]:
        for n in range(1000):
            sent.append(n)
            yield b" " * 10_000

    assert client.post("/api/runs", content=endless()).status_code == 413


def test_a_mistake_in_the_program_is_refused_with_its_line(client: TestClient) -> None:
    answer = client.post("/api/runs", json={**MULTIPLY, "program": "a = x * y\nb = a + +"})
    error = answer.json()["error"]
    assert answer.status_code == 422
    assert error["line"] == 2
    assert error["message"]


def test_more_runs_than_may_wait_are_told_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    inside, go = threading.Event(), threading.Event()

    def slow(*_: object) -> bytes:
        inside.set()
        go.wait(5)
        return b"{}"

    monkeypatch.setattr(routes, "run_text", slow)
    with TestClient(create_app(Settings(runs_at_once=1, runs_waiting=1))) as client:
        first = [threading.Thread(target=client.post, args=("/api/runs",)) for _ in range(2)]
        for thread in first:
            thread.start()
        inside.wait(5)
        while client.app.state.turns.asked < 2:  # type: ignore[attr-defined]
            pass
        answer = client.post("/api/runs", json=MULTIPLY)
        go.set()
        for thread in first:
            thread.join()
        assert answer.status_code == 503
        assert answer.json()["error"]["code"] == "server.busy"
        assert answer.headers["retry-after"]


def test_lessons_are_listed_and_each_is_found_by_its_id_or_its_number(client: TestClient) -> None:
    listed = client.get("/api/lessons").json()["lessons"]
    assert listed[0].keys() == {"id", "track", "title", "question"}
    for lesson in listed:
        whole = client.get(f"/api/lessons/{lesson['id']}").json()
        assert whole["document"]["program"]
        assert client.get(f"/api/lessons/{lesson['id'].split('-')[0]}").json() == whole


@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("/api/lessons/L99", "lesson.unknown", 404),
        ("/api/nope", "http.unknown", 404),
        ("/api/arrays/none/0", "array.unknown", 404),
        ("/api/arrays/none/x", "request.shape", 422),
        ("/api/arrays/none/-1", "request.shape", 422),
        ("/nope.js", "http.unknown", 404),
        ("/%2e%2e/server/app.py", "http.unknown", 404),
        ("/api/runs", "http.method", 405),
    ],
)
def test_what_is_not_there_is_an_error_with_a_code(
    client: TestClient, path: str, code: str, status: int
) -> None:
    answer = client.delete(path) if status == 405 else client.get(path)
    assert (_code(answer), answer.status_code) == (code, status)


@pytest.mark.parametrize("path", ["/wire.js", "/healthz", "/api/nope", "/api", "/api/openapi.json"])
def test_every_answer_has_the_headers_that_keep_it_in(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_the_operations_are_listed(client: TestClient) -> None:
    assert "ops" in client.get("/api/ops").json()


def test_the_documentation_names_every_address_and_fetches_nothing(client: TestClient) -> None:
    page = client.get("/api").text
    for path in client.get("/api/openapi.json").json()["paths"]:
        assert path in page
    assert "http" not in page.replace("HTTP", "")
    assert "<script" not in page


def test_a_large_array_of_a_session_is_fetched_raw_and_may_be_kept(client: TestClient) -> None:
    with client.websocket_connect("/ws") as socket:
        document = chain(1, width=300)
        document["values"]["x"] = list(range(300))
        socket.send_json({"type": "document.open", "id": "1", "document": document})
        while (event := socket.receive_json())["type"] != "run.started":
            pass
        x = event["leaves"]["x"]
        answer = client.get(f"/{x['href']}")
    np.testing.assert_array_equal(np.frombuffer(answer.content, "<f8"), np.arange(300.0))
    assert "immutable" in answer.headers["cache-control"]


def test_a_bug_is_an_answer_too(monkeypatch: pytest.MonkeyPatch, client: TestClient) -> None:
    def broken(*_: object) -> bytes:
        raise RuntimeError("a bug")

    monkeypatch.setattr(routes, "run_text", broken)
    answer = client.post("/api/runs", json=MULTIPLY)
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "server.failed")
    assert "a bug" not in answer.text

"""Every lesson that is offered, through the whole server: what is sent is what ran."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient
from numpy.typing import NDArray

from backprop_core import Document, Network
from backprop_core.lessons import MENU, find_lesson
from server.app import create_app
from server.wire import EVENT

CASES = [(id, opened) for id in MENU for opened in (False, True)]
NAMES = [f"{id}, {'expanded' if opened else 'collapsed'}" for id, opened in CASES]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app()) as client:
        yield client


def _streamed(client: TestClient, **opening: Any) -> list[dict[str, Any]]:
    """All events of a document that is opened; each must be one that the wire knows."""
    events: list[dict[str, Any]] = []
    with client.websocket_connect("/ws") as socket:
        socket.send_json({"type": "document.open", "id": "1", **opening})
        while not events or events[-1]["type"] != "run.finished":
            text = socket.receive_text()
            EVENT.validate_json(text)
            events.append(json.loads(text))
    return [event for event in events if event["type"] not in {"session.opened", "command.done"}]


def _layers(document: dict[str, Any]) -> list[str]:
    return list(Network.build(Document.from_json(document)).program.layers)


def _whole(client: TestClient, array: dict[str, Any]) -> NDArray[np.float64]:
    """An array of the wire, fetched if it is a large one."""
    if "href" not in array:
        return np.array([float(n) for n in array["data"]]).reshape(array["shape"])
    raw = client.get(f"/{array['href']}")
    assert raw.headers["content-type"] == "application/octet-stream"
    return np.frombuffer(raw.content, "<f8").reshape(array["shape"])


@pytest.mark.parametrize(("id", "opened"), CASES, ids=NAMES)
def test_what_a_lesson_streams_is_what_its_run_over_http_says(
    client: TestClient, id: str, opened: bool
) -> None:
    document = find_lesson(id)["document"]
    expand = _layers(document) if opened else []
    run = client.post("/api/runs", json={**document, "expand": expand}).json()
    told, started, *steps, finished = _streamed(client, lesson=id, expand=expand)
    assert told["document"]["program"] == document["program"]
    assert started["graph"] == run["graph"]
    assert started["forward"] + started["backward"] == len(steps) == len(run["steps"])
    for name, leaf in started["leaves"].items():
        np.testing.assert_array_equal(_whole(client, leaf), run["values"][name])
    for event, step in zip(steps, run["steps"], strict=True):
        same = {"seq", "type", "node", "source", "target", "slot", "edge", "message", "of"}
        assert {k: event.get(k) for k in same} == {k: step.get(k) for k in same}
        np.testing.assert_array_equal(_whole(client, event["value"]), step["value"])
        if event.get("total"):
            np.testing.assert_array_equal(_whole(client, event["total"]), step["total"])
        else:
            assert step.get("total", step["value"]) == step["value"]
    assert finished["loss"] == run["loss"]


@pytest.mark.parametrize("id", [id for id in MENU if "expected" in find_lesson(id)])
def test_a_lesson_gives_over_http_the_numbers_it_promises(client: TestClient, id: str) -> None:
    lesson = find_lesson(id)
    for expand in ([], _layers(lesson["document"])):
        run = client.post("/api/runs", json={**lesson["document"], "expand": expand}).json()
        for kind in ("values", "gradients"):
            for name, numbers in lesson["expected"][kind].items():
                np.testing.assert_allclose(run[kind][name], numbers, rtol=1e-9, atol=1e-9)


def test_the_weights_of_the_digits_travel_by_address_and_all_else_inline(
    client: TestClient,
) -> None:
    _, started, *steps, _ = _streamed(client, lesson="digits")
    far = {name: leaf for name, leaf in started["leaves"].items() if "href" in leaf}
    assert far.keys() == {"W1"}
    assert far["W1"]["shape"] == [64, 12]
    assert far["W1"]["thumbnail"]["shape"] == [16, 12]
    weights = np.array(find_lesson("digits")["document"]["values"]["W1"])
    assert far["W1"]["range"] == [weights.min(), weights.max()]
    sent = {step["edge"] for step in steps if "href" in step["value"]}
    assert sent == {"W1>A1"}


def test_numbers_that_are_not_finite_are_spelled_and_the_first_step_with_one_says_why(
    client: TestClient,
) -> None:
    document = {"format": 1, "program": "y = log(x)\nz = y * x", "values": {"x": [0, -1, 1]}}
    _, _, y, z, *_, finished = _streamed(client, document=document)
    assert y["value"]["data"] == ["-Infinity", "NaN", 0]
    assert y["notice"]["code"] == "forward.not_finite"
    assert (z["value"]["data"][0], z["notice"]) == ("NaN", None)
    assert finished["loss"] == "NaN"


@pytest.mark.parametrize("id", MENU)
def test_a_lesson_opens_at_its_level_and_step_and_at_the_start_on_another_level(
    client: TestClient, id: str
) -> None:
    opens = find_lesson(id)["open"]
    told, *_ = _streamed(client, lesson=id)
    assert (told["expand"], told["step"]) == (opens["expand"], opens["step"])
    other = [] if opens["expand"] else _layers(find_lesson(id)["document"])
    told, *_ = _streamed(client, lesson=id, expand=other)
    assert told["step"] == (opens["step"] if other == opens["expand"] else 0)

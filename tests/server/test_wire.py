from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from backprop_core import Document, Network
from server.files import static_folder
from server.jsdoc import generate
from server.wire import (
    COMMAND,
    EVENT,
    CommandRefused,
    EdgeBackward,
    Event,
    RunFinished,
    SessionOpened,
    ValueEdit,
    encode,
)
from tests.server.live import MULTIPLY

GOOD: list[dict[str, Any]] = [
    {"type": "document.open", "id": "1", "lesson": "L08"},
    {"type": "document.open", "id": "1", "document": {}, "expand": ["A1"]},
    {"type": "value.edit", "id": "1", "name": None, "index": [], "value": 2},
    {"type": "program.edit", "id": "1", "program": ""},
    {"type": "layer.expand", "id": "1", "layer": "A1", "expanded": True},
    {"type": "layer.expand", "id": "1", "layer": None, "expanded": False},
    {"type": "ping", "id": ""},
]
BAD: list[Any] = [
    None,
    [],
    {},
    {"type": "ping"},
    {"type": "ping", "id": 1},
    {"type": "ping", "id": "x" * 101},
    {"type": "ping", "id": "1", "extra": 1},
    {"type": "no.such", "id": "1"},
    {"type": ["ping"], "id": "1"},
    {"type": "value.edit", "id": "1", "name": "x", "index": [0], "value": "1"},
    {"type": "value.edit", "id": "1", "name": "x", "index": [0], "value": True},
    {"type": "value.edit", "id": "1", "name": "x", "index": [0], "value": float("nan")},
    {"type": "value.edit", "id": "1", "name": "x", "index": [0.5], "value": 1.0},
    {"type": "value.edit", "id": "1", "name": "x", "index": 0, "value": 1.0},
    {"type": "layer.expand", "id": "1", "layer": "A1", "expanded": 1},
    {"type": "layer.expand", "id": "1", "layer": ["A1"], "expanded": True},
    {"type": "document.open", "id": "1", "document": []},
]


@pytest.mark.parametrize("fields", GOOD, ids=lambda fields: str(fields["type"]))
def test_a_command_is_read_as_its_own_type(fields: dict[str, Any]) -> None:
    assert COMMAND.validate_python(fields).type == fields["type"]


@pytest.mark.parametrize("fields", BAD, ids=str)
def test_what_is_no_command_is_refused(fields: Any) -> None:
    with pytest.raises(ValidationError):
        COMMAND.validate_python(fields)


def test_a_whole_number_is_a_value_too() -> None:
    edit = COMMAND.validate_python(GOOD[2])
    assert isinstance(edit, ValueEdit)
    assert isinstance(edit.value, float)


def test_events_are_written_as_their_types_say() -> None:
    array = {"shape": (2,), "data": [1.0, "NaN"]}
    events: list[Event] = [
        SessionOpened(session="s", known=False),
        RunFinished(run=1, seq=3, loss="-Infinity"),
        CommandRefused(id=None, error={"code": "c", "message": "m", "params": {}, "line": 2}),
        EdgeBackward(
            run=1, seq=2, source="y", target="x", slot="a", edge="x>y", value=array,  # type: ignore[arg-type]
            total=None, message=1, of=1, notice=None,
        ),
    ]  # fmt: skip
    for event in events:
        assert EVENT.validate_json(encode(event)) == event


def test_an_event_with_a_field_that_nobody_declared_is_none() -> None:
    with pytest.raises(ValidationError):
        EVENT.validate_json('{"type": "pong", "id": "1", "more": 1}')
    with pytest.raises(ValidationError):
        EVENT.validate_json('{"type": "run.finished", "run": 1, "seq": 2, "loss": null}')


def test_a_graph_is_held_to_its_type_down_to_the_last_part_of_a_node() -> None:
    network = Network.build(Document.from_json(MULTIPLY))
    graph = json.loads(json.dumps(network.graph_json))
    EVENT.validate_json(json.dumps(_started(graph)))
    for place in (graph, graph["nodes"][2], graph["nodes"][2]["inputs"][0], graph["forms"][0]):
        place["more"] = 1
        with pytest.raises(ValidationError):
            EVENT.validate_json(json.dumps(_started(graph)))
        del place["more"]
    graph["nodes"][0]["shape"] = ["2"]
    with pytest.raises(ValidationError):
        EVENT.validate_json(json.dumps(_started(graph)))


def _started(graph: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "run.started", "run": 1, "seq": 0, "graph": graph, "leaves": {}, "forward": 2,
        "backward": 4, "upstream": {"shape": [2], "data": [1, 1]}, "warnings": [], "expand": [],
    }  # fmt: skip


def test_the_pages_types_are_those_of_the_wire() -> None:
    written = (static_folder() / "wire.js").read_text(encoding="utf-8")
    assert written == generate(), "static/wire.js is stale: run `make generate`"

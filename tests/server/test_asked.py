from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from fastapi.testclient import TestClient

from backprop_core.lessons import find_lesson
from server.app import create_app
from tests.server.live import MULTIPLY

L08 = find_lesson("L08")["document"]


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(create_app()) as client:
        yield client


def _explain(client: TestClient, document: dict[str, Any], **element: Any) -> Any:
    return client.post("/api/explain", json={**document, "element": element}).json()


def _indices(array: Any) -> Iterator[list[int]]:
    return (list(index) for index in itertools.product(*map(range, np.shape(array))))


@pytest.mark.parametrize("id", ["L04", "L08", "L19"])
@pytest.mark.parametrize("opened", [False, True])
def test_the_terms_of_every_number_of_a_lesson_make_it(
    client: TestClient, id: str, opened: bool
) -> None:
    document = find_lesson(id)["document"]
    layers = client.post("/api/runs", json=document).json()["graph"]["layers"]
    expand = [layer["id"] for layer in layers] if opened else []
    run = client.post("/api/runs", json={**document, "expand": expand}).json()
    for of, arrays in (("value", run["values"]), ("gradient", run["gradients"])):
        for name, array in arrays.items():
            for index in _indices(array):
                told = _explain(
                    client, {**document, "expand": expand}, of=of, name=name, index=index
                )
                number = np.array(array)[tuple(index)]
                assert told["value"] == number
                products = [term["product"] for term in told["terms"]]
                for term in told["terms"]:
                    factors = [factor["value"] for factor in term["factors"]]
                    assert term["product"] == pytest.approx(math.prod(factors), rel=1e-15)
                if told["combine"] == "sum":
                    bound = 1e-12 * sum(map(abs, products))
                    assert abs(sum(products) - number) <= bound
                    assert abs(told["sum"] - number) <= bound
                else:
                    assert of == "value"
                    assert told["sum"] == number


def test_the_gradient_of_an_input_is_a_product_for_each_output_that_it_reaches(
    client: TestClient,
) -> None:
    told = _explain(client, L08, of="gradient", name="x", index=[0])
    labels = [[factor["label"] for factor in term["factors"]] for term in told["terms"]]
    assert labels == [["dL/dy[0]", "W[0,0]"], ["dL/dy[1]", "W[0,1]"], ["dL/dy[2]", "W[0,2]"]]
    assert [term["product"] for term in told["terms"]] == [1, 4, -3]
    assert {term["consumer"] for term in told["terms"]} == {"y"}
    assert told["terms"][1]["factors"][1]["ref"] == {"of": "value", "name": "W", "index": [0, 1]}
    assert (told["value"], told["sum"], told["combine"]) == (2, 2, "sum")


def test_a_value_goes_to_each_output_by_its_local_derivative(client: TestClient) -> None:
    told = _explain(client, L08, of="value", name="x", index=[0], direction="to")
    assert [(term["reaches"], term["product"]) for term in told["terms"]] == [
        ([0], 1), ([1], 2), ([2], 3),
    ]  # fmt: skip


def test_the_gradient_of_the_output_is_its_upstream(client: TestClient) -> None:
    told = _explain(client, L08, of="gradient", name="y", index=[2])
    assert [(term["factors"][0]["value"], term["product"]) for term in told["terms"]] == [(-1, -1)]


def test_a_gradient_goes_into_the_messages_of_its_op(client: TestClient) -> None:
    told = _explain(client, L08, of="gradient", name="y", index=[1], direction="to")
    found = {(t["slot"], tuple(t["reaches"])): t["product"] for t in told["terms"]}
    assert found[("x", (0,))] == 2 * 2
    assert found[("b", (1,))] == 2
    assert len(found) == 2 + 2 + 1


def test_a_loss_that_adds_up_is_explained_too(client: TestClient) -> None:
    told = _explain(client, L08, of="value", name="L", index=[])
    assert [term["product"] for term in told["terms"]] == [10, 26, -16]
    assert told["value"] == told["sum"] == 20


def test_a_message_is_explained_by_its_edge(client: TestClient) -> None:
    told = _explain(client, MULTIPLY, of="message", edge="x>a", index=[1])
    assert [term["product"] for term in told["terms"]] == [4]
    assert told["formula"]


def test_a_term_that_is_not_finite_is_spelled(client: TestClient) -> None:
    document = {**MULTIPLY, "values": {"x": [1e308, 2], "y": [10, 1]}}
    told = _explain(client, document, of="value", name="b", index=[0])
    assert told["value"] == told["sum"] == "Infinity"
    assert [term["product"] for term in told["terms"]] == ["Infinity", 1e308]


def test_a_nudge_moves_the_loss_by_the_slope(client: TestClient) -> None:
    told = client.post("/api/nudge", json={**L08, "name": "x", "index": [0], "by": 0.1}).json()
    assert told["before"] == 20
    assert told["after"] == pytest.approx(20.2, abs=1e-12)
    assert told["slope"] == pytest.approx(2, abs=1e-12)
    assert told["gradient"] == 2
    assert told["central"] == pytest.approx(2, rel=1e-8)
    assert told["relative_error"] < 1e-8
    assert (told["verdict"], told["kink"]) == ("agrees", None)


@pytest.mark.parametrize(
    ("element", "code"),
    [
        ({"of": "value", "name": "x", "index": [2]}, "index.out_of_range"),
        ({"of": "value", "name": "x", "index": [-1]}, "index.out_of_range"),
        ({"of": "value", "name": "x", "index": []}, "index.out_of_range"),
        ({"of": "value", "name": "x", "index": [0] * 33}, "request.shape"),
        ({"of": "value", "name": "x", "index": [0.0]}, "request.shape"),
        ({"of": "value", "name": "x", "index": [True]}, "request.shape"),
        ({"of": "value", "name": "nope", "index": [0]}, "explain.unknown_node"),
        ({"of": "value", "edge": "x>y", "index": [0]}, "request.shape"),
        ({"of": "message", "edge": "y>x", "index": [0]}, "explain.unknown_edge"),
        ({"of": "message", "name": "x", "index": [0]}, "request.shape"),
        ({"of": "value", "name": "x", "index": [0], "direction": "up"}, "request.shape"),
        ({"of": "value", "name": "x", "index": [0], "more": 1}, "request.shape"),
        ([], "request.shape"),
    ],
    ids=str,
)
def test_an_element_that_is_none_is_refused(client: TestClient, element: Any, code: str) -> None:
    answer = client.post("/api/explain", json={**L08, "element": element})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"name": "x", "index": [0]}, "request.missing"),
        ({"name": "x", "index": [0], "by": 0}, "nudge.step"),
        ({"name": "x", "index": [0], "by": 1e-300}, "nudge.too_small"),
        ({"name": "x", "index": [0], "by": "1"}, "request.shape"),
        ({"name": "x", "index": [3], "by": 1}, "index.out_of_range"),
        ({"name": "q", "index": [0], "by": 1}, "explain.unknown_node"),
        ({"name": "x", "index": [0], "by": 1, "more": 2}, "document.unknown_key"),
    ],
    ids=str,
)
def test_a_nudge_that_is_none_is_refused(client: TestClient, asked: Any, code: str) -> None:
    answer = client.post("/api/nudge", json={**L08, **asked})
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, code)


def test_a_target_takes_no_gradient_and_no_nudge(client: TestClient) -> None:
    document = find_lesson("L17")["document"]
    told = _explain(client, document, of="gradient", name="t", index=[0, 0])
    assert told["error"]["code"] == "explain.target"
    answer = client.post("/api/nudge", json={**document, "name": "t", "index": [0, 0], "by": 1})
    assert answer.json()["error"]["code"] == "explain.target"


def test_a_document_without_an_element_is_refused(client: TestClient) -> None:
    answer = client.post("/api/explain", content=json.dumps(L08))
    assert (answer.status_code, answer.json()["error"]["code"]) == (422, "request.missing")

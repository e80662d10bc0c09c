from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from backprop_core.lessons import find_lesson
from tests.server.live import MULTIPLY, Live, chain, serving

L08 = find_lesson("L08")["document"]
WIDE = {
    "format": 1,
    "program": "y = dot(x, w)",
    "values": {"x": [n * 0.1 for n in range(784)], "w": [(-1.0) ** n for n in range(784)]},
}


@pytest.fixture(scope="module")
def live() -> Iterator[Live]:
    with serving() as server:
        yield server


def test_an_element_is_explained_road_by_road(live: Live) -> None:
    with live.page() as page:
        page.open(L08)
        told = page.ask("element.explain", of="gradient", name="x", index=[0])
        assert (told["type"], told["run"], told["value"]) == ("element.explained", 1, 2)
        (road,) = told["roads"]
        assert (road["consumer"], road["slot"], road["sum"]) == ("y", "x", 2)
        assert [term["product"] for term in road["terms"]] == [1, 4, -3]
        assert (road["count"], road["rest"]) == (3, None)


def test_of_many_terms_the_largest_are_named_and_the_rest_is_folded_exactly(live: Live) -> None:
    with live.page() as page:
        page.open(WIDE)
        (road,) = page.ask("element.explain", of="value", name="y", index=[])["roads"]
        sent = [term["product"] for term in road["terms"]]
        products = np.array(WIDE["values"]["x"]) * np.array(WIDE["values"]["w"])  # type: ignore[index]
        assert len(sent) == 20
        assert sorted(map(abs, sent)) == sorted(np.abs(products))[-20:]
        assert (road["count"], road["rest"]["count"]) == (784, 764)
        assert sum(sent) + road["rest"]["sum"] == pytest.approx(road["sum"], abs=1e-12)
        assert road["sum"] == pytest.approx(products.sum(), abs=1e-11)


def test_a_nudge_tells_every_value_that_moves_and_leaves_the_document(live: Live) -> None:
    with live.page() as page:
        page.open(L08)
        told = page.ask("element.nudge", name="x", index=[0], by=0.1)
        assert (told["type"], told["run"], told["verdict"]) == ("element.nudged", 1, "agrees")
        assert told["moved"]["x"]["data"] == [1.1, 2]
        assert told["moved"]["y"]["data"] == pytest.approx([10.1, 13.2, 16.3])
        assert told["after"] == pytest.approx(20.2)
        again = page.ask("element.nudge", name="x", index=[0], by=0.1)
        assert again["before"] == 20


def test_of_a_large_value_that_moves_the_largest_changes_are_told_and_all_are_counted(
    live: Live,
) -> None:
    program = "y = x * w\nz = sum(y)"
    values = {"x": [float(n) for n in range(600)], "w": 2.0}
    with live.page() as page:
        page.open({"format": 1, "program": program, "values": values})
        told = page.ask("element.nudge", name="w", index=[], by=0.5)
        assert told["moved"]["w"]["data"] == [2.5]
        assert (told["moved"]["y"]["shape"], told["moved"]["y"]["count"]) == ([600], 599)
        cells = told["moved"]["y"]["cells"]
        assert [cell["index"] for cell in cells] == [[n] for n in range(588, 600)]
        assert cells[-1] == {"index": [599], "before": 1198, "after": 1497.5}


def test_of_a_long_way_the_values_at_both_ends_are_told_and_the_others_counted(live: Live) -> None:
    with live.page() as page:
        page.open(chain(100))
        told = page.ask("element.nudge", name="x", index=[0], by=0.5)
        names = list(told["moved"])
        assert (names[:2], names[23:25], names[-1]) == (["x", "a0"], ["a22", "a84"], "a99")
        assert (len(names), told["left_out"]) == (40, 61)
        assert told["moved"]["a99"]["data"][0] == pytest.approx(1.5 + 0.5 * 100)


def test_a_nudge_tells_the_loss_along_the_element_where_it_is_asked_to(live: Live) -> None:
    with live.page() as page:
        page.open(L08)
        assert page.ask("element.nudge", name="x", index=[0], by=0.1)["curve"] is None
        told = page.ask("element.nudge", name="x", index=[0], by=0.1, points=5, reach=2.0)
        assert told["curve"] == {"at": [-1, 0, 1, 2, 3], "losses": [16, 18, 20, 22, 24]}


def test_a_curve_of_a_large_network_has_fewer_points(live: Live) -> None:
    wide = {"x": [[0.001 * n for n in range(1000)]] * 400, "w": 1.0}
    with live.page() as page:
        page.open({"format": 1, "program": "y = x * w", "values": wide})
        told = page.ask("element.nudge", name="w", index=[], by=0.1, points=201, reach=1.0)
        assert 9 <= len(told["curve"]["at"]) < 201


def test_a_question_is_answered_beside_a_long_stream(live: Live) -> None:
    with live.page() as page:
        page.send("document.open", document=chain(4000))
        page.until("node.forward")
        told = page.ask("element.explain", of="value", name="a3999", index=[0])
        assert told["value"] == pytest.approx(1 + 0.5 * 4000)
        assert page.until("run.finished")[-1]["run"] == told["run"]


def test_an_answer_goes_to_the_page_that_asked_alone(live: Live) -> None:
    with live.page() as one, live.page(one.session) as other:
        one.open(MULTIPLY)
        one.ask("element.explain", of="value", name="b", index=[0])
        one.ask("value.edit", name="x", index=[0], value=2)
        kinds = {event["type"] for event in other.until("run.finished", run=2)}
        assert "element.explained" not in kinds


def test_an_answer_is_about_the_newest_run_or_does_not_come(live: Live) -> None:
    with live.page() as page:
        page.open(MULTIPLY)
        for n in range(20):
            page.send("element.explain", of="value", name="b", index=[0])
            page.send("value.edit", name="x", index=[0], value=n)
        events = page.until("run.finished", run=21)
        started = 1
        for event in events:
            started = event["run"] if event["type"] == "run.started" else started
            if event["type"] == "element.explained":
                assert event["run"] == started


@pytest.mark.parametrize(
    ("kind", "fields", "code"),
    [
        ("element.explain", {"of": "value", "name": "x", "index": [9]}, "index.out_of_range"),
        ("element.explain", {"of": "value", "edge": "x>y", "index": [0]}, "command.shape"),
        ("element.explain", {"of": "value", "name": "q", "index": [0]}, "explain.unknown_node"),
        ("element.nudge", {"name": "x", "index": [0], "by": 0}, "nudge.step"),
        ("element.nudge", {"name": "x", "index": [0] * 40, "by": 1}, "command.shape"),
        (
            "element.nudge",
            {"name": "x", "index": [0], "by": 1, "points": 1000},
            "command.shape",
        ),
        (
            "element.nudge",
            {"name": "x", "index": [0], "by": 1, "points": 9, "reach": 0},
            "command.shape",
        ),
    ],
)
def test_a_question_that_is_none_is_refused(
    live: Live, kind: str, fields: dict[str, object], code: str
) -> None:
    with live.page() as page:
        page.open(L08)
        answer = page.ask(kind, **fields)
        assert (answer["type"], answer["error"]["code"]) == ("command.refused", code)


def test_a_question_before_any_document_is_refused(live: Live) -> None:
    with live.page() as page:
        answer = page.ask("element.nudge", name="x", index=[0], by=1)
        assert answer["error"]["code"] == "session.empty"


WIDER = {
    "format": 1,
    "program": "y = tanh(dot(x, w))",
    "values": {
        "x": [[0.01 * (n % 7) for n in range(100)]] * 100,
        "w": [[0.1, -0.2]] * 100,
    },
}

LONG = {**WIDER, "program": "y = tanh(tanh(tanh(x)) @ w)\nz = Softmax(y * y)"}
LONG["values"] = {"x": [[0.01 * (n % 7) for n in range(200)]] * 200, "w": [[0.1, -0.2]] * 200}


def test_a_check_compares_every_gradient_and_says_how_far_it_is(live: Live) -> None:
    with live.page() as page:
        page.open(WIDER)
        id = page.send("gradients.check")
        *steps, last = page.until("gradients.checked")
        assert (last["id"], last["run"], last["stopped"]) == (id, 1, False)
        assert last["checked"] == last["total"] == 100 * 100 + 200
        assert {(n["name"], n["count"], n["verdict"]) for n in last["nodes"]} == {
            ("x", 10_000, "agrees"), ("w", 200, "agrees"),
        }  # fmt: skip
        seen = [step["checked"] for step in steps if step["type"] == "gradients.progress"]
        assert seen == sorted(seen)


def test_a_check_is_stopped_and_a_newer_one_takes_its_place(live: Live) -> None:
    with live.page() as page:
        page.open(LONG)
        first = page.send("gradients.check")
        page.send("gradients.stop")
        stopped = page.until("gradients.checked", id=first)[-1]
        assert stopped["stopped"]
        assert stopped["checked"] < stopped["total"]
        page.send("gradients.check")
        second = page.send("gradients.check")
        assert not page.until("gradients.checked", id=second)[-1]["stopped"]


def test_a_check_ends_without_a_word_when_the_document_is_edited(live: Live) -> None:
    with live.page() as page:
        page.open(WIDER)
        page.send("gradients.check")
        run = page.ask("value.edit", name="w", index=[0, 0], value=1)["run"]
        events = page.until("run.finished", run=run)
        id = page.send("gradients.check")
        events += page.until("gradients.checked", id=id)
        assert {e["run"] for e in events if e["type"] == "gradients.checked"} == {run}

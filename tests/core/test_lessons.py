"""Every lesson gives the numbers it says, with its layers folded and with all of them opened."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from backprop_core import Document, Network, WhygradError
from backprop_core.lessons import MENU, Lesson, all_lessons, find_lesson
from backprop_core.program import parse
from tests.core.running import Ran, ran_document

FILES = sorted(f.name for f in files("backprop_core.lessons").iterdir() if "json" in f.name)
ALL = [name.removesuffix(".json") for name in FILES]
EXPECTING = [id for id in ALL if "expected" in find_lesson(id)]


def document_of(lesson: Lesson) -> Document:
    return Document.from_json(lesson["document"])


def opened(lesson: Lesson) -> list[tuple[str, ...]]:
    """Nothing, what the lesson opens with, each layer by itself, and all of them."""
    layers = parse(lesson["document"]["program"]).layers
    return [(), tuple(lesson["open"]["expand"]), *((name,) for name in layers), layers]


def assert_gives_what_it_says(found: Ran, expected: dict[str, Any]) -> None:
    for name, value in expected["values"].items():
        assert found.value(name).shape == np.shape(value), name
        assert_allclose(found.value(name), value, rtol=1e-9, atol=1e-9, err_msg=name)
    for name, gradient in expected["gradients"].items():
        assert found.gradient(name).shape == np.shape(gradient), name
        assert_allclose(found.gradient(name), gradient, rtol=1e-9, atol=1e-9, err_msg=name)


def test_all_lessons_are_there_and_the_menu_has_each_once() -> None:
    numbers = [id.partition("-")[0] for id in ALL if id != "digits"]
    assert numbers == [f"L{n:02}" for n in range(1, 28)]
    assert sorted(MENU) == sorted(ALL)
    assert [lesson["id"] for lesson in all_lessons()] == list(MENU)
    assert len(EXPECTING) == 27


def test_the_menu_has_the_tracks_one_after_the_other() -> None:
    letters = [lesson["track"][0] for lesson in all_lessons()]
    assert letters == sorted(letters)
    assert set(letters) == set("ABCDEFG")


@pytest.mark.parametrize("id", ALL)
def test_a_lesson_opens_at_a_step_and_a_cell_that_are_there(id: str) -> None:
    lesson = find_lesson(id)
    opens = lesson["open"]
    assert set(opens) == {"expand", "step", "cell"}
    document = document_of(lesson)
    run = Network.build(document, opens["expand"]).run(document).finish()
    assert 0 <= opens["step"] <= len(list(run.steps()))
    cell = opens["cell"]
    assert run.value(cell["name"])[tuple(cell["index"])].shape == ()


def test_the_first_screen_has_the_leaves_alone() -> None:
    opens = find_lesson("L08")["open"]
    assert (opens["step"], opens["expand"]) == (0, ["y"])


@pytest.mark.parametrize("id", ALL)
def test_what_a_lesson_asks_can_be_answered(id: str) -> None:
    lesson = find_lesson(id)
    document = document_of(lesson)
    run = Network.build(document, lesson["open"]["expand"]).run(document).finish()
    assert lesson["ask"]
    for ask in lesson["ask"]:
        if ask["kind"] == "choose":
            assert 0 <= ask["answer"] < len(ask["options"])
            continue
        array = run.value(ask["name"]) if ask["of"] == "value" else run.gradient(ask["name"])
        for index in ask["cells"]:
            assert array[tuple(index)].shape == ()


@pytest.mark.parametrize("id", EXPECTING)
def test_a_wrong_answer_is_not_the_right_one(id: str) -> None:
    lesson = find_lesson(id)
    right = lesson["expected"]["gradients"]
    for wrong in lesson["wrong_answers"]:
        assert wrong["error"]
        assert wrong["diagnosis"]
        for name, value in (wrong["value"] or {}).items():
            shape, same = np.shape(value), np.shape(right[name])
            assert shape != same or not np.allclose(value, right[name], rtol=1e-5), name


@pytest.mark.parametrize("id", EXPECTING)
def test_lesson_gives_its_numbers_folded_and_opened(id: str) -> None:
    lesson = find_lesson(id)
    for expand in opened(lesson):
        assert_gives_what_it_says(ran_document(document_of(lesson), expand), lesson["expected"])


@pytest.mark.parametrize("id", EXPECTING)
def test_lesson_says_the_gradient_of_each_leaf_and_name(id: str) -> None:
    lesson = find_lesson(id)
    graph = Network.build(document_of(lesson)).graph
    names = {*graph.leaves, *graph.named}
    targets = {leaf for leaf in graph.leaves if graph.node(leaf).role == "target"}
    assert set(lesson["expected"]["values"]) == set(graph.named)
    assert set(lesson["expected"]["gradients"]) == names - targets


@pytest.mark.parametrize("id", ALL)
def test_gradient_has_the_shape_of_what_it_belongs_to(id: str) -> None:
    lesson = find_lesson(id)
    for expand in opened(lesson):
        found = ran_document(document_of(lesson), expand)
        for node in found.network.graph.nodes:
            assert found.gradient(node.id).shape == found.value(node.id).shape == node.shape
        assert all(step.notice is None for step in found.run.steps())


def test_a_lesson_is_found_by_its_number_and_none_by_another_name() -> None:
    assert find_lesson("L08") is find_lesson("L08-affine-nudge")
    for id in ("L8", "", "l08", "L08-", "../digits", "L" * 1000):
        with pytest.raises(WhygradError) as caught:
            find_lesson(id)
        assert caught.value.code == "lesson.unknown"
        assert len(caught.value.message) < 200


@pytest.mark.parametrize("id", ALL)
def test_a_lessons_document_comes_back_as_it_was_written(id: str) -> None:
    lesson = find_lesson(id)
    document = document_of(lesson)
    again = Document.loads(document.dumps())
    assert again.to_json() == document.to_json()
    assert document.title == lesson["title"]
    assert {key: document.to_json()[key] for key in ("program", "values")} == {
        key: lesson["document"][key] for key in ("program", "values")
    }


# --- what some lessons say besides --------------------------------------------------------------


def test_labels_give_the_gradients_of_one_hot_rows() -> None:
    lesson = find_lesson("L18")
    document = document_of(lesson)
    fields = document.to_json()
    fields["values"]["t"] = lesson["extra"]["labels"]
    assert_gives_what_it_says(ran_document(Document.from_json(fields)), lesson["expected"])


def test_a_step_down_the_gradient_makes_the_loss_what_the_lesson_says() -> None:
    lesson = find_lesson("L19")
    extra = lesson["extra"]
    before = ran_document(document_of(lesson))
    fields = document_of(lesson).to_json()
    for name in extra["parameters_after"]:
        fields["values"][name] = before.value(name) - extra["rate"] * before.gradient(name)
    after = ran_document(Document.from_json(fields))
    assert_allclose(before.run.loss, extra["loss_before"], rtol=1e-12)
    assert_allclose(after.run.loss, extra["loss_after"], rtol=1e-12)


def test_the_jacobian_of_a_softmax_is_what_the_lesson_says() -> None:
    lesson = find_lesson("L15")
    fields = {**lesson["document"], "program": "y = Softmax(a)"}
    fields["values"] = {"a": lesson["document"]["values"]["a"]}
    rows = [
        ran_document(Document.from_json({**fields, "upstream": unit})).gradient("a")
        for unit in np.eye(3)
    ]
    assert_allclose(rows, lesson["extra"]["jacobian"], atol=1e-15)


# --- digits -------------------------------------------------------------------------------------


def test_three_of_four_digits_are_read_rightly() -> None:
    lesson = find_lesson("digits")
    document = document_of(lesson)
    found = ran_document(document)
    shapes = {name: array.shape for name, array in document.values.items()}
    assert shapes == {
        "X": (4, 64), "W1": (64, 12), "b1": (12,), "W2": (12, 10), "b2": (10,), "t": (4,),
    }  # fmt: skip
    read = found.value("A2").argmax(axis=1)
    assert int((read != document.values["t"]).sum()) == 1
    assert 0.0 <= document.values["X"].min() <= document.values["X"].max() <= 16.0
    for expand in opened(lesson):
        again = ran_document(document, expand)
        assert_allclose(again.run.loss, found.run.loss, rtol=1e-12)
        for name in shapes:
            assert_allclose(again.gradient(name), found.gradient(name), atol=1e-12)

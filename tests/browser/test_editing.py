"""What follows from an edited number: everything that depends on it, and nothing else."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import expect

from backprop_core import Document, Network
from backprop_core.lessons import find_lesson
from tests.browser.page import WhygradPage
from tests.browser.shown import numbers, places, shown

LOGARITHM = {
    "format": 1,
    "title": "Logarithm",
    "program": "l = log(x)\ny = l * w",
    "values": {"x": [1, 2], "w": [3, 4]},
}


def expect_numbers_of(whygrad: WhygradPage, document: dict[str, Any]) -> None:
    """Waits for the loss of a document; then each value and gradient must be its own."""
    read = Document.from_json(document)
    run = Network.build(read).run(read).finish()
    whygrad.expect_number("value", "L", (), run.loss, region="Graph", within=1e-12)
    for name, array in numbers(whygrad, "value").items():
        assert array == pytest.approx(np.ravel(run.value(name)), abs=1e-9), name
    for name, array in numbers(whygrad, "gradient").items():
        assert array == pytest.approx(np.ravel(run.gradient(name)), abs=1e-9), name


def edited(lesson: str, name: str, index: tuple[int, ...], number: float) -> dict[str, Any]:
    document = find_lesson(lesson)["document"]
    values = np.array(document["values"][name], dtype=float)
    values[index] = number
    return {**document, "values": {**document["values"], name: values.tolist()}}


@pytest.mark.parametrize(
    ("name", "index", "text", "number"),
    [
        ("X", (2, 0), "-0.5", -0.5),
        ("W1", (0, 2), "ln 2", float(np.log(2))),
        ("t", (0, 0), "1/3", 1 / 3),
    ],
    ids=["an input", "a parameter", "a target"],
)
def test_every_number_follows_an_edit_and_the_step_stays(
    whygrad: WhygradPage, name: str, index: tuple[int, ...], text: str, number: float
) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.edit(name, index, text)
    whygrad.expect_number("value", name, index, number, region="Values")
    expect_numbers_of(whygrad, edited("L19", name, index, number))
    assert whygrad.step() == whygrad.steps()


def test_an_edit_in_the_middle_shows_the_new_run_as_far_as_it_was_shown(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L19")
    whygrad.go(7)
    states = {key: said for key, said in shown(whygrad).items() if key.startswith(("node", "edge"))}
    before = whygrad.number("gradient", "W2", (0, 0), region="Graph")
    whygrad.edit("b2", (0,), "3")
    cell = whygrad.cell("gradient", "W2", (0, 0), region="Graph")
    expect(cell).not_to_have_attribute("data-number", re.compile(f"^{re.escape(str(before))}$"))
    assert whygrad.step() == 7
    after = {key: said for key, said in shown(whygrad).items() if key.startswith(("node", "edge"))}
    assert after == states
    expect(whygrad.cell("gradient", "X", (0, 0), region="Graph")).not_to_have_attribute(
        "data-number", re.compile(".")
    )


def test_the_inspector_follows_an_edit(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    whygrad.inspect("x")
    whygrad.type_over("W", (1, 2), "60")
    whygrad.expect_number("gradient", "x", (1,), 4.0 + 10.0 - 60.0, region="Inspector")


def test_no_node_and_no_wire_moves_when_numbers_change(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    before = places(whygrad)
    for text, number in (("-123456.789", -123456.789), ("1/3", 1 / 3), ("1e-9", 1e-9)):
        whygrad.type_over("W", (0, 1), text)
        whygrad.expect_number("value", "y.dot", (1,), number + 10.0, region="Graph")
        assert places(whygrad) == before, text


def test_undo_and_redo_go_through_all_edits_by_button_and_by_key(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.go_last()
    whygrad.expect_nothing_to_do(whygrad.undo)
    whygrad.expect_nothing_to_do(whygrad.redo)
    for text in ("4", "5", "6"):
        whygrad.edit("x", (), text)
        whygrad.expect_number("value", "s", (), float(text) + 3.0, region="Graph")
    whygrad.undo.click()
    whygrad.expect_number("value", "s", (), 8.0, region="Graph")
    whygrad.press("ControlOrMeta+z")
    whygrad.expect_number("value", "s", (), 7.0, region="Graph")
    whygrad.press("ControlOrMeta+y")
    whygrad.expect_number("value", "s", (), 8.0, region="Graph")
    whygrad.redo.click()
    whygrad.expect_number("value", "s", (), 9.0, region="Graph")
    whygrad.expect_nothing_to_do(whygrad.redo)
    for _ in range(3):
        whygrad.press("ControlOrMeta+z")
    whygrad.expect_number("value", "s", (), 5.0, region="Graph")
    whygrad.expect_nothing_to_do(whygrad.undo)
    assert whygrad.step() == whygrad.steps()


def test_a_new_edit_forgets_what_could_be_redone(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.edit("x", (), "4")
    whygrad.press("ControlOrMeta+z")
    whygrad.expect_number("value", "x", (), 2.0, region="Graph")
    whygrad.edit("y", (), "7")
    whygrad.expect_number("value", "y", (), 7.0, region="Graph")
    whygrad.expect_nothing_to_do(whygrad.redo)


def test_of_many_quick_edits_the_last_one_stands(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.cell("value", "X", (0, 0), region="Values").dblclick()
    whygrad.editor.fill("0.00")
    for _ in range(25):
        whygrad.page.keyboard.press("ArrowUp")
    whygrad.page.keyboard.press("Enter")
    expect_numbers_of(whygrad, edited("L19", "X", (0, 0), 0.25))
    whygrad.expect_number("value", "X", (0, 0), 0.25, region="Values")


def test_a_number_that_is_not_finite_is_shown_as_such_with_its_cause(whygrad: WhygradPage) -> None:
    whygrad.open()
    whygrad.paste(LOGARITHM)
    whygrad.expect_nodes(["x", "w", "l", "y", "L"])
    whygrad.edit("x", (0,), "0")
    whygrad.go(1)
    made = whygrad.cell("value", "l", (0,), region="Graph")
    expect(made).to_have_attribute("data-number", "-Infinity")
    expect(made).to_have_text("−∞")
    for part in ("Warning", "l[0] is -Infinity", "log", "x[0] = 0"):
        expect(whygrad.narration).to_contain_text(part)
    whygrad.edit("x", (1,), "-1")
    made = whygrad.cell("value", "l", (1,), region="Graph")
    expect(made).to_have_attribute("data-number", "NaN")
    expect(made).to_have_text("NaN")
    whygrad.go(2)
    expect(whygrad.cell("value", "y", (1,), region="Graph")).to_have_attribute("data-number", "NaN")
    expect(whygrad.narration).not_to_contain_text("Warning")
    expect(whygrad.page.get_by_text("null")).to_have_count(0)


def test_one_hot_rows_that_do_not_sum_to_1_are_warned_of(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.edit("t", (1, 1), "0.5")
    network = whygrad.region("Network")
    expect(network.get_by_role("listitem")).to_contain_text("t: row 1 sums to 1.5, not 1")
    whygrad.press("ControlOrMeta+z")
    expect(network.get_by_role("listitem")).to_have_count(0)


def test_what_an_edit_changed_is_underlined_for_a_second_and_the_rest_is_not(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    whygrad.page.clock.install()
    whygrad.type_over("W", (0, 1), "20")
    graph = whygrad.region("Graph")
    for of, name, indices in (
        ("value", "y", ["1"]),
        ("gradient", "x", ["0"]),
        ("gradient", "W", []),
        ("value", "b", []),
    ):
        found = graph.locator(f'[data-of="{of}"][data-name="{name}"][data-changed]')
        expect(found).to_have_count(len(indices))
        assert [cell.get_attribute("data-index") for cell in found.all()] == indices, name
    whygrad.page.clock.run_for(1100)
    expect(graph.locator("[data-changed]")).to_have_count(0)

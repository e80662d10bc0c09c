"""Opening a layer to its ops and closing it again: the place in the pass stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import numpy as np
import pytest
from playwright.sync_api import FloatRect, Locator, expect

from backprop_core.lessons import find_lesson
from tests.browser.page import Of, WhygradPage
from tests.browser.shown import numbers

CLOSED = {"X", "W1", "b1", "W2", "b2", "t", "A1", "Z1", "A2", "L"}
LAYERS = ("A1", "Z1", "A2", "L")
Open = Callable[[WhygradPage, str], None]


def by_click(whygrad: WhygradPage, layer: str) -> None:
    whygrad.node(layer).click()


def by_button(whygrad: WhygradPage, layer: str) -> None:
    op = find_lesson("L19")["document"]["program"].split(f"{layer} = ")[1].split("(")[0]
    button = whygrad.region("Graph").get_by_role("button", name=f"Expand {op} {layer}")
    # What lies over a small drawing does not stop a keyboard or a screen reader.
    button.press("Enter")


def by_key(whygrad: WhygradPage, layer: str) -> None:
    whygrad.node(layer).press("e")


def box(element: Locator) -> FloatRect:
    found = element.bounding_box()
    assert found
    return found


def collapse(whygrad: WhygradPage, name: str) -> Locator:
    return whygrad.region("Graph").get_by_role("button", name=f"Collapse {name}".strip())


@pytest.mark.parametrize("way", [by_click, by_button, by_key], ids=["click", "button", "key"])
def test_a_layer_opens_to_its_ops_and_closes_again(whygrad: WhygradPage, way: Open) -> None:
    whygrad.open("L19")
    way(whygrad, "A2")
    whygrad.expect_nodes(CLOSED | {"A2.dot"})
    expect(whygrad.node("A2.dot")).to_have_accessible_name(
        re.compile(r"dot, value A2\.dot, shape \(4, 2\)")
    )
    head = collapse(whygrad, "Affine A2")
    # Before its name, where its minus is.
    head.click(position={"x": 14, "y": box(head)["height"] / 2})
    whygrad.expect_nodes(CLOSED)


@pytest.mark.parametrize(
    ("step", "inside", "edge"),
    [
        (2, 2, None),
        (3, 4, None),
        (6, 7, "b2>A2"),
        (7, 9, "W2>A2.dot"),
        (9, 11, "A1>Z1"),
        (12, 14, "X>A1"),
    ],
    ids=["before it", "its value", "its bias", "its weights", "after it", "the last"],
)
def test_the_place_in_the_pass_stays_when_a_layer_opens_and_closes(
    whygrad: WhygradPage, step: int, inside: int, edge: str | None
) -> None:
    whygrad.open("L19")
    whygrad.go(step)
    before = {of: numbers(whygrad, of) for of in get_args(Of)}
    by_key(whygrad, "A2")
    whygrad.expect_nodes(CLOSED | {"A2.dot"})
    assert whygrad.steps() == 14
    whygrad.expect_step(inside)
    if edge:
        whygrad.expect_state(whygrad.edge(edge), "active")
    for of in get_args(Of):
        now = numbers(whygrad, of)
        for name, array in before[of].items():
            assert now[name] == pytest.approx(array, abs=1e-12), name
    collapse(whygrad, "Affine A2").press("Enter")
    whygrad.expect_nodes(CLOSED)
    assert whygrad.steps() == 12
    whygrad.expect_step(step)


def test_what_was_clicked_stays_in_its_place(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    clicked = box(whygrad.node("A2"))
    middle = clicked["x"] + clicked["width"] / 2, clicked["y"] + clicked["height"] / 2
    by_click(whygrad, "A2")
    expect(collapse(whygrad, "")).to_have_count(1)
    head = box(collapse(whygrad, ""))
    assert head["x"] + head["width"] / 2 == pytest.approx(middle[0], abs=2)
    assert head["y"] < middle[1]


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_was_opened_is_in_view(whygrad: WhygradPage, layer: str) -> None:
    whygrad.open("L19")
    by_click(whygrad, layer)
    expect(collapse(whygrad, "")).to_be_in_viewport(ratio=0.99)


def test_with_every_layer_open_the_gradients_are_those_of_the_closed_ones(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    for layer in LAYERS:
        by_key(whygrad, layer)
        expect(collapse(whygrad, "")).to_have_count(LAYERS.index(layer) + 1)
    whygrad.expect_step(whygrad.steps())
    gradients = numbers(whygrad, "gradient")
    for name, array in find_lesson("L19")["expected"]["gradients"].items():
        assert gradients[name] == pytest.approx(np.ravel(array), abs=1e-9), name


def test_the_inspector_opens_and_closes_a_layer(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(1)
    inspector = whygrad.open_inspector()
    inspector.get_by_role("button", name="Open Affine to its operations").click()
    whygrad.expect_nodes(CLOSED | {"A1.dot"})
    inspector.get_by_role("button", name="Close Affine A1").click()
    whygrad.expect_nodes(CLOSED)


def test_an_edit_leaves_a_layer_open(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    by_key(whygrad, "A2")
    whygrad.expect_nodes(CLOSED | {"A2.dot"})
    whygrad.go_last()
    whygrad.type_over("b2", (1,), "2")
    whygrad.expect_number("value", "A2", (0, 1), 2.0 + 0.6931471805599453, region="Graph")
    whygrad.expect_nodes(CLOSED | {"A2.dot"})

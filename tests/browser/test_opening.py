from __future__ import annotations

from typing import get_args

import pytest
from playwright.sync_api import expect

from tests.browser.page import Region, WhygradPage

W = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]


def test_the_page_opens_with_the_leaves_filled_in_and_nothing_else(whygrad: WhygradPage) -> None:
    whygrad.open()
    assert whygrad.step() == 0
    for row, numbers in enumerate(W):
        for column, number in enumerate(numbers):
            assert whygrad.number("value", "W", (row, column), region="Values") == number
    for leaf in ("x", "W", "b"):
        whygrad.expect_state(whygrad.node(leaf), "forward")
    for made in ("y.dot", "y"):
        whygrad.expect_state(whygrad.node(made), "idle")
        expect(whygrad.page.locator(f'[data-name="{made}"][data-number]')).to_have_count(0)


def test_the_regions_of_the_page_have_their_names(whygrad: WhygradPage) -> None:
    whygrad.open_as_it_is("L08")
    for name in get_args(Region):
        expect(whygrad.region(name)).to_have_count(1)


@pytest.mark.parametrize(
    ("lesson", "shown"), [("L01", "price"), ("L08", "y.dot"), ("L19", "A2")], ids=lambda id: str(id)
)
def test_the_address_names_the_lesson_to_open(
    whygrad: WhygradPage, lesson: str, shown: str
) -> None:
    whygrad.open(lesson)
    assert whygrad.step() == 0
    assert whygrad.steps() > 0
    expect(whygrad.node(shown)).to_have_count(1)


def test_from_the_first_step_to_the_last_message(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.expect_nothing_to_do(whygrad.previous)
    whygrad.next.click()
    whygrad.expect_step(1)
    whygrad.expect_state(whygrad.node("y.dot"), "active")
    whygrad.last.click()
    whygrad.expect_step(whygrad.steps())
    whygrad.expect_nothing_to_do(whygrad.next)
    whygrad.expect_state(whygrad.edge("x>y.dot"), "active")
    assert [whygrad.number("gradient", "x", (i,)) for i in (0, 1)] == [2.0, 8.0]


def test_the_narration_follows_the_step(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    before = whygrad.narration.inner_text()
    whygrad.next.click()
    whygrad.expect_step(1)
    expect(whygrad.narration).not_to_have_text(before)
    expect(whygrad.narration).not_to_have_text("")

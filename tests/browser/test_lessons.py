"""The documents of the menu: each opens, and runs to the gradients that its lesson gives."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import expect

from backprop_core import Document, Network
from backprop_core.lessons import MENU, find_lesson
from tests.browser.page import WhygradPage
from tests.browser.shown import numbers

TITLES = [find_lesson(id)["title"] for id in MENU]


def network_of(id: str) -> tuple[Document, Network]:
    lesson = find_lesson(id)
    document = Document.from_json(lesson["document"])
    return document, Network.build(document, lesson["open"]["expand"])


def test_the_menu_offers_each_lesson_once(whygrad: WhygradPage) -> None:
    whygrad.open()
    whygrad.menu.click()
    items = whygrad.page.get_by_role("menuitemradio")
    expect(items).to_have_count(len(MENU))
    for title in TITLES:
        expect(items.filter(has_text=title)).to_have_count(1)
    expect(whygrad.page.get_by_role("menuitemradio", checked=True)).to_contain_text(
        find_lesson("L08")["title"]
    )


def test_the_menu_leads_to_each_document_one_after_the_other(whygrad: WhygradPage) -> None:
    whygrad.open()
    for id in MENU:
        lesson = find_lesson(id)
        _, network = network_of(id)
        whygrad.choose(lesson["title"])
        whygrad.expect_nodes(node["id"] for node in network.graph_json["nodes"])
        whygrad.expect_step(lesson["open"]["step"])
        assert whygrad.steps() == network.forward + network.backward
        expect(whygrad.narration).to_contain_text(lesson["question"])
        whygrad.go_last()
        whygrad.expect_nothing_to_do(whygrad.next)


@pytest.mark.parametrize("id", [id for id in MENU if id != "digits"])
def test_each_step_of_a_lesson_is_reached_and_its_gradients_are_those_expected(
    whygrad: WhygradPage, id: str
) -> None:
    expected = find_lesson(id)["expected"]
    whygrad.open(id)
    for step in range(1, whygrad.steps() + 1):
        whygrad.press("ArrowRight")
        whygrad.expect_step(step)
    values, gradients = numbers(whygrad, "value"), numbers(whygrad, "gradient")
    for name, array in expected["values"].items():
        assert values[name] == pytest.approx(np.ravel(array), rel=0, abs=1e-9), name
    for name, array in expected["gradients"].items():
        assert gradients[name] == pytest.approx(np.ravel(array), rel=0, abs=1e-9), name


def test_the_digits_run_to_gradients_that_are_read_in_heat_maps(whygrad: WhygradPage) -> None:
    document, network = network_of("digits")
    run = network.run(document).finish()
    whygrad.open("digits")
    whygrad.go_last()
    whygrad.expect_number("value", "L", (), run.loss, region="Graph")
    for name, index in (("W1", (63, 11)), ("X", (3, 63)), ("b2", (9,))):
        whygrad.node(name).press("Enter")
        inspector = whygrad.region("Inspector")
        cell = inspector.locator(f'[role="gridcell"][data-of="gradient"][data-name="{name}"]').first
        cell.focus()
        whygrad.page.keyboard.press("Control+End")
        expected = float(run.gradient(name)[index])
        whygrad.expect_number("gradient", name, index, expected, region="Inspector")

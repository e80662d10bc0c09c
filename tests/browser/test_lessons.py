"""The lessons: each opens as it says, and runs to the gradients that it gives."""

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


@pytest.mark.parametrize("id", ["L02", "L17", "L22-dead-relu"])
def test_an_address_opens_a_lesson_at_its_level_and_step(whygrad: WhygradPage, id: str) -> None:
    lesson = find_lesson(id)
    whygrad.open_as_it_is(id)
    _, network = network_of(id)
    whygrad.expect_nodes(node["id"] for node in network.graph_json["nodes"])
    whygrad.expect_step(lesson["open"]["step"])
    expect(whygrad.narration).to_have_text(lesson["question"])
    whygrad.press("ArrowRight")
    whygrad.press("ArrowLeft")
    expect(whygrad.narration).not_to_have_text(lesson["question"])
    assert f"lesson={lesson['id']}" in whygrad.page.url


def test_the_answer_is_not_on_the_page_before_it_is_asked_for(whygrad: WhygradPage) -> None:
    lesson = find_lesson("L04")
    page = whygrad.open_as_it_is("L04").page
    look = whygrad.button("What to look at")
    expect(look).to_have_attribute("aria-expanded", "false")
    look.click()
    expect(look).to_have_attribute("aria-expanded", "true")
    panel = whygrad.region("Lesson")
    expect(panel).to_contain_text(lesson["question"])
    expect(panel).to_contain_text(lesson["look"])
    for hidden in (lesson["answer"], lesson["misconception"]):
        assert hidden not in page.content()
    panel.get_by_role("button", name="Open x", exact=True).click()
    expect(page.get_by_role("region", name="Explanation")).to_be_visible()
    panel.get_by_role("button", name="Lesson", exact=True).click()
    show = panel.get_by_role("button", name="Show the answer")
    show.click()
    expect(panel).to_contain_text(lesson["answer"])
    expect(panel).to_contain_text(lesson["misconception"])
    panel.get_by_role("button", name="Hide the answer").click()
    assert lesson["answer"] not in page.content()


def test_each_lesson_leads_to_the_next_and_tells_of_its_wrong_answers(
    whygrad: WhygradPage,
) -> None:
    whygrad.open_as_it_is(MENU[0])
    whygrad.expect_nothing_to_do(whygrad.button("Previous lesson"))
    whygrad.button("What to look at").click()
    panel = whygrad.region("Lesson")
    for at, id in enumerate(MENU):
        lesson = find_lesson(id)
        expect(panel.get_by_role("heading", name=lesson["title"], exact=True)).to_be_visible()
        expect(panel).to_contain_text(f"{at + 1} of {len(MENU)}")
        panel.get_by_role("button", name="Show the answer").click()
        for said in (lesson["answer"], lesson["misconception"], lesson["notes"]):
            expect(panel).to_contain_text(said)
        for wrong in lesson["wrong_answers"]:
            expect(panel).to_contain_text(wrong["diagnosis"])
        if id != MENU[-1]:
            panel.get_by_role("button", name="Next lesson: ").click()
    whygrad.expect_nothing_to_do(whygrad.button("Next lesson"))
    expect(panel.get_by_role("button", name="Next lesson: ")).to_have_count(0)
    whygrad.button("Previous lesson").click()
    expect(panel.get_by_role("heading", name=find_lesson(MENU[-2])["title"])).to_be_visible()


def test_a_document_that_is_no_lesson_says_so(whygrad: WhygradPage) -> None:
    whygrad.open_as_it_is("L04")
    whygrad.button("What to look at").click()
    fields = {"format": 1, "title": "Own", "program": "z = x * y", "values": {"x": 2, "y": 3}}
    whygrad.paste(fields)
    expect(whygrad.region("Lesson")).to_contain_text("none of the lessons")
    whygrad.expect_nothing_to_do(whygrad.button("Next lesson"))


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

"""The menu of the lessons, and how far a person is with each."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from backprop_core.lessons import MENU, find_lesson
from tests.browser.page import WhygradPage

KEPT = "localStorage.getItem('whygrad.progress')"


def item(whygrad: WhygradPage, id: str) -> Locator:
    """The menu's item of a lesson."""
    return whygrad.page.get_by_role("menuitemradio", name=find_lesson(id)["title"])


def predict(whygrad: WhygradPage, *numbers: str) -> None:
    """Answers what a lesson asks, one number after the other."""
    bar = whygrad.region("Predict")
    for number in numbers:
        bar.get_by_role("textbox").fill(number)
        bar.get_by_role("button", name="Check", exact=True).click()
        expect(bar).to_contain_text("Right")
        following = whygrad.button("Next question").first
        if following.get_attribute("aria-disabled") != "true":
            following.click()


def test_tracks_are_groups_of_lessons_in_teaching_order(whygrad: WhygradPage) -> None:
    whygrad.open()
    whygrad.menu.click()
    expect(whygrad.page.get_by_role("menu").get_by_role("group")).to_have_count(7)
    softmax = whygrad.page.get_by_role("group", name="Softmax")
    expect(softmax.get_by_role("menuitemradio")).to_have_count(5)
    shown = whygrad.page.get_by_role("menuitemradio").all_inner_texts()
    for text, id in zip(shown, MENU, strict=True):
        assert find_lesson(id)["title"] in text
        assert find_lesson(id)["question"] in text


def test_the_menu_is_used_by_keyboard_alone(whygrad: WhygradPage) -> None:
    keyboard = whygrad.open().page.keyboard
    whygrad.menu.focus()
    keyboard.press("ArrowDown")
    expect(item(whygrad, "L08")).to_be_focused()
    keyboard.press("ArrowDown")
    expect(item(whygrad, "L27")).to_be_focused()
    keyboard.press("Home")
    expect(item(whygrad, "L01")).to_be_focused()
    keyboard.press("ArrowUp")
    expect(whygrad.page.get_by_role("menuitem")).to_be_focused()
    keyboard.press("Home")
    keyboard.press("ArrowRight")
    expect(item(whygrad, "L14")).to_be_focused()
    keyboard.press("ArrowLeft")
    expect(item(whygrad, "L01")).to_be_focused()
    keyboard.type("one v")
    expect(item(whygrad, "L04")).to_be_focused()
    keyboard.press("Escape")
    expect(whygrad.page.get_by_role("menu")).to_be_hidden()
    expect(whygrad.menu).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.type("l12")
    expect(item(whygrad, "L12")).to_be_focused()
    expect(item(whygrad, "L12")).to_be_in_viewport()
    keyboard.press("Enter")
    whygrad.expect_step(find_lesson("L12")["open"]["step"])
    expect(whygrad.menu).to_be_focused()
    expect(whygrad.menu).to_have_accessible_name(re.compile(find_lesson("L12")["title"]))


def test_what_was_opened_and_solved_is_marked_and_kept(whygrad: WhygradPage) -> None:
    whygrad.open_as_it_is("L03")
    predict(whygrad, "6.5", "13")
    whygrad.button("Next lesson").click()
    whygrad.expect_step(find_lesson("L04")["open"]["step"])
    whygrad.page.reload()
    whygrad.wait_ready()
    whygrad.menu.click()
    expect(item(whygrad, "L03")).to_have_accessible_name(re.compile("solved$"))
    expect(item(whygrad, "L04")).to_have_accessible_name(re.compile("opened$"))
    expect(item(whygrad, "L05")).not_to_have_accessible_name(re.compile("opened$"))
    expect(whygrad.page.get_by_role("menu")).to_contain_text("1 solved, 2 opened, 28 in all")


def test_a_prediction_that_was_right_shows_the_rest_of_the_answer(whygrad: WhygradPage) -> None:
    lesson = find_lesson("L03")
    whygrad.open_as_it_is("L03")
    whygrad.button("What to look at").click()
    predict(whygrad, "6.5", "13")
    expect(whygrad.region("Lesson")).to_contain_text(lesson["answer"])
    expect(whygrad.region("Lesson")).to_contain_text("solved")


def test_progress_is_forgotten_and_brought_back(whygrad: WhygradPage) -> None:
    whygrad.open_as_it_is("L03")
    whygrad.button("Next lesson").click()
    whygrad.expect_step(find_lesson("L04")["open"]["step"])
    whygrad.menu.click()
    menu = whygrad.page.get_by_role("menu")
    menu.get_by_role("menuitem", name="Forget my progress").click()
    expect(menu).to_contain_text("0 solved, 1 opened")
    menu.get_by_role("menuitem", name="Bring my progress back").click()
    expect(menu).to_contain_text("0 solved, 2 opened")
    menu.get_by_role("menuitem", name="Forget my progress").click()
    assert whygrad.page.evaluate(KEPT) == '{"L04-branch-sum":"opened"}'


def test_progress_that_cannot_be_read_is_none(whygrad: WhygradPage) -> None:
    bad = "localStorage.setItem('whygrad.progress', '{\"L01-buy-apple\":\"sol')"
    whygrad.page.add_init_script(f"if (!{KEPT}) {bad}")
    whygrad.open("L08")
    whygrad.menu.click()
    expect(whygrad.page.get_by_role("menu")).to_contain_text("0 solved, 1 opened")
    assert whygrad.page.evaluate(KEPT) == '{"L08-affine-nudge":"opened"}'

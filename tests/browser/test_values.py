"""Editing numbers in the region Values, as a person with a keyboard does."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage


def leaf(whygrad: WhygradPage, name: str, *index: int) -> Locator:
    return whygrad.cell("value", name, index, region="Values")


def editor(whygrad: WhygradPage) -> Locator:
    return whygrad.region("Values").get_by_role("textbox")


def expect_leaf(whygrad: WhygradPage, name: str, index: tuple[int, ...], number: float) -> None:
    whygrad.expect_number("value", name, index, number, region="Values")


def test_a_number_typed_and_taken_redoes_the_run_at_the_same_step(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.last.click()
    whygrad.expect_step(whygrad.steps())
    whygrad.edit("W", (0, 1), "20")
    expect_leaf(whygrad, "W", (0, 1), 20.0)
    whygrad.expect_number("gradient", "x", (0,), 1.0 + 20.0 * 2.0 - 3.0)
    assert whygrad.step() == whygrad.steps()


def test_fractions_and_logarithms_are_understood(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    for text, number in (("1/3", 1 / 3), ("ln 2", 0.6931471805599453), ("-0.5", -0.5)):
        whygrad.edit("x", (0,), text)
        expect_leaf(whygrad, "x", (0,), number)


def test_typing_on_a_cell_edits_it_and_tab_goes_on(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    leaf(whygrad, "W", 0, 0).focus()
    for digit in "789":
        whygrad.page.keyboard.press(digit)
        whygrad.page.keyboard.press("Tab")
    expect(leaf(whygrad, "W", 1, 0)).to_be_focused()
    for column, number in enumerate((7.0, 8.0, 9.0)):
        expect_leaf(whygrad, "W", (0, column), number)


def test_arrows_move_between_cells_and_do_not_step(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    leaf(whygrad, "W", 0, 0).focus()
    for key in ("ArrowRight", "ArrowDown", "End"):
        whygrad.page.keyboard.press(key)
    expect(leaf(whygrad, "W", 1, 2)).to_be_focused()
    assert whygrad.step() == 0


def test_up_and_down_nudge_while_editing_and_escape_takes_back(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    leaf(whygrad, "x", 0).dblclick()
    editor(whygrad).fill("0.50")
    whygrad.page.keyboard.press("ArrowUp")
    expect(editor(whygrad)).to_have_value("0.51")
    expect_leaf(whygrad, "x", (0,), 0.51)
    whygrad.page.keyboard.press("Shift+ArrowDown")
    expect(editor(whygrad)).to_have_value("0.41")
    expect_leaf(whygrad, "x", (0,), 0.41)
    whygrad.page.keyboard.press("Escape")
    expect(editor(whygrad)).to_have_count(0)
    expect_leaf(whygrad, "x", (0,), 1.0)
    expect(leaf(whygrad, "x", 0)).to_be_focused()


def test_what_is_no_number_stays_as_typed_with_the_reason(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.edit("x", (0,), "0,5")
    expect(editor(whygrad)).to_have_value("0,5")
    expect(whygrad.region("Values").get_by_role("alert")).to_contain_text("0.5, not 0,5")
    leaf(whygrad, "W", 0, 0).click()
    expect(editor(whygrad)).to_have_value("0,5")
    editor(whygrad).fill("0.5")
    whygrad.page.keyboard.press("Enter")
    expect_leaf(whygrad, "x", (0,), 0.5)
    expect(whygrad.region("Values").get_by_role("alert")).to_have_count(0)


def test_what_the_server_refuses_stays_as_typed_with_its_reason(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    whygrad.edit("t", (0,), "12")
    expect(editor(whygrad)).to_have_value("12")
    expect(whygrad.region("Values").get_by_role("alert")).to_contain_text(re.compile(r"\b12\b"))
    editor(whygrad).fill("3")
    whygrad.page.keyboard.press("Enter")
    expect_leaf(whygrad, "t", (0,), 3.0)


def test_undo_and_redo_of_an_edit_and_of_the_text_in_an_editor(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.edit("x", (0,), "5")
    expect_leaf(whygrad, "x", (0,), 5.0)
    leaf(whygrad, "x", 1).dblclick()
    whygrad.page.keyboard.type("77")
    whygrad.page.keyboard.press("Control+z")
    expect_leaf(whygrad, "x", (0,), 5.0)
    whygrad.page.keyboard.press("Escape")
    whygrad.press("Control+z")
    expect_leaf(whygrad, "x", (0,), 1.0)
    whygrad.press("Control+y")
    expect_leaf(whygrad, "x", (0,), 5.0)


def test_a_heat_map_says_each_number_and_is_edited_in_place(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    first = leaf(whygrad, "W1", 0, 0)
    first.focus()
    whygrad.page.keyboard.press("Control+End")
    last = leaf(whygrad, "W1", 63, 11)
    expect(last).to_be_focused()
    expect(last).to_have_attribute("data-number", re.compile(r"^-?\d"))
    whygrad.page.keyboard.type("0.25")
    whygrad.page.keyboard.press("Enter")
    expect_leaf(whygrad, "W1", (63, 11), 0.25)


def test_a_pixel_of_an_image_is_edited_in_place(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    leaf(whygrad, "X", 0, 0).focus()
    for key in ("ArrowRight", "ArrowDown"):
        whygrad.page.keyboard.press(key)
    expect(leaf(whygrad, "X", 0, 9)).to_be_focused()
    whygrad.page.keyboard.type("16")
    whygrad.page.keyboard.press("Enter")
    whygrad.page.keyboard.press("ArrowUp")
    expect_leaf(whygrad, "X", (0, 9), 16.0)


def test_the_gradient_fed_into_an_output_that_is_no_scalar_is_edited(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.last.click()
    fed = whygrad.cell("gradient", "", (2,), region="Values")
    expect(fed).to_have_attribute("data-number", "-1")
    fed.dblclick()
    whygrad.page.keyboard.type("1")
    whygrad.page.keyboard.press("Enter")
    whygrad.expect_number("gradient", "x", (0,), 1.0 + 4.0 + 3.0)

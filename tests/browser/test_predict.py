"""Predict, then reveal: what is covered, answered, voted on, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.browser.conftest import PROJECTOR
from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.watch import Watch

AXE = Axe()


def bar(whygrad: WhygradPage) -> Locator:
    return whygrad.region("Predict")


def field(whygrad: WhygradPage, name: str) -> Locator:
    return bar(whygrad).get_by_role("textbox", name=name, exact=True)


def press(whygrad: WhygradPage, name: str) -> None:
    bar(whygrad).get_by_role("button", name=name, exact=True).click()


def said(whygrad: WhygradPage) -> Locator:
    return bar(whygrad).get_by_role("status")


def asked(whygrad: WhygradPage, lesson: str, question: int = 1) -> None:
    """A lesson at its last step, with what it asks covered, at one of its questions."""
    whygrad.open_as_it_is(lesson)
    expect(bar(whygrad)).to_be_visible()
    whygrad.go_last()
    for _ in range(question - 1):
        press(whygrad, "Next question")


def expect_covered(whygrad: WhygradPage, name: str, index: tuple[int, ...]) -> None:
    cells = whygrad.cell("gradient", name, index)
    expect(cells.first).to_have_text("?")
    for cell in cells.all():
        expect(cell).to_have_text("?")
        assert cell.get_attribute("data-number") is None


def cover(whygrad: WhygradPage, cell: Locator, item: str) -> None:
    cell.click(button="right")
    whygrad.page.get_by_role("menuitem", name=item, exact=True).click()


def test_what_a_lesson_asks_is_nowhere_on_the_page_until_it_is_revealed(
    whygrad: WhygradPage,
) -> None:
    asked(whygrad, "L04")
    whygrad.inspect("x")
    for name in ("x", "y"):
        expect_covered(whygrad, name, ())
    expect(whygrad.narration).to_contain_text("? + ? = ?")
    shown = whygrad.page.locator("[data-number='21'], [data-number='15'], [data-number='16']")
    expect(shown).to_have_count(0)
    expect(whygrad.page.get_by_text("21", exact=True)).to_have_count(0)
    press(whygrad, "Reveal all")
    whygrad.expect_number("gradient", "x", (), 21)
    expect(whygrad.narration).to_contain_text("21")
    press(whygrad, "Done")
    expect(bar(whygrad)).to_be_hidden()


def test_a_wrong_answer_is_told_what_was_done_and_a_right_one_uncovers_the_number(
    whygrad: WhygradPage,
) -> None:
    asked(whygrad, "L04")
    field(whygrad, "∂f/∂x").fill("10.5")
    press(whygrad, "Check")
    expect(said(whygrad)).to_have_text("Roads add; they are not averaged.")
    expect(field(whygrad, "∂f/∂x")).to_have_attribute("aria-invalid", "true")
    expect_covered(whygrad, "x", ())
    field(whygrad, "∂f/∂x").fill("42/2")
    press(whygrad, "Check")
    expect(said(whygrad)).to_have_text("Right.")
    whygrad.expect_number("gradient", "x", (), 21)
    expect_covered(whygrad, "y", ())
    press(whygrad, "Why?")
    stage = whygrad.page.get_by_role("region", name="Explanation")
    expect(stage).to_contain_text("21")


def test_what_is_no_number_is_not_counted_as_wrong(whygrad: WhygradPage) -> None:
    asked(whygrad, "L04")
    press(whygrad, "Check")
    expect(said(whygrad)).to_contain_text("Type a number")
    field(whygrad, "∂f/∂x").fill("0,5")
    press(whygrad, "Check")
    expect(said(whygrad)).to_contain_text("0.5")
    expect(field(whygrad, "∂f/∂x")).to_have_value("0,5")
    expect(field(whygrad, "∂f/∂x")).to_have_attribute("aria-invalid", "false")


def test_an_explanation_waits_and_shows_its_operands_as_a_hint(whygrad: WhygradPage) -> None:
    asked(whygrad, "L08", 2)
    whygrad.cell("gradient", "x", (0,), region="Graph").click()
    stage = whygrad.page.get_by_role("region", name="Explanation")
    expect(stage).to_contain_text("∂L/∂x[0] is covered")
    for tab in ("Nudge", "One element"):
        stage.get_by_role("tab", name=tab).click()
        expect(stage).to_contain_text("is covered")
    stage.get_by_role("tab", name="Where it goes").click()
    stage.get_by_role("radio", name="3 add").click()
    expect(stage).to_contain_text("? / 0.1 = ?")
    field(whygrad, "∂L/∂x[0]").fill("100")
    field(whygrad, "∂L/∂x[1]").fill("100")
    press(whygrad, "Check")
    press(whygrad, "Where to look")
    expect(stage.get_by_role("row").filter(has_text="W[0,2]")).to_contain_text("= ?")


def test_an_array_is_written_as_one_and_told_by_its_shape(whygrad: WhygradPage) -> None:
    asked(whygrad, "L10", 2)
    press(whygrad, "Write all of it as one array")
    field(whygrad, "∂L/∂B").fill("[[1, 2, 3], [4, 5, 6]]")
    press(whygrad, "Check")
    expect(said(whygrad)).to_have_text("Shape (2,3), but B has shape (3,).")
    field(whygrad, "∂L/∂B").fill("[5, 7, 9]")
    field(whygrad, "∂L/∂B").press("Enter")
    expect(said(whygrad)).to_have_text("Right.")


def test_cells_are_picked_where_they_are_drawn_and_in_the_bar(whygrad: WhygradPage) -> None:
    asked(whygrad, "L08")
    whygrad.cell("value", "y", (0,), region="Graph").click()
    picks = bar(whygrad).get_by_role("group", name="y", exact=True)
    expect(picks.get_by_role("button", name="y[0]")).to_have_attribute("aria-pressed", "true")
    expect(whygrad.page.get_by_role("region", name="Explanation")).to_be_hidden()
    press(whygrad, "Check")
    expect(said(whygrad)).to_contain_text("2 more belong to it")
    picks.get_by_role("button", name="y[1]").click()
    picks.get_by_role("button", name="y[2]").click()
    press(whygrad, "Check")
    expect(said(whygrad)).to_have_text("Right.")


def test_a_room_votes_with_keys_and_sees_the_votes_once_it_is_revealed(
    whygrad: WhygradPage,
) -> None:
    asked(whygrad, "L04")
    press(whygrad, "Vote")
    options = bar(whygrad).get_by_role("group").get_by_role("button")
    expect(options).to_have_count(4)
    for key in ("1", "2", "2", "4", "5", "Backspace"):
        whygrad.press(key)
    expect(bar(whygrad)).to_contain_text("3 votes")
    expect_covered(whygrad, "x", ())
    whygrad.program.press("End")
    whygrad.program.press("1")  # typed, not counted
    whygrad.program.press("Backspace")
    expect(bar(whygrad)).to_contain_text("3 votes")
    whygrad.program.blur()
    whygrad.press("r")
    whygrad.expect_number("gradient", "x", (), 21)
    right = bar(whygrad).get_by_role("button", name="21, right")
    expect(right).to_have_count(1)
    expect(options.nth(1)).to_have_accessible_name(re.compile("votes: 2$"))
    whygrad.press("Escape")
    expect(options).to_have_count(0)


def test_any_cell_is_covered_from_its_menu_and_asks_in_three_ways(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    whygrad.go_last()
    cover(whygrad, whygrad.cell("gradient", "b", (1,), region="Graph"), "Cover ∂L/∂b[1]")
    expect(field(whygrad, "∂L/∂b[1]")).to_be_focused()
    expect_covered(whygrad, "b", (1,))
    whygrad.page.keyboard.type("0.5")
    whygrad.page.keyboard.press("Enter")
    expect(said(whygrad)).to_have_text("Divide by N once, in the loss.")
    kind = bar(whygrad).get_by_role("combobox")
    kind.select_option("pick")
    expect(bar(whygrad)).to_contain_text("Which cells is ∂L/∂b[1] made of?")
    kind.select_option("choice")
    choices = bar(whygrad).get_by_role("button", name="2", exact=False)
    choices.filter(has_text="2").first.wait_for()
    press(whygrad, "Reveal")
    whygrad.expect_number("gradient", "b", (1,), 2)


def test_a_value_that_is_covered_cannot_be_edited_or_read(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    cell = whygrad.cell("value", "W", (0, 1), region="Values")
    cover(whygrad, cell, "Cover W[0,1]")
    expect(cell).to_have_text("?")
    cell.press("5")
    expect(whygrad.editor).to_have_count(0)
    assert cell.get_attribute("data-number") is None
    field(whygrad, "W[0,1]").fill("2")
    field(whygrad, "W[0,1]").press("Enter")
    whygrad.expect_number("value", "W", (0, 1), 2, region="Values")


def test_a_number_is_covered_and_predicted_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.press("End")
    keyboard = whygrad.page.keyboard
    whygrad.cell("value", "W", (0, 0), region="Values").focus()
    keyboard.press("ArrowRight")
    keyboard.press("Shift+F10")
    expect(whygrad.page.get_by_role("menu")).to_be_visible()
    keyboard.press("Escape")
    expect(whygrad.cell("value", "W", (0, 1), region="Values")).to_be_focused()
    keyboard.press("Shift+F10")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    expect(field(whygrad, "W[0,1]")).to_be_focused()
    keyboard.type("3")
    keyboard.press("Enter")
    expect(said(whygrad)).to_contain_text("W[0,2]")
    keyboard.press("Control+a")
    keyboard.type("2")
    keyboard.press("Enter")
    expect(said(whygrad)).to_have_text("Right.")
    expect(bar(whygrad).get_by_role("button", name="Done")).to_be_focused()
    keyboard.press("Enter")
    expect(bar(whygrad)).to_be_hidden()


def test_a_lesson_is_solved_once_all_that_it_asks_is_answered(whygrad: WhygradPage) -> None:
    asked(whygrad, "L04")
    for name, answer in (("∂f/∂x", "21"), ("∂f/∂y", "16")):
        field(whygrad, name).fill(answer)
        field(whygrad, name).press("Enter")
        expect(said(whygrad)).to_have_text("Right.")
        bar(whygrad).get_by_role("button", name="Next question").or_(
            bar(whygrad).get_by_role("button", name="Done")
        ).last.click()
    expect(bar(whygrad)).to_be_hidden()
    whygrad.menu.click()
    item = whygrad.page.get_by_role("menuitemradio", name="One variable, two roads")
    expect(item).to_contain_text("solved")


def with_a_question(whygrad: WhygradPage) -> None:
    asked(whygrad, "L19")


def with_a_wrong_answer(whygrad: WhygradPage) -> None:
    asked(whygrad, "L08", 2)
    field(whygrad, "∂L/∂x[0]").fill("6")
    field(whygrad, "∂L/∂x[1]").fill("15")
    press(whygrad, "Check")
    expect(said(whygrad)).to_contain_text("upstream")
    press(whygrad, "Where to look")


def with_a_vote(whygrad: WhygradPage) -> None:
    asked(whygrad, "L11")
    press(whygrad, "Vote")
    whygrad.press("2")
    whygrad.press("r")
    expect(bar(whygrad)).to_contain_text("1 vote")


def with_a_cell_menu(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.cell("value", "W", (0, 1), region="Values").click(button="right")
    expect(whygrad.page.get_by_role("menu")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "state", [with_a_question, with_a_wrong_answer, with_a_vote, with_a_cell_menu]
)
def test_axe_finds_nothing_serious(
    whygrad: WhygradPage, state: Callable[[WhygradPage], None], scheme: str
) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    state(whygrad)
    found = AXE.run(whygrad.page).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not serious, [(one["id"], [node["html"] for node in one["nodes"]]) for one in serious]


@pytest.fixture
def abroad(browser: Browser, server: Served) -> Iterator[Callable[[str], WhygradPage]]:
    """A page in a browser that prefers another language."""
    contexts = []

    def page(locale: str) -> WhygradPage:
        context = browser.new_context(viewport=PROJECTOR, locale=locale)
        contexts.append(context)
        opened = context.new_page()
        return WhygradPage(opened, server.address, Watch(opened, server.address))

    yield page
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("locale", "region", "check", "wrong"),
    [
        ("zh-CN", "预测", "检查", "相加"),
        ("ja-JP", "予想", "答え合わせ", "足し合わせる"),
    ],
)
def test_it_asks_and_tells_in_chinese_and_japanese(
    abroad: Callable[[str], WhygradPage], locale: str, region: str, check: str, wrong: str
) -> None:
    whygrad = abroad(locale)
    whygrad.open_as_it_is("L04")
    asking = whygrad.page.get_by_role("region", name=region, exact=True)
    asking.get_by_role("textbox").fill("10.5")
    asking.get_by_role("button", name=check, exact=True).click()
    expect(asking.get_by_role("status")).to_contain_text(wrong)
    assert not whygrad.watch.troubles

"""Editing the program, and what a wrong one gets."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.page import WhygradPage
from tests.browser.shown import shown

WRONG = {
    "syntax": ("y = (x * W", "Line 1", "program: "),
    "an unknown name": ("y = Afine(x, W, b)", "Line 1, column 5", "Afine", "Affine"),
    "too few arguments": ("y = Affine(x, W)", "Line 1", "Affine: takes", "got 2"),
    "shapes that do not fit": ("u = x @ W\ny = u @ W + b", "Line 2", "(3,)", "(2, 3)"),
    "a leaf without a value": ("y = Affine(x, W, c)", "Line 1", "c: a leaf needs a value"),
    "a name assigned twice": ("y = Affine(x, W, b)\ny = x * x", "Line 2", "assigned once"),
    "code": ("y = __import__('os')", "Line 1"),
    "nothing": ("", "at least one assignment"),
}


def test_what_is_wrong_with_a_program_stands_beside_it_and_the_last_run_stays(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    whygrad.go(4)
    before = shown(whygrad)
    alert = whygrad.region("Network").get_by_role("alert")
    for case, (program, *parts) in WRONG.items():
        whygrad.write(program)
        for part in parts:
            expect(alert, case).to_contain_text(part)
        expect(whygrad.program).to_have_attribute("aria-invalid", "true")
        expect(whygrad.program).to_have_accessible_description(alert.inner_text())
        expect(whygrad.program).to_have_value(program)
        assert whygrad.step() == 4
        assert shown(whygrad) == before, case
    whygrad.write("y = x @ W")
    expect(alert).to_be_hidden()
    expect(whygrad.program).not_to_have_attribute("aria-invalid", "true")
    whygrad.expect_nodes(["x", "W", "y", "L"])


def test_a_program_is_sent_when_the_typing_pauses(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.program.press("ControlOrMeta+End")
    whygrad.page.keyboard.type("\ng = f * 2")
    whygrad.expect_nodes(["x", "y", "p", "s", "f", "g"])
    whygrad.go_last()
    assert whygrad.number("gradient", "x", region="Graph") == 42.0


def test_typing_in_the_program_steps_nothing(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.program.press("ArrowRight")
    whygrad.program.press("End")
    whygrad.program.press("Space")
    assert whygrad.step() == 0
    expect(whygrad.play).to_have_accessible_name("Play")


def test_a_value_that_the_program_names_again_is_what_it_was(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.edit("b", (1,), "7")
    whygrad.write("y = x @ W")
    whygrad.expect_nodes(["x", "W", "y", "L"])
    expect(whygrad.cell("value", "b", (1,))).to_have_count(0)
    whygrad.write("y = x @ W + b")
    whygrad.expect_number("value", "b", (1,), 7.0, region="Values")


def test_a_change_of_the_program_is_undone_and_redone(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    old = whygrad.program.input_value()
    whygrad.write("f = x * y")
    whygrad.expect_nodes(["x", "y", "f"])
    whygrad.undo.click()
    whygrad.expect_nodes(["x", "y", "p", "s", "f"])
    expect(whygrad.program).to_have_value(old)
    whygrad.redo.click()
    whygrad.expect_nodes(["x", "y", "f"])
    expect(whygrad.program).to_have_value("f = x * y")


def test_what_was_typed_is_kept_while_numbers_are_edited(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.write("y = Affine(x, W")
    alert = whygrad.region("Network").get_by_role("alert")
    expect(alert).to_be_visible()
    whygrad.edit("x", (0,), "5")
    whygrad.expect_number("value", "x", (0,), 5.0, region="Graph")
    expect(whygrad.program).to_have_value("y = Affine(x, W")
    expect(alert).to_be_visible()

"""Values for the leaves that a program names anew."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage

NO_VALUE = (
    "This is no value. Understood are 1/3, [1, 2], [[1, 2], [3, 4]], zeros(3, 2) and ones(4)."
)


def field(whygrad: WhygradPage, name: str) -> Locator:
    """The field for a leaf without a value."""
    return whygrad.region("Network").locator("form").get_by_role("textbox", name=name)


def test_a_new_leaf_is_offered_a_value_that_fits_and_the_run_follows(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.write("h = Affine(x, W, b)\ny = Affine(h, V, c) * k")
    expect(field(whygrad, "V")).to_have_value("[[1, 2, 3], [4, 5, 6], [7, 8, 9]]")
    expect(field(whygrad, "c")).to_have_value("[0, 0, 0]")
    expect(field(whygrad, "k")).to_have_value("1")
    whygrad.button("Give them these values").click()
    whygrad.expect_nodes(["x", "W", "b", "h", "V", "c", "k", "y.affine", "y", "L"])
    whygrad.expect_number("value", "V", (1, 2), 6.0, region="Values")
    expect(field(whygrad, "V")).to_have_count(0)


def test_a_typed_value_is_given_with_enter_undone_and_redone(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.write("f = x * y + k")
    field(whygrad, "k").fill("[1/3, ln 2]")
    field(whygrad, "k").press("Enter")
    whygrad.expect_number("value", "k", (0,), 1 / 3, region="Values")
    expect(whygrad.program).to_be_focused()
    whygrad.undo.click()
    whygrad.expect_nodes(["x", "y", "p", "s", "f"])
    whygrad.redo.click()
    whygrad.expect_number("value", "k", (0,), 1 / 3, region="Values")
    expect(whygrad.program).to_have_value("f = x * y + k")


def test_what_is_no_value_or_does_not_fit_is_said_and_nothing_typed_is_lost(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    program = "y = Affine(x, W, c)"
    whygrad.write(program)
    field(whygrad, "c").fill("[1, 2")
    field(whygrad, "c").press("Enter")
    expect(field(whygrad, "c")).to_have_attribute("aria-invalid", "true")
    expect(field(whygrad, "c")).to_have_accessible_description(NO_VALUE)
    field(whygrad, "c").fill("[1, 2]")
    field(whygrad, "c").press("Enter")
    expect(whygrad.region("Network").get_by_role("alert").first).to_contain_text("(2,)")
    expect(field(whygrad, "c")).to_have_value("[1, 2]")
    whygrad.write(f"u = x\n{program}")
    whygrad.write(program)
    expect(field(whygrad, "c")).to_have_value("[1, 2]")
    field(whygrad, "c").fill("ones(3)")
    field(whygrad, "c").press("Enter")
    whygrad.expect_number("value", "c", (2,), 1.0, region="Values")

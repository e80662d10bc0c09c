"""Which product is this message: shapes, the nudge that decides, and the siblings."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.test_connection import REFUSED, expect_lost

AXE = Axe()


def puzzle(whygrad: WhygradPage) -> Locator:
    return whygrad.page.get_by_role("region", name="Which product", exact=True)


def ask(whygrad: WhygradPage, lesson: str, node: str) -> Locator:
    """Opens the puzzle from the inspector of a node."""
    whygrad.open(lesson)
    return ask_here(whygrad, node)


def ask_here(whygrad: WhygradPage, node: str) -> Locator:
    """The same on the page that is open."""
    whygrad.go_last()
    whygrad.node(node).press("Enter")
    whygrad.region("Inspector").get_by_role("button", name="Which product?").click()
    expect(puzzle(whygrad)).to_be_visible()
    return puzzle(whygrad)


def products(whygrad: WhygradPage) -> Locator:
    return puzzle(whygrad).get_by_role("list", name="Products").get_by_role("listitem")


def card(whygrad: WhygradPage, name: str) -> Locator:
    button = whygrad.page.get_by_role("button", name=name, exact=True)
    return products(whygrad).filter(has=button)


def pick(whygrad: WhygradPage, name: str) -> None:
    card(whygrad, name).get_by_role("button").click()


def expect_states(whygrad: WhygradPage, states: dict[str, str]) -> None:
    for name, state in states.items():
        expect(card(whygrad, name)).to_have_attribute("data-state", state)


def test_with_one_sample_a_nudge_decides_between_the_row_and_the_column(
    whygrad: WhygradPage,
) -> None:
    region = ask(whygrad, "L27", "y")
    expect(products(whygrad)).to_have_count(6)
    expect(products(whygrad).get_by_role("grid")).to_have_count(0)
    pick(whygrad, "∂L/∂y · W")
    expect(region).to_contain_text("3 products have the shape (1, 2).")
    expect(card(whygrad, "W · ∂L/∂y")).to_contain_text(
        "Not defined: the inner sizes 2 and 1 differ."
    )
    expect(card(whygrad, "xᵀ · ∂L/∂y")).to_contain_text("Gives (2, 2), not (1, 2).")
    region.get_by_role("button", name="Nudge x[0]").click()
    expect(region.get_by_role("status")).to_have_text(
        "Nudge x[0] by +0.1: L goes from 21 to 21.5. +0.5 / 0.1 = 5."
    )
    expect_states(
        whygrad,
        {"∂L/∂y · W": "crossed", "∂L/∂y · Wᵀ": "stands", "∂L/∂y · W⁻¹": "crossed"},
    )
    expect(card(whygrad, "∂L/∂y · Wᵀ")).to_contain_text("[0]: 5, the slope")
    expect(region).to_contain_text("it reads a column of W where the row was used")
    expect(region).to_contain_text("W⁻¹ is something else")


def test_in_the_square_trap_a_second_nudge_decides_where_one_does_not(
    whygrad: WhygradPage,
) -> None:
    region = ask(whygrad, "L09", "Y")
    region.get_by_role("button", name="∂L/∂W", exact=True).click()
    pick(whygrad, "∂L/∂Y · Xᵀ")
    expect(region).to_contain_text("6 products have the shape (2, 2).")
    region.get_by_role("button", name="Nudge W[0,1]").click()
    expect(region).to_contain_text("2 products stand so far.")
    region.get_by_role("button", name="Nudge W[1,0]").click()
    expect_states(whygrad, {"Xᵀ · ∂L/∂Y": "stands", "∂L/∂Y · Xᵀ": "crossed"})
    expect(products(whygrad).and_(region.locator('[data-state="crossed"]'))).to_have_count(5)
    expect(region).to_contain_text("it adds over the outputs")


def test_where_one_product_alone_fits_the_nudge_says_why(whygrad: WhygradPage) -> None:
    region = ask(whygrad, "L11", "Y")
    name = "∂L/∂Y.dot · Wᵀ"
    pick(whygrad, name)
    expect(region).to_contain_text("One product alone has the shape (4, 2).")
    region.get_by_role("button", name=re.compile("^Nudge X")).click()
    expect_states(whygrad, {name: "stands"})
    expect(region).to_contain_text("adds over the outputs")


def test_where_the_loss_is_curved_the_slope_is_that_of_a_very_small_nudge(
    whygrad: WhygradPage,
) -> None:
    region = ask(whygrad, "L19", "A2")
    name = "Z1ᵀ · ∂L/∂A2"
    region.get_by_role("button", name="∂L/∂W2", exact=True).click()
    pick(whygrad, name)
    region.get_by_role("button", name=re.compile("^Nudge W2")).click()
    expect(region.get_by_role("status")).to_contain_text("up and down by very little")
    expect_states(whygrad, {name: "stands"})


def test_an_edit_leaves_the_puzzle_open_and_nothing_decided(whygrad: WhygradPage) -> None:
    region = ask(whygrad, "L27", "y")
    pick(whygrad, "∂L/∂y · Wᵀ")
    region.get_by_role("button", name="Nudge x[0]").click()
    expect_states(whygrad, {"∂L/∂y · Wᵀ": "stands"})
    whygrad.type_over("x", (0,), "5")
    expect(region.get_by_role("button", name="Nudge x[0]")).to_be_visible()
    expect(products(whygrad).and_(region.locator("[data-state]"))).to_have_count(0)


def test_without_a_server_the_local_derivatives_answer(
    whygrad_alone: WhygradPage, own_server: Served
) -> None:
    whygrad = whygrad_alone
    whygrad.watch.allow(REFUSED)
    region = ask(whygrad, "L27", "y")
    pick(whygrad, "∂L/∂y · W")
    own_server.stop()
    expect_lost(whygrad)
    region.get_by_role("button", name="Nudge x[0]").click()
    expect(region.get_by_role("status")).to_contain_text("There is no server to try it on.")
    expect_states(whygrad, {"∂L/∂y · Wᵀ": "stands", "∂L/∂y · W": "crossed"})


def test_the_siblings_each_add_over_the_index_that_is_gone(whygrad: WhygradPage) -> None:
    region = ask(whygrad, "L11", "Y")
    region.get_by_role("tab", name="Siblings").click()
    headings = region.get_by_role("heading", level=3)
    expect(headings).to_have_text(
        [
            "∂L/∂X[n,i] = Σj ∂L/∂Y.dot[n,j] · W[i,j]",
            "∂L/∂W[i,j] = Σn X[n,i] · ∂L/∂Y.dot[n,j]",
            "∂L/∂b[j] = Σn ∂L/∂Y[n,j]",
        ]
    )
    axis = region.get_by_role("combobox", name="Cell of X, axis 0")
    axis.focus()
    axis.select_option("1")
    expect(region).to_contain_text("∂L/∂X[1,0] =")
    expect(axis).to_be_focused()
    region.get_by_role("button", name="∂L/∂Y.dot[1,0]").first.click()
    expect(region).to_be_hidden()
    expect(whygrad.page.get_by_role("region", name="Explanation")).to_be_visible()


def test_the_puzzle_does_not_tell_what_is_to_be_predicted(whygrad: WhygradPage) -> None:
    whygrad.open_as_it_is("L27")
    region = ask_here(whygrad, "y")
    pick(whygrad, "∂L/∂y · W")
    expect(region).to_contain_text("Some of these numbers are to be predicted first.")
    expect(region.get_by_role("button", name=re.compile("^Nudge"))).to_have_count(0)
    cells = card(whygrad, "∂L/∂y · Wᵀ").get_by_role("gridcell")
    expect(cells).to_have_text(["?", "?"])
    region.get_by_role("tab", name="Siblings").click()
    expect(region).to_contain_text("= ?")


def test_what_multiplies_no_matrices_asks_for_no_product(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.node("Z1").press("Enter")
    inspector = whygrad.region("Inspector")
    expect(inspector.get_by_role("heading", level=3)).to_be_visible()
    expect(inspector.get_by_role("button", name="Which product?")).to_have_count(0)


def test_a_message_asks_for_itself(whygrad: WhygradPage) -> None:
    whygrad.open("L09")
    whygrad.go_last()
    whygrad.click_wire("W>Y")
    whygrad.region("Inspector").get_by_role("button", name="Which product?").click()
    expect(puzzle(whygrad).get_by_role("heading", level=2)).to_have_text("Which product is ∂L/∂W?")


def test_the_puzzle_by_keyboard_alone(whygrad: WhygradPage) -> None:
    region = ask(whygrad, "L27", "y")
    keyboard = whygrad.page.keyboard
    expect(region.get_by_role("tab", name="Which product?")).to_be_focused()
    wrong = card(whygrad, "∂L/∂y · W").get_by_role("button")
    for _ in range(8):
        if wrong.evaluate("button => button === document.activeElement"):
            break
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect(wrong).to_have_attribute("aria-pressed", "true")
    expect(wrong).to_be_focused()
    nudge = region.get_by_role("button", name="Nudge x[0]")
    for _ in range(20):
        if nudge.evaluate("button => button === document.activeElement"):
            break
        keyboard.press("Tab")
    keyboard.press("Enter")
    expect_states(whygrad, {"∂L/∂y · Wᵀ": "stands"})
    keyboard.press("Escape")
    expect(region).to_be_hidden()
    expect(whygrad.region("Inspector").get_by_role("button", name="Which product?")).to_be_focused()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tab", ["Which product?", "Siblings"])
def test_axe_finds_nothing_serious_in_the_puzzle(
    whygrad: WhygradPage, tab: str, theme: str
) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    region = ask(whygrad, "L09", "Y")
    pick(whygrad, "∂L/∂Y · W")
    region.get_by_role("button", name=re.compile("^Nudge")).click()
    expect(region.get_by_role("status")).to_be_visible()
    region.get_by_role("tab", name=tab).click()
    found = AXE.run(whygrad.page).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not serious, json.dumps([(v["id"], v["nodes"][0]["target"]) for v in serious])

"""The check of all gradients: begun, watched, stopped, read, and left for the number it names."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.test_keyboard import tab_to

AXE = Axe()

SMALL = {
    "format": 1,
    "title": "Small",
    "program": "y = Relu(dot(x, W) + b)\nz = tanh(y)",
    "values": {"x": [1, 2], "W": [[0.1, 0.2, -0.3], [0.4, -0.5, 0.6]], "b": [0.1, 0.2, 0.3]},
}
KINK = {"format": 1, "title": "Kink", "program": "y = Relu(x)", "values": {"x": [0, 1]}}
NOT_FINITE = {"format": 1, "title": "No", "program": "y = log(x)", "values": {"x": [0, 1]}}


SIDE = 150
# Each number moves all of the output, so that the check takes seconds.
LONG = {
    "format": 1,
    "title": "Long",
    "program": "s = mean(tanh(x) @ w)\ny = tanh(tanh(tanh(x * s + c)))",
    "values": {
        "x": [[0.01 * (n % 7) for n in range(SIDE)]] * SIDE,
        "w": [[0.1, -0.2, 0.3]] * SIDE,
        "c": 1.0,
    },
}


def opened(whygrad: WhygradPage, document: dict[str, Any]) -> Locator:
    """Opens a document and its check; gives the panel."""
    whygrad.open("L04")
    whygrad.paste(document)
    whygrad.button("Check all").click()
    panel = whygrad.page.get_by_role("dialog", name="Check of all gradients")
    expect(panel).to_be_visible()
    return panel


def test_every_gradient_is_checked_and_each_value_has_a_row(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, SMALL)
    expect(panel.get_by_role("status")).to_have_text("All 11 gradients agree with the slopes.")
    rows = panel.get_by_role("row")
    expect(rows).to_have_count(4)
    expect(rows.nth(2)).to_contain_text("W(2, 3)")
    expect(rows.nth(2)).to_contain_text("agrees")
    expect(panel.get_by_role("progressbar")).to_be_hidden()


def test_a_row_leads_to_the_nudge_of_its_worst_number(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, SMALL)
    link = panel.get_by_role("row").nth(3).get_by_role("button")
    cell = link.inner_text()
    panel.get_by_role("row").nth(3).get_by_text("agrees").click()
    expect(panel).to_be_hidden()
    stage = whygrad.page.get_by_role("region", name="Explanation")
    expect(stage.get_by_role("heading", name=cell, exact=True)).to_be_visible()
    expect(stage.get_by_role("tab", name="Nudge")).to_have_attribute("aria-selected", "true")


def test_kinks_and_what_is_not_finite_are_said_in_words(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, KINK)
    expect(panel.get_by_role("status")).to_have_text(
        "Of 2 gradients 1 stand at a kink; all others agree with the slopes."
    )
    panel = opened(whygrad, NOT_FINITE)
    expect(panel.get_by_role("status")).to_have_text("Not finite, so not compared: x.")
    expect(panel.get_by_role("row").nth(1)).to_contain_text("not finite: nothing to compare")


def test_a_long_check_says_how_far_it_is_and_can_be_stopped(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, LONG)
    bar = panel.get_by_role("progressbar", name="Gradients checked")
    expect(bar).to_be_visible()
    whygrad.page.wait_for_function(
        "bar => bar.value > 0 && bar.max === 22951", arg=bar.element_handle()
    )
    panel.get_by_role("button", name="Stop").click()
    expect(panel.get_by_role("status")).to_contain_text("Stopped after")
    expect(bar).to_be_hidden()
    expect(panel.get_by_role("button", name="Check again")).to_be_enabled()


def test_a_check_is_of_the_numbers_it_was_made_with(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, SMALL)
    expect(panel.get_by_role("status")).to_contain_text("agree")
    whygrad.edit("x", (0,), "2")
    expect(panel.get_by_role("status")).to_contain_text("this is of the run before")
    panel.get_by_role("button", name="Check again").click()
    expect(panel.get_by_role("status")).to_have_text("All 11 gradients agree with the slopes.")


def test_an_edit_ends_a_check_under_way_and_says_so(whygrad: WhygradPage) -> None:
    panel = opened(whygrad, LONG)
    expect(panel.get_by_role("progressbar")).to_be_visible()
    whygrad.edit("c", (), "2")
    expect(panel.get_by_role("status")).to_contain_text("which ended the check")
    expect(panel.get_by_role("progressbar")).to_be_hidden()


def test_a_lost_connection_is_said_and_the_check_begins_anew(
    whygrad_alone: WhygradPage, own_server: Served
) -> None:
    whygrad_alone.watch.allow("WebSocket connection to .* failed|socket error|Failed to load")
    panel = opened(whygrad_alone, SMALL)
    expect(panel.get_by_role("status")).to_contain_text("agree")
    own_server.stop()
    panel.get_by_role("button", name="Check again").click()
    expect(panel.get_by_role("status")).to_contain_text("The connection is lost")
    own_server.start()
    expect(panel.get_by_role("status")).not_to_contain_text("is lost", timeout=30_000)
    panel.get_by_role("button", name="Check again").click()
    expect(panel.get_by_role("status")).to_contain_text("agree")


def test_the_check_is_read_and_left_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.paste(SMALL)
    keys = whygrad.page.keyboard
    button = whygrad.button("Check all")
    tab_to(whygrad, button)
    keys.press("Enter")
    panel = whygrad.page.get_by_role("dialog", name="Check of all gradients")
    expect(panel.get_by_role("status")).to_contain_text("agree")
    keys.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    keys.press("Enter")
    link = panel.get_by_role("row").nth(1).get_by_role("button")
    tab_to(whygrad, link)
    keys.press("Enter")
    stage = whygrad.page.get_by_role("region", name="Explanation")
    expect(stage.get_by_role("tab", name="Nudge")).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_check(whygrad: WhygradPage, theme: str) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    panel = opened(whygrad, SMALL)
    expect(panel.get_by_role("status")).to_contain_text("agree")
    found = AXE.run(whygrad.page).response["violations"]
    serious = [
        f"{violation['id']}: {node['html'][:200]}\n{node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert not serious, "\n".join(serious)

"""What axe finds, in light and dark: nothing serious."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.page import WhygradPage

AXE = Axe()


def at_the_start(whygrad: WhygradPage) -> None:
    whygrad.open("L08")


def in_the_middle(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(8)


def with_the_inspector(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(11)
    whygrad.open_inspector()
    whygrad.cell("value", "W1", (0, 1), region="Values").click()


def with_the_menu(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.menu.click()
    expect(whygrad.page.get_by_role("menu")).to_be_visible()


def with_the_lesson(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.button("What to look at").click()
    expect(whygrad.region("Lesson")).to_contain_text("The answer")


def with_values_to_give(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.write("y = Affine(x, V, c)")
    whygrad.button("Give them these values").wait_for()


def with_the_help(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.press("?")
    expect(whygrad.page.get_by_role("dialog")).to_be_visible()


def with_a_dialog(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.open_dialog()


def with_errors(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.edit("x", (0,), "0,5")
    whygrad.write("y = Afine(x, W, b)")
    expect(whygrad.region("Network").get_by_role("alert")).to_be_visible()
    expect(whygrad.region("Values").get_by_role("alert")).to_be_visible()


def with_images(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    whygrad.go_last()


STATES = [
    at_the_start,
    in_the_middle,
    with_the_inspector,
    with_the_menu,
    with_the_lesson,
    with_values_to_give,
    with_the_help,
    with_a_dialog,
    with_errors,
    with_images,
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_axe_finds_nothing_serious(
    whygrad: WhygradPage, state: Callable[[WhygradPage], None], theme: str
) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    state(whygrad)
    found = AXE.run(whygrad.page).response["violations"]
    serious = [
        f"{violation['id']}: {node['html'][:200]}\n{node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert not serious, "\n".join(serious)

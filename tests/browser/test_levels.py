"""Layers, operations, one element: the control for all, and the scalar graph of one cell."""

from __future__ import annotations

import json
import math
import re
from typing import get_args

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, WebSocket, expect

from tests.browser.page import Of, WhygradPage
from tests.browser.shown import numbers

CLOSED = {"X", "W1", "b1", "W2", "b2", "t", "A1", "Z1", "A2", "L"}
AXE = Axe()


def level(whygrad: WhygradPage, name: str) -> Locator:
    # The stage has the control too: the graph under it is inert.
    return whygrad.page.get_by_role("radio", name=name, exact=True).last


def stage(whygrad: WhygradPage) -> Locator:
    return whygrad.page.get_by_role("region", name="Explanation", exact=True)


def equations(whygrad: WhygradPage) -> Locator:
    return stage(whygrad).get_by_role("list", name="The same as equations").get_by_role("listitem")


def card(whygrad: WhygradPage, starts: str) -> Locator:
    return stage(whygrad).get_by_role("button", name=re.compile(rf"^{re.escape(starts)}"))


def one_element(whygrad: WhygradPage) -> None:
    level(whygrad, "One element").check()
    expect(stage(whygrad).get_by_role("tab", name="One element")).to_have_attribute(
        "aria-selected", "true"
    )


def number(text: str) -> float:
    """A number as the page writes it."""
    return float(text.strip("() ").replace("−", "-"))


def product(text: str) -> float:
    """A product as the page writes it, of its numbers as they are shown."""
    return math.prod(number(factor) for factor in text.split(" · "))


@pytest.mark.parametrize("step", range(13))
def test_all_layers_open_and_close_and_the_place_in_the_pass_stays(
    whygrad: WhygradPage, step: int
) -> None:
    whygrad.open("L19")
    whygrad.go(step)
    before = {of: numbers(whygrad, of) for of in get_args(Of)}
    level(whygrad, "Operations").check()
    expect(whygrad.node("L.shift")).to_be_attached()
    assert whygrad.steps() == 33
    for of in get_args(Of):
        now = numbers(whygrad, of)
        for name, array in before[of].items():
            if name in now:
                assert now[name] == pytest.approx(array, abs=1e-12), name
    level(whygrad, "Layers").check()
    whygrad.expect_nodes(CLOSED)
    whygrad.expect_step(step)


def test_all_layers_open_in_one_run(whygrad: WhygradPage) -> None:
    runs: list[int] = []

    def count(socket: WebSocket) -> None:
        socket.on(
            "framereceived",
            lambda frame: runs.append(1) if "run.started" in str(frame)[:60] else None,
        )

    whygrad.page.on("websocket", count)
    whygrad.open("L19")
    assert len(runs) == 1
    level(whygrad, "Operations").check()
    expect(whygrad.node("L.shift")).to_be_attached()
    assert len(runs) == 2


def test_with_some_layers_open_it_is_at_neither_level(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    expect(level(whygrad, "Layers")).to_be_checked()
    whygrad.node("A2").press("e")
    whygrad.expect_nodes(CLOSED | {"A2.dot"})
    expect(level(whygrad, "Layers")).not_to_be_checked()
    expect(level(whygrad, "Operations")).not_to_be_checked()
    level(whygrad, "Layers").check()
    whygrad.expect_nodes(CLOSED)


def test_an_undo_does_not_close_layers(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.type_over("b2", (1,), "2")
    level(whygrad, "Operations").check()
    expect(whygrad.node("L.shift")).to_be_attached()
    whygrad.undo.click()
    whygrad.expect_number("value", "b2", (1,), 0, region="Values")
    expect(level(whygrad, "Operations")).to_be_checked()


def test_a_program_of_operations_has_no_layers_to_show(whygrad: WhygradPage) -> None:
    whygrad.open("L14")
    expect(level(whygrad, "Operations")).to_be_checked()
    expect(level(whygrad, "Layers")).to_be_disabled()


def test_one_element_is_the_first_of_what_the_step_makes(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    level(whygrad, "Layers").check()
    whygrad.go(1)
    one_element(whygrad)
    expect(stage(whygrad).get_by_role("heading", level=2)).to_have_text("Y[0,0]")
    expect(equations(whygrad).first).to_have_text(
        "Y[0,0] = X[0,0] · W[0,0] + X[0,1] · W[1,0] + b[0] = 1 · 1 + 2 · 2 + 0 = 5"
    )
    expect(
        equations(whygrad).filter(has_text="back to X[0,1]: ∂L/∂Y[0,0] · W[1,0] = 1 · 2 = 2")
    ).to_have_count(1)


def test_one_element_is_the_cell_that_is_open(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    whygrad.cell("gradient", "x", (1,), region="Graph").click()
    stage(whygrad).get_by_role("tab", name="One element").click()
    expect(level(whygrad, "One element")).to_be_checked()
    # 4 and 5 and 6 of W, times what each y is worth: 1, 2 and -1.
    expect(equations(whygrad).last).to_have_text("∂L/∂x[1] = 4 + 10 + (−6) = 8")


def test_a_click_on_a_leaf_walks_on_and_the_trail_leads_back(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(3)
    one_element(whygrad)
    heading = stage(whygrad).get_by_role("heading", level=2)
    expect(heading).to_have_text("A2[0,0]")
    card(whygrad, "Z1[0,0] =").click()
    expect(heading).to_have_text("Z1[0,0]")
    expect(equations(whygrad).first).to_contain_text("Z1[0,0] = Relu(0, A1[0,0])")
    card(whygrad, "A1[0,0] =").click()
    expect(heading).to_have_text("A1[0,0]")
    stage(whygrad).get_by_role("navigation").get_by_role("button", name="A2[0,0]").click()
    expect(heading).to_have_text("A2[0,0]")


def test_from_one_element_to_its_operations(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.go(3)
    one_element(whygrad)
    level(whygrad, "Operations").check()
    expect(stage(whygrad)).to_be_hidden()
    expect(whygrad.node("A2.dot")).to_be_attached()
    expect(level(whygrad, "Operations")).to_be_checked()


def test_of_many_terms_the_largest_are_drawn_and_the_sum_is_exact(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    whygrad.go(1)
    one_element(whygrad)
    expect(equations(whygrad).first).to_contain_text("61 more")
    said = equations(whygrad).first.inner_text()
    whole = said.split(" = ")
    terms = [eval(term.replace("−", "-").replace("·", "*")) for term in re.split(r" \+ ", whole[2])]
    shown = number(whole[3])
    products = stage(whygrad).locator(".scalar__card--result .scalar__value").all_inner_texts()
    rest = terms[-1]
    added = sum(map(number, products)) + rest
    assert added == pytest.approx(shown, abs=1e-12)
    for text, term in zip(products, terms[:-1], strict=True):
        decimals = len(text.partition(".")[2])
        assert round(term, decimals) == pytest.approx(number(text), abs=1e-12)


def test_one_element_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    whygrad.go(1)
    keyboard = whygrad.page.keyboard
    level(whygrad, "Operations").focus()
    keyboard.press("ArrowRight")
    expect(stage(whygrad).get_by_role("tab", name="One element")).to_be_focused()
    first = card(whygrad, "X[0,0] =")
    for _ in range(12):
        if first.evaluate("card => card === document.activeElement"):
            break
        keyboard.press("Tab")
    expect(first).to_be_focused()
    expect(stage(whygrad).locator(".scalar__line")).to_contain_text("back to X[0,0]")
    keyboard.press("Enter")
    expect(stage(whygrad).get_by_role("heading", level=2)).to_have_text("X[0,0]")
    keyboard.press("Escape")
    expect(stage(whygrad)).to_be_hidden()
    expect(level(whygrad, "One element")).not_to_be_checked()


def test_a_message_does_not_tell_of_the_gradient_that_is_to_be_predicted(
    whygrad: WhygradPage,
) -> None:
    whygrad.open_as_it_is("L08")
    whygrad.go(1)
    one_element(whygrad)
    expect(equations(whygrad).filter(has_text="back to x[0]")).to_have_text("back to x[0]: ?")
    expect(equations(whygrad).filter(has_text="back to W[0,0]")).to_have_text(
        "back to W[0,0]: ∂L/∂y.dot[0] · x[0] = 1 · 1 = 1"
    )
    assert "NaN" not in stage(whygrad).inner_text()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("lesson", ["L11", "L14"])
def test_axe_finds_nothing_serious_in_the_element_level(
    whygrad: WhygradPage, lesson: str, theme: str
) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    whygrad.open(lesson)
    whygrad.go(1)
    one_element(whygrad)
    found = AXE.run(whygrad.page).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not serious, json.dumps([(v["id"], v["nodes"][0]["target"]) for v in serious])

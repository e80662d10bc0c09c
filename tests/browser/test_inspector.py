"""The inspector: what is clicked is explained, and what is pointed at is lit in both places."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from playwright.sync_api import Locator, expect

from backprop_core import Affine, Relu
from backprop_core.lessons import find_lesson
from tests.browser.page import Of, WhygradPage

L19 = find_lesson("L19")["document"]["values"]


def formula(inspector: Locator) -> Locator:
    return inspector.get_by_role("math").first


def written(inspector: Locator) -> str:
    """The first formula, as its signs stand in it."""
    return re.sub(r"\s+", "", formula(inspector).text_content() or "")


def operand(inspector: Locator, kind: Of, node: str) -> Locator:
    """What stands for a node's value or gradient in the first formula."""
    return formula(inspector).locator(f'[data-operand="{kind}"][data-node="{node}"]')


def matrix(inspector: Locator, of: Of, name: str) -> list[float]:
    """The numbers of the first matrix of that name."""
    grid = inspector.get_by_role("grid").filter(
        has=inspector.page.locator(f'[data-of="{of}"][data-name="{name}"]')
    )
    cells = grid.first.get_by_role("gridcell")
    return [float(n) for n in cells.evaluate_all("all => all.map(c => c.dataset.number)")]


def flat(array: Sequence[Sequence[float]]) -> list[float]:
    return [number for row in array for number in row]


def test_a_click_on_an_op_explains_the_value_it_makes(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(2)
    inspector = whygrad.inspect("y.dot")
    heading = inspector.get_by_role("heading", level=3)
    expect(heading).to_have_text("y.dot: the value dot makes")
    assert written(inspector) == "y.dot=x·W"
    expect(inspector.get_by_text("(3,) = (2,) · (2, 3)", exact=True)).to_be_visible()
    assert matrix(inspector, "value", "x") == [1, 2]
    assert matrix(inspector, "value", "W") == [1, 2, 3, 4, 5, 6]
    assert matrix(inspector, "value", "y.dot") == [9, 12, 15]


def test_a_click_on_a_wire_explains_its_message_with_the_names_of_the_network(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L19")
    whygrad.go_last()
    whygrad.first.click()
    whygrad.click_wire("X>A1")
    inspector = whygrad.region("Inspector")
    expect(inspector.get_by_role("heading", level=3)).to_have_text(
        "Message from Affine to X: ∂L/∂X"
    )
    assert written(inspector) == "∂L∂X=∂L∂A1·W1T"
    assert formula(inspector).evaluate("m => m.namespaceURI") == (
        "http://www.w3.org/1998/Math/MathML"
    )
    expect(inspector.get_by_text("(4, 2) = (4, 3) · (3, 2)", exact=True)).to_be_visible()
    expect(inspector.get_by_role("grid", name="W1ᵀ, shape (3, 2)")).to_be_visible()
    whygrad.go_last()
    expected = find_lesson("L19")["expected"]["gradients"]
    assert matrix(inspector, "gradient", "A1") == pytest.approx(flat(expected["A1"]))
    assert matrix(inspector, "value", "W1") == [1, 0, -1, -1, 1, -1]
    assert matrix(inspector, "gradient", "X") == pytest.approx(flat(expected["X"]))


def test_a_click_on_a_number_shows_all_its_digits(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.edit("x", (), "1/3")
    whygrad.go_last()
    whygrad.cell("value", "x", region="Values").click()
    inspector = whygrad.region("Inspector")
    expect(inspector.get_by_text("x = 0.3333333333333333", exact=True)).to_be_visible()


def test_value_and_gradient_stand_side_by_side(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.go_last()
    inspector = whygrad.inspect("s")
    pair = [
        inspector.locator(f'[role="gridcell"][data-of="{of}"][data-name="s"]').last.bounding_box()
        for of in ("value", "gradient")
    ]
    value, gradient = pair
    assert value
    assert gradient
    assert value["y"] == gradient["y"]
    assert value["x"] + value["width"] < gradient["x"]


def test_without_a_selection_the_inspector_follows_the_steps(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    inspector = whygrad.open_inspector()
    heading = inspector.get_by_role("heading", level=3)
    expect(inspector).to_contain_text("Step forward, or click")
    for step, title in (
        (1, "y.dot: the value dot makes"),
        (2, "y: the value add makes"),
        (5, "Message from dot to W: ∂L/∂W"),
    ):
        whygrad.go(step)
        expect(heading).to_have_text(title)
    whygrad.inspect("b")
    whygrad.next.click()
    expect(heading).to_have_text("b: a parameter")
    inspector.get_by_role("button", name="Follow the steps").click()
    expect(heading).to_have_text("Message from dot to x: ∂L/∂x")


def test_pointing_at_an_operand_lights_its_wire(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(6)
    inspector = whygrad.open_inspector()
    expect(whygrad.lit).to_have_count(0)
    operand(inspector, "value", "W").hover()
    expect(whygrad.edge("W>y.dot")).to_have_attribute("data-lit", "value")
    operand(inspector, "gradient", "y.dot").hover()
    expect(whygrad.edge("y.dot>y")).to_have_attribute("data-lit", "gradient")
    expect(whygrad.edge("W>y.dot")).not_to_have_attribute("data-lit", "value")
    whygrad.narration.hover()
    expect(whygrad.lit).to_have_count(0)


def test_pointing_at_a_wire_lights_its_operand(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(1)
    inspector = whygrad.open_inspector()
    whygrad.point_at_wire("W>y.dot")
    expect(operand(inspector, "value", "W")).to_have_attribute("data-lit", "value")
    expect(operand(inspector, "value", "x")).not_to_have_attribute("data-lit", "value")
    whygrad.point_at_wire("x>y.dot")
    expect(operand(inspector, "value", "x")).to_have_attribute("data-lit", "value")
    expect(operand(inspector, "value", "W")).not_to_have_attribute("data-lit", "value")


def test_a_click_pins_what_is_lit_and_another_lets_it_go(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(1)
    inspector = whygrad.open_inspector()
    in_formula = operand(inspector, "value", "W")
    caption = inspector.get_by_role("button", name="W", exact=True)
    for pin in (in_formula, caption):
        pin.click()
        whygrad.narration.hover()
        expect(caption).to_have_attribute("aria-pressed", "true")
        expect(in_formula).to_have_attribute("data-lit", "value")
        expect(whygrad.edge("W>y.dot")).to_have_attribute("data-lit", "value")
        in_formula.click()
        expect(caption).to_have_attribute("aria-pressed", "false")
    caption.press("Enter")
    expect(caption).to_have_attribute("aria-pressed", "true")
    whygrad.press("Escape")
    expect(caption).to_have_attribute("aria-pressed", "false")


def test_what_a_layer_keeps_for_the_way_back_is_shown_once_it_has_run(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L19")
    inspector = whygrad.region("Inspector")
    whygrad.node("Z1").press("Enter")
    expect(inspector.get_by_text("not computed yet").first).to_be_visible()
    whygrad.go(4)
    affine = Affine(L19["W1"], L19["b1"])
    relu = Relu()
    relu.forward(affine.forward(L19["X"]))
    assert matrix(inspector, "value", "Z1.mask") == relu.mask.ravel().tolist()
    whygrad.node("A1").press("Enter")
    assert matrix(inspector, "value", "A1.x") == flat(L19["X"])
    whygrad.node("L").press("Enter")
    assert matrix(inspector, "value", "L.t") == flat(L19["t"])
    assert matrix(inspector, "value", "L.y")[:4] == pytest.approx([1 / 3, 2 / 3, 2 / 3, 1 / 3])


def test_at_a_branch_the_inspector_lists_the_roads_and_their_sum(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.go_last()
    inspector = whygrad.inspect("x")
    expect(inspector).to_contain_text("The sum of all 2 messages.")
    for road in ("Message 1 of 2, from +", "Message 2 of 2, from ×"):
        expect(inspector.get_by_role("button", name=road)).to_be_visible()
    whygrad.go(7)
    expect(inspector).to_contain_text("The sum so far: 1 of 2 messages.")
    whygrad.go(3)
    expect(inspector).to_contain_text("None of 2 messages has come yet.")


def test_a_line_of_the_program_leads_to_what_it_makes(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.region("Network").get_by_role("button", name="Inspect line 2").click()
    expect(whygrad.region("Inspector").get_by_role("heading", level=3)).to_have_text(
        "s: the value add makes"
    )

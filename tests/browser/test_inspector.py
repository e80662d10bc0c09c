"""The inspector: what is pointed at, its formula, its matrices, what is kept, its code."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.page import WhygradPage

UNFOLD = "Inspector"


def inspector(whygrad: WhygradPage) -> Locator:
    """The region, unfolded."""
    region = whygrad.region("Inspector")
    fold = region.get_by_role("button", name=UNFOLD, exact=True)
    if fold.get_attribute("aria-expanded") == "false":
        fold.click()
    return region


def title(region: Locator) -> Locator:
    """The line that says what it is about."""
    return region.get_by_role("heading", level=3)


def operand(region: Locator, name: str) -> Locator:
    """An operand in the formula."""
    return region.locator("math").first.locator("[data-operand]").get_by_text(name, exact=True)


def name_of_matrix(region: Locator, name: str) -> Locator:
    """The name beside a matrix, which pins it."""
    return region.get_by_role("button", name=name, exact=True)


def test_the_inspector_follows_the_steps(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    expect(title(region)).to_have_count(0)
    whygrad.next.click()
    expect(title(region)).to_have_text("y.dot: the value dot makes")
    whygrad.go(6)
    expect(title(region)).to_have_text("Message from dot to x: ∂L/∂x")
    expect(region.get_by_text("(2,) = (3,) · (3, 2)")).to_be_visible()


def test_a_selection_stays_until_the_steps_are_followed_again(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.node("y.dot").first.click()
    whygrad.go(5)
    expect(title(region)).to_have_text("y.dot: the value dot makes")
    region.get_by_role("button", name="Follow the steps").click()
    expect(title(region)).to_have_text("Message from dot to W: ∂L/∂W")


def test_a_transposed_matrix_names_the_cells_of_the_matrix_itself(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.go(6)
    first_row = region.get_by_role("grid", name="Wᵀ").get_by_role("row").first
    cells = first_row.get_by_role("gridcell")
    expect(cells).to_have_text(["1", "4"])
    expect(cells.nth(1)).to_have_attribute("data-index", "1,0")
    whygrad.expect_number("value", "W", (1, 0), 4.0, region="Inspector")


def test_a_value_not_computed_yet_is_no_zero(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.node("y").first.click()
    expect(region.get_by_text("not computed yet").first).to_be_visible()
    expect(region.locator('[data-name="y"][data-number]')).to_have_count(0)
    whygrad.next.click()
    whygrad.next.click()
    whygrad.expect_number("value", "y", (2,), 16.0, region="Inspector")
    expect(region.get_by_text("not computed yet")).to_have_count(0)


def test_an_operand_and_its_matrix_light_up_together(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.go(6)
    lit = region.locator(".lit")
    operand(region, "W").hover()
    expect(lit).to_have_count(2)
    whygrad.page.mouse.move(5, 5)
    expect(lit).to_have_count(0)


def test_a_pinned_operand_stays_lit_until_escape(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.go(6)
    operand(region, "W").click()
    whygrad.page.mouse.move(5, 5)
    expect(name_of_matrix(region, "Wᵀ")).to_have_attribute("aria-pressed", "true")
    expect(region.locator(".lit")).to_have_count(2)
    whygrad.page.keyboard.press("Escape")
    expect(name_of_matrix(region, "Wᵀ")).to_have_attribute("aria-pressed", "false")


def test_an_operand_is_pinned_with_the_keyboard(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    region = inspector(whygrad)
    whygrad.go(6)
    name = name_of_matrix(region, "∂L/∂y.dot")
    name.press("Enter")
    expect(name).to_have_attribute("aria-pressed", "true")
    name.press("Enter")
    expect(name).to_have_attribute("aria-pressed", "false")


def test_the_sum_at_a_branch_fills_one_message_after_the_other(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    region = inspector(whygrad)
    whygrad.node("x").first.click()
    expect(region.get_by_text("None of 2 messages has come yet.")).to_be_visible()
    expect(region.locator('[data-of="gradient"][data-number]')).to_have_count(0)
    whygrad.go(whygrad.steps() - 1)
    whygrad.page.keyboard.press("End")
    expect(region.get_by_text("The sum of all 2 messages.")).to_be_visible()
    whygrad.expect_number("gradient", "x", (), 21.0, region="Inspector")
    roads = {"x>s": 6.0, "x>p": 15.0}
    for road, number in roads.items():
        whygrad.expect_number("gradient", road, (), number, region="Inspector")


def test_a_layer_shows_what_it_keeps_and_the_code_that_runs(whygrad: WhygradPage) -> None:
    whygrad.open("L06")
    region = inspector(whygrad)
    whygrad.go(1)
    expect(region.get_by_role("heading", name="Keeps for the way back")).to_be_visible()
    expect(region.get_by_role("grid", name="mask")).to_be_visible()
    expect(region.locator("[aria-current]:visible")).to_have_text("    out = np.maximum(0.0, x)")
    whygrad.go(2)
    expect(region.get_by_role("tab", name="backward")).to_have_attribute("aria-selected", "true")
    expect(region.locator("[aria-current]:visible")).to_have_count(1)
    region.get_by_role("tab", name="backward").press("ArrowLeft")
    expect(region.get_by_role("tabpanel", name="forward")).to_be_visible()


def test_a_layer_opens_to_its_operations_and_closes_again(whygrad: WhygradPage) -> None:
    whygrad.open("L06")
    region = inspector(whygrad)
    whygrad.go(1)
    region.get_by_role("button", name="Open Relu to its operations").click()
    close = region.get_by_role("button", name="Close Relu y")
    expect(close).to_be_visible()
    close.click()
    expect(region.get_by_role("button", name="Open Relu to its operations")).to_be_visible()


def test_a_selected_cell_is_outlined_and_shows_every_digit(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    region = inspector(whygrad)
    whygrad.go(4)
    whygrad.node("A2").first.click()
    cell = whygrad.cell("value", "A2", (0, 1), region="Inspector").first
    cell.click()
    expect(cell).to_have_attribute("aria-selected", "true")
    number = cell.get_attribute("data-number")
    expect(region.get_by_text(f"A2[0, 1] = {number}")).to_be_visible()

"""Why this number: where it goes, where it comes from, and the same for all cells at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.page import Of, WhygradPage

AXE = Axe()

WIDE = {
    "format": 1,
    "title": "Wide",
    "program": "Y = X @ W\nZ = Y * Y\nL = sum(Z)",
    "values": {
        "X": [[1 if row == column else 0 for column in range(20)] for row in range(20)],
        "W": [[row - column for column in range(20)] for row in range(20)],
    },
}


class Stage:
    """The stage, on which one cell explains itself."""

    def __init__(self, whygrad: WhygradPage) -> None:
        self.region = whygrad.page.get_by_role("region", name="Explanation")
        self.panel = self.region.get_by_role("tabpanel")
        self.title = self.region.get_by_role("heading", level=2)
        self.words = self.region.get_by_role("contentinfo").or_(self.region.locator("footer"))

    def tab(self, name: str) -> Locator:
        return self.region.get_by_role("tab", name=name)

    def beat(self, number: int) -> Locator:
        return self.region.get_by_role("radio", name=re.compile(f"^{number} "))

    def button(self, name: str | re.Pattern[str]) -> Locator:
        return self.region.get_by_role("button", name=name)

    def row(self, name: str | re.Pattern[str]) -> Locator:
        return self.panel.get_by_role("row", name=name)

    def matrix(self, caption: str) -> Locator:
        return self.panel.locator(
            f'[role="grid"][aria-label^={json.dumps(caption, ensure_ascii=False)}]'
        )

    def numbers(self, caption: str, which: int = 0) -> list[float]:
        grid = self.matrix(caption).nth(which)
        cells = grid.get_by_role("gridcell").evaluate_all("all => all.map(c => c.dataset.number)")
        return [float(cell) for cell in cells]


def explained(
    whygrad: WhygradPage, of: Of, name: str, index: Sequence[int], *, still: bool = True
) -> Stage:
    """Opens a cell from the inspector, at the last step."""
    if still:
        whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.go_last()
    inspector = whygrad.inspect(name)
    place = ",".join(map(str, index))
    found = f'[role="gridcell"][data-of="{of}"][data-name="{name}"][data-index="{place}"]'
    inspector.locator(found).first.click()
    stage = Stage(whygrad)
    expect(stage.panel).to_be_visible()
    return stage


def scores(whygrad: WhygradPage) -> Stage:
    """Opens a score of the network of chapter 5 where all is said of it: beat 4, from the graph."""
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L19")
    whygrad.go(5)
    whygrad.cell("value", "A2", (0, 0), region="Graph").first.click(force=True)
    return at_beat(Stage(whygrad), 4)


def at_beat(stage: Stage, beat: int) -> Stage:
    stage.beat(beat).click()
    expect(stage.beat(beat)).to_be_checked()
    return stage


def test_where_it_goes_is_each_cell_it_reaches_what_that_is_worth_and_the_sum(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    stage = explained(whygrad, "value", "x", (0,))
    for column, moved in enumerate(("+0.1", "+0.2", "+0.3")):
        row = stage.row(re.compile(rf"^y\.dot\[{column}\]"))
        expect(row).to_contain_text(moved)
        expect(row).to_contain_text(f"W[0,{column}] = {column + 1}")
    expect(stage.panel.get_by_text("row 0: how far each y.dot moves when x[0]")).to_be_visible()
    expect(stage.panel.get_by_text("L moves by")).to_be_hidden()
    at_beat(stage, 2)
    expect(stage.row(re.compile(r"^y\.dot\[2\]"))).to_contain_text("× −1")
    at_beat(stage, 3)
    expect(stage.row(re.compile("L moves by"))).to_contain_text("+0.2")
    expect(stage.panel.get_by_text("0.2 / 0.1 = 2 = ∂L/∂x[0]")).to_be_visible()


def test_the_step_is_as_large_as_it_is_asked_for(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    stage = at_beat(explained(whygrad, "value", "x", (1,)), 3)
    step = stage.region.get_by_role("textbox", name="Nudge by")
    step.fill("1/2")
    step.press("Enter")
    expect(stage.panel.get_by_text("4 / 0.5 = 8 = ∂L/∂x[1]")).to_be_visible()
    step.fill("nothing")
    step.press("Enter")
    expect(step).to_have_value("0.5")


def test_where_it_comes_from_is_the_products_with_their_symbols_and_numbers(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    stage = explained(whygrad, "gradient", "x", (0,))
    expect(stage.tab("Where it comes from")).to_have_attribute("aria-selected", "true")
    expect(
        stage.panel.get_by_text("∂L/∂x[0] = 1 · 1 + 2 · 2 + (−1) · 3 = 2", exact=True)
    ).to_be_visible()
    expect(stage.row(re.compile(r"y\.dot\[\d\] · W"))).to_have_count(3)
    expect(stage.panel.get_by_text("wire W → dot")).to_have_count(1)


def test_one_walks_from_a_weight_to_the_loss_and_the_trail_leads_back(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L19")
    stage = explained(whygrad, "gradient", "W1", (0, 0))
    for cell in ("∂L/∂A1[2,0]", "∂L/∂Z1[2,0]", "∂L/∂A2[2,1]", "∂L/∂L"):
        stage.panel.get_by_role("button", name=cell, exact=True).first.click()
        expect(stage.title).to_have_text(cell)
    expect(stage.words).to_contain_text("The backward pass begins here")
    trail = stage.region.get_by_role("navigation", name="How you came here")
    expect(trail.get_by_role("button")).to_have_count(3)
    trail.get_by_role("button", name="∂L/∂Z1[2,0]", exact=True).click()
    expect(stage.title).to_have_text("∂L/∂Z1[2,0]")
    expect(stage.button("∂L/∂A1[2,0]").first).to_be_visible()


def test_a_value_with_two_consumers_has_two_roads_that_add_up(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    stage = explained(whygrad, "gradient", "x", ())
    expect(stage.panel.get_by_text(re.compile(r"^∂f/∂x = 15 \+ 6 = 21$"))).to_be_visible()
    expect(stage.words).to_contain_text("used 2 times")
    stage.tab("Where it goes").click()
    at_beat(stage, 4)
    stage.panel.get_by_role("button", name="the roads add up").click()
    rows = stage.panel.get_by_role("row")
    expect(rows).to_have_count(3)
    expect(rows.last).to_contain_text("21")


def test_one_message_of_several_is_explained_by_itself(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    stage = explained(whygrad, "gradient", "x", ())
    stage.panel.get_by_role("button", name="by ×").click()
    expect(stage.title).to_have_text("∂f/∂x ← p")
    expect(stage.panel.get_by_text("∂f/∂x ← p = 5 · 3 = 15", exact=True)).to_be_visible()
    expect(stage.region.get_by_role("tab", name="Where it goes")).to_have_count(0)


def test_a_cell_of_a_message_in_the_inspector_opens_it(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.go_last()
    whygrad.click_wire("x>p")
    message = whygrad.region("Inspector").locator('[role="gridcell"][data-of="gradient"]')
    message.and_(whygrad.page.locator('[data-name="x>p"]')).first.click()
    expect(Stage(whygrad).title).to_have_text("∂f/∂x ← p")


def test_the_row_of_w_that_was_read_is_copied_into_a_column(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    stage = explained(whygrad, "value", "x", (0,), still=False)
    stage.beat(4).click()
    expect(stage.words).to_contain_text("Row 0 of W was read")
    transposed = stage.matrix("Wᵀ")
    filled = (
        transposed.get_by_role("gridcell")
        .locator("visible=true")
        .filter(has_not_text=re.compile("^$"))
    )
    expect(filled).to_have_count(6)
    expect(stage.panel.locator("math")).to_be_hidden()
    expect(stage.words).to_contain_text("Row 1 of W was read")
    expect(stage.panel.locator("math")).to_be_visible(timeout=15_000)
    assert stage.numbers("Wᵀ") == [1, 4, 2, 5, 3, 6]
    expect(stage.panel.get_by_text("One slope for each cell of x")).to_be_visible()


def test_square_matrices_stand_transposed_too(whygrad: WhygradPage) -> None:
    whygrad.open("L27")
    stage = at_beat(explained(whygrad, "value", "x", (0,)), 4)
    assert stage.numbers("W,") == [1, 2, 3, 4]
    assert stage.numbers("Wᵀ") == [1, 3, 2, 4]


def test_dw_is_one_outer_product_a_sample_added(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    stage = at_beat(explained(whygrad, "value", "W", (0, 0)), 4)
    outer = [stage.numbers(f"X[{n}]ᵀ") for n in range(4)]
    assert [sum(cells) for cells in zip(*outer, strict=True)] == stage.numbers("∂L/∂W")
    expect(stage.words).to_contain_text("One outer product a sample")
    expect(stage.panel.locator("math")).to_contain_text("X")


def test_samples_do_not_mix_in_dx(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    stage = at_beat(explained(whygrad, "value", "X", (0, 0)), 4)
    expect(stage.words).to_contain_text("samples do not mix")


def test_one_bias_is_used_by_every_sample(whygrad: WhygradPage) -> None:
    whygrad.open("L10")
    stage = at_beat(explained(whygrad, "value", "B", (0,)), 4)
    assert stage.numbers("B × 2") == [1, 2, 3, 1, 2, 3]
    assert stage.numbers("∂L/∂B") == [5, 7, 9]
    expect(stage.words).to_contain_text("used 2 times")


def test_the_switch_of_a_relu_was_set_on_the_way_forward(whygrad: WhygradPage) -> None:
    whygrad.open("L06")
    stage = at_beat(explained(whygrad, "value", "x", (0, 1)), 4)
    assert stage.numbers("[x > 0]") == stage.numbers("[x > 0]", 1) == [1, 0, 0, 1]
    expect(stage.words).to_contain_text("switch was set on the way forward")


def test_softmax_by_hand_has_a_sum_road_and_a_straight_road(whygrad: WhygradPage) -> None:
    whygrad.open("L14")
    stage = at_beat(explained(whygrad, "value", "e", (1,)), 4)
    stage.panel.get_by_role("button", name="the roads add up").click()
    rows = stage.panel.get_by_role("row")
    texts = [re.findall(r"[−\d.]+", text.split("\n", 1)[-1]) for text in rows.all_inner_texts()]
    roads = [[float(number.replace("−", "-")) for number in row[-3:]] for row in texts]
    assert roads[2] == pytest.approx([one + other for one, other in zip(*roads[:2], strict=True)])


def test_softmax_with_loss_shows_y_and_minus_t_and_where_1_over_n_is_from(
    whygrad: WhygradPage,
) -> None:
    stage = scores(whygrad)
    rows = stage.panel.get_by_role("row")
    names = [rows.nth(n).get_by_role("rowheader").inner_text() for n in range(4)]
    assert names == ["y", "−t", "y − t", "· 1/4 → ∂L/∂A2[0]"]
    expect(stage.words).to_contain_text("1/4")


def test_the_beats_are_played_and_stopped_by_one_button(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    stage = explained(whygrad, "value", "x", (0,))
    stage.button("Play").click()
    expect(stage.beat(1)).to_be_checked()
    expect(stage.beat(2)).to_be_checked()
    stage.button("Stop").click()
    expect(stage.button("Play")).to_be_focused()
    stage.button(re.compile("^Next: 3")).click()
    expect(stage.beat(3)).to_be_checked()


def test_the_stage_is_walked_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L08")
    whygrad.go_last()
    cell = whygrad.cell("value", "x", (0,), region="Values")
    cell.focus()
    keyboard = whygrad.page.keyboard
    keyboard.press("Space")
    stage = Stage(whygrad)
    expect(stage.panel).to_be_visible()
    expect(cell).to_be_focused()
    stage.beat(1).focus()
    keyboard.press("ArrowRight")
    keyboard.press("ArrowRight")
    expect(stage.beat(3)).to_be_checked()
    expect(stage.beat(3)).to_be_focused()
    keyboard.press("End")
    expect(stage.beat(4)).to_be_focused()
    keyboard.press("Shift+Tab")
    expect(stage.button("Back to the graph")).to_be_focused()
    keyboard.press("Shift+Tab")
    expect(stage.tab("Where it goes")).to_be_focused()
    keyboard.press("ArrowRight")
    expect(stage.tab("Where it comes from")).to_be_focused()
    expect(stage.words).to_contain_text("x[0] is given")
    keyboard.press("Home")
    expect(stage.tab("Where it goes")).to_be_focused()
    expect(stage.region.get_by_role("tabpanel", name="Where it goes")).to_be_visible()
    keyboard.press("Escape")
    expect(stage.region).to_be_hidden()
    expect(cell).to_be_focused()


def test_from_the_graph_the_stage_takes_the_focus_and_gives_it_back(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go_last()
    box = whygrad.cell("value", "W", (0, 0), region="Graph").first.bounding_box()
    assert box is not None
    whygrad.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    stage = Stage(whygrad)
    expect(stage.title).to_have_text("W[0,0]")
    expect(stage.beat(1)).to_be_focused()
    stage.button("Back to the graph").click()
    expect(stage.region).to_be_hidden()
    expect(whygrad.node("W")).to_be_visible()


def test_numbers_that_are_fetched_are_worth_what_they_are(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.paste(WIDE)
    whygrad.go_last()
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.inspect("X")
    heat = whygrad.region("Inspector").get_by_role("grid", name=re.compile("^X")).first
    heat.click()
    stage = at_beat(Stage(whygrad), 3)
    expect(stage.row(re.compile("L moves by"))).not_to_contain_text("+0 ")
    total = stage.row(re.compile("L moves by")).inner_text().split()[-1]
    assert float(total.replace("−", "-")) != 0


def going(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    at_beat(explained(whygrad, "value", "W1", (0, 0)), 3)


def coming(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    explained(whygrad, "gradient", "x", ())


def whole(whygrad: WhygradPage) -> None:
    whygrad.open("L11")
    at_beat(explained(whygrad, "value", "W", (0, 0)), 4)


def strips(whygrad: WhygradPage) -> None:
    scores(whygrad)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("state", [going, coming, whole, strips], ids=lambda one: one.__name__)
def test_axe_finds_nothing_serious_on_the_stage(
    whygrad: WhygradPage, state: Callable[[WhygradPage], None], theme: str
) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    state(whygrad)
    serious = [
        f"{violation['id']}: {node['html'][:200]}\n{node['failureSummary']}"
        for violation in AXE.run(whygrad.page).response["violations"]
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert not serious, "\n".join(serious)

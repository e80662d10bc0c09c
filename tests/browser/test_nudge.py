"""A number moved by hand: what it moves, what it says of the gradient, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Request, WebSocket, expect

from tests.browser.page import WhygradPage
from tests.browser.serve import Served
from tests.browser.test_keyboard import tab_to

AXE = Axe()

AFFINE = {
    "format": 1,
    "title": "One sample",
    "program": "y = Affine(x, W, b)",
    "values": {"x": [1, 2], "W": [[1, 2, 3], [4, 5, 6]], "b": [1, 1, 1]},
    "upstream": [1, 2, -1],
}
CURVED = {
    "format": 1,
    "title": "Curved",
    "program": "y = exp(x)\nz = sum(y)",
    "values": {"x": [1, 0]},
}
KINK = {"format": 1, "title": "Kink", "program": "y = Relu(x)", "values": {"x": [0, 1, -0.05]}}
LABELS = {
    "format": 1,
    "title": "Labels",
    "program": "L = SoftmaxWithLoss(x, t)",
    "values": {"x": [[1, 2], [3, 5]], "t": [0, 1]},
}


def nudging(
    whygrad: WhygradPage, document: dict[str, Any], name: str, index: Sequence[int]
) -> Locator:
    """Opens a document, and the nudge of one of its numbers; gives the stage."""
    whygrad.open("L04")
    whygrad.paste(document)
    whygrad.go_last()
    inspector = whygrad.inspect(name)
    place = f'[role="gridcell"][data-of="value"][data-name="{name}"]'
    inspector.locator(f'{place}[data-index="{",".join(map(str, index))}"]').first.click()
    stage = whygrad.page.get_by_role("region", name="Explanation")
    stage.get_by_role("tab", name="Nudge").click()
    expect(stage.get_by_role("tab", name="Nudge")).to_have_attribute("aria-selected", "true")
    return stage


def step(stage: Locator) -> Locator:
    return stage.get_by_label("by", exact=False).and_(stage.get_by_role("textbox"))


def moved(stage: Locator, name: str) -> Locator:
    """The matrix of a value after the nudge."""
    return stage.get_by_role("grid", name=f"{name} ", exact=False)


def said(stage: Locator) -> Locator:
    """Loss, slope, gradient and verdict."""
    return stage.get_by_role("region", name="The slope and the gradient")


def plotted(stage: Locator) -> Locator:
    """The plot of the loss, once it is drawn."""
    return stage.get_by_role("img", name="its tangent has the gradient")


def nudge(stage: Locator, by: str) -> None:
    step(stage).fill(by)
    step(stage).press("Enter")


def test_a_nudge_stands_as_a_ghost_on_every_cell_that_moves_and_moves_the_loss(
    whygrad: WhygradPage,
) -> None:
    stage = nudging(whygrad, AFFINE, "x", [0])
    cells = moved(stage, "y").get_by_role("gridcell")
    expect(cells).to_have_text(["10.1+0.1", "13.2+0.2", "16.3+0.3"])
    expect(moved(stage, "x").get_by_role("gridcell")).to_have_text(["1.1+0.1", "2.0"])
    expect(said(stage)).to_contain_text("L20→20.2+0.2")
    expect(said(stage)).to_contain_text("slope0.2 / 0.1 = 2")
    expect(said(stage)).to_contain_text("gradient∂L/∂x[0] = 2")
    expect(said(stage)).to_contain_text("The slope and the gradient agree.")


def test_a_value_that_is_no_leaf_is_nudged_too_and_cannot_be_kept(whygrad: WhygradPage) -> None:
    stage = nudging(whygrad, CURVED, "y", [0])
    expect(moved(stage, "y")).to_be_visible()
    expect(said(stage)).to_contain_text("slope0.1 / 0.1 = 1")
    expect(stage.get_by_role("button", name="Keep")).to_have_count(0)


def test_a_nudge_leaves_the_document_until_it_is_kept_and_undo_takes_that_back(
    whygrad: WhygradPage,
) -> None:
    stage = nudging(whygrad, AFFINE, "x", [0])
    nudge(stage, "1/2")
    expect(said(stage)).to_contain_text("L20→21+1")
    assert whygrad.number("value", "x", (0,), "Values") == 1
    whygrad.expect_nothing_to_do(whygrad.undo)
    stage.get_by_role("button", name="Keep").click()
    whygrad.expect_number("value", "x", (0,), 1.5, "Values")
    expect(said(stage)).to_contain_text("L21→22+1")
    expect(stage.get_by_role("button", name="Keep")).to_be_focused()
    whygrad.undo.click()
    whygrad.expect_number("value", "x", (0,), 1, "Values")
    expect(said(stage)).to_contain_text("L20→21+1")


def test_the_slider_moves_it_by_keyboard_and_says_that_0_moves_nothing(
    whygrad: WhygradPage,
) -> None:
    stage = nudging(whygrad, AFFINE, "x", [0])
    slider = stage.get_by_role("slider")
    slider.focus()
    for _ in range(3):
        whygrad.page.keyboard.press("ArrowLeft")
    expect(step(stage)).to_have_value("0.04")
    expect(said(stage)).to_contain_text("slope0.08 / 0.04 = 2")
    for _ in range(2):
        whygrad.page.keyboard.press("ArrowLeft")
    expect(stage.get_by_role("alert")).to_have_text(
        "A step of 0 moves nothing: give one that moves x[0]."
    )
    whygrad.page.keyboard.press("ArrowLeft")
    expect(stage.get_by_role("alert")).to_have_count(0)
    expect(said(stage)).to_contain_text("slope−0.04 / (−0.02) = 2")
    expect(slider).to_be_focused()
    whygrad.page.keyboard.press("Escape")
    expect(stage).to_be_hidden()


def test_a_drag_asks_at_most_once_for_each_answer_and_ends_where_the_hand_is(
    whygrad: WhygradPage,
) -> None:
    asked: list[str] = []
    answered: list[str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda text: asked.extend(_of(text, "element.nudge")))
        socket.on("framereceived", lambda text: answered.extend(_of(text, "element.nudged")))

    whygrad.page.on("websocket", listen)
    stage = nudging(whygrad, AFFINE, "x", [0])
    slider = stage.get_by_role("slider")
    box = slider.bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    mouse = whygrad.page.mouse
    mouse.move(box["x"] + 0.55 * box["width"], y)
    mouse.down()
    for n in range(60):
        mouse.move(box["x"] + (0.55 + 0.006 * n) * box["width"], y)
    mouse.up()
    by = float(slider.input_value())
    assert by > 1
    expect(step(stage)).to_have_value(slider.input_value())
    whygrad.page.wait_for_function(
        "([cell, number]) => Math.abs(Number(cell.dataset.number) - number) < 1e-9",
        arg=[moved(stage, "x").get_by_role("gridcell").first.element_handle(), 1 + by],
    )
    assert len(asked) <= len(answered) + 1
    assert len(set(asked)) == len(asked)


def _of(frame: str | bytes, kind: str) -> list[str]:
    fields = json.loads(frame)
    return [fields["id"]] if fields["type"] == kind else []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0", "A step of 0 moves nothing: give one that moves x[0]."),
        ("half", "half is no known name. Known are pi, e, ln, exp, sqrt, abs, sin, cos and tanh."),
        ("1/0", "This divides by zero."),
        ("1e-300", "x: a step of 1e-300 does not move x[0], which is 1.0"),
        ("0,5", "Decimals take a point: 0.5, not 0,5."),
    ],
)
def test_a_step_that_is_none_is_said_beside_the_field_and_stays_there(
    whygrad: WhygradPage, typed: str, words: str
) -> None:
    stage = nudging(whygrad, AFFINE, "x", [0])
    expect(said(stage)).to_contain_text("L20→20.2")
    nudge(stage, typed)
    expect(stage.get_by_role("alert")).to_have_text(words)
    expect(step(stage)).to_have_value(typed)
    expect(step(stage)).to_have_attribute("aria-invalid", "true")
    nudge(stage, "0.2")
    expect(stage.get_by_role("alert")).to_have_count(0)
    expect(said(stage)).to_contain_text("L20→20.4")


def test_a_nudge_beyond_all_numbers_says_so(whygrad: WhygradPage) -> None:
    stage = nudging(whygrad, {**AFFINE, "values": {**AFFINE["values"], "x": [1e308, 2]}}, "x", [0])  # type: ignore[dict-item]
    nudge(stage, "1e308")
    expect(stage.get_by_role("alert")).to_contain_text("the moved number must be finite")


def test_a_target_says_that_it_takes_no_gradient(whygrad: WhygradPage) -> None:
    stage = nudging(whygrad, LABELS, "t", [0])
    expect(stage.get_by_role("alert")).to_have_text("t: a target takes no gradient")


@pytest.mark.parametrize(
    ("document", "index", "by", "words"),
    [
        (KINK, 0, "0.1", "A kink: x[0] stands where the ReLU y switches at 0."),
        (KINK, 2, "0.1", "A kink lies on this step: on it the ReLU y switches at 0"),
        (CURVED, 0, "1", "The step is too large"),
        (CURVED, 0, "1e-15", "The step is too small"),
        (CURVED, 0, "1000", "There is nothing to compare"),
    ],
)
def test_a_verdict_says_why_slope_and_gradient_differ(
    whygrad: WhygradPage, document: dict[str, Any], index: int, by: str, words: str
) -> None:
    stage = nudging(whygrad, document, "x", [index])
    nudge(stage, by)
    expect(said(stage)).to_contain_text(words)


def test_where_a_change_stops_is_said(whygrad: WhygradPage) -> None:
    stage = nudging(whygrad, KINK, "x", [2])
    nudge(stage, "-1")
    expect(stage.get_by_text("Nothing moves in: y.")).to_be_visible()
    expect(said(stage)).to_contain_text("slope0 / (−1) = 0")


def test_more_shows_the_central_difference_and_loads_plotly_for_a_plot_and_not_before(
    whygrad: WhygradPage,
) -> None:
    loaded: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith("/plotly.min.js"):
            loaded.append(request.url)

    whygrad.page.on("request", note)
    stage = nudging(whygrad, CURVED, "x", [0])
    expect(said(stage)).to_contain_text("gradient∂z/∂x[0] = 2.72")
    assert not loaded
    more = stage.get_by_role("button", name="More")
    more.click()
    expect(more).to_have_attribute("aria-expanded", "true")
    behind = stage.get_by_role("region", name="More")
    expect(behind).to_contain_text("central difference2.718281828")
    plot = plotted(stage)
    expect(plot).to_have_attribute(
        "aria-label",
        "z along x[0]: its tangent has the gradient 2.72, the secant of the nudge the slope 2.86.",
        timeout=30_000,
    )
    expect(plot).to_contain_text("tangent (gradient)")
    expect(plot).to_contain_text("x[0]")
    assert len(loaded) == 1
    nudge(stage, "0.5")
    expect(plot).to_have_attribute(
        "aria-label",
        "z along x[0]: its tangent has the gradient 2.72, the secant of the nudge the slope 3.53.",
    )
    more.click()
    expect(behind).to_be_hidden()


def test_a_lost_connection_is_said_and_the_answer_comes_when_it_is_back(
    whygrad_alone: WhygradPage, own_server: Served
) -> None:
    whygrad_alone.watch.allow("WebSocket connection to .* failed|socket error|Failed to load")
    stage = nudging(whygrad_alone, AFFINE, "x", [0])
    expect(said(stage)).to_contain_text("L20→20.2")
    own_server.stop()
    expect(stage.get_by_role("status")).to_contain_text("The connection is lost")
    nudge(stage, "0.2")
    expect(said(stage)).to_contain_text("L20→20.2")
    own_server.start()
    expect(said(stage)).to_contain_text("L20→20.4", timeout=30_000)
    expect(stage.get_by_role("status")).to_have_count(0)


def test_of_a_large_value_the_cells_that_move_are_listed_and_counted(whygrad: WhygradPage) -> None:
    large = {
        "format": 1,
        "title": "Large",
        "program": "y = x * w\nz = sum(y)",
        "values": {"x": [float(n) for n in range(600)], "w": [2.0]},
    }
    stage = nudging(whygrad, large, "w", [0])
    expect(
        stage.get_by_text("The 12 that move farthest, of 599 that move, of 600 in all.")
    ).to_be_visible()
    expect(stage.get_by_role("row", name="y[599]")).to_contain_text("1198 → 1257.9+59.9")


def test_the_nudge_is_opened_and_moved_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.paste(AFFINE)
    whygrad.go_last()
    keys = whygrad.page.keyboard
    whygrad.node("x").focus()
    keys.press("Enter")
    first = whygrad.cell("value", "x", (0,), region="Inspector").first
    tab_to(whygrad, first)
    keys.press("Enter")
    stage = whygrad.page.get_by_role("region", name="Explanation")
    tab_to(whygrad, stage.get_by_role("tab", selected=True), "Shift+Tab")
    for _ in range(4):
        if stage.get_by_role("tab", name="Nudge").get_attribute("aria-selected") == "true":
            break
        keys.press("ArrowRight")
    tab_to(whygrad, step(stage))
    keys.press("ControlOrMeta+a")
    keys.type("-0.1")
    keys.press("Enter")
    expect(said(stage)).to_contain_text("slope−0.2 / (−0.1) = 2")
    keys.press("ArrowUp")
    expect(step(stage)).to_have_value("0")
    keys.press("Escape")
    expect(step(stage)).to_have_value("-0.1")
    tab_to(whygrad, stage.get_by_role("button", name="Keep"))
    keys.press("Enter")
    whygrad.expect_number("value", "x", (0,), 0.9, "Values")
    tab_to(whygrad, stage.get_by_role("button", name="More"))
    keys.press("Enter")
    expect(stage.get_by_role("region", name="More")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_a_nudge(whygrad: WhygradPage, theme: str) -> None:
    whygrad.page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    stage = nudging(whygrad, CURVED, "x", [0])
    stage.get_by_role("button", name="More").click()
    expect(plotted(stage)).to_contain_text("tangent", timeout=30_000)
    _expect_no_violation(whygrad)
    nudge(stage, "0")
    expect(stage.get_by_role("alert")).to_contain_text("A step of 0")
    _expect_no_violation(whygrad)


def _expect_no_violation(whygrad: WhygradPage) -> None:
    found = AXE.run(whygrad.page).response["violations"]
    serious = [
        f"{violation['id']}: {node['html'][:200]}\n{node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
    assert not serious, "\n".join(serious)

"""Handwritten digits: images, heat maps, and the numbers in them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from backprop_core.lessons import find_lesson
from tests.browser.page import WhygradPage

VALUES = find_lesson("digits")["document"]["values"]
SIDE = 8

# How dark each pixel of the images is that a canvas shows, sample after sample, row after row.
DARKNESS = """(canvas, [rows, cols]) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const dark = [];
  for (let y = 0; y < rows; y++) for (let x = 0; x < cols; x++) {
    const [px, py] = [Math.floor((x + 0.5) * width / cols), Math.floor((y + 0.5) * height / rows)];
    dark.push(255 - data[4 * (py * width + px)]);
  }
  return dark;
}"""


def grid(whygrad: WhygradPage, name: str) -> Locator:
    return whygrad.region("Values").get_by_role("grid", name=re.compile(f"^{name}, "))


def point_at(whygrad: WhygradPage, picture: Locator, x: float, y: float) -> None:
    """Moves the mouse to a place of a picture, in parts of its width and height."""
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    assert box
    whygrad.page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])


def test_the_inputs_are_drawn_as_images(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    canvas = grid(whygrad, "X").locator("canvas")
    expect(canvas).to_be_visible()
    # Four images of eight pixels with a pixel between two.
    cols = 4 * SIDE + 3
    dark = canvas.evaluate(DARKNESS, [SIDE, cols])
    for sample in range(4):
        for row in range(SIDE):
            for col in range(SIDE):
                shown = dark[row * cols + sample * (SIDE + 1) + col]
                number = VALUES["X"][sample][row * SIDE + col]
                if number in (0, 16):
                    assert (shown > 128) == (number == 16), (sample, row, col)


def test_pointing_at_an_image_or_a_heat_map_names_the_number(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    values = whygrad.region("Values")
    point_at(whygrad, grid(whygrad, "W1").locator("canvas"), 0.999, 0.001)
    number = VALUES["W1"][0][11]
    expect(values).to_contain_text(f"W1[0, 11] = {number!r}".replace("-", "−"))
    point_at(whygrad, grid(whygrad, "X").locator("canvas"), 0.001, 0.999)
    expect(values).to_contain_text(f"X[0, 56] = {VALUES['X'][0][56]:g}")


def test_a_heat_map_is_zoomed_to_its_numbers(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    zoom = whygrad.region("Values").get_by_role("button", name=re.compile("^Numbers of W1"))
    small = grid(whygrad, "W1").locator("canvas").bounding_box()
    zoom.click()
    expect(zoom).to_have_attribute("aria-pressed", "true")
    window = grid(whygrad, "W1").locator("canvas").locator("xpath=../..")
    room = window.evaluate("e => [e.scrollWidth / e.clientWidth, e.scrollHeight / e.clientHeight]")
    assert max(room) > 2
    assert small
    zoom.click()
    expect(zoom).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize(("name", "shape"), [("W1", "(64, 12)"), ("X", "(4, 64)")])
def test_a_large_array_stands_on_its_card_as_a_picture_with_its_shape(
    whygrad: WhygradPage, name: str, shape: str
) -> None:
    whygrad.open("digits")
    node = whygrad.node(name)
    expect(node.locator("canvas").first).to_be_visible()
    expect(node).to_have_accessible_name(re.compile(re.escape(f"shape {shape}")))


def test_where_the_digits_come_from_is_said(whygrad: WhygradPage) -> None:
    whygrad.open("digits")
    for part in ("Optical Recognition of Handwritten Digits", "CC BY 4.0"):
        expect(whygrad.page.get_by_text(part).first).to_be_attached()


# How many dots are drawn over the pictures of the graph.
DRAWN = """graph => {
  const canvas = graph.querySelector("canvas[aria-hidden=true]:not([hidden])");
  if (!canvas) return 0;
  const copy = Object.assign(document.createElement("canvas"), {
    width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i] > 0) count++;
  return count;
}"""


def test_a_heat_map_in_the_graph_has_its_numbers_when_it_is_seen_from_near(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("digits")
    whygrad.go(1)
    graph = whygrad.region("Graph")
    assert graph.evaluate(DRAWN) == 0
    point_at(whygrad, whygrad.node("W1").locator("canvas").first, 0.5, 0.5)
    whygrad.page.keyboard.down("Control")
    whygrad.page.mouse.wheel(0, -1200)
    whygrad.page.keyboard.up("Control")
    whygrad.page.wait_for_function(f"graph => ({DRAWN})(graph) > 500", arg=graph.element_handle())
    whygrad.button("Follow the steps").click()
    whygrad.page.wait_for_function(f"graph => ({DRAWN})(graph) === 0", arg=graph.element_handle())


def test_numbers_of_large_arrays_that_an_edit_changes_are_marked_and_counted(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("digits")
    whygrad.go_last()
    graph = whygrad.region("Graph")
    whygrad.type_over("b1", (0,), "0.5")
    whygrad.page.wait_for_function(f"graph => ({DRAWN})(graph) > 50", arg=graph.element_handle())
    said = graph.get_by_role("status")
    # Far more than travel with an event: the whole of ∂L/∂W1 is fetched to tell.
    expect(said).to_have_text(re.compile(r"^Numbers that changed: .*∂L/∂W1: [2-7]\d\d, b1: 1, "))
    # After a second nothing is left of it.
    whygrad.page.wait_for_function(f"graph => ({DRAWN})(graph) === 0", arg=graph.element_handle())

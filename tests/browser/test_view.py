"""The picture as it is seen: panning, zooming, fitting, themes, sizes of screens, touch."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from playwright.sync_api import FloatRect, Locator, ViewportSize, expect

from tests.browser.page import Region, WhygradPage
from tests.browser.shown import places

SCREENS = [(1024, 768), (1280, 720), (1440, 900), (1920, 1080), (2560, 1440)]


def box(element: Locator) -> FloatRect:
    found = element.bounding_box()
    assert found
    return found


def middle(element: Locator) -> tuple[float, float]:
    found = box(element)
    return found["x"] + found["width"] / 2, found["y"] + found["height"] / 2


def overlap(one: FloatRect, other: FloatRect) -> bool:
    return (
        one["x"] + one["width"] > other["x"] + 1
        and other["x"] + other["width"] > one["x"] + 1
        and one["y"] + one["height"] > other["y"] + 1
        and other["y"] + other["height"] > one["y"] + 1
    )


def empty_place(whygrad: WhygradPage) -> tuple[float, float]:
    """A place in the graph with nothing on it."""
    graph = box(whygrad.region("Graph"))
    return graph["x"] + 12, graph["y"] + graph["height"] - 12


def expect_light(whygrad: WhygradPage, *, light: bool) -> None:
    """Waits until what is behind everything is light, or dark."""
    whygrad.page.wait_for_function(
        "light => { const color = getComputedStyle(document.body).backgroundColor;"
        "const [r, g, b] = color.match(/[0-9.]+/g).map(Number);"
        "return light ? Math.min(r, g, b) > 200 : Math.max(r, g, b) < 60; }",
        arg=light,
    )


def test_dragging_moves_the_picture_and_fit_brings_it_back(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    before = places(whygrad)
    x, y = empty_place(whygrad)
    mouse = whygrad.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x + 30, y - 20, steps=3)
    mouse.move(x + 60, y - 40, steps=3)
    mouse.up()
    after = places(whygrad)
    for name, (left, top, width, height) in before.items():
        assert after[name] == pytest.approx([left + 60, top - 40, width, height], abs=1), name
    whygrad.button("Fit").click()
    expect_places(whygrad, before)


def expect_places(whygrad: WhygradPage, expected: dict[str, list[float]]) -> None:
    """Waits until everything is in these places again."""
    left, top, *_ = expected["y.dot"]
    whygrad.page.wait_for_function(
        "([node, left, top]) => {"
        "const { x, y } = node.getBoundingClientRect();"
        "return Math.round(x) === left && Math.round(y) === top; }",
        arg=[whygrad.node("y.dot").element_handle(), left, top],
    )
    assert places(whygrad) == expected


def test_zooming_by_button_by_key_and_by_wheel_makes_it_larger_and_smaller(
    whygrad: WhygradPage,
) -> None:
    whygrad.open("L08")
    op = whygrad.node("y.dot")

    def apart() -> float:
        """How far two ops are from each other."""
        (one, _), (other, _) = middle(op), middle(whygrad.node("y"))
        return other - one

    first = apart()
    whygrad.button("Zoom in").click()
    second = apart()
    assert second > first + 5
    whygrad.button("Zoom out").click()
    assert apart() == pytest.approx(first, abs=0.5)
    op.press("+")
    assert apart() == pytest.approx(second, abs=0.5)
    op.press("-")
    op.press("+")
    assert apart() == pytest.approx(second, abs=0.5)
    op.press("f")
    assert apart() == pytest.approx(first, abs=0.5)
    at, width = middle(op), box(op)["width"]
    whygrad.page.mouse.move(*at)
    whygrad.page.keyboard.down("Control")
    whygrad.page.mouse.wheel(0, -200)
    whygrad.page.keyboard.up("Control")
    whygrad.page.wait_for_function(
        "([op, width]) => op.getBoundingClientRect().width > width + 4",
        arg=[op.element_handle(), width],
    )
    assert apart() > first + 5
    # What is under the pointer stays under it.
    assert middle(op) == pytest.approx(at, abs=2)


@pytest.mark.parametrize("lesson", ["L04", "L08", "L19", "digits"])
def test_all_of_a_network_is_in_view_before_its_first_step(
    whygrad: WhygradPage, lesson: str
) -> None:
    whygrad.open(lesson)
    whygrad.go(0)
    graph = box(whygrad.region("Graph"))
    for name, (x, y, width, height) in places(whygrad).items():
        assert graph["x"] <= x <= graph["x"] + graph["width"] - width, name
        assert graph["y"] <= y <= graph["y"] + graph["height"] - height, name


def inside(whygrad: WhygradPage, element: Locator) -> bool:
    """Whether all of an element is in the part of the graph that is in view."""
    graph, found = box(whygrad.region("Graph")), box(element)
    return (
        graph["x"] - 1 <= found["x"]
        and found["x"] + found["width"] <= graph["x"] + graph["width"] + 1
        and graph["y"] - 1 <= found["y"]
        and found["y"] + found["height"] <= graph["y"] + graph["height"] + 1
    )


def test_the_view_goes_with_the_steps_of_a_network_too_large_to_be_read_at_once(
    whygrad: WhygradPage,
) -> None:
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L19")
    follow = whygrad.button("Follow the steps")
    expect(follow).to_have_attribute("aria-pressed", "true")
    for step, op in ((1, "A1"), (2, "Z1"), (3, "A2"), (4, "L"), (9, "Z1"), (12, "A1")):
        whygrad.go(step)
        assert inside(whygrad, whygrad.node(op)), step
        number = whygrad.region("Graph").locator(f'[data-of="value"][data-name="{op}"]').first
        size = number.evaluate(
            "e => parseFloat(getComputedStyle(e.parentElement).fontSize) *"
            "e.getBoundingClientRect().width / e.offsetWidth"
        )
        assert size >= 15.9, (step, size)


def test_a_view_moved_by_hand_stays_until_it_is_to_follow_the_steps_again(
    whygrad: WhygradPage,
) -> None:
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L19")
    whygrad.go(1)
    followed = box(whygrad.node("A1"))
    whygrad.button("Fit").click()
    follow = whygrad.button("Follow the steps")
    expect(follow).to_have_attribute("aria-pressed", "false")
    whole = box(whygrad.node("A1"))
    assert whole["width"] < followed["width"]
    whygrad.go(3)
    whygrad.go(1)
    assert box(whygrad.node("A1")) == whole
    follow.click()
    expect(follow).to_have_attribute("aria-pressed", "true")
    assert box(whygrad.node("A1")) == pytest.approx(followed, abs=0.5)
    whygrad.go(4)
    assert inside(whygrad, whygrad.node("L"))


def test_a_network_that_can_be_read_whole_has_no_button_to_follow_it(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    expect(whygrad.button("Fit")).to_be_visible()
    expect(whygrad.button("Follow the steps")).to_have_count(0)


def test_what_is_clicked_stays_where_it_is_when_the_inspector_opens(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(2)
    before = middle(whygrad.node("y.dot"))
    width = box(whygrad.region("Graph"))["width"]
    whygrad.inspect("y.dot")
    assert box(whygrad.region("Graph"))["width"] < width - 100
    assert middle(whygrad.node("y.dot")) == pytest.approx(before, abs=0.1)


def test_what_the_inspector_would_hide_moves_into_view(whygrad: WhygradPage) -> None:
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L08")
    whygrad.go(2)
    before = box(whygrad.node("L"))
    whygrad.inspect("L")
    now = box(whygrad.node("L"))
    assert inside(whygrad, whygrad.node("L"))
    assert now["x"] < before["x"]
    # An outline apart, as large as before.
    assert now["width"] == pytest.approx(before["width"], abs=3)


def test_the_theme_follows_the_system_until_one_is_chosen(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    expect_light(whygrad, light=True)
    whygrad.page.emulate_media(color_scheme="dark")
    expect_light(whygrad, light=False)
    whygrad.button("Theme: as the system").click()
    expect_light(whygrad, light=True)
    whygrad.button("Theme: light").click()
    whygrad.page.emulate_media(color_scheme="light")
    expect_light(whygrad, light=False)
    whygrad.page.reload()
    whygrad.wait_ready()
    expect_light(whygrad, light=False)
    whygrad.button("Theme: dark").click()
    expect_light(whygrad, light=True)


@pytest.mark.parametrize("size", SCREENS, ids=lambda size: "x".join(map(str, size)))
def test_on_every_screen_the_regions_share_the_page_and_nothing_scrolls_sideways(
    whygrad: WhygradPage, size: tuple[int, int]
) -> None:
    width, height = size
    whygrad.page.set_viewport_size(ViewportSize(width=width, height=height))
    whygrad.open_as_it_is("L19")
    whygrad.go(7)
    whygrad.open_inspector()
    boxes = {name: box(whygrad.region(name)) for name in get_args(Region)}
    boxes["narration"] = box(whygrad.narration)
    boxes["menu"] = box(whygrad.menu)
    for (one, first), (other, second) in combinations(boxes.items(), 2):
        assert not overlap(first, second), (one, other)
    for name, found in boxes.items():
        assert found["x"] >= 0, name
        assert found["x"] + found["width"] <= width, name
        assert found["y"] + found["height"] <= height, name
    assert boxes["Graph"]["width"] >= width * 0.35
    scrolls = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    assert not whygrad.page.evaluate(scrolls)


@pytest.mark.parametrize("size", [(1024, 768), (2560, 1440)], ids=["narrow", "wide"])
def test_the_narration_is_never_cut_off(whygrad: WhygradPage, size: tuple[int, int]) -> None:
    whygrad.page.set_viewport_size(ViewportSize(width=size[0], height=size[1]))
    whygrad.open("L19")
    for step in range(whygrad.steps() + 1):
        whygrad.go(step)
        cut = "e => e.scrollHeight > e.clientHeight + 1 || e.scrollWidth > e.clientWidth + 1"
        assert not whygrad.narration.evaluate(cut), step
        line, bar = box(whygrad.narration), box(whygrad.narration.locator("xpath=.."))
        assert line["y"] >= bar["y"]
        assert line["y"] + line["height"] <= bar["y"] + bar["height"]


def test_a_panel_folds_away_and_gives_its_room_to_the_graph(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    before = box(whygrad.region("Graph"))["width"]
    for name in ("Network", "Values"):
        title = whygrad.region("Network" if name == "Network" else "Values").get_by_role(
            "button", name=name, exact=True
        )
        title.click()
        expect(title).to_have_attribute("aria-expanded", "false")
    assert box(whygrad.region("Graph"))["width"] > before + 100
    whygrad.region("Network").get_by_role("button", name="Network", exact=True).click()
    expect(whygrad.program).to_be_visible()


def test_a_tap_explains_a_node_and_selects_a_number(whygrad_touch: WhygradPage) -> None:
    whygrad = whygrad_touch.open("L08")
    whygrad.next.tap()
    whygrad.expect_step(1)
    whygrad.node("y.dot").tap()
    heading = whygrad.region("Inspector").get_by_role("heading", level=3)
    expect(heading).to_have_text("y.dot: the value dot makes")
    whygrad.cell("value", "W", (1, 1), region="Values").tap()
    expect(whygrad.region("Inspector").get_by_text("W[1, 1] = 5", exact=True)).to_be_visible()


def test_a_tap_pins_an_operand(whygrad_touch: WhygradPage) -> None:
    whygrad = whygrad_touch.open("L08")
    whygrad.next.tap()
    inspector = whygrad.region("Inspector")
    inspector.get_by_role("button", name="Inspector").tap()
    inspector.get_by_role("button", name="W", exact=True).tap()
    expect(whygrad.edge("W>y.dot")).to_have_attribute("data-lit", "value")


def test_a_drag_of_a_finger_moves_the_picture(whygrad_touch: WhygradPage) -> None:
    whygrad = whygrad_touch.open("L08")
    before = places(whygrad)["y.dot"]
    x, y = empty_place(whygrad)
    touch = whygrad.page.context.new_cdp_session(whygrad.page)
    for type, points in (
        ("touchStart", [{"x": x, "y": y}]),
        ("touchMove", [{"x": x + 20, "y": y - 20}]),
        ("touchMove", [{"x": x + 50, "y": y - 30}]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": points})
    left, top, *_ = places(whygrad)["y.dot"]
    assert left > before[0] + 20
    assert top < before[1] - 5

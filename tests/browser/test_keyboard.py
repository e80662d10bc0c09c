"""All of it with the keyboard alone: Tab goes from part to part, and no mouse is used."""

from __future__ import annotations

from playwright.sync_api import FloatRect, Locator, expect

from tests.browser.page import WhygradPage

MOST_TABS = 80


def tab_to(whygrad: WhygradPage, element: Locator, key: str = "Tab") -> None:
    """Presses Tab until an element has the focus."""
    handle = element.element_handle()
    for _ in range(MOST_TABS):
        whygrad.page.keyboard.press(key)
        if handle.evaluate("e => e === document.activeElement"):
            return
    raise AssertionError(f"Tab never reaches {element}")


def picture_around(whygrad: WhygradPage, element: Locator) -> bytes:
    """What is seen of an element, with a little of what is around it."""
    box = element.bounding_box()
    assert box
    return whygrad.page.screenshot(
        animations="disabled",
        clip=FloatRect(
            x=max(0, box["x"] - 8),
            y=max(0, box["y"] - 8),
            width=box["width"] + 16,
            height=box["height"] + 16,
        ),
    )


def test_from_the_menu_to_an_edit_and_back_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    keys = whygrad.page.keyboard
    tab_to(whygrad, whygrad.menu)
    keys.press("Enter")
    keys.press("Home")
    for _ in range(3):
        keys.press("ArrowDown")
    keys.press("Enter")
    whygrad.expect_nodes(["x", "y", "p", "s", "f"])
    expect(whygrad.menu).to_be_focused()
    tab_to(whygrad, whygrad.region("Predict").get_by_role("button", name="Reveal all"))
    keys.press("Enter")
    expect(whygrad.button("Done")).to_be_focused()
    keys.press("Enter")
    keys.press("End")
    whygrad.expect_step(9)
    tab_to(whygrad, whygrad.cell("value", "x", region="Values"))
    keys.type("4")
    keys.press("Enter")
    whygrad.expect_number("gradient", "x", (), 33.0, region="Graph")
    keys.press("ControlOrMeta+z")
    whygrad.expect_number("gradient", "x", (), 21.0, region="Graph")
    whygrad.expect_step(9)


def test_the_graph_is_walked_and_a_layer_opened_by_keyboard_alone(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    keys = whygrad.page.keyboard
    graph = whygrad.region("Graph")
    tab_to(whygrad, graph.locator('[data-node][tabindex="0"]'))
    for _ in range(20):
        if whygrad.node("A1").evaluate("e => e === document.activeElement"):
            break
        keys.press("ArrowRight")
    expect(whygrad.node("A1")).to_be_focused()
    assert whygrad.step() == 0
    keys.press("Enter")
    inspector = whygrad.region("Inspector")
    expect(inspector.get_by_role("heading", level=3)).to_have_text("A1: the value Affine makes")
    keys.press("e")
    expect(whygrad.node("A1.dot")).to_be_attached()
    expect(whygrad.node("A1")).to_be_focused()
    keys.press("e")
    expect(whygrad.node("A1.dot")).to_have_count(0)
    tab_to(whygrad, inspector.get_by_role("tab", selected=True))
    keys.press("ArrowRight")
    expect(inspector.get_by_role("tab", name="backward")).to_be_focused()
    expect(inspector.get_by_role("tabpanel", name="backward")).to_be_visible()
    assert whygrad.step() == 0


def test_every_control_is_reached_by_tab_and_the_focus_is_seen(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.go(1)
    controls = [
        whygrad.menu,
        whygrad.undo,
        whygrad.button("Help: all keys"),
        whygrad.program,
        whygrad.button("Save"),
        whygrad.button("Zoom in"),
        whygrad.button("Fit"),
        whygrad.next,
        whygrad.slider,
    ]
    whygrad.narration.click()
    for control in controls:
        tab_to(whygrad, control)
        focused = picture_around(whygrad, control)
        control.evaluate("e => e.blur()")
        assert picture_around(whygrad, control) != focused, control

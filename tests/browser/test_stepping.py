"""Going through a run: buttons, keys, the slider, playing; and back to what was shown before."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.browser.page import WhygradPage
from tests.browser.shown import Shown, shown


def at_each_step(whygrad: WhygradPage) -> list[Shown]:
    """What is shown at each step, gone forward one by one from the first."""
    seen = [shown(whygrad)]
    for step in range(1, whygrad.steps() + 1):
        whygrad.next.click()
        whygrad.expect_step(step)
        seen.append(shown(whygrad))
    return seen


def test_the_buttons_step_forward_and_back_and_to_both_ends(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.expect_nothing_to_do(whygrad.first)
    whygrad.expect_nothing_to_do(whygrad.previous)
    whygrad.next.click()
    whygrad.next.click()
    whygrad.expect_step(2)
    whygrad.previous.click()
    whygrad.expect_step(1)
    whygrad.last.click()
    whygrad.expect_step(9)
    whygrad.expect_nothing_to_do(whygrad.next)
    whygrad.expect_nothing_to_do(whygrad.last)
    whygrad.first.click()
    whygrad.expect_step(0)


def test_the_keys_step_wherever_nothing_else_wants_them(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    for key, step in (
        ("ArrowRight", 1),
        ("ArrowRight", 2),
        ("ArrowLeft", 1),
        ("End", 9),
        ("ArrowRight", 9),
        ("Home", 0),
        ("ArrowLeft", 0),
    ):
        whygrad.press(key)
        whygrad.expect_step(step)


def test_a_button_that_has_the_focus_leaves_the_arrows_to_the_steps(whygrad: WhygradPage) -> None:
    whygrad.open("L04")
    whygrad.next.press("Enter")
    whygrad.expect_step(1)
    whygrad.page.keyboard.press("ArrowRight")
    whygrad.expect_step(2)
    whygrad.page.keyboard.press("Space")
    whygrad.expect_step(3)


def test_the_slider_is_moved_by_keyboard_and_says_where_it_is(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.slider.focus()
    for key, step, said in (
        ("ArrowRight", 1, "step 1 of 6, forward: y.dot"),
        ("End", 6, "step 6 of 6, backward: y.dot to x"),
        ("ArrowLeft", 5, "step 5 of 6, backward: y.dot to W"),
        ("Home", 0, "step 0 of 6, the leaves only"),
    ):
        whygrad.page.keyboard.press(key)
        whygrad.expect_step(step)
        expect(whygrad.slider).to_have_attribute("aria-valuetext", said)
    whygrad.go(3)
    whygrad.expect_state(whygrad.node("b"), "active")


def test_the_slider_tells_the_two_passes_apart(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    timeline = whygrad.region("Timeline")
    expect(timeline.get_by_text("forward 4", exact=True)).to_be_visible()
    expect(timeline.get_by_text("backward 8", exact=True)).to_be_visible()


@pytest.mark.parametrize("lesson", ["L04", "L08", "L19"])
def test_a_step_shows_the_same_however_it_is_reached(whygrad: WhygradPage, lesson: str) -> None:
    whygrad.open(lesson)
    seen = at_each_step(whygrad)
    last = len(seen) - 1
    for step in (last // 2, 0, last, 1, last - 1, last // 2 + 1):
        whygrad.go(step)
        assert shown(whygrad) == seen[step], step
    whygrad.go(last)
    for step in reversed(range(last)):
        whygrad.press("ArrowLeft")
        whygrad.expect_step(step)
        assert shown(whygrad) == seen[step], step


def test_each_step_shows_something_else(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    seen = at_each_step(whygrad)
    assert all(one != next for one, next in pairwise(seen))


def test_playing_goes_on_to_the_last_step_and_stops_there(whygrad: WhygradPage) -> None:
    whygrad.open("L06")
    whygrad.page.get_by_role("radio", name="4×").check(force=True)
    expect(whygrad.play).to_have_accessible_name("Play")
    whygrad.play.click()
    expect(whygrad.play).to_have_accessible_name("Pause")
    whygrad.expect_step(2)
    expect(whygrad.play).to_have_accessible_name("Play")


def test_space_plays_and_pauses_and_a_step_by_hand_stops_playing(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.press("Space")
    expect(whygrad.play).to_have_accessible_name("Pause")
    whygrad.expect_step(1)
    whygrad.press("Space")
    expect(whygrad.play).to_have_accessible_name("Play")
    whygrad.press("Space")
    expect(whygrad.play).to_have_accessible_name("Pause")
    whygrad.press("End")
    whygrad.expect_step(12)
    expect(whygrad.play).to_have_accessible_name("Play")


def test_a_higher_speed_plays_in_less_time(whygrad: WhygradPage) -> None:
    whygrad.open("L19")
    whygrad.page.clock.install()
    for speed, steps in (("1×", 2), ("4×", 8), ("0.5×", 1)):
        whygrad.go(0)
        whygrad.page.get_by_role("radio", name=speed, exact=True).check(force=True)
        whygrad.play.click()
        whygrad.page.clock.run_for(2100)
        whygrad.play.click()
        whygrad.expect_step(steps)


def test_a_question_mark_lists_all_keys(whygrad: WhygradPage) -> None:
    whygrad.open("L08")
    whygrad.press("?")
    help = whygrad.page.get_by_role("dialog")
    expect(help).to_be_visible()
    for key in ("Home", "Left", "Space", "Right", "End", "?"):
        expect(help.get_by_text(key, exact=True).first).to_be_visible()
    whygrad.page.keyboard.press("ArrowRight")
    whygrad.page.keyboard.press("Escape")
    expect(help).to_be_hidden()
    assert whygrad.step() == 0

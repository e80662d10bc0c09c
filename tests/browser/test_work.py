"""That a step costs what it changes, and not what there is: counted, never timed."""

from __future__ import annotations

import pytest

from benchmarks.grown import grown
from tests.browser.page import WhygradPage
from tests.browser.work import Work, count_changes, work_of

STEPS = 4
REST = 800  # milliseconds after which nothing is made ready any more


@pytest.fixture
def still(whygrad: WhygradPage) -> WhygradPage:
    """The page of someone who wants nothing to move: what is left is the work of the step."""
    whygrad.page.emulate_media(reduced_motion="reduce")
    whygrad.open("L08")
    count_changes(whygrad)
    return whygrad


def steps(whygrad: WhygradPage, nodes: int) -> dict[str, list[Work]]:
    """The work of some steps in the middle of each pass of a document of so many nodes."""
    document = grown(nodes)
    whygrad.paste(document)
    whygrad.node("L").wait_for(state="attached")
    forward = len(document["program"].splitlines())
    first = {"forward": forward // 2, "backward": (forward + whygrad.steps()) // 2}
    return {way: [step(whygrad, at + n) for n in range(STEPS)] for way, at in first.items()}


def step(whygrad: WhygradPage, before: int) -> Work:
    """The work of Next at a step."""
    if whygrad.step() != before:
        whygrad.go(before)
    whygrad.page.evaluate("document.activeElement?.blur()")
    whygrad.page.wait_for_timeout(REST)
    work = work_of(whygrad, "ArrowRight")
    whygrad.expect_step(before + 1)
    assert work.changes > 0
    assert work.layouts > 0
    return work


@pytest.mark.parametrize("nodes", [12, 300])
def test_a_step_lays_the_page_out_once_a_frame_and_asks_nothing_in_between(
    still: WhygradPage, nodes: int
) -> None:
    for way, works in steps(still, nodes).items():
        for work in works:
            assert work.forced == 0, (way, work)
            # That of the step, that of a line of narration which does not fit, and that of the next
            # frame, which the step may have given something to do.
            assert work.layouts <= 3, (way, work)
            assert work.restyles <= 4, (way, work)


def test_a_step_changes_no_more_of_the_page_where_the_graph_is_twice_as_large(
    still: WhygradPage,
) -> None:
    small, large = steps(still, 300), steps(still, 600)
    for way in small:
        for count in ("changes", "elements"):
            most = max(getattr(work, count) for work in small[way])
            assert max(getattr(work, count) for work in large[way]) <= 1.5 * most, (way, count)

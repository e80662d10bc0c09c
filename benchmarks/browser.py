"""What a person waits for on the page: an edit, a step, an explanation, the first picture.

Each time runs from the key or the click (or the start of the navigation) to the end of the frame
that shows the last of what it changed. A frame in which nothing changes is measured in turn with
the others: it is mostly the wait for the screen's next refresh, and no work of ours can take less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from statistics import median

from benchmarks.figure import Figure
from benchmarks.grown import grown
from benchmarks.measured import NOTHING, MeasuredPage, Sample, Visits, visits
from tests.browser.page import Of

LESSON = "L19"
LEAF, INDEX = "W1", (0, 0)
EXPLAINED: tuple[tuple[Of, str, tuple[int, int]], ...] = (
    ("value", "X", (0, 1)),
    ("gradient", "W1", (1, 0)),
    ("value", "W1", (0, 0)),
    ("gradient", "X", (2, 0)),
    ("value", "A1", (0, 0)),
)
FRAME = 1000 / 60
FIRST_PICTURE = 1000.0
NODES = (12, 300, 1000)


def figures(quick: bool) -> Iterator[Figure]:
    """An edit, steps at several sizes in both directions, and the first picture."""
    count = 2 if quick else 18
    with visits() as opened:
        with opened.page(LESSON) as page:
            yield told("L19, an edit to the last number it changes", edits(page, count), 2)
            yield told("L19, a click to the explanation of a number", explanations(page, count), 2)
            for nodes in NODES[:1] if quick else NODES:
                for direction, steps in open_grown(page, nodes).items():
                    name = f"{nodes:,} nodes, Next to a {direction}"
                    yield told(name, presses(page, steps, count), 1)
        yield first_picture(opened, max(2, count // 3))


def told(name: str, samples: Sequence[tuple[Sample, Sample]], frames: int) -> Figure:
    """The median of what was measured, beside that of the empty frames measured with it."""
    ms = median(sample.ms for sample, _ in samples)
    empty = median(nothing.ms for _, nothing in samples)
    shown = median(sample.frames for sample, _ in samples)
    beside = f"{ms / empty:.1f} x an empty frame of {empty:.1f} ms; in frame {shown:.0f}"
    return Figure(name, ms, "ms", frames * FRAME, beside)


def edits(page: MeasuredPage, count: int) -> list[tuple[Sample, Sample]]:
    """Another number typed into a cell, at the last step, where every number is shown."""
    page.go(page.steps())
    samples = []
    for n in range(count):
        type_a_number(page, n)
        edit = page.press_and_measure("Enter")
        samples.append((edit, page.press_and_measure(NOTHING)))
    return samples


def explanations(page: MeasuredPage, count: int) -> list[tuple[Sample, Sample]]:
    """Numbers of the graph clicked, one after the other, at the last step; Escape in between."""
    page.go(page.steps())
    page.rest()
    # The view goes with the steps, and what is out of it has no cells to click.
    seen = [cell for cell in EXPLAINED if page.cell(*cell, region="Graph").first.is_visible()]
    assert seen
    samples = []
    for of, name, index in islice(cycle(seen), count):
        page.rest()
        box = page.cell(of, name, index, region="Graph").first.bounding_box()
        assert box is not None
        middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        samples.append((page.click_and_measure(*middle), page.press_and_measure(NOTHING)))
        page.page.locator("#explain").get_by_role("tabpanel").wait_for()
        page.page.keyboard.press("Escape")
        page.page.locator("#explain").get_by_role("tabpanel").wait_for(state="detached")
    return samples


def type_a_number(page: MeasuredPage, n: int) -> None:
    """Types another number over a cell's, up to the Enter that takes it."""
    page.cell("value", LEAF, INDEX, region="Values").dblclick()
    page.page.keyboard.press("ControlOrMeta+a")
    page.page.keyboard.type(f"{1 + n / 100:.2f}")
    page.rest()


def presses(page: MeasuredPage, steps: Sequence[int], count: int) -> list[tuple[Sample, Sample]]:
    """Next pressed to come to some of these steps, again from the first when they are used up."""
    samples = []
    for step in islice(cycle(steps), count):
        page.stand_before(step)
        nothing = page.press_and_measure(NOTHING)
        samples.append((page.press_and_measure("ArrowRight"), nothing))
        page.expect_step(step)
    return samples


def open_grown(page: MeasuredPage, nodes: int) -> dict[str, Sequence[int]]:
    """Opens a document of so many nodes; its forward steps and its messages, from their middle."""
    document = grown(nodes)
    page.paste(document)
    # Far out, where its part of the drawing may be no more than a tile.
    page.node("L").wait_for(state="attached")
    forward = len(document["program"].splitlines())
    total = page.steps()
    middles = (forward // 2, (forward + total) // 2)
    return {
        "forward step": range(middles[0], forward + 1),
        "message": range(middles[1], total + 1),
    }


def first_picture(opened: Visits, count: int) -> Figure:
    """The page opened anew, by a browser that has its files, on a server that runs."""
    pictures, nothings = [], []
    for _ in range(count):
        with opened.page(LESSON) as page:
            pictures.append(page.first_picture())
            nothings.append(page.press_and_measure(NOTHING).ms)
    beside = f"{median(pictures) / median(nothings):.0f} x an empty frame"
    name = "L19, the first picture of a page opened again"
    return Figure(name, median(pictures), "ms", FIRST_PICTURE, beside)

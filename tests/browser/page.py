"""The page, as a person with a screen reader meets it: roles, names and the documented hooks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal
from urllib.parse import urlencode

from playwright.sync_api import Locator, Page, expect

from backprop_core.lessons import all_lessons, find_lesson
from tests.browser.watch import Watch

Of = Literal["value", "gradient"]
State = Literal["idle", "forward", "active", "reached"]
Region = Literal["Predict", "Network", "Values", "Graph", "Lesson", "Inspector", "Timeline"]

READY_WITHIN = 20_000.0
POLITE = '[aria-live="polite"], [role="status"]:not([aria-live])'
PLAY = re.compile("^(Play|Pause)$")

# Until no node has moved for some frames.
STILL = """async () => {
  const places = () => JSON.stringify([...document.querySelectorAll("[data-node]")].map((node) => {
    const { x, y, width } = node.getBoundingClientRect();
    return [x, y, width];
  }));
  for (let before = places(), same = 0; same < 6;) {
    await new Promise(requestAnimationFrame);
    const now = places();
    same = now === before ? same + 1 : 0;
    before = now;
  }
}"""
ON_WIRE = """edge => {
  for (const path of edge.querySelectorAll("path")) {
    const matrix = path.getScreenCTM();
    for (let part = 1; part < 20; part++) {
      const at = path.getPointAtLength(path.getTotalLength() * part / 20).matrixTransform(matrix);
      if (edge.contains(document.elementFromPoint(at.x, at.y))) return [at.x, at.y];
    }
  }
  throw new Error("the wire is covered all along");
}"""


class WhygradPage:
    """One page in a browser: where everything is, and what a person does with it."""

    def __init__(self, page: Page, address: str, watch: Watch) -> None:
        self.page = page
        self.address = address
        self.watch = watch
        self.first = self.button("First step")
        self.previous = self.button("Previous step")
        self.play = page.get_by_role("button", name=PLAY)
        self.next = self.button("Next step")
        self.last = self.button("Last step")
        self.slider = page.get_by_role("slider", name="Step", exact=True)
        self.narration = page.locator("#narration").locator(POLITE).first
        self.menu = page.get_by_role("button", name=re.compile("^Documents"))
        self.undo = self.button("Undo")
        self.redo = self.button("Redo")
        self.lit = page.locator("[data-lit]")
        self.program = self.region("Network").get_by_role("textbox", name="Program", exact=True)
        self.editor = self.region("Values").get_by_role("textbox")

    # Doing

    def open(self, lesson: str | None = None) -> WhygradPage:
        """Opens the page at step 0 of a lesson, nothing covered, and waits for the picture."""
        self.open_as_it_is(lesson)
        self.reveal_all(lesson or "L08")
        if self.step() > 0:
            self.press("Home")
            self.expect_step(0)
            self.wait_still()
        return self

    def open_as_it_is(self, lesson: str | None = None) -> WhygradPage:
        """Opens the page, at the step that the lesson opens with, and waits for the picture."""
        query = f"?{urlencode({'lesson': lesson})}" if lesson else ""
        self.page.goto(self.address + query)
        self.wait_ready()
        return self

    def reveal_all(self, lesson: str) -> None:
        """Reveals what the lesson that was just opened asks, which folds the bar away."""
        if not find_lesson(lesson).get("ask"):
            return
        bar = self.page.locator("#predict")
        reveal = bar.locator('[data-act="revealAll"]')
        reveal.or_(bar.locator('[data-act="reveal"]')).last.click()
        bar.locator('[data-act="close"]').click()
        expect(bar).to_be_hidden()
        self.wait_still()

    def wait_still(self) -> None:
        """Waits until the picture no longer glides to where there is more room for it."""
        self.page.evaluate(STILL)

    def wait_ready(self) -> None:
        """Waits until the first run is drawn."""
        expect(self.page.locator("html")).to_have_attribute(
            "data-ready", "true", timeout=READY_WITHIN
        )

    def go(self, step: int) -> None:
        """Goes to a step by the slider, and waits until the page says it is there."""
        self.slider.fill(str(step))
        self.expect_step(step)

    def go_last(self) -> None:
        """Goes to the last step by its button, and waits until the page says it is there."""
        self.last.click()
        self.expect_step(self.steps())

    def choose(self, title: str) -> None:
        """Opens a document from the menu, and waits until its name stands above the program."""
        self.menu.click()
        self.page.get_by_role("menuitemradio", name=title).click()
        expect(
            self.region("Network").get_by_role("heading", name=title, exact=True)
        ).to_be_visible()
        self.reveal_all(next(one["id"] for one in all_lessons() if one["title"] == title))

    def open_dialog(self) -> Locator:
        """The dialog that opens a document."""
        self.button("Open a document").click()
        return self.page.get_by_role("dialog", name="Open a document")

    def paste(self, document: dict[str, Any]) -> None:
        """Opens a document from its text, and waits until its title stands above the program."""
        dialog = self.open_dialog()
        dialog.get_by_role("textbox").fill(json.dumps(document))
        dialog.get_by_role("button", name="Open", exact=True).click()
        heading = self.region("Network").get_by_role("heading", name=document["title"], exact=True)
        expect(heading).to_be_visible()

    def write(self, program: str) -> None:
        """Writes another program in place of the one there is, and sends it."""
        self.program.fill(program)
        self.program.press("ControlOrMeta+Enter")

    def inspect(self, id: str) -> Locator:
        """Clicks a node; gives the inspector, which is about it then."""
        self.node(id).click()
        inspector = self.region("Inspector")
        expect(inspector.get_by_role("heading", level=3)).to_be_visible()
        return inspector

    def open_inspector(self) -> Locator:
        """Unfolds the inspector, if it is folded away; it follows the steps."""
        inspector = self.region("Inspector")
        title = inspector.get_by_role("button", name="Inspector", exact=True)
        if title.get_attribute("aria-expanded") == "false":
            title.click()
        return inspector

    def point_at_wire(self, id: str) -> None:
        """Moves the mouse onto a wire, at a point that nothing else covers."""
        self.page.mouse.move(*self.edge(id).evaluate(ON_WIRE))

    def click_wire(self, id: str) -> None:
        """Clicks a wire, at a point that nothing else covers."""
        self.page.mouse.click(*self.edge(id).evaluate(ON_WIRE))

    def press(self, key: str) -> None:
        """Presses a key with the focus on nothing, as for the global keys."""
        self.page.locator("body").press(key)

    def edit(self, name: str, index: Sequence[int], text: str) -> None:
        """Types over a number among the values, and takes it with Enter."""
        self.cell("value", name, index, region="Values").dblclick()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def type_over(self, name: str, index: Sequence[int], text: str) -> None:
        """The same by keyboard alone, which selects nothing; not for a cell of a heat map."""
        self.cell("value", name, index, region="Values").focus()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    # Finding

    def button(self, name: str) -> Locator:
        """The button with this name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def region(self, name: Region) -> Locator:
        """The region of the page with this name."""
        return self.page.get_by_role("region", name=name, exact=True)

    def node(self, id: str) -> Locator:
        """A node in the graph."""
        return self.region("Graph").locator(f"[data-node={json.dumps(id)}]")

    def edge(self, id: str, slot: str | None = None) -> Locator:
        """A wire in the graph, FROM>TO; its slot where a value enters an op twice."""
        found = f"[data-edge={json.dumps(id)}]"
        return self.region("Graph").locator(
            found if slot is None else f"{found}[data-slot={json.dumps(slot)}]"
        )

    def cell(
        self, of: Of, name: str, index: Sequence[int] = (), region: Region | None = None
    ) -> Locator:
        """A number of a matrix; an empty index is a scalar's."""
        found = _selector(of, name, index)
        return (self.page if region is None else self.region(region)).locator(found)

    # Reading

    def step(self) -> int:
        """The step the page is at."""
        return int(self.slider.evaluate("s => Number(s.ariaValueNow ?? s.value)"))

    def steps(self) -> int:
        """How many steps the run has."""
        return int(self.slider.evaluate("s => Number(s.ariaValueMax ?? s.max)"))

    def number(
        self, of: Of, name: str, index: Sequence[int] = (), region: Region | None = None
    ) -> float:
        """The number of a cell, in full precision."""
        text = self.cell(of, name, index, region).first.get_attribute("data-number")
        assert text is not None, f"no number yet: {of} {name} {tuple(index)}"
        return float(text.replace("Infinity", "inf"))

    # Expecting

    def expect_step(self, step: int) -> None:
        """Waits until the page is at that step."""
        self.page.wait_for_function(
            "([slider, step]) => Number(slider.ariaValueNow ?? slider.value) === step",
            arg=[self.slider.element_handle(), step],
        )

    def expect_state(self, element: Locator, state: State) -> None:
        """Waits until a node or a wire says it is in that state."""
        expect(element).to_have_attribute("data-state", state)

    def expect_number(
        self,
        of: Of,
        name: str,
        index: Sequence[int],
        number: float,
        region: Region | None = None,
        *,
        within: float = 1e-9,
    ) -> None:
        """Waits until a cell has that number."""
        place = self.page.locator("body") if region is None else self.region(region)
        # Looked up anew each time: the graph may be drawn again while this waits.
        self.page.wait_for_function(
            "([place, cell, number, within]) => "
            "Math.abs(Number(place.querySelector(cell)?.dataset.number) - number) <= within",
            arg=[place.element_handle(), _selector(of, name, index), number, within],
        )

    def expect_nodes(self, ids: Iterable[str]) -> None:
        """Waits until these are the nodes of the graph, and no others."""
        self.page.wait_for_function(
            "([graph, ids]) => ids === JSON.stringify([...graph.querySelectorAll('[data-node]')]"
            ".map(node => node.dataset.node).sort())",
            arg=[
                self.region("Graph").element_handle(),
                json.dumps(sorted(ids), separators=(",", ":")),
            ],
        )

    def expect_nothing_to_do(self, button: Locator) -> None:
        """Waits until a button says that it has nothing to do."""
        expect(button).to_have_attribute("aria-disabled", "true")


def _selector(of: Of, name: str, index: Sequence[int]) -> str:
    return (
        f'[role="gridcell"][data-of="{of}"][data-name={json.dumps(name)}]'
        f'[data-index="{",".join(map(str, index))}"]'
    )

"""A page in headless Chromium whose frames are measured: `probe.js` says how."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, ViewportSize, sync_playwright

from tests.browser.page import WhygradPage
from tests.browser.serve import served
from tests.browser.watch import Watch
from tools.browser import arguments, find

PROBE = Path(__file__).with_name("probe.js")
PROJECTOR = ViewportSize(width=1280, height=720)
GLIDES = 320  # milliseconds in which the view glides to what a step touches
STILL = "() => document.getAnimations().every((one) => one.playState !== 'running')"
NOTHING = "F8"  # a key that the page has no use for


@dataclass(frozen=True)
class Sample:
    """Milliseconds from a key to the end of the frame that shows what it did; which frame it is."""

    ms: float
    frames: int
    changes: int


class MeasuredPage(WhygradPage):
    """The page with the probe in it."""

    def press_and_measure(self, key: str) -> Sample:
        """Presses a key where the focus is, and waits until all it changed is shown."""
        self.page.evaluate("key => { probe.wait(key); sampled = probe.sample(); }", key)
        self.page.keyboard.press(key)
        return Sample(**self.page.evaluate("sampled"))

    def click_and_measure(self, x: float, y: float) -> Sample:
        """Clicks at a point of the window, and waits until all it changed is shown."""
        self.page.evaluate("() => { probe.wait('click'); sampled = probe.sample(); }")
        self.page.mouse.click(x, y)
        return Sample(**self.page.evaluate("sampled"))

    def press_and_trace(self, key: str) -> tuple[Sample, list[dict[str, Any]]]:
        """The same, with what Chromium traced meanwhile."""
        browser = self.page.context.browser
        assert browser is not None
        browser.start_tracing(page=self.page, categories=["devtools.timeline"])
        try:
            sample = self.press_and_measure(key)
        finally:
            trace = json.loads(browser.stop_tracing())
        return sample, trace["traceEvents"]

    def stand_before(self, step: int) -> None:
        """Goes to the step before, lets the keys be the page's, and waits until nothing moves."""
        if self.step() != step - 1:
            self.go(step - 1)
        self.page.evaluate("document.activeElement?.blur()")
        self.rest()

    def rest(self) -> None:
        """Waits until the movements of the step before are over."""
        self.page.wait_for_timeout(GLIDES)
        self.page.wait_for_function(STILL)

    def first_picture(self) -> float:
        """Milliseconds from the start of the navigation to the end of the first picture's frame."""
        told = self.page.wait_for_function("() => probe.ready()").json_value()
        return float(told)


class Visits:
    """Opens pages in one browser, on one server, as often as asked."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._context = context
        self._address = address

    @contextmanager
    def page(self, lesson: str) -> Iterator[MeasuredPage]:
        """A new page at a lesson; RuntimeError where anything in it went wrong."""
        page = self._context.new_page()
        watch = Watch(page, self._address)
        opened = MeasuredPage(page, self._address, watch)
        try:
            opened.open(lesson)
            yield opened
        finally:
            page.close()
            if watch.troubles:
                raise RuntimeError("\n".join(watch.troubles))


@contextmanager
def visits() -> Iterator[Visits]:
    """A server and a browser, both of which have seen the page once already."""
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=arguments())
        context = browser.new_context(viewport=PROJECTOR, locale="en-US", color_scheme="light")
        context.add_init_script(path=PROBE)
        opened = Visits(context, server.address)
        with opened.page("L08"):
            pass
        yield opened
        browser.close()

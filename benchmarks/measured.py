"""A page in headless Chromium whose frames are measured: `probe.js` says how."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, ViewportSize, sync_playwright

from tests.browser.page import WhygradPage
from tests.browser.serve import served
from tests.browser.watch import Watch
from tools.browser import arguments, find

PROBE = Path(__file__).with_name("probe.js")
PROJECTOR = ViewportSize(width=1280, height=720)
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

    def first_picture(self) -> float:
        """Milliseconds from the start of the navigation to the end of the first picture's frame."""
        told = self.page.wait_for_function("probe.ready()").json_value()
        return float(told)

    def focus_nothing(self) -> None:
        """Lets go of the focus, so that keys are the page's."""
        self.page.evaluate("document.activeElement?.blur()")


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

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect, sync_playwright

from tests.browser.page import WhygradPage
from tests.browser.serve import ROOT, Served, served
from tests.browser.watch import Watch
from tools.browser import arguments, find

PROJECTOR = ViewportSize(width=1280, height=720)
PICTURES = ROOT / "test-results"

FAILED = pytest.StashKey[bool]()

WITHIN = 10_000
expect.set_options(timeout=WITHIN)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Any Chromium or Chrome there is; without one these tests fail, and are not skipped.

    `PWDEBUG=1 make test ARGS="tests/browser -k ..."` shows it, and stops at each action.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=arguments())
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet; a picture of it is kept if its test fails."""
    context = browser.new_context(viewport=PROJECTOR, locale="en-US", color_scheme="light")
    context.set_default_timeout(WITHIN)
    page = context.new_page()
    yield page
    if request.node.stash.get(FAILED, False):
        page.screenshot(path=_picture(request.node.nodeid))
    context.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Served]:
    """One server for all tests; each has a page, and so a session, of its own."""
    with served() as server:
        yield server


@pytest.fixture
def own_server() -> Iterator[Served]:
    """A server that a test may stop."""
    with served() as server:
        yield server


@pytest.fixture
def whygrad(page: Page, server: Served) -> Iterator[WhygradPage]:
    """The page, not yet opened; whatever troubles it has fail the test."""
    yield from _watched(page, server)


@pytest.fixture
def whygrad_alone(page: Page, own_server: Served) -> Iterator[WhygradPage]:
    """The same, with a server of its own."""
    yield from _watched(page, own_server)


@pytest.fixture
def whygrad_touch(browser: Browser, server: Served) -> Iterator[WhygradPage]:
    """The page on a screen that is touched."""
    context = browser.new_context(viewport=PROJECTOR, locale="en-US", has_touch=True)
    context.set_default_timeout(WITHIN)
    yield from _watched(context.new_page(), server)
    context.close()


def _watched(page: Page, server: Served) -> Iterator[WhygradPage]:
    watch = Watch(page, server.address)
    yield WhygradPage(page, server.address, watch)
    assert not watch.troubles, "\n".join(watch.troubles)


def _picture(test: str) -> Path:
    return PICTURES / (re.sub(r"\W+", "-", test.removeprefix("tests/browser/")).strip("-") + ".png")

"""A test of the tests: what a page may not do is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.serve import Served
from tests.browser.watch import Watch


def _troubles(page: Page, server: Served, body: str) -> list[str]:
    watch = Watch(page, server.address)
    html = f"<!doctype html><title>t</title><link rel=icon href=data:,>{body}"
    page.route(server.address, lambda route: route.fulfill(content_type="text/html", body=html))
    page.route("http://elsewhere.invalid/", lambda route: route.fulfill(body=""))
    page.goto(server.address, wait_until="networkidle")
    return watch.troubles


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("<script>console.error('one')</script>", "console error: one"),
        ("<script>console.warn('two')</script>", "console warning: two"),
        ("<script>throw new Error('three')</script>", "error: three"),
        ("<script>Promise.reject(new Error('four'))</script>", "error: four"),
        ("<img src='no-such-picture.png'>", "answered 404"),
        ("<img src='http://elsewhere.invalid/'>", "another origin: http://elsewhere.invalid/"),
        ("<script>new WebSocket('ws://127.0.0.1:9/')</script>", "another origin: ws://"),
    ],
    ids=["an error", "a warning", "a throw", "a rejection", "a 404", "a picture", "a socket"],
)
def test_what_a_page_must_not_do_is_noted(page: Page, server: Served, body: str, seen: str) -> None:
    assert any(seen in trouble for trouble in _troubles(page, server, body))


def test_a_page_that_does_nothing_wrong_has_no_troubles(page: Page, server: Served) -> None:
    assert _troubles(page, server, "<script>console.log('hello')</script>") == []


def test_what_a_test_allows_is_no_trouble(page: Page, server: Served) -> None:
    watch = Watch(page, server.address)
    watch.allow("on purpose")
    page.evaluate("console.error('on purpose'); console.error('not so')")
    assert len(watch.troubles) == 1
    assert "not so" in watch.troubles[0]

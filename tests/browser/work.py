"""What a key has the page do, as Chromium traces it: counts, which no other load changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from tests.browser.page import WhygradPage

CATEGORIES = ["devtools.timeline"]
DRAWN = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
CHANGES = """() => {
  globalThis.changes = 0;
  new MutationObserver((records) => changes += records.length).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
}"""


@dataclass(frozen=True)
class Work:
    """How often the page was laid out and restyled, and how much was."""

    layouts: int
    forced: int  # of them before the key was dealt with: a script asked where something is
    restyles: int
    elements: int  # restyled
    changes: int  # of elements, attributes and texts


def count_changes(whygrad: WhygradPage) -> None:
    """Counts what scripts change in the page, from here on."""
    whygrad.page.evaluate(CHANGES)


def work_of(whygrad: WhygradPage, key: str) -> Work:
    """Presses a key, and tells what was done until the second frame after it has begun."""
    page = whygrad.page
    browser = page.context.browser
    assert browser is not None
    page.evaluate("globalThis.changes = 0")
    browser.start_tracing(page=page, categories=CATEGORIES)
    whygrad.press(key)
    page.evaluate(DRAWN)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    return _counted(events, page.evaluate("globalThis.changes"))


def _counted(events: list[dict[str, Any]], changes: int) -> Work:
    key = next(one for one in events if _is_key(one))
    since = [one for one in events if one["tid"] == key["tid"] and one["ts"] >= key["ts"]]
    layouts = [one for one in since if one["name"] == "Layout" and one["ph"] == "X"]
    restyles = [one for one in since if one["name"] == "UpdateLayoutTree" and one["ph"] == "X"]
    elements = [one["args"].get("elementCount", 0) for one in restyles]
    forced = [one for one in layouts if key["ts"] <= one["ts"] < key["ts"] + key["dur"]]
    return Work(len(layouts), len(forced), sum(map(bool, elements)), sum(elements), changes)


def _is_key(event: dict[str, Any]) -> bool:
    if event["name"] != "EventDispatch" or event["ph"] != "X":
        return False
    return bool(event["args"].get("data", {}).get("type") == "keydown")

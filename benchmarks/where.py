"""Where the time of an edit and of a step goes: the page's processor time, by what it was spent on.

Not an aim, but what to look at when one is missed. Only the main thread is counted, from the key to
the end of the frame, as Chromium traces it; waiting for the screen, or for others who use the
machine, is not in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle, islice
from statistics import median
from typing import Any

from benchmarks.browser import LESSON, NODES, open_grown, type_a_number
from benchmarks.figure import Figure
from benchmarks.measured import MeasuredPage, Sample, visits

# What Chromium calls its work; what is inside is counted apart from what it is inside of.
KINDS = {
    "script": ("EventDispatch", "FunctionCall", "FireAnimationFrame", "TimerFire", "RunMicrotasks"),
    "style": ("UpdateLayoutTree",),
    "layout": ("Layout", "HitTest"),
    "paint": ("PrePaint", "Paint", "Layerize", "Commit"),
    "garbage": ("MinorGC", "MajorGC"),
}
KIND = {name: kind for kind, names in KINDS.items() for name in names}


def figures(quick: bool) -> Iterator[Figure]:
    """An edit, and steps at several sizes in both directions."""
    count = 2 if quick else 10
    with visits() as opened, opened.page(LESSON) as page:
        page.go(page.steps())
        numbers = iter(range(count))
        edit = lambda: type_a_number(page, next(numbers))  # noqa: E731
        yield told("L19, an edit", page, "Enter", edit, count)
        for nodes in NODES[:1] if quick else NODES:
            for direction, steps in open_grown(page, nodes).items():
                at = islice(cycle(steps), count)
                before = lambda at=at: page.stand_before(next(at))  # noqa: E731
                name = f"{nodes:,} nodes, Next to a {direction}"
                yield told(name, page, "ArrowRight", before, count)


def told(
    name: str, page: MeasuredPage, key: str, prepare: Callable[[], None], count: int
) -> Figure:
    """The median of all, and of each kind."""
    spent: list[Mapping[str, float]] = []
    for _ in range(count):
        prepare()
        spent.append(by_kind(*page.press_and_trace(key)))
    kinds = {kind: median(one.get(kind, 0.0) for one in spent) for kind in KINDS}
    beside = ", ".join(f"{kind} {ms:.1f}" for kind, ms in kinds.items())
    return Figure(name, median(sum(one.values()) for one in spent), "ms", None, beside)


def by_kind(sample: Sample, events: list[dict[str, Any]]) -> Counter[str]:
    """Milliseconds of processor time by kind, from the key to the end of the sample's frame."""
    key = next(one for one in events if _is_key(one))
    start, end = key["ts"], key["ts"] + sample.ms * 1000
    spent: Counter[str] = Counter()
    inside: list[tuple[float, str]] = []  # what the event is inside of: when it ends, its kind
    own = [e for e in events if e["tid"] == key["tid"] and e["ph"] == "X" and e["name"] in KIND]
    for event in sorted(own, key=lambda e: (e["ts"], -e["dur"])):
        if not start <= event["ts"] < end:
            continue
        while inside and inside[-1][0] <= event["ts"]:
            inside.pop()
        ms = event.get("tdur", 0) / 1000
        if inside:
            spent[inside[-1][1]] -= ms
        spent[KIND[event["name"]]] += ms
        inside.append((event["ts"] + event["dur"], KIND[event["name"]]))
    return spent


def _is_key(event: dict[str, Any]) -> bool:
    if event["name"] != "EventDispatch" or event["ph"] != "X":
        return False
    return bool(event["args"].get("data", {}).get("type") == "keydown")

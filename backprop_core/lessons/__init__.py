"""The lessons: documents with a question, the numbers they must give, and what they teach.

Each is a file `ID.json` beside this one. `MENU` lists those that are offered, in their order.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from backprop_core.errors import error

Lesson = dict[str, Any]

MENU = (
    "L01-buy-apple",
    "L04-branch-sum",
    "L06-relu-mask",
    "L08-affine-nudge",
    "L27-one-sample-square",
    "L11-affine-batch",
    "L10-bias-broadcast",
    "L09-square-trap",
    "L14-softmax-loss-ops",
    "L17-batch-mean",
    "L19-two-layer",
    "digits",
)


def all_lessons() -> list[Lesson]:
    """The lessons that are offered, in teaching order; they are shared, and not to be changed."""
    return [_read(id) for id in MENU]


def find_lesson(id: str) -> Lesson:
    """A lesson by its id ("L08-affine-nudge") or the first part of it ("L08")."""
    for known in _ids():
        if id in (known, known.partition("-")[0]):
            return _read(known)
    raise error("lesson.unknown", id=id[:80])


@cache
def _ids() -> tuple[str, ...]:
    names = (file.name for file in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def _read(id: str) -> Lesson:
    text = files(__package__).joinpath(f"{id}.json").read_text(encoding="utf-8")
    lesson: Lesson = json.loads(text)
    return lesson

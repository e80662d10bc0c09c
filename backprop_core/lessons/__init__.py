"""The lessons: documents with a question, the numbers they must give, and what they teach.

Each is a file `ID.json` beside this one; `MENU` has them in teaching order. `open` says how one
opens: the layers that are expanded, the step, and the cell that its question is about.
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
    "L02-buy-apple-orange",
    "L03-mul-upstream",
    "L04-branch-sum",
    "L05-sigmoid-ops",
    "L06-relu-mask",
    "L07-relu-kink",
    "L08-affine-nudge",
    "L27-one-sample-square",
    "L11-affine-batch",
    "L10-bias-broadcast",
    "L13-repeat-sum",
    "L09-square-trap",
    "L12-row-column",
    "L14-softmax-loss-ops",
    "L15-softmax-jacobian",
    "L17-batch-mean",
    "L18-target-shape",
    "L16-loss-pairing",
    "L19-two-layer",
    "L20-simplenet",
    "L22-dead-relu",
    "L21-vanishing",
    "digits",
    "L23-inplace-skip",
    "L24-gradient-check",
    "L25-batchnorm",
    "L26-conv-shared",
)


def all_lessons() -> list[Lesson]:
    """All lessons, in teaching order; they are shared, and not to be changed."""
    return [_read(id) for id in MENU]


def find_lesson(id: str) -> Lesson:
    """A lesson by its id ("L08-affine-nudge") or the first part of it ("L08")."""
    for known in _ids():
        if id in (known, short_id(known)):
            return _read(known)
    raise error("lesson.unknown", id=id[:80])


def short_id(id: str) -> str:
    """The first part of a lesson's id: "L08" of "L08-affine-nudge"."""
    return id.partition("-")[0]


@cache
def _ids() -> tuple[str, ...]:
    names = (file.name for file in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache
def _read(id: str) -> Lesson:
    text = files(__package__).joinpath(f"{id}.json").read_text(encoding="utf-8")
    lesson: Lesson = json.loads(text)
    return lesson

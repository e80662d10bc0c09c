"""Memory for large results, written again once nobody holds what was there.

A fresh large array costs more than filling it: the system hands out its pages one fault at a time,
and takes them back when it is freed. A pass that records everything would pay that for each array
of each run. A room keeps the last array it gave, and gives it again when nothing else refers to it
or to a view of it; so what a run still shows is never written over.
"""

from __future__ import annotations

import sys
from math import prod

import numpy as np

from backprop_core.index_map import Array, Shape

LARGE = 128 * 1024  # bytes: from here on, allocators ask the system for pages


class Room:
    """A place for one result of a plan: calling it gives a float64 array of its shape to fill."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape
        self._last: Array = np.empty(0)

    def __call__(self) -> Array:
        """An array that nobody else holds; what is in it is left from before."""
        array = self._last
        if array.shape == self._shape and sys.getrefcount(array) <= UNHELD:
            return array
        self._last = np.empty(self._shape)
        return self._last


def large(shape: Shape) -> bool:
    """Whether results of this shape are worth a room."""
    return prod(shape) * 8 >= LARGE


def _unheld() -> int:
    """What `getrefcount` says in `Room.__call__` of an array that only the room holds.

    Measured, since interpreters differ in which references of their own they count; 0, so that no
    array is ever given twice, where references are not counted one by one.
    """
    if not hasattr(sys, "getrefcount") or not getattr(sys, "_is_gil_enabled", lambda: True)():
        return 0
    room = Room(())
    array = room._last
    return sys.getrefcount(array)


UNHELD = _unheld()

"""Arrays on their way out: small ones inline, larger ones kept for a while under an address."""

from __future__ import annotations

import secrets
from collections import OrderedDict
from threading import Lock
from typing import TypeAlias
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from server.wire import FarArray, InlineArray, WireArray, WireNumber

INLINE_ELEMENTS = 256
THUMBNAIL_SIDE = 16

Array = NDArray[np.float64]


def number(value: float) -> WireNumber:
    """A number as JSON can carry it: NaN and the infinities are spelled."""
    if np.isfinite(value):
        return float(value)
    return "NaN" if np.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def numbers(array: Array) -> list[WireNumber]:
    """All numbers of an array, flat, row after row."""
    if np.isfinite(array).all():
        return list(array.ravel().tolist())
    return [number(value) for value in array.flat]


def inline(array: Array) -> InlineArray:
    """The whole array, whatever its size."""
    return {"shape": array.shape, "data": numbers(array)}


class _Kept:
    """One array under one address, for as long as a run holds it."""

    def __init__(self, array: Array, href: str) -> None:
        self.array = array
        self.href = href


_Place: TypeAlias = tuple[int, tuple[int, ...], tuple[int, ...]]


def _place(array: Array) -> _Place:
    """Where its numbers lie in memory: no other array is there for as long as it is held.

    A message that an op hands on is another view of the same numbers, and has the same address.
    """
    return array.__array_interface__["data"][0], array.shape, array.strides


class RunArrays:
    """The large arrays of one run; an array that the run before had too keeps its address."""

    def __init__(self, shelf: Shelf, before: RunArrays | None) -> None:
        self.token = secrets.token_urlsafe(12)
        self.bytes = 0
        self._shelf = shelf
        self._before = before._kept if before else {}
        self._kept: dict[_Place, _Kept] = {}

    def put(self, array: Array) -> WireArray:
        """How the array travels; a large one is kept until the shelf drops this run."""
        if array.size <= INLINE_ELEMENTS:
            return inline(array)
        place = _place(array)
        kept = self._kept.get(place) or self._before.get(place) or self._new(array)
        self._kept[place] = kept
        return far(array, kept.href)

    def _new(self, array: Array) -> _Kept:
        kept = _Kept(array, f"api/arrays/{self.token}/{len(self._kept)}")
        self.bytes += array.nbytes
        self._shelf.keep(kept)
        return kept

    def let_go(self) -> None:
        """Holds its arrays no longer, nor those of the run before."""
        self._kept, self._before, self.bytes = {}, {}, 0

    def settle(self) -> None:
        """Lets the run before go its own way, now that this one has all its arrays."""
        self._before = {}


class Shelf:
    """The arrays that can still be fetched: of the newest runs, up to a number of bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._lock = Lock()
        self._runs: OrderedDict[str, RunArrays] = OrderedDict()
        self._kept: WeakValueDictionary[str, _Kept] = WeakValueDictionary()

    def start(self, before: RunArrays | None = None) -> RunArrays:
        """A place for the arrays of a new run; the oldest runs make room for it."""
        run = RunArrays(self, before)
        with self._lock:
            self._runs[run.token] = run
            while sum(r.bytes for r in self._runs.values()) > self._most and len(self._runs) > 1:
                self._runs.popitem(last=False)[1].let_go()
        return run

    def keep(self, kept: _Kept) -> None:
        """Makes an array known under its address."""
        with self._lock:
            self._kept[kept.href] = kept

    def drop(self, run: RunArrays) -> None:
        """Forgets a run; what a newer one holds too stays."""
        with self._lock:
            self._runs.pop(run.token, None)
        run.let_go()

    def find(self, token: str, n: int) -> Array | None:
        """The array at `api/arrays/{token}/{n}`, or None if it was let go."""
        with self._lock:
            kept = self._kept.get(f"api/arrays/{token}/{n}")
        return kept.array if kept else None


def far(array: Array, href: str) -> FarArray:
    """A large array as what can be said of it, and where it is."""
    finite = np.isfinite(array)
    whole = bool(finite.all())
    seen = array if whole else array[finite]
    low, high = (float(seen.min()), float(seen.max())) if seen.size else (0.0, 0.0)
    return {
        "shape": array.shape,
        "range": (low, high),
        "finite": whole,
        "thumbnail": inline(thumbnail(array)),
        "href": href,
    }


def thumbnail(array: Array) -> Array:
    """Block means of an array laid out as rows of its last axis, at most 16 by 16."""
    rows = array.reshape(-1, array.shape[-1])
    with np.errstate(all="ignore"):
        return _means(_means(rows, 0), 1)


def _means(rows: Array, axis: int) -> Array:
    size = rows.shape[axis]
    starts = np.linspace(0, size, min(size, THUMBNAIL_SIDE), endpoint=False).astype(np.intp)
    lengths = np.diff(starts, append=size)
    sums = np.add.reduceat(rows, starts, axis=axis)
    means: Array = sums / (lengths[:, None] if axis == 0 else lengths)
    return means

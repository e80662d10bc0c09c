"""Arrays that a document holds: from numbers and lists, checked, and never written to again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from backprop_core.errors import error
from backprop_core.index_map import Array, Shape
from backprop_core.limits import Limits
from backprop_core.words import Word


def flat_position(name: str, shape: Shape, index: Sequence[int]) -> int:
    """Where an element lies in the flat data of an array; WhygradError where there is none."""
    at = tuple(index)
    if len(at) != len(shape) or not all(0 <= n < size for n, size in zip(at, shape, strict=True)):
        raise error("index.out_of_range", name=name, index=list(at), shape=shape)
    return int(np.ravel_multi_index(at, shape)) if at else 0


def replaced(name: str, array: Array, index: Sequence[int], value: float) -> Array:
    """A copy of an array with one number replaced; WhygradError where there is no such element."""
    flat = flat_position(name, array.shape, index)
    if not np.isfinite(value):
        raise error("value.not_finite", name=name, index=list(index), got=str(value))
    copy = np.array(array)
    copy.flat[flat] = value
    return frozen(copy)


def frozen(array: Array) -> Array:
    """The array, never to be written again."""
    array.flags.writeable = False
    return array


def owned(array: Array) -> Array:
    """The array if nobody can write to it, else a frozen copy."""
    if array.flags.writeable or not array.flags.owndata or array.dtype != np.float64:
        return frozen(np.array(array, dtype=np.float64))
    return array


def to_array(name: str, value: Any, limits: Limits | None = None) -> Array:
    """A number or a nested list of numbers as a read-only float64 array of its own."""
    limits = limits or Limits()
    if isinstance(value, np.ndarray):
        if value.dtype.kind not in "iuf":
            raise error(
                "value.not_number", name=name, got=Word("got.array_of", type=str(value.dtype))
            )
        return _finite(name, _within(name, value.shape, limits), np.asarray(value, np.float64))
    shape, flat = _flattened(name, value, limits)
    _within(name, shape, limits)
    try:
        return _finite(name, shape, np.array(flat, dtype=np.float64))
    except OverflowError:
        raise error("value.too_large", name=name) from None


def _within(name: str, shape: Shape, limits: Limits) -> Shape:
    size = int(np.prod(shape, dtype=object)) if shape else 1
    if len(shape) > limits.dimensions:
        raise error("limit.dimensions", name=name, limit=limits.dimensions, got=len(shape))
    if size == 0:
        raise error("value.empty", name=name)
    if size > limits.elements:
        raise error("limit.elements", name=name, limit=limits.elements, shape=shape, got=size)
    return shape


def _finite(name: str, shape: Shape, array: Array) -> Array:
    array = np.array(array.reshape(shape))  # owns its data, so that nobody else can write to it
    if not np.isfinite(array).all():
        index = [int(n) for n in np.argwhere(~np.isfinite(array))[0]]
        raise error("value.not_finite", name=name, index=index, got=str(array[tuple(index)]))
    return frozen(array)


def _flattened(name: str, value: Any, limits: Limits) -> tuple[Shape, list[Any]]:
    """The shape of a nested list and its numbers, level by level, whatever its depth."""
    shape: list[int] = []
    level: list[Any] = [value]
    while isinstance(level[0], list | tuple):
        lengths = {len(item) if isinstance(item, list | tuple) else -1 for item in level}
        if -1 in lengths:
            raise error("value.not_number", name=name, got=Word("got.mixed"))
        if len(lengths) > 1:
            first, other = sorted(lengths)[:2]
            raise error("value.ragged", name=name, first=first, other=other)
        if lengths == {0}:
            raise error("value.empty", name=name)
        shape.append(lengths.pop())
        if len(shape) > limits.dimensions:
            raise error(
                "limit.dimensions", name=name, limit=limits.dimensions, got=Word("dimensions.more")
            )
        level = list(chain.from_iterable(level))
    for kind in set(map(type, level)):
        if kind is bool or not issubclass(kind, int | float | np.integer | np.floating):
            bad = next(item for item in level if type(item) is kind)
            if issubclass(kind, list | tuple):
                raise error("value.not_number", name=name, got=Word("got.mixed"))
            raise error("value.not_number", name=name, got=kind_of(bad))
    return tuple(shape), level


def kind_of(value: Any) -> str:
    """What a person would call a JSON value."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return Word("got.text", value=repr(value[:40]))
        case int() | float():
            return Word("got.number", value=repr(value)[:50])
        case list() | tuple():
            return Word("got.list")
        case Mapping():
            return Word("got.object")
    return Word("got.kind", type=type(value).__name__)

"""Targets of classes: one-hot rows or labels, checked once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias
from weakref import ref

import numpy as np
from numpy.typing import NDArray

from backprop_core.errors import error
from backprop_core.index_map import Array
from backprop_core.words import Word

Shape: TypeAlias = tuple[int, ...]


class Target(NamedTuple):
    """A target as one-hot rows, and what its rows sum to: 1.0 if each sums to 1."""

    hot: Array
    mass: Array | float


class _Known(NamedTuple):
    """What is known of an array, which it does not keep alive: no `hot` if the array is that."""

    of: ref[NDArray[Any]]
    hot: Array | None
    mass: Array | float


# Of arrays that nobody can write to, by identity: a network that is run again finds its own here.
_known: dict[tuple[int, Shape], _Known] = {}


def target(t: Any, shape: Shape) -> Target:
    """A target for rows of classes of `shape`: as it is if it has that shape, else from labels.

    Labels have the shape without its last axis. WhygradError where t has neither shape, or labels
    are not whole numbers from 0 to below the number of classes.
    """
    array: NDArray[Any] = np.asarray(t)
    key = (id(array), shape)
    known = _known.get(key)
    if known is not None and not array.flags.writeable and array is known.of():
        return Target(array if known.hot is None else known.hot, known.mass)
    hot = one_hot(array, shape)
    sums = hot.sum(axis=-1, keepdims=True)
    mass = 1.0 if (sums == 1.0).all() else sums
    if not array.flags.writeable and array.base is None:
        _known[key] = _Known(ref(array, _forgets(key)), None if hot is array else hot, mass)
    return Target(hot, mass)


def _forgets(key: tuple[int, Shape]) -> Callable[[Any], None]:
    pop = _known.pop  # held here: when Python ends, arrays may outlive this module

    def forget(_: Any) -> None:
        pop(key, None)

    return forget


def one_hot(t: Any, shape: Shape) -> Array:
    """A target as float64 one-hot rows of `shape`; WhygradError as `target` says."""
    t = np.asarray(t)
    if t.shape == shape:
        rows: Array = t.astype(np.float64, copy=False)
        return rows
    if t.shape != shape[:-1]:
        raise error(
            "shape.target", op=Word("subject.target"), x=shape, labels=shape[:-1], t=t.shape
        )
    check_labels("target", "t", t, shape[-1])
    hot = np.zeros(shape)
    np.put_along_axis(hot, t.astype(np.intp)[..., None], 1.0, axis=-1)
    return hot


def check_labels(op: str, name: str, t: Any, classes: int) -> None:
    """Raises WhygradError where labels are not whole numbers from 0 to below `classes`."""
    t = np.asarray(t)
    whole = np.isfinite(t) & (t == np.floor(t))
    for code, bad in (
        ("labels.not_whole", ~whole),
        ("labels.out_of_range", (t < 0) | (t >= classes)),
    ):
        if np.any(bad):
            index = tuple(map(int, np.argwhere(bad)[0]))
            where = f"[{','.join(map(str, index))}]" if index else ""
            got = f"{float(t[index]):g}"
            raise error(code, op=op, name=name, index=where, got=got, most=classes - 1)


def samples_of(shape: Shape) -> int:
    """How many samples an array holds: its rows, or one where it is a single sample."""
    return shape[0] if len(shape) > 1 else 1

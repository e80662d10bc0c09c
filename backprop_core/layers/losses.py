"""Softmax, and the losses that a network ends in."""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.errors import error
from backprop_core.index_map import Array
from backprop_core.layers.calling import arrays
from backprop_core.targets import samples_of, target


class Softmax:
    """`exp(x) / sum(exp(x))` over the last axis, each row moved by its maximum first."""

    @arrays
    def forward(self, x: Array) -> Array:
        """Rows that add up to 1."""
        a = x - x.max(axis=-1, keepdims=True)
        e = np.exp(a)
        out = e / e.sum(axis=-1, keepdims=True)
        self.out = out
        return out

    def backward(self, dout: Any) -> Array:
        """The gradient by x: every output of a row depends on every input of it."""
        mean = (dout * self.out).sum(axis=-1, keepdims=True)
        dx = self.out * (dout - mean)
        return dx


class CrossEntropyError:
    """`-sum(t ln(y + eps)) / N` for one-hot rows or labels t: y (N, C) or (C,), a scalar."""

    def __init__(self, eps: float = 0.0) -> None:
        self.eps = eps

    @arrays
    def forward(self, y: Array, t: Array) -> np.float64:
        """The loss."""
        self.y = y
        hot, _ = target(t, y.shape)
        self.t = hot
        self.N = samples_of(y.shape)
        log_y = np.log(y + self.eps)
        out = -(hot * log_y).sum() / self.N
        return out

    def backward(self, dout: Any = 1.0) -> Array:
        """The gradient by y; a target takes none."""
        dy = -dout * self.t / (self.y + self.eps) / self.N
        return dy


class SoftmaxWithLoss:
    """Softmax and cross entropy in one: x (N, C) or (C,), one-hot rows or labels t, a scalar.

    The logarithm is taken of the softmax as a whole, which is stable.
    """

    @arrays
    def forward(self, x: Array, t: Array) -> np.float64:
        """The loss."""
        hot, self.mass = target(t, x.shape)
        self.t = hot
        self.N = samples_of(x.shape)
        a = x - x.max(axis=-1, keepdims=True)
        e = np.exp(a)
        S = e.sum(axis=-1, keepdims=True)
        self.y = e / S
        self.log_y = a - np.log(S)
        out = -(hot * self.log_y).sum() / self.N
        return out

    def backward(self, dout: Any = 1.0) -> Array:
        """The gradient by x; a target takes none."""
        y = self.mass * self.y  # mass: what a row of t sums to, 1 for one-hot
        dx = dout * (y - self.t) / self.N
        return dx


class SumSquaredError:
    """`sum((y - t)**2) / 2N` for y and t of one shape, a scalar."""

    @arrays
    def forward(self, y: Array, t: Array) -> np.float64:
        """The loss."""
        self.d = y - same_shape(t, y)
        self.N = samples_of(y.shape)
        out = 0.5 * (self.d**2).sum() / self.N
        return out

    def backward(self, dout: Any = 1.0) -> Array:
        """The gradient by y; a target takes none."""
        dy = dout * self.d / self.N
        return dy


def same_shape(t: Array, y: Array) -> Array:
    """The target, if it has the shape of y; a silent broadcast would add up wrong differences."""
    if t.shape != y.shape:
        raise error("shape.target_same", op="SumSquaredError", y=y.shape, t=t.shape)
    return t

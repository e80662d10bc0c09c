"""The layers: each a class to use alone, as a textbook does, with its derivative in closed form.

    layer = Affine(W, b)
    y = layer.forward(x)
    dx = layer.backward(dout)      # and layer.dW, layer.db

A sample is a row; one sample may come without the axis of the batch. Nothing handed in is changed.
What a layer keeps for the way back are its attributes.

The methods read as the textbook writes them, for float64 arrays: `@arrays` makes those of whatever
is handed in, and `@batched` lets Affine see rows only.
"""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np

from backprop_core.errors import error
from backprop_core.index_map import Array
from backprop_core.targets import samples_of, target

Forward = Callable[..., Any]


def arrays(forward: Forward) -> Forward:
    """Hands the method float64 arrays; an array that is one is handed on as it is."""

    @wraps(forward)
    def taking(self: Any, *inputs: Any) -> Any:
        return forward(self, *[np.asarray(value, np.float64) for value in inputs])

    taking.of_arrays = forward  # type: ignore[attr-defined]
    return taking


def batched(forward: Forward) -> Forward:
    """Hands the method rows (N, features): of one sample, or of an input of more dimensions."""

    @wraps(forward)
    def taking(self: Any, x: Any) -> Any:
        x = np.asarray(x, dtype=np.float64)
        self.shape = x.shape
        if x.ndim == 2:
            return forward(self, x)
        if x.ndim == 1:
            return forward(self, x.reshape(1, -1))[0]
        return forward(self, x.reshape(len(x), -1))

    return taking


def unbatched(backward: Forward) -> Forward:
    """Gives the gradient of those rows back in the shape that the input had."""

    @wraps(backward)
    def taking(self: Any, dout: Any) -> Any:
        dout = np.asarray(dout, dtype=np.float64)
        if len(self.shape) == 2:
            return backward(self, dout)
        return backward(self, dout.reshape(len(self.x), -1)).reshape(self.shape)

    return taking


class Affine:
    """`x W + b`: x (N, in) or (in,), W (in, out), b (out,), the result (N, out) or (out,).

    An input of more dimensions is taken as (N, -1), and its gradient comes back in its shape.
    """

    def __init__(self, W: Any, b: Any) -> None:
        self.W, self.b = (np.asarray(value, dtype=np.float64) for value in (W, b))

    @batched
    def forward(self, x: Array) -> Array:
        """The outputs for one sample or a batch."""
        self.x = x
        out = np.dot(x, self.W) + self.b
        return out

    @unbatched
    def backward(self, dout: Array) -> Array:
        """The gradient by x; those by W and b are then `dW` and `db`."""
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = dout.sum(axis=0)
        return dx


class Relu:
    """`max(0, x)`; at 0 both its value and its gradient are 0."""

    @arrays
    def forward(self, x: Array) -> Array:
        """The positive part of x, of any shape."""
        self.mask = x > 0
        out = np.maximum(0.0, x)
        return out

    def backward(self, dout: Any) -> Array:
        """What arrived, where the switch was set going forward."""
        dx = np.where(self.mask, dout, 0.0)
        return dx


class Sigmoid:
    """`1 / (1 + exp(-x))`; its output is enough for the way back.

    It is what its definition in ops is for x from -700 on. Below that, exp(-x) overflows there: the
    value is 0 all the same, but the gradient, here 0, is no number.
    """

    @np.errstate(over="ignore")  # exp(-x) may be infinite: the value is then 0
    @arrays
    def forward(self, x: Array) -> Array:
        """Values between 0 and 1, of any shape."""
        out = 1 / (1 + np.exp(-x))
        self.out = out
        return out

    def backward(self, dout: Any) -> Array:
        """The gradient by x."""
        dx = dout * self.out * (1 - self.out)
        return dx


class Tanh:
    """The hyperbolic tangent; its output is enough for the way back."""

    @arrays
    def forward(self, x: Array) -> Array:
        """Values between -1 and 1, of any shape."""
        out = np.tanh(x)
        self.out = out
        return out

    def backward(self, dout: Any) -> Array:
        """The gradient by x."""
        dx = dout * (1 - self.out * self.out)
        return dx


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

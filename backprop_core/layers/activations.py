"""The layers that bend each number by itself."""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.index_map import Array
from backprop_core.layers.calling import arrays

ROOT = float(np.sqrt(2 / np.pi))
CUBIC = 0.044715


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


class LeakyRelu:
    """`x` where it is positive, else `slope * x`; at 0 its gradient is the slope, at most 1."""

    def __init__(self, slope: float = 0.01) -> None:
        self.leak = slope

    @arrays
    def forward(self, x: Array) -> Array:
        """The positive part of x, and a little of the negative one, of any shape."""
        out = np.maximum(self.leak * x, x)
        self.slope = np.where(x > 0, 1.0, self.leak)
        return out

    def backward(self, dout: Any) -> Array:
        """What arrived, times the slope where x was."""
        dx = dout * self.slope
        return dx


class Gelu:
    """`x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x**3)))`, of any shape.

    This is the form by tanh, which stays within 0.0005 of `x P(X < x)` for a normal X.
    """

    @arrays
    def forward(self, x: Array) -> Array:
        """About x for large numbers, about 0 for negative ones."""
        u = ROOT * (x + CUBIC * x**3)
        h = np.tanh(u)
        out = 0.5 * x * (1 + h)
        du = ROOT * (1 + 3 * CUBIC * x**2)
        self.slope = 0.5 * (1 + h) + 0.5 * x * (1 - h * h) * du
        return out

    def backward(self, dout: Any) -> Array:
        """What arrived, times the slope where x was."""
        dx = dout * self.slope
        return dx


class Softplus:
    """`ln(1 + exp(x))`, a smooth Relu; its derivative is the sigmoid of x.

    It is what its definition in ops is for x from -700 to 700; above, exp(x) overflows there.
    """

    @np.errstate(over="ignore")  # exp(-x) may be infinite: the sigmoid is then 0
    @arrays
    def forward(self, x: Array) -> Array:
        """Positive numbers, of any shape."""
        out = np.logaddexp(0.0, x)
        self.sigmoid = 1 / (1 + np.exp(-x))
        return out

    def backward(self, dout: Any) -> Array:
        """What arrived, times the sigmoid of x."""
        dx = dout * self.sigmoid
        return dx

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

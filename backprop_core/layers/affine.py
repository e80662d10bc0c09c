"""The layer that weighs features and adds a bias."""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.index_map import Array
from backprop_core.layers.calling import batched, unbatched


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

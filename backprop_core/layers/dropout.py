"""The layer that drops numbers by chance."""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504

from __future__ import annotations

import numpy as np

from backprop_core.index_map import Array
from backprop_core.layers.calling import arrays


class Dropout:
    """Makes each number 0 with a chance of `ratio`; the same seed drops the same places.

    As in the textbook, what is kept goes on unchanged while training; it is when it predicts that
    the textbook takes all numbers times 1 - ratio.
    """

    def __init__(self, ratio: float = 0.5, seed: int = 0) -> None:
        self.ratio, self.seed = ratio, seed

    @arrays
    def forward(self, x: Array) -> Array:
        """What was not dropped, of any shape."""
        mask = np.random.default_rng(self.seed).random(x.shape) > self.ratio
        out = x * mask
        self.mask = mask
        return out

    @arrays
    def backward(self, dout: Array) -> Array:
        """What arrived, where nothing was dropped."""
        dx = dout * self.mask
        return dx

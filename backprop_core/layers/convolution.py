"""The layers that slide a window over images (N, C, H, W), as the textbook's chapter 7 has them."""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.index_map import Array
from backprop_core.layers.calling import arrays
from backprop_core.windows import col2im, im2col, places


class Convolution:
    """A weighted sum of each window, for each filter: x (N, C, H, W), W (FN, C, FH, FW), b (FN,).

    The result is (N, FN, OH, OW). The filter is not turned over (it is a cross-correlation);
    `stride` is the way from one window to the next, `pad` so many zeros are put around x.
    """

    def __init__(self, W: Any, b: Any, stride: int = 1, pad: int = 0) -> None:
        self.W, self.b = (np.asarray(value, dtype=np.float64) for value in (W, b))
        self.stride, self.pad = stride, pad

    @arrays
    def forward(self, x: Array) -> Array:
        """One number for each filter and window."""
        FN, _, FH, FW = self.W.shape
        OH, OW = places(x.shape, FH, FW, self.stride, self.pad)
        col = im2col(x, FH, FW, self.stride, self.pad)
        col_W = self.W.reshape(FN, -1).T
        rows = np.dot(col, col_W) + self.b
        out = rows.reshape(len(x), OH, OW, FN).transpose(0, 3, 1, 2)
        self.shape, self.col, self.col_W = x.shape, col, col_W
        return out

    @arrays
    def backward(self, dout: Array) -> Array:
        """The gradient by x; those by W and b are then `dW` and `db`."""
        FN, _, FH, FW = self.W.shape
        drows = dout.transpose(0, 2, 3, 1).reshape(-1, FN)
        self.db = drows.sum(axis=0)
        self.dW = np.dot(self.col.T, drows).T.reshape(self.W.shape)
        dcol = np.dot(drows, self.col_W.T)
        dx = col2im(dcol, self.shape, FH, FW, self.stride, self.pad)
        return dx


class MaxPooling:
    """The largest number of each window: x (N, C, H, W), the result (N, C, OH, OW).

    Of equal ones the first counts. `pad` zeros are put around x, as in the textbook, so that
    there a 0 is larger than negative numbers.
    """

    def __init__(self, height: int = 2, width: int = 2, stride: int = 2, pad: int = 0) -> None:
        self.height, self.width = height, width
        self.stride, self.pad = stride, pad

    @arrays
    def forward(self, x: Array) -> Array:
        """One number for each window."""
        OH, OW = places(x.shape, self.height, self.width, self.stride, self.pad)
        col = im2col(x, self.height, self.width, self.stride, self.pad)
        pools = col.reshape(-1, self.height * self.width)
        top = pools.max(axis=1)
        out = top.reshape(len(x), OH, OW, -1).transpose(0, 3, 1, 2)
        first = pools.argmax(axis=1)
        self.winner = first[:, None] == np.arange(self.height * self.width)
        self.shape, self.pools = x.shape, pools
        return out

    @arrays
    def backward(self, dout: Array) -> Array:
        """What arrived, where the window's largest number stood."""
        dtop = dout.transpose(0, 2, 3, 1).reshape(-1, 1)
        dpools = np.where(self.winner, dtop, 0.0)
        dx = col2im(dpools, self.shape, self.height, self.width, self.stride, self.pad)
        return dx

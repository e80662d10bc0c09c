"""The layers that give numbers mean 0 and standard deviation 1, then scale and move them.

Folded and opened they are the same up to rounding, of numbers as large as `dout * gamma / std`.
"""

# Each result has a line and a name of its own: the page shows these lines and lights them.
# ruff: noqa: RET504
# NumPy's annotations make Any of much that is a float64 array.
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from typing import Any

import numpy as np

from backprop_core.index_map import Array
from backprop_core.layers.calling import arrays


class BatchNormalization:
    """`gamma * (x - mu) / std + beta`, mu and std of each feature over the batch.

    x (N, D), gamma and beta (D,); std is the root of the variance plus eps. It is as in training:
    no running mean is kept.
    """

    def __init__(self, gamma: Any, beta: Any, eps: float = 1e-7) -> None:
        self.gamma, self.beta = (np.asarray(value, dtype=np.float64) for value in (gamma, beta))
        self.eps = eps

    @arrays
    def forward(self, x: Array) -> Array:
        """Each feature with mean beta and standard deviation gamma, (N, D)."""
        mu = x.mean(axis=0)
        xc = x - mu
        var = (xc**2).mean(axis=0)
        std = np.sqrt(var + self.eps)
        xn = xc / std
        out = self.gamma * xn + self.beta
        self.mu, self.std, self.xn = mu, std, xn
        return out

    @arrays
    def backward(self, dout: Array) -> Array:
        """The gradient by x; those by gamma and beta are then `dgamma` and `dbeta`."""
        self.dbeta = dout.sum(axis=0)
        self.dgamma = (dout * self.xn).sum(axis=0)
        dxn = dout * self.gamma
        spread = (dxn * self.xn).mean(axis=0)
        dx = (dxn - dxn.mean(axis=0) - self.xn * spread) / self.std
        return dx


class LayerNormalization:
    """`gamma * (x - mu) / std + beta`, mu and std of each sample over its features.

    x (..., D), gamma and beta (D,); std is the root of the variance plus eps.
    """

    def __init__(self, gamma: Any, beta: Any, eps: float = 1e-5) -> None:
        self.gamma, self.beta = (np.asarray(value, dtype=np.float64) for value in (gamma, beta))
        self.eps = eps

    @arrays
    def forward(self, x: Array) -> Array:
        """Each row with mean 0 and standard deviation 1, scaled and moved."""
        mu = x.mean(axis=-1, keepdims=True)
        xc = x - mu
        var = (xc**2).mean(axis=-1, keepdims=True)
        std = np.sqrt(var + self.eps)
        xn = xc / std
        out = self.gamma * xn + self.beta
        self.mu, self.std, self.xn = mu, std, xn
        return out

    @arrays
    def backward(self, dout: Array) -> Array:
        """The gradient by x; those by gamma and beta are then `dgamma` and `dbeta`."""
        rows = tuple(range(dout.ndim - 1))
        self.dbeta = dout.sum(axis=rows)
        self.dgamma = (dout * self.xn).sum(axis=rows)
        dxn = dout * self.gamma
        spread = (dxn * self.xn).mean(axis=-1, keepdims=True)
        dx = (dxn - dxn.mean(axis=-1, keepdims=True) - self.xn * spread) / self.std
        return dx

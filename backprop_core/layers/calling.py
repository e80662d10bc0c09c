"""How a layer's methods take what they are handed.

The methods read as the textbook writes them, for float64 arrays: `@arrays` makes those of whatever
is handed in, and `@batched` lets Affine see rows only.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import numpy as np

Method = Callable[..., Any]


def arrays(forward: Method) -> Method:
    """Hands the method float64 arrays; an array that is one is handed on as it is."""

    @wraps(forward)
    def taking(self: Any, *inputs: Any) -> Any:
        return forward(self, *[np.asarray(value, np.float64) for value in inputs])

    taking.of_arrays = forward  # type: ignore[attr-defined]
    return taking


def batched(forward: Method) -> Method:
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


def unbatched(backward: Method) -> Method:
    """Gives the gradient of those rows back in the shape that the input had."""

    @wraps(backward)
    def taking(self: Any, dout: Any) -> Any:
        dout = np.asarray(dout, dtype=np.float64)
        if len(self.shape) == 2:
            return backward(self, dout)
        return backward(self, dout.reshape(len(self.x), -1)).reshape(self.shape)

    return taking

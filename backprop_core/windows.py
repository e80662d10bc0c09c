"""Windows over images: each as a row, and rows added back to where they were read."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from backprop_core.index_map import Array, Shape


def places(shape: Shape, height: int, width: int, stride: int, pad: int) -> tuple[int, int]:
    """How many windows fit below and beside each other in images (N, C, H, W) with a rim."""
    return (
        (shape[2] + 2 * pad - height) // stride + 1,
        (shape[3] + 2 * pad - width) // stride + 1,
    )


def _windows(images: Any, height: int, width: int, stride: int, pad: int, rim: Any) -> Any:
    """All windows as rows: (N * OH * OW, C * height * width)."""
    around = ((0, 0), (0, 0), (pad, pad), (pad, pad))
    padded = np.pad(images, around, constant_values=rim)
    views = sliding_window_view(padded, (height, width), axis=(2, 3))
    found = views[:, :, ::stride, ::stride].transpose(0, 2, 3, 1, 4, 5)
    return found.reshape(math.prod(found.shape[:3]), math.prod(found.shape[3:]))


def im2col(x: Array, height: int, width: int, stride: int, pad: int) -> Array:
    """The windows of x (N, C, H, W), a row each, with `pad` zeros around x."""
    rows: Array = _windows(x, height, width, stride, pad, 0.0)
    return rows


def col2im(col: Array, shape: Shape, height: int, width: int, stride: int, pad: int) -> Array:
    """Rows added up where their windows lie in images of `shape`: overlaps add, the rim is lost."""
    size = math.prod(shape)
    numbers = np.arange(size).reshape(shape)
    where = _windows(numbers, height, width, stride, pad, size)  # the rim's cells go to one more
    added: Any = np.bincount(where.ravel(), col.ravel(), size + 1)
    image: Array = added[:size].reshape(shape)
    return image

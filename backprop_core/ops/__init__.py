"""The operations, a file per family; importing them fills the registry."""

from backprop_core.ops import (
    activations,
    affine,
    convolution,
    dropout,
    elementwise,
    linear,
    losses,
    normalization,
    reduction,
    shape,
)

__all__ = [
    "activations",
    "affine",
    "convolution",
    "dropout",
    "elementwise",
    "linear",
    "losses",
    "normalization",
    "reduction",
    "shape",
]

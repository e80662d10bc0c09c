"""The operations, a file per family; importing them fills the registry."""

from backprop_core.ops import (
    activations,
    convolution,
    dropout,
    elementwise,
    layers,
    linear,
    normalization,
    reduction,
    shape,
)

__all__ = [
    "activations",
    "convolution",
    "dropout",
    "elementwise",
    "layers",
    "linear",
    "normalization",
    "reduction",
    "shape",
]

"""The operations, a file per family; importing them fills the registry."""

from backprop_core.ops import elementwise, layers, linear, reduction, shape

__all__ = ["elementwise", "layers", "linear", "reduction", "shape"]

"""The networks that are measured: affine layers with ReLU between, softmax with cross entropy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from backprop_core import Document

Array: TypeAlias = NDArray[np.float64]

SIZES: dict[str, tuple[list[int], int]] = {
    "W_S": ([2, 3, 2], 3),
    "W_M": ([784, 50, 10], 100),
    "W_L": ([784, 512, 512, 512, 10], 128),
    "W_D": ([8] * 101, 8),
}
SMALLEST = "W_S"


@dataclass(frozen=True)
class Workload:
    """A network with its numbers: X (batch, in), labels (batch,), and (W, b) of each layer."""

    name: str
    X: Array
    labels: NDArray[np.intp]
    layers: tuple[tuple[Array, Array], ...]

    @property
    def parameters(self) -> dict[str, Array]:
        """W0, b0, W1, ... by name, as documents and gradients have them."""
        return {
            f"{letter}{k}": array
            for k, layer in enumerate(self.layers)
            for letter, array in zip("Wb", layer, strict=True)
        }


def workload(name: str) -> Workload:
    """The workload of that name, the same numbers every time."""
    sizes, batch = SIZES[name]
    random = np.random.default_rng(1986)
    layers = tuple(
        (random.standard_normal((n, m)) * np.sqrt(2 / n), random.standard_normal(m) / 10)
        for n, m in pairwise(sizes)
    )
    X = random.standard_normal((batch, sizes[0]))
    return Workload(name, X, random.integers(0, sizes[-1], batch), layers)


def document(work: Workload, *, apart: bool) -> Document:
    """A workload as a document: with dot and + `apart`, or with each Affine as one layer."""
    lines = _apart(len(work.layers)) if apart else _whole(len(work.layers))
    return Document.from_json(
        {
            "format": 1,
            "title": work.name,
            "program": "\n".join(lines),
            "values": {"X": work.X, "t": work.labels.astype(np.float64), **work.parameters},
            # Named, since dot and + do not say which of their inputs are parameters.
            "roles": dict.fromkeys(work.parameters, "parameter"),
        }
    )


def _apart(layers: int) -> Iterator[str]:
    for k in range(layers):
        yield f"S{k} = {_input(k)} @ W{k}"
        yield f"A{k} = S{k} + b{k}"
        yield _after(k, layers)


def _whole(layers: int) -> Iterator[str]:
    for k in range(layers):
        yield f"A{k} = Affine({_input(k)}, W{k}, b{k})"
        yield _after(k, layers)


def _input(k: int) -> str:
    return f"Z{k - 1}" if k else "X"


def _after(k: int, layers: int) -> str:
    return f"Z{k} = Relu(A{k})" if k < layers - 1 else f"L = SoftmaxWithLoss(A{k}, t)"

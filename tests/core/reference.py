"""Programs run by Python itself over HIPS autograd: values and gradients that owe us nothing.

A program is lines of Python, so `eval` reads it. What its names stand for is written here from
their definitions in NumPy's terms, and autograd differentiates it; no derivative is written here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

import autograd.numpy as anp
import numpy as np
from autograd import value_and_grad
from autograd.tracer import getval

from backprop_core.index_map import Array


def _copied(a: Any, *others: Any) -> Any:
    """Broadcast with others: autograd's own `where` would not add the copies up again."""
    return a + np.zeros(np.broadcast_shapes(*(np.shape(getval(each)) for each in (a, *others))))


def maximum(a: Any, b: Any) -> Any:
    """The larger; of two that are equal the first."""
    a, b = _copied(a, b), _copied(b, a)
    return anp.where(getval(a) >= getval(b), a, b)


def affine(x: Any, W: Any, b: Any) -> Any:
    rows = anp.reshape(x, (x.shape[0], -1)) if x.ndim > 2 else x
    return anp.dot(rows, W) + b


def softmax(x: Any) -> Any:
    return anp.exp(x) / anp.sum(anp.exp(x), axis=-1, keepdims=True)


def normalization(axis: int, usual: float) -> Callable[..., Any]:
    """Mean 0 and deviation 1 along an axis, then scaled and moved."""

    def normalized(x: Any, gamma: Any, beta: Any, eps: float = usual) -> Any:
        centred = x - anp.mean(x, axis=axis, keepdims=True)
        variance = anp.mean(centred * centred, axis=axis, keepdims=True)
        return centred * (variance + eps) ** -0.5 * gamma + beta

    return normalized


def _slides(x: Any, height: int, width: int) -> list[Any]:
    """What each place of a window reads while the window slides over an image, by ones."""
    rows, columns = x.shape[2] - height + 1, x.shape[3] - width + 1
    return [x[:, :, i : i + rows, j : j + columns] for i in range(height) for j in range(width)]


def convolution(x: Any, W: Any, b: Any) -> Any:
    height, width = W.shape[2:]
    added = 0.0
    for place, slide in enumerate(_slides(x, height, width)):
        weights = W[:, :, place // width, place % width]
        added = added + anp.einsum("nchw,fc->nfhw", slide, weights)
    return added + anp.reshape(b, (1, -1, 1, 1))


def max_pooling(x: Any, height: int, width: int, stride: int) -> Any:
    assert stride == 1
    first, *others = _slides(x, height, width)
    for other in others:
        first = maximum(first, other)
    return first


def _rows(t: Any, shape: tuple[int, ...]) -> Array:
    """A target, which takes no gradient, as rows."""
    t = np.asarray(getval(t), dtype=float)
    return t if t.shape == shape else np.asarray(np.eye(shape[-1])[t.astype(int)])


def _samples(x: Any) -> int:
    return int(x.shape[0]) if np.ndim(getval(x)) > 1 else 1


def cross_entropy_error(y: Any, t: Any, eps: float = 0.0) -> Any:
    return -anp.sum(_rows(t, y.shape) * anp.log(y + eps)) / _samples(y)


def softmax_with_loss(x: Any, t: Any) -> Any:
    log_y = x - anp.log(anp.sum(anp.exp(x), axis=-1, keepdims=True))
    return -anp.sum(_rows(t, x.shape) * log_y) / _samples(x)


def sum_squared_error(y: Any, t: Any) -> Any:
    return anp.sum((y - getval(t)) ** 2) / 2 / _samples(y)


NAMES: dict[str, Any] = {
    **{name: getattr(anp, name) for name in ("dot", "exp", "log", "sqrt", "tanh", "sin", "cos")},
    **{name: getattr(anp, name) for name in ("abs", "sum", "mean", "max", "reshape", "transpose")},
    "maximum": maximum,
    "broadcast_to": lambda a, shape: a + np.zeros(shape),
    "Affine": affine,
    "Relu": lambda x: x * (x > 0),
    "Sigmoid": lambda x: 0.5 * (anp.tanh(0.5 * x) + 1),
    "LeakyRelu": lambda x, slope=0.01: x * anp.where(getval(x) > 0, 1.0, slope),
    "Gelu": lambda x: x * (0.5 + 0.5 * anp.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x * x * x))),
    "Softplus": lambda x: anp.logaddexp(x, 0.0 * x),
    "BatchNormalization": normalization(0, 1e-7),
    "LayerNormalization": normalization(-1, 1e-5),
    "Convolution": convolution,
    "MaxPooling": max_pooling,
    "Tanh": lambda x: 1 - 2 / (anp.exp(2 * x) + 1),
    "Softmax": softmax,
    "CrossEntropyError": cross_entropy_error,
    "SoftmaxWithLoss": softmax_with_loss,
    "SumSquaredError": sum_squared_error,
    "__builtins__": {},
}


def evaluated(text: str, values: Mapping[str, Any]) -> Any:
    """The value of an expression."""
    return eval(text, NAMES, dict(values))


def lines_of(program: str) -> list[tuple[str, str]]:
    """The name and the expression of each line."""
    found = []
    for statement in ast.parse(program).body:
        assert isinstance(statement, ast.Assign)
        (target,) = statement.targets
        found.append((ast.unparse(target), ast.unparse(statement.value)))
    return found


def reference(
    program: str, values: Mapping[str, Array], upstream: Array | float
) -> tuple[float, dict[str, Array], dict[str, Array]]:
    """The loss, every value by name, and the gradient of each.

    Each value has a number of its own size added to it that is 0; the gradient by that is its own.
    """
    lines = lines_of(program)
    made: dict[str, Any] = {}

    def run(added: Mapping[str, Any]) -> Any:
        known = {name: value + added[name] for name, value in values.items()}
        for name, text in lines:
            known[name] = evaluated(text, known) + added.get(name, 0.0)
        made.update({name: np.asarray(getval(value)) for name, value in known.items()})
        return anp.sum(upstream * known[lines[-1][0]])

    run({name: np.zeros(value.shape) for name, value in values.items()})
    zeros = {name: np.zeros(value.shape) for name, value in made.items()}
    differentiated: Callable[..., Any] = value_and_grad(run)
    loss, gradients = differentiated(zeros)
    return float(loss), made, {name: np.asarray(value) for name, value in gradients.items()}
